/** The texts of the vertical axis are left of it, inside the figure, and clear of every mark. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { de } from "../../../src/locales/de.js";
import { en } from "../../../src/locales/en.js";
import { measureByTable as measureText } from "../../../src/base/text-width.js";
import type { VerticalLayout } from "../../../src/layout/types.js";
import { figureOf, randomDocument } from "../../support/random-timelines.js";

interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 14;
const CAPITALS = 9;

function wordBoxes({ axis, axisX, labelX }: VerticalLayout): Box[] {
  const block = (lines: readonly string[], end: number, middle: number, weight: 400 | 600): Box[] =>
    lines.map((line, i) => {
      const at = middle + (i - (lines.length - 1) / 2) * LINE;
      const width = measureText(line, 12, weight);
      return { name: line, left: end - width, right: end, top: at - CAPITALS / 2, bottom: at + CAPITALS / 2 };
    });
  return [
    ...axis.folds.flatMap(({ from, to, label, inColumn }) => {
      const width = Math.max(...label.map((line) => measureText(line, 12, 400)));
      return block(label, inColumn ? labelX + width : axisX - 11, (from + to) / 2, inColumn ? 400 : 600);
    }),
    ...axis.ticks.flatMap(({ t, label, context, contextAt }) => [
      ...block(label, axisX - 11, t, 400),
      ...block(context, axisX - 11, contextAt + ((context.length - 1) * LINE) / 2, 600),
    ]),
  ];
}

function markBoxes({ boxes, laneLayouts }: VerticalLayout): Box[] {
  return laneLayouts.flatMap(({ marks }, lane) =>
    marks.map(({ event, t0, t1, height, lineOffset = 0 }): Box => {
      const x = (boxes[lane]?.line ?? 0) + lineOffset;
      const reach = Math.max(0, (height - (t1 - t0)) / 2);
      return { name: event.id, left: x - height / 2, right: x + height / 2, top: t0 - reach, bottom: t1 + reach };
    }),
  );
}

/** Pairs of boxes that overlap. */
function meeting(some: readonly Box[], others: readonly Box[]): string[] {
  return some.flatMap((a) =>
    others
      .filter((b) => a !== b && a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top)
      .map((b) => `${a.name} meets ${b.name}`),
  );
}

const columnOf = (document: object, options = {}): VerticalLayout => {
  const { figure, whole } = figureOf(document, { width: 360, orientation: "vertical", ...options });
  return figure.layout(whole) as VerticalLayout;
};

const wordsOf = (layout: VerticalLayout) => layout.axis.folds.map(({ label }) => label.join(" "));
const events = (...dates: string[]) => ({ events: dates.map((date, i) => ({ title: `Event ${i}`, date })) });

const pauses = {
  "a pause": events("2020-01-01", "2020-01-05", "2020-01-09", "2021-04-01"),
  "a pause through which something goes on": events("2020-01-01", "2020-01-05", "2020-01-09/2021-04-01"),
  "a pause through which two things go on, one beside the other": events(
    "2020-01-01",
    "2020-01-05",
    "2020-01-09/2021-04-01",
    "2020-01-10/2021-04-02",
  ),
  "a pause of hundreds of millions of years": events("900 Ma", "890 Ma", "885 Ma", "540 Ma", "530 Ma"),
};

describe("the text of a fold", () => {
  test.each(Object.entries(pauses))("is clear of marks, inside the figure, and complete: %s", (_, document) => {
    for (const locale of [en, de]) {
      const layout = columnOf(document, { locale, scale: "compressed" });
      expect(layout.axis.folds).toHaveLength(1);
      expect(wordsOf(layout).join()).not.toContain("…");
      expect(wordBoxes(layout).filter(({ left }) => left < 7.5)).toEqual([]);
      expect(meeting(wordBoxes(layout), markBoxes(layout))).toEqual([]);
    }
  });

  test("stands in the column of labels between two rows, and left of the axis elsewhere", () => {
    const rows = columnOf(pauses["a pause"]);
    expect(rows.axis.folds.map(({ label, inColumn }) => [label, inColumn])).toEqual([[["15 months"], true]]);
    const [fold] = rows.axis.folds;
    const middle = ((fold?.from ?? 0) + (fold?.to ?? 0)) / 2;
    for (const { top, content } of rows.labels)
      expect(Math.min(Math.abs(top - middle), Math.abs(top + content.height - middle))).toBeGreaterThan(12);
    const folded = columnOf(pauses["a pause"], { scale: "compressed" });
    expect(folded.axis.folds.map(({ inColumn }) => inColumn)).toEqual([false]);
  });

  test("breaks only where it is so long that the labels would lose their room", () => {
    const layout = columnOf(pauses["a pause of hundreds of millions of years"], { scale: "compressed" });
    expect(layout.axis.folds[0]?.label.length).toBeGreaterThan(1);
    expect(layout.axisX).toBeLessThan(90);
  });

  test("is clear of the word 'today', which is above or below it", () => {
    for (const now of ["2020-02-20", "2020-06-10", "2020-09-01", "2021-03-20"]) {
      const { axis, now: line } = columnOf(pauses["a pause"], { now, scale: "compressed" });
      const [fold] = axis.folds;
      const apart = Math.abs((axis.nowAt ?? 0) - ((fold?.from ?? 0) + (fold?.to ?? 0)) / 2);
      expect(apart, now).toBeGreaterThanOrEqual(LINE);
      expect(Math.abs((axis.nowAt ?? 0) - (line ?? 0)), now).toBeLessThanOrEqual(
        (((fold?.label.length ?? 0) + 1) / 2) * LINE,
      );
    }
  });

  test("a control: a text that overlaps a bar is found", () => {
    const layout = columnOf(pauses["a pause through which something goes on"], { scale: "compressed" });
    const [fold] = layout.axis.folds;
    const wrong = fold ? { ...fold, label: ["15 months"], inColumn: true } : undefined;
    const moved = { ...layout, labelX: layout.axisX, axis: { ...layout.axis, folds: wrong ? [wrong] : [] } };
    expect(meeting(wordBoxes(moved), markBoxes(moved))).toEqual(["15 months meets event-2"]);
  });
});

test("texts of the axis overlap neither marks nor each other, nor leave the figure, in random timelines", () => {
  let folds = 0;
  fc.assert(
    fc.property(randomDocument, (document) => {
      const layout = columnOf(document);
      folds += layout.axis.folds.length;
      const words = wordBoxes(layout);
      expect(meeting(words, markBoxes(layout))).toEqual([]);
      expect(meeting(words, words)).toEqual([]);
      expect(words.filter(({ left }) => left < 7.5)).toEqual([]);
      expect(words.filter(({ bottom }) => bottom > layout.end + 12)).toEqual([]);
    }),
    { numRuns: 150, seed: 5 },
  );
  expect(folds).toBeGreaterThan(40);
});

/** A filter removes events and leaves the others where they are. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HorizontalLayout } from "../../src/layout/types.js";
import type { TimelineOptions } from "../../src/options.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { townEvents } from "../../stories/gallery/dense.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";
import { figureOf, randomDocument } from "../support/random-timelines.js";

const RUNS = triesOf(24, 12);

interface Place {
  readonly place: string;
  /** What is read, without the sign that more follows. */
  readonly text: string;
}

const places = ({ laneLayouts }: HorizontalLayout): Map<string, Place> =>
  new Map(
    laneLayouts.flatMap((frame, lane) =>
      frame.labels.map(({ event, row, side, flow, content }) => [
        event.id,
        { place: `lane ${lane}, row ${row}, ${side}, ${flow}`, text: content.lines.join(" ").replace(/…$/, "") },
      ]),
    ),
  );

const frameOf = (document: unknown, options: TimelineOptions): HorizontalLayout => {
  const { figure, whole } = figureOf(document, { orientation: "horizontal", ...options });
  return figure.layout(whole) as HorizontalLayout;
};

/**
 * Labels of the unfiltered figure that are missing, moved or cut shorter, though the filter keeps their events. A title may
 * grow where the filter makes room.
 */
function displaced(whole: HorizontalLayout, part: HorizontalLayout): string[] {
  const after = places(part);
  const left = new Set(
    part.laneLayouts.flatMap(({ marks, clusters }) => [
      ...marks.map(({ event }) => event.id),
      ...clusters.flatMap((cluster) => cluster.events().map(({ id }) => id)),
    ]),
  );
  return [...places(whole)]
    .filter(([id, { place, text }]) => {
      const now = after.get(id);
      return left.has(id) && (now?.place !== place || !now.text.startsWith(text));
    })
    .map(([id]) => id);
}

function overlapping({ laneLayouts }: HorizontalLayout): string[] {
  return laneLayouts.flatMap(({ labels }) => {
    const texts = labels.map(({ event, leader, flow, row, side, content: { width } }) => ({
      id: event.id,
      row: `${row} ${side}`,
      from: flow === "left" ? leader - 7 - width : leader + 7,
      to: flow === "left" ? leader - 7 : leader + 7 + width,
    }));
    return texts.flatMap((a, i) =>
      texts
        .slice(i + 1)
        .filter((b) => a.row === b.row && a.from < b.to - 0.01 && b.from < a.to - 0.01)
        .map((b) => `${a.id} and ${b.id}`),
    );
  });
}

describe("a filter", () => {
  const { document: kursk } = kurskHorizontal();

  test("keeps the label of each event that it keeps, such as that of 23 October", () => {
    const whole = frameOf(kursk, {});
    for (const text of ["north korea", "ukrain", "museum", "october"]) {
      const part = frameOf(kursk, { filter: { text } });
      expect(displaced(whole, part), text).toEqual([]);
    }
    expect(places(whole).has("last-group-leaves")).toBe(true);
  });

  test("a control: a new figure of the filtered events places some labels elsewhere", () => {
    const whole = frameOf(kursk, {});
    const { events } = kursk as unknown as { events: { lane?: string }[] };
    const anew = frameOf({ ...(kursk as object), events: events.slice(4) }, {});
    expect(displaced(whole, anew)).not.toEqual([]);
  });

  test.each([{}, { height: 420 }, { scale: "compressed" }] as const)(
    "leaves every label in its place, and what comes beside them overlaps none, with %j",
    (options) => {
      holds(
        `filtered labels, ${JSON.stringify(options)}: they stay`,
        fc.property(
          randomDocument,
          fc.constantFrom("Short", "title", "that is so long", "條"),
          fc.double({ min: 1, max: 40, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          (document, text, zoom, stop) => {
            const filtered = { ...options, filter: { text } };
            expect(displaced(frameOf(document, options), frameOf(document, filtered))).toEqual([]);
            const { figure, whole } = figureOf(document, { orientation: "horizontal", ...filtered });
            for (const view of [whole, whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from))]) {
              expect(overlapping(figure.layout(view) as HorizontalLayout)).toEqual([]);
            }
          },
        ),
        { numRuns: RUNS, seed: 31 },
      );
    },
    TIMEOUT,
  );

  test("gives free space to events that had no label", () => {
    const town = { events: townEvents() };
    const [whole, part] = [frameOf(town, {}), frameOf(town, { filter: { text: "lighthouse" } })];
    const before = places(whole);
    expect([...places(part).keys()].filter((id) => !before.has(id)).length).toBeGreaterThan(5);
    expect(displaced(whole, part)).toEqual([]);
  });
});

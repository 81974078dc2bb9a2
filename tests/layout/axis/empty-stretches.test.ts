/** A compressed axis folds only time in which no event happens, begins or ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TimelineDocument } from "../../../src/model/document/document.js";
import type { Span } from "../../../src/time/span.js";
import { ObjectStore } from "../../../src/model/events/object-store.js";
import { emptyStretches } from "../../../src/layout/axis/empty-stretches.js";
import { renderToString } from "../../../src/render-to-string.js";
import { figureOf, randomDocument } from "../../support/random-timelines.js";

const DAY = 86_400_000;
const events = (...dates: string[]) => ({ events: dates.map((date, i) => ({ title: `Event ${i}`, date })) });
const foldsOf = (document: Partial<TimelineDocument> & object, opened?: ReadonlySet<number>) => {
  const { figure, whole } = figureOf(document, { scale: "compressed", width: 360 }, opened);
  return figure.layout(whole).axis.folds;
};
const folded = (document: object): string[] =>
  foldsOf(document).map(({ fold }) =>
    [fold.start, fold.end].map((time) => new Date(time).toISOString().slice(0, 7)).join("/"),
  );

const burst = ["2020-01-01", "2020-01-05", "2020-01-09", "2020-01-20"];

describe("folds", () => {
  test.each([
    ["a long pause", events(...burst, "2021-06-01"), ["2020-01/2021-05"]],
    [
      "no part of a month in which it may have happened",
      events("2024-06-19", "2024-06", "2024-12-04/.."),
      ["2024-07/2024-12"],
    ],
    ["no part of a decade that a date is known to", events(...burst, "202X", "2032-01-01"), ["2030-05/2031-08"]],
    ["nothing of a timeline without events", events("no date"), []],
    ["nothing inside a single day", events("1918-11-11", "1918-11-11"), []],
    [
      "nothing of what happens evenly",
      events("2019-10-18T07:00", "2019-10-18T07:35", "2019-10-18T09:00", "2019-10-18T09:35", "2019-10-18T11:00"),
      [],
    ],
    [
      "the time between the ends of something long, but not when it may have begun",
      events(...burst, "2020/2030-05-05", "2030-05-06"),
      ["2021-01/2030-04"],
    ],
    ["nothing between two events alone: there is no crowd to make room for", events("2001-01-01", "2002-01-01"), []],
    ["the time between dates of which one is right", events(...burst, "[2020-02-01,2023-01-01]"), ["2020-02/2022-12"]],
  ])("cut out %s", (_, document, expected) => {
    expect(folded(document)).toEqual(expected);
  });

  test("exist before the first event, where an era starts the axis long before", () => {
    const document = events(...burst, "2020-06-01", "2022-01-01");
    const eras = [{ title: "Era", date: "2019-03/2022" }];
    expect(folded({ ...document, eras })[0]).toBe("2019-03/2019-12");
  });

  test("exclude the dates that other sources give", () => {
    const document = events(...burst, "2024-01-01");
    const claims = [{ date: "2022-01-01" }, { date: "2024-01-01" }];
    const claimed = { events: document.events.map((event, i) => (i === 4 ? { ...event, claims } : event)) };
    expect(folded(document)).toEqual(["2020-01/2023-12"]);
    expect(folded(claimed)).toEqual(["2020-01/2021-12", "2022-01/2023-12"]);
  });

  test("have the same padding beside a pause of 800 years as beside one of 80", () => {
    const airOf = (last: string): number => {
      const [fold] = foldsOf(events("1100", "1102", "1105", "1109", "1120", last));
      return ((fold?.fold.start ?? 0) - Date.UTC(1121, 0, 1)) / DAY;
    };
    expect(airOf("1990")).toBeCloseTo(airOf("1210"), -2);
    expect(airOf("1990")).toBeGreaterThan(0);
  });

  test("that the reader opened stay open, whatever padding they had", () => {
    const document = events(...burst, "2021-06-01", "2021-06-05", "2023-06-01");
    const [first, second] = foldsOf(document);
    const left = foldsOf(document, new Set([(first?.fold.start ?? 0) + DAY]));
    expect(left).toHaveLength(1);
    expect(left[0]?.fold.end).toBeGreaterThan(second?.fold.start ?? 0);
  });
});

/** Naive oracle: whether an event may have happened, begun or ended inside a stretch. */
function possibleIn({ kind, start, end, from, to, members }: Span, a: number, b: number): boolean {
  if (members) return members.some((member) => possibleIn(member, a, b));
  const limits = kind === "moment" ? [{ start, end }] : [from, to];
  return limits.some((limit) => limit !== null && limit.start < b && limit.end > a);
}

test("no event may have happened, begun or ended in a fold of a random timeline", () => {
  let seen = 0;
  fc.assert(
    fc.property(randomDocument, (document) => {
      const { timeline, figure, whole } = figureOf(document, { scale: "compressed" });
      for (const { fold } of figure.layout(whole).axis.folds) {
        seen++;
        const wrong = timeline.events.filter(({ span }) => possibleIn(span, fold.start, fold.end));
        expect(wrong.map(({ id }) => id)).toEqual([]);
      }
    }),
    { numRuns: 200, seed: 3 },
  );
  expect(seen).toBeGreaterThan(50);
});

test("a control: the oracle finds an event in the middle of a stretch, and the end of an interval", () => {
  const { timeline } = figureOf(events("2020-01-10", "2019/2020-01", "2019/2021"), {});
  const [a, b] = [Date.UTC(2020, 0, 9), Date.UTC(2020, 0, 12)];
  const titles = timeline.events.filter(({ span }) => possibleIn(span, a, b)).map(({ title }) => title);
  expect(titles.sort()).toEqual(["Event 0", "Event 1"]);
});

test.each([
  ["nothing happened", events(...burst, "2021-06-01"), "Where nothing happened, time is folded"],
  ["something went on", events(...burst, "2020-01-09/2021-06-01"), "Where nothing began or ended, time is folded"],
])("the note is true of a fold in which %s", (_, document, words) => {
  const svg = renderToString(document, { width: 1280, scale: "compressed" }).replace(/<[^>]*>/g, " ");
  expect(svg).toContain(words);
});

test("short events near each other give the same empty stretches as when read one by one", () => {
  const one = fc.record({ start: fc.integer({ min: 0, max: 1000 }), length: fc.integer({ min: 1, max: 60 }) });
  const lane = fc.array(one, { maxLength: 40 }).map((all) => all.sort((a, b) => a.start - b.start));
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(lane, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 60, max: 200 }),
      (lanes, shortest) => {
        const index = lanes.map((all, number) => ({
          lane: number,
          size: all.length,
          event: Int32Array.from(all.keys()),
          start: Float64Array.from(all, ({ start }) => start),
          end: Float64Array.from(all, ({ start, length }) => start + length),
          isWeighed: false,
          rank: Int32Array.from(all.keys()),
        }));
        // Moment by moment: which of them nothing takes.
        const free = Array.from({ length: 1100 }, (_, at) =>
          lanes.flat().every(({ start, length }) => at < start || at >= start + length),
        );
        const naive: [number, number][] = [];
        for (let from = 0, at = 0; lanes.flat().length > 0 && at <= free.length; at++) {
          if (free[at]) continue;
          if (at - from > shortest) naive.push([from, at]);
          from = at + 1;
        }
        const stretches = emptyStretches({ lanes: index, store: new ObjectStore([]) }, [0, 1100], shortest);
        expect(stretches).toEqual(naive);
        found += stretches.length;
      },
    ),
  );
  expect(found).toBeGreaterThan(50);
});

/** The option `form` and the field `form` of a lane: every event is drawn once, whatever the form. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANE_FORMS, type LaneForm } from "../../../src/model/document/document.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { renderToString } from "../../../src/render-to-string.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";

const RUNS = triesOf(60, 10);
const day = (n: number): string => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** Number of events that a picture draws: those alone and those that an aggregate or a cluster counts. */
function drawnEvents(svg: string): number {
  const alone = new Set([...svg.matchAll(/data-event="([^"]*)"/g)].map(([, id]) => id));
  return [...svg.matchAll(/data-events="(\d+)"/g)].reduce((sum, [, count]) => sum + Number(count), alone.size);
}

const start = fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 20_000, max: 20_090 }));
const status = fc.constantFrom("confirmed", "reported", "presumed", "disputed", "denied", "planned");
const point = start.map(day);
const range = fc
  .tuple(start, fc.integer({ min: 0, max: 9000 }), fc.constantFrom("", "~", ".."))
  .map(([a, length, end]) => (end === ".." ? `${day(a)}/..` : `${day(a)}/${day(a + length)}${end}`));

/** @param part weight of ranges among 10 events */
const eventsOf = (part: number) =>
  fc.array(
    fc.record({
      title: fc.constantFrom("A", "A longer title", "A title that takes more room than most of the others"),
      date: fc.oneof({ weight: 10 - part, arbitrary: point }, { weight: part, arbitrary: range }),
      lane: fc.constantFrom("one", "two"),
      status,
      importance: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 150 },
  );

describe("the form of a lane", () => {
  test.each(LANE_FORMS)("%s draws each event once", { timeout: TIMEOUT }, (form) => {
    holds(
      `each event once as ${form}`,
      fc.property(
        fc.integer({ min: 0, max: 10 }).chain(eventsOf),
        fc.constantFrom(undefined, 260, 500),
        fc.integer({ min: 500, max: 1400 }),
        (events, height, width) => {
          const svg = renderToString(events, { form, width, height, scale: "time" });
          expect(drawnEvents(svg)).toBe(events.length);
        },
      ),
      { numRuns: RUNS, seed: 21 },
    );
  });

  const ranges = Array.from({ length: 40 }, (_, i) => ({
    title: `Range ${i}`,
    date: `${day(i * 30)}/${day(4000 + i * 90)}`,
    lane: i % 2 === 0 ? "one" : "two",
  }));
  const shapeOf = (options: Parameters<typeof renderToString>[1]): string[] =>
    [...renderToString(ranges, { width: 900, height: 320, ...options }).matchAll(/data-aggregate="([\w-]+)"/g)].map(
      ([, kind]) => kind as string,
    );

  test.each<[LaneForm, string]>([
    ["histogram", "bars"],
    ["ribbon", "ribbon"],
    ["range-bars", "thin-bars"],
  ])("%s draws aggregates of the kind %s", (form, kind) => {
    expect(new Set(shapeOf({ form }))).toEqual(new Set([kind]));
  });

  test("a lane's own form overrides that of the figure", () => {
    const lanes = [{ id: "one", form: "histogram" }, { id: "two" }];
    const svg = renderToString({ lanes, events: ranges }, { width: 900, height: 320, form: "ribbon" });
    expect([...svg.matchAll(/data-aggregate="([\w-]+)"/g)].map(([, kind]) => kind)).toEqual(["bars", "ribbon"]);
  });

  test("an unknown form of a lane is an issue that names the known ones, and is left out", () => {
    const { timeline, issues } = parseDocument({ lanes: [{ id: "a", form: "pie" }], events: [] });
    expect(timeline.lanes[0]).not.toHaveProperty("form");
    expect(issues[0]).toMatchObject({ code: "form-invalid", path: "lanes[0].form", value: "pie" });
    expect(issues[0]?.hint).toContain("range-bars");
  });

  test("an unknown form of the figure is a TypeError that lists the known ones", () => {
    expect(() => renderToString([], { form: "pie" as LaneForm })).toThrow(
      'option form must be "auto", "dots", "range-bars", "histogram", "ribbon" or "single-row", not "pie"',
    );
  });
});

describe("groups of lanes", () => {
  const lanes = [
    { id: "cars", title: "Cars" },
    { id: "F1", parent: "cars" },
    { id: "GP", parent: "bikes", color: "rose" },
    { id: "Rally", parent: "cars" },
    { id: "SBK", parent: "bikes" },
  ];
  const events = ["F1", "GP", "Rally", "SBK"].map((lane, i) => ({ title: `In ${lane}`, date: day(i * 900), lane }));

  test("lanes of a group stand together, and a group without events is no lane", () => {
    const { timeline, issues } = parseDocument({ lanes, events });
    expect(timeline.lanes.map(({ id }) => id)).toEqual(["F1", "Rally", "GP", "SBK"]);
    expect(issues.filter(({ code }) => code !== "unsourced")).toEqual([]);
  });

  test("a lane has the colour of its group, unless it has its own", () => {
    const { timeline } = parseDocument({ lanes, events });
    expect(timeline.lanes.map(({ color }) => color)).toEqual(["blue", "blue", "rose", "brick"]);
  });

  test("the legend names the groups", () => {
    const svg = renderToString({ lanes, events }, { width: 900 });
    expect(svg).toContain(">Cars<");
    expect(svg).toContain(">bikes<");
  });

  test("a group that has events of its own is a lane too", () => {
    const { timeline } = parseDocument({ lanes, events: [...events, { title: "A car", date: "1900", lane: "cars" }] });
    expect(timeline.lanes.at(-1)).toMatchObject({ id: "cars", title: "Cars", color: "blue" });
  });

  test("more than eight lanes without groups are all of one colour, except those that have their own", () => {
    const many = Array.from({ length: 9 }, (_, i) => (i === 4 ? { id: `l${i}`, color: "teal" } : { id: `l${i}` }));
    const { timeline } = parseDocument({ lanes: many, events: [] });
    expect(timeline.lanes.map(({ color }) => color)).toEqual(many.map(({ color }) => color ?? "blue"));
  });
});

describe("an axis above the lanes", () => {
  const rows = (count: number) =>
    Array.from({ length: count * 8 }, (_, i) => ({
      title: `Event ${i}`,
      date: day(i * 99),
      lane: `Lane ${i % count}`,
    }));
  /** y of the upper and of the lower axis line. */
  const linesOf = (svg: string): number[] =>
    [...svg.matchAll(/<g class="dl-axis"[^>]*><line x1="[^"]*" y1="([^"]*)"/g)].map(([, y]) => Number(y));

  test("stands alone over lanes of one row", () => {
    expect(linesOf(renderToString(rows(12), { width: 900 }))).toHaveLength(1);
  });

  test("is drawn above and below where the lanes are higher than 600 px", () => {
    expect(linesOf(renderToString(rows(30), { width: 900 }))).toHaveLength(2);
    expect(linesOf(renderToString(rows(3), { width: 900, height: 800 }))).toHaveLength(2);
  });

  test("is not drawn over a few low lanes", () => {
    expect(linesOf(renderToString(rows(2), { width: 900, height: 400 }))).toHaveLength(1);
  });
});

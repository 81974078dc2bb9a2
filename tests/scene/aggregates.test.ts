/** The words of piles and bars of counts: in the picture, in its legend, and for screen readers. */
import { describe, expect, test } from "vitest";
import { type EventInput, parseDocument, renderToString } from "../../src/index.js";
import { atOnceName, columnName, partName, perUnit, placeInColumn } from "../../src/scene/accessible-names.js";
import { CALENDAR_UNITS } from "../../src/time/calendar-units.js";
import { earthquakes, services } from "../support/earthquakes.js";
import { LOCALES } from "../support/locales.js";

const quakes = earthquakes(23_000);
const { timeline } = parseDocument(quakes);
const svg = renderToString(quakes, { width: 1000, height: 500 });
const [, , , MONTH, , YEARLY] = CALENDAR_UNITS;
const en = LOCALES[0] as (typeof LOCALES)[number];
const march = timeline.events.filter(
  ({ span }) => span.start >= Date.UTC(2011, 2, 1) && span.start < Date.UTC(2011, 3, 1),
);
const [first, fifth, last] = [march[0], march[4], march.at(-1)].map((event) => {
  if (!event) throw new Error("March 2011 has events");
  return event;
}) as [(typeof march)[number], (typeof march)[number], (typeof march)[number]];
const column = { at: 4, count: march.length, first, last };

describe("the picture of bars", () => {
  test("says the count and the month of the highest bar", () => {
    expect(svg).toContain(`>${march.length} in Mar 2011<`);
  });

  test("has a ruler of two or three round counts, with the unit under the highest", () => {
    const ruler = svg.split('class="dl-rulers"')[1]?.split("</g></g>")[0] ?? "";
    const texts = [...ruler.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts).toEqual(["100", "200", "a month"]);
  });

  test("has a ruler above the bars where time runs down, with the unit after the highest count", () => {
    const down = renderToString(quakes, { width: 360 });
    const ruler = down.split('class="dl-rulers"')[1]?.split("</g>")[0] ?? "";
    const texts = [...ruler.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts.at(-1)).toBe("a month");
    expect(texts.at(-2)).toBe("200");
  });

  test("has no such ruler where piles stand", () => {
    const piles = renderToString(quakes, { width: 360, initialView: { from: "2010-12-20", to: "2011-04-01" } });
    expect(piles).toContain('data-aggregate="pile"');
    expect(piles).not.toContain("dl-rulers");
  });

  test("explains the colours of lanes that share a line", () => {
    const { events } = services(90) as { readonly events: readonly EventInput[] };
    const document = {
      lanes: ["Apps", "Tools"],
      events: events.map((event, i) => ({ ...event, lane: i % 2 === 0 ? "Apps" : "Tools" })),
    };
    const legend = (width: number): string => renderToString(document, { width }).split('class="dl-foot"')[1] ?? "";
    expect(legend(360)).toMatch(/>Apps<.*>Tools</);
    expect(legend(1000)).not.toContain(">Tools<");
  });

  test("explains bars and named discs in its legend", () => {
    expect(svg).toContain(">a bar for each month, as high as its count<");
    expect(svg).toContain(">named; zooming in names more<");
  });

  test("says the count of one bar at its left edge to the right, where it stays in the picture", () => {
    const votes = Array.from({ length: 60 }, (_, i) => ({ title: `Vote ${i}`, date: "2020-05-01T12:00" }));
    const picture = renderToString([...votes, { title: "Later", date: "2021-01-01" }], { width: 1000 });
    const [tag] = /<text[^>]*>60, 1 May 2020</.exec(picture) ?? [];
    expect(tag).toBeDefined();
    expect(tag).not.toContain('text-anchor="end"');
  });

  test("gives the piles of a lane a hit area of at least 24 px", () => {
    const near = renderToString(quakes, { width: 1000, initialView: { from: "2010-12-20", to: "2011-10-01" } });
    const piles = near.split('data-aggregate="pile"').slice(1);
    const areas = piles.map((pile) => /<rect [^>]*pointer-events="all"[^>]*>/.exec(pile)?.[0] ?? "");
    const sizes = areas.map((area) =>
      ["width", "height"].map((name) => Number(new RegExp(` ${name}="([^"]+)"`).exec(area)?.[1])),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes.flat())).toBeGreaterThanOrEqual(24);
  });

  test("explains piles where it shows piles", () => {
    const near = renderToString(quakes, { width: 1000, initialView: { from: "2010-12-20", to: "2011-10-01" } });
    expect(near).toContain(">events too close to stand side by side, one dot each<");
  });
});

describe("the name", () => {
  test("of an event in a bar says the date, the title and the place there", () => {
    const place = placeInColumn({ ...column, ...(MONTH ? { unit: MONTH } : {}) }, en);
    expect(place).toBe(`5 of ${march.length} in March 2011`);
    expect(partName(fifth, place, en)).toMatch(/^\d+ March 2011, Magnitude \d\.\d, 5 of \d+ in March 2011\.$/);
  });

  test("of a place in a pile says from when to when the pile is", () => {
    expect(placeInColumn(column, en)).toMatch(/^5 of \d+, \d+ March 2011 to \d+ March 2011$/);
  });

  test("of a bar is its month and its count, of a ribbon how many run at once", () => {
    expect(columnName({ ...column, unit: MONTH }, en)).toBe(`March 2011, ${march.length} events`);
    expect(columnName({ ...column, unit: YEARLY }, en)).toBe(`2011, ${march.length} events`);
    expect(atOnceName(97, Date.UTC(2011, 4, 7), en)).toBe("97 at once, May 2011");
  });

  test.each(LOCALES.map((locale) => [locale.code, locale] as const))("of each unit is given in %s", (_, locale) => {
    for (const unit of CALENDAR_UNITS) {
      for (const each of [true, false]) expect(perUnit(unit, locale, each)).toMatch(/^[^{}|]+$/);
    }
    const place = placeInColumn({ ...column, ...(MONTH ? { unit: MONTH } : {}) }, locale);
    expect(place).toContain(String(march.length));
    expect(place).toContain("2011");
  });
});

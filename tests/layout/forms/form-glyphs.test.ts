/** Claims, certainty, status, and open and soft ends keep their glyphs in every form of a lane. */
import { describe, expect, test } from "vitest";
import { type EventInput, LANE_FORMS, type LaneForm } from "../../../src/model/document/document.js";
import { renderToString } from "../../../src/render-to-string.js";

const EVENT = { id: "one", title: "One", importance: 5 as const, sources: ["https://example.org/a"] };
const POINT = { ...EVENT, date: "1950-05-05" };
const RANGE = { ...EVENT, date: "1950-05-05/1962-03-03" };
const OTHERS = ["1910-01-01", "1990-01-01"].map((date, i) => ({ id: `other-${i}`, title: "Other", date }));

const source = (name: string): string => `https://example.org/${name}`;
const GLYPHS: Readonly<Record<string, readonly [plain: EventInput, marked: EventInput]>> = {
  ...Object.fromEntries(
    (["reported", "presumed", "disputed", "denied", "planned"] as const).flatMap((status) => [
      [`a moment that is ${status}`, [POINT, { ...POINT, status }]],
      [`a range that is ${status}`, [RANGE, { ...RANGE, status }]],
    ]),
  ),
  "a moment that is uncertain": [POINT, { ...POINT, date: "1950-05-05?" }],
  "a moment that is approximate": [POINT, { ...POINT, date: "1950-05-05~" }],
  "a moment known to a decade": [POINT, { ...POINT, date: "195X" }],
  "a range whose end is approximate": [RANGE, { ...RANGE, date: "1950-05-05/1962-03-03~" }],
  "a range that goes on": [RANGE, { ...RANGE, date: "1950-05-05/.." }],
  "a range whose end is not known": [RANGE, { ...RANGE, date: "1950-05-05/" }],
  "a range without a start": [RANGE, { ...RANGE, date: "../1962-03-03" }],
  "a range whose start is not known": [RANGE, { ...RANGE, date: "/1962-03-03" }],
  "one of several dates": [POINT, { ...POINT, date: "[1948-05-05,1952-05-05]" }],
  "all of several dates": [POINT, { ...POINT, date: "{1948-05-05,1952-05-05}" }],
  "a moment of which sources differ": [
    POINT,
    {
      ...POINT,
      claims: [
        { date: "1944-05-05", source: source("a") },
        { date: "1956-05-05", source: source("b") },
      ],
    },
  ],
};

/** What is drawn of the mark of the event, without its place and its name. */
function markOf(event: EventInput, form: LaneForm): string {
  const svg = renderToString([...OTHERS, event], { width: 1000, height: 400, scale: "time", form });
  const [, rest = ""] = svg.split('data-event="one"');
  const [whole = ""] = rest.split(/data-event="|data-aggregate="/);
  const [, mark = ""] = whole.split('class="dl-mark"');
  const drawn = (mark.split('class="dl-label"')[0] ?? "").replace(/aria-label="[^"]*"|translate\([^)]*\)/g, "");
  // A name on a bar carries the sign of doubt itself.
  return /<(?:text|tspan)[^>]*>[^<]*\?</.test(whole) ? `${drawn} ?` : drawn;
}

describe.each(LANE_FORMS)("as %s", (form) => {
  test.each(Object.entries(GLYPHS))("%s has a glyph of its own", (_, [plain, marked]) => {
    expect(markOf(plain, form)).toMatch(/<(?:path|circle)/);
    expect(markOf(marked, form)).not.toBe(markOf(plain, form));
  });

  test("a control: another title is no other glyph", () => {
    expect(markOf({ ...RANGE, title: "Two" }, form)).toBe(markOf(RANGE, form));
  });
});

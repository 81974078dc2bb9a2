/** ical.js is the oracle of property lines that follow RFC 5545. */
import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPropertyLine } from "../../src/import/ics/property-line.js";
import { typeOf, valuesOf } from "../../src/import/ics/property-value.js";

function read(text: string): unknown {
  const line = readPropertyLine(text);
  if (typeof line === "string") return line;
  const { value: _, ...parameters } = line.parameters;
  const type = typeOf(line);
  return [line.name.toLowerCase(), parameters, type, ...valuesOf(line, type)];
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
const digits = (most: number, length: number) =>
  fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(length, "0"));
const day = fc.tuple(digits(9999, 4), digits(99, 2), digits(99, 2)).map((parts) => parts.join(""));
const time = fc.tuple(day, digits(99, 2), digits(99, 2), digits(99, 2), fc.constantFrom("", "Z"));
const moment = time.map(([date, hour, minute, second, utc]) => `${date}T${hour}${minute}${second}${utc}`);
const text = fc.string({ unit: fc.constantFrom("a", "é", " ", ":", '"', ",", ";", "\\", "n", "\n", "=") });
const lines = fc.oneof(
  fc.tuple(fc.constantFrom("SUMMARY", "Location", "UID"), text).map(([name, value]) => `${name}:${escaped(value)}`),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((tags) => `CATEGORIES:${tags.map(escaped).join(",")}`),
  day.map((value) => `DTSTART;VALUE=DATE:${value}`),
  moment.map((value) => `DTEND;TZID=Europe/Berlin:${value}`),
  fc.array(moment, { minLength: 1, maxLength: 3 }).map((values) => `EXDATE:${values.join(",")}`),
  moment.map((value) => `X-TIME;VALUE=DATE-TIME:${value}`),
  fc.webUrl().map((url) => `URL:${url}`),
  fc.integer({ min: 0, max: 9 }).map((n) => `PRIORITY:${n}`),
);
const quoted = fc.string({ unit: fc.constantFrom("a", "é", " ", ":", ";", ",", "=", "^n", "^^", "^'") });
const parameter = fc.tuple(fc.constantFrom("X-A", "x-b", "CN"), quoted).map(([name, value]) => `;${name}="${value}"`);

describe("a property line", () => {
  test("is read as ical.js reads it", () => {
    fc.assert(
      fc.property(lines, fc.option(parameter, { nil: "" }), (line, extra) => {
        // ical.js takes a backslash before a separator for an escape although another backslash escapes it.
        fc.pre(!/^CATEGORIES:.*\\\\,/.test(line));
        const text = line.replace(/^[^:;]+/, `$&${extra}`);
        expect(read(text)).toEqual(ICAL.parse.property(text));
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, unknown]>([
    ["GEO:37.386013;-122.082932", ["geo", {}, "float", 37.386013, -122.082932]],
    ["X-WR-CALNAME:One\\, two", ["x-wr-calname", {}, "text", "One, two"]],
    ["CATEGORIES:a\\\\,b\\,c", ["categories", {}, "text", "a\\", "b,c"]],
    ["RDATE;VALUE=PERIOD:20250101T100000Z/PT1H", ["rdate", {}, "period", ["2025-01-01T10:00:00Z", "PT1H"]]],
    ['X-A;TZID="Brussels\\, Paris":1', ["x-a", { tzid: "Brussels, Paris" }, "text", "1"]],
    ["SUMMARY;QUOTED-PRINTABLE:A", ["summary", { "quoted-printable": "" }, "text", "A"]],
    [
      'ATTENDEE;MEMBER="mailto:a","mailto:b":mailto:c',
      ["attendee", { member: '"mailto:a","mailto:b"' }, "cal-address", "mailto:c"],
    ],
    ["DTSTART:20250101T100000+0200", ["dtstart", {}, "date-time", "20250101T100000+0200"]],
    ["DTSTART;__proto__=1:20250101", ["dtstart", JSON.parse('{ "__proto__": "1" }'), "date-time", "2025-01-01"]],
  ])("%s is read to its values", (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test.each([
    ["SUMMARY", "there is no colon before a value"],
    ["SUMMARY;A=1", "there is no colon before a value"],
    ['SUMMARY;A="1:x', "a quotation mark is not closed"],
  ])("%s is refused, since %s", (line, problem) => {
    expect(read(line)).toBe(problem);
  });
});

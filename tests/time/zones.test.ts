/** No date-only value ever shifts, whatever the zone of the machine or of the document. */
import { afterAll, describe, expect, test } from "vitest";
import { en } from "../../src/locales/en.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import { type ParsedDate, parseDate } from "../../src/time/parse-date.js";
import type { Span } from "../../src/time/span.js";
import { isTimeZone, wallClock } from "../../src/time/zone.js";

const ZONES = [...Intl.supportedValuesOf("timeZone"), "UTC"];
const DATES: readonly (readonly [text: string, words: string])[] = [
  ["2024-06-19", "19 June 2024"],
  ["2018-11-04", "4 November 2018"],
  ["2011-12-30", "30 December 2011"],
  ["1883-11-18", "18 November 1883"],
  ["0044-03-15", "15 March 44 CE"],
  ["19 June 2024", "19 June 2024"],
  ["June 1944", "June 1944"],
  ["1848", "1848"],
];

const own = process.env["TZ"];
afterAll(() => {
  if (own === undefined) delete process.env["TZ"];
  else process.env["TZ"] = own;
});

describe("dates without a time of day", () => {
  test("are the same day whatever the zone of the machine", () => {
    let shifted = 0;
    for (const zone of ZONES) {
      process.env["TZ"] = zone;
      for (const [text, words] of DATES) {
        const { span } = parseDate(text);
        expect([zone, span && formatDate(span, en)]).toEqual([zone, words]);
      }
      // The control: what everybody writes does show another day.
      if (new Date("2024-06-19").getDate() !== 19) shifted++;
    }
    console.info(`zones: ${ZONES.length}, of which the runtime's own Date shows another day in ${shifted}`);
    expect(shifted).toBeGreaterThan(100);
  });

  test("are the same day whatever the zone of the document", () => {
    for (const timeZone of ZONES) {
      for (const [text, words] of DATES) {
        const { span, issues } = parseDate(text, { timeZone });
        expect([timeZone, span && formatDate(span, en), issues]).toEqual([timeZone, words, []]);
      }
    }
  });
});

describe("times of day", () => {
  test("with an offset are shown as the wall clock of the document's zone, as the runtime knows it", () => {
    for (const timeZone of ZONES) {
      const { span } = parseDate("2024-06-19T14:30Z", { timeZone });
      const parts = new Intl.DateTimeFormat("en-GB", {
        timeZone,
        dateStyle: "short",
        timeStyle: "short",
        hourCycle: "h23",
      }).format(Date.UTC(2024, 5, 19, 14, 30));
      const date = new Date((span as Span).start);
      const pad = (n: number): string => String(n).padStart(2, "0");
      const shown = `${pad(date.getUTCDate())}/06/2024, ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
      expect([timeZone, shown]).toEqual([timeZone, parts]);
    }
  });

  test("do not depend on the zone of the machine", () => {
    const read = (): unknown => parseDate("2024-06-19T14:30+02:00", { timeZone: "Asia/Pyongyang" });
    process.env["TZ"] = "America/St_Johns";
    const there = read();
    process.env["TZ"] = "Pacific/Apia";
    expect(read()).toEqual(there);
  });

  const FAULTS: readonly (readonly [text: string, zone: string, code: string | undefined])[] = [
    ["2024-03-31T02:30", "Europe/Berlin", "time-nonexistent"],
    ["2024-10-27T02:30", "Europe/Berlin", "time-ambiguous"],
    ["2024-10-27T03:30", "Europe/Berlin", undefined],
    ["2018-11-04T00:00", "America/Sao_Paulo", "time-nonexistent"],
    ["2018-11-04T01:00", "America/Sao_Paulo", undefined],
    ["2011-12-30T12:00", "Pacific/Apia", "time-nonexistent"],
    ["2024-03-10T02:15", "America/New_York", "time-nonexistent"],
    ["2024-11-03T01:15", "America/New_York", "time-ambiguous"],
    ["2024-04-07T01:45", "Australia/Lord_Howe", "time-ambiguous"],
    ["2024-03-31T02:30Z", "Europe/Berlin", undefined],
    ["2024-03-31T02:30", "UTC", undefined],
  ];

  test.each(FAULTS)("%s in %s is kept, with %s", (text, timeZone, code) => {
    const { span, issues }: ParsedDate = parseDate(text, { timeZone });
    expect(issues.map((issue) => issue.code)).toEqual(code ? [code] : []);
    expect(span?.kind).toBe("moment");
    if (code) {
      const { start } = span as Span;
      expect(start).toBe(Date.parse(`${text}Z`));
      expect(issues[0]?.message).toMatch(/it is kept as written|the first is taken/);
    }
  });

  test("that a zone showed twice are found exactly where the runtime finds two", () => {
    // The oracle: every quarter of an hour of a week round the change, asked the slow way.
    const timeZone = "Europe/Berlin";
    const first = Date.UTC(2024, 9, 25);
    const seen = new Map<number, number>();
    for (let utc = first - 864e5; utc < first + 6 * 864e5; utc += 9e5) {
      const wall = wallClock(utc, timeZone);
      seen.set(wall, (seen.get(wall) ?? 0) + 1);
    }
    for (let wall = first; wall < first + 4 * 864e5; wall += 9e5) {
      const text = new Date(wall).toISOString().slice(0, 16);
      const ambiguous = parseDate(text, { timeZone }).issues.some((issue) => issue.code === "time-ambiguous");
      expect([text, ambiguous]).toEqual([text, seen.get(wall) === 2]);
    }
  });
});

test("every zone of the runtime is one, offsets are, and a text with an offset in it is not", () => {
  for (const zone of [...Intl.supportedValuesOf("timeZone"), "Etc/GMT+12", "GMT", "+09:00", "-0330"]) {
    expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
  }
  for (const zone of ["(UTC+01:00) Paris", "Paris+01:00", "W. Europe Standard Time", "Foo+01", ""]) {
    expect([zone, isTimeZone(zone)]).toEqual([zone, false]);
  }
});

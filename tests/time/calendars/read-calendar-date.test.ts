/** Dates of other calendars are converted as published tables and the runtime's own calendars have them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCalendarDate } from "../../../src/calendars.js";
import { parseDate } from "../../../src/parse.js";
import { readCatalogueDate } from "../../../src/time/catalogue/read-catalogue-date.js";
import { daysOf, type OtherCalendar } from "../../../src/time/calendars/convert.js";

/** Equivalences from encyclopedias, almanacs and laws. */
const PUBLISHED: readonly (readonly [text: string, date: string])[] = [
  ["令和6年5月2日", "2024-05-02"],
  ["令和元年", "[2019-05-01..2019-12-31]"],
  ["平成三十一年", "[2019-01-01..2019-04-30]"],
  ["昭和64年", "[1989-01-01..1989-01-07]"],
  ["昭和20年8月15日", "1945-08-15"],
  ["昭和二十年八月十五日", "1945-08-15"],
  ["昭和20年8月", "1945-08"],
  ["S20.8.15", "1945-08-15"],
  ["Showa 20", "1945"],
  ["明治33年", "1900"],
  ["民國113年5月2日", "2024-05-02"],
  ["民国三年", "1914"],
  ["1 Muharram 1445", "2023-07-19"],
  ["15 Ramadan 1445", "2024-03-25"],
  ["1445-09-15 AH", "2024-03-25"],
  ["1 Muharram 1 AH", "0622-07-19"],
  ["AH 1003", "[1594-09-16..1595-09-05]"],
  ["c. 1003 AH", "[1594-09-16~..1595-09-05~]"],
  ["1 Farvardin 1403", "2024-03-20"],
  ["15 Mehr 1402", "2023-10-07"],
  ["۱۵ مهر ۱۴۰۲", "2023-10-07"],
  ["22 Bahman 1357", "1979-02-11"],
  ["1402-1403 SH", "2023-03-21/2025-03-20"],
  ["1 Tishri 5785", "2024-10-03"],
  ["5 Iyar 5708", "1948-05-14"],
  ["14 Adar II 5784", "2024-03-24"],
  ["5784 AM", "[2023-09-16..2024-10-02]"],
  ["1 Vendémiaire an I", "1792-09-22"],
  ["13 Vendémiaire an IV", "1795-10-05"],
  ["9 Thermidor Year II", "1794-07-27"],
  ["18 Brumaire an VIII", "1799-11-09"],
  ["11 Frimaire an XIII", "1804-12-02"],
  ["10 Nivôse an XIV", "1805-12-31"],
  ["6 complémentaires an III", "1795-09-22"],
  ["An II", "[1793-09-22..1794-09-21]"],
  ["30 January 1648/9 O.S.", "1649-02-09"],
  ["4 October 1582 (Julian)", "1582-10-14"],
  ["5 Nov 1605 O.S.", "1605-11-15"],
  ["29 February 1700 (Julian)", "1700-03-11"],
  ["9 January 1905 O.S.", "1905-01-22"],
  ["25 October 1917 O.S.", "1917-11-07"],
  ["@#DJULIAN@ 3 MAR 1700", "1700-03-14"],
  ["@#DHEBREW@ 15 NSN 5600", "1840-04-18"],
  ["@#DFRENCH R@ 9 THER 2", "1794-07-27"],
  ["BE 2567", "2024"],
];

/** Dates that a calendar does not have, or that have two readings. */
const NOT_CONVERTED: readonly string[] = [
  ...["明治5年", "昭和65年", "昭和20年13月", "30 January 1648 O.S.", "15 Adar 5784", "31 Mehr 1402", "30 Esfand 1402"],
  ...["6 complémentaires an II", "11 Nivôse an XIV", "1 Vendémiaire an XV", "30 February 1700 (Julian)", "BE 2480"],
];

describe("a date of another calendar", () => {
  test.each(PUBLISHED)("%s is %s", (text, date) => {
    const found = readCalendarDate(text);
    expect(found?.date).toBe(date);
    expect(found?.remarks.map(({ code }) => code)).toEqual(["date-notation"]);
    expect(parseDate(date).span).toBeDefined();
  });

  test.each(NOT_CONVERTED)("%s is not converted, and refused by the name of its calendar", (text) => {
    expect(readCalendarDate(text)).toBeUndefined();
    expect(parseDate(text).issues[0]?.message).toMatch(/it is a date of (the|an) .*(calendar|era)/);
  });

  test("has its published values", () => {
    console.info(`dates of other calendars: ${PUBLISHED.length} converted, ${NOT_CONVERTED.length} refused`);
    expect(PUBLISHED.length).toBeGreaterThan(40);
  });

  test.each(["19 June 2024", "c. 1850", "1402/07/15", "1445", "May 1900", "2024-06-19", "12 March 1650"])(
    "%s names no other calendar and stays as it is",
    (text) => {
      expect(readCalendarDate(text)).toBeUndefined();
    },
  );

  test("in numbers is read where the caller states the calendar", () => {
    expect(readCalendarDate("1402/07/15", { calendar: "solar-hijri" })?.date).toBe("2023-10-07");
    expect(readCalendarDate("1445/09/15", { calendar: "hijri-civil" })?.date).toBe("2024-03-25");
  });

  test("is converted under the notations of a catalogue", () => {
    const { date, remarks } = readCatalogueDate("Made: [1003 AH]", { calendars: readCalendarDate }) ?? {};
    expect([date, remarks?.length]).toEqual(["[1594-09-16..1595-09-05]", 3]);
  });
});

/** The runtime's calendars, which are another implementation. */
const ORACLES: readonly (readonly [OtherCalendar, string, number, number])[] = [
  ["hijri-civil", "islamic-civil", -200_000, 40_000],
  ["hijri-umalqura", "islamic-umalqura", -30_000, 35_000],
  ["solar-hijri", "persian", -50_000, 40_000],
];

describe.each(ORACLES)("the %s calendar", (calendar, oracle, first, last) => {
  const format = new Intl.DateTimeFormat(`en-u-ca-${oracle}`, {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  test("agrees with that of the runtime", () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (days) => {
        const parts = Object.fromEntries(
          format
            .formatToParts(new Date(days * 86_400_000))
            .map(({ type, value }) => [type, Number.parseInt(value, 10)]),
        );
        const { year = parts["relatedYear"], day } = parts;
        expect([days, daysOf(calendar, { year: year as number, month: parts["month"], day })]).toEqual([
          days,
          [days, days + 1],
        ]);
      }),
      { numRuns: 300, seed: 20 },
    );
  });
});

test("the Hebrew calendar agrees with that of the runtime, which names its months", () => {
  const format = new Intl.DateTimeFormat("en-u-ca-hebrew", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    day: "numeric",
  });
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 40_000 }), (days) => {
      const date = new Date(days * 86_400_000);
      const text = format.format(date);
      expect([text, readCalendarDate(text)?.date]).toEqual([text, date.toISOString().slice(0, 10)]);
    }),
    { numRuns: 300, seed: 20 },
  );
});

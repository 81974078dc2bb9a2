/** A sheet as an archivist keeps it: each notation is read as it means, or refused with a reason that names it. */
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readCalendarDate } from "../../src/calendars.js";
import { toCsv } from "../../src/export/csv.js";
import { fromCsv } from "../../src/import/csv/from-csv.js";
import { parseDocument } from "../../src/parse.js";
import { civilOf } from "../../src/time/calendar.js";
import { readTable } from "../support/table-dates.js";

/** A cell, and its date in words; a dash and the code of the refusal if it has none. */
const SHEET: readonly (readonly [cell: string, date: string, code?: string])[] = [
  ["[ca. 1901]", "about 1901"],
  ["1003 [1594-1595]", "from 1594 to 1595"],
  ["2nd half of the 17th century", "between 1650 and 1699, exact year unknown"],
  ["first quarter of the 19th century", "between 1800 and 1824, exact year unknown"],
  ["1970, printed 2011", "1970"],
  ["published 1833", "1833"],
  ["date not known", "—", "date-unknown"],
  ["n.d.", "—", "date-unknown"],
  ["undated", "—", "date-unknown"],
  ["0000-00-00", "—", "date-unknown"],
  ["ABT 1850", "about 1850"],
  ["BEF 1900", "before 1900"],
  ["AFT 1850", "after 1850"],
  ["BET 1880 AND 1885", "between 1880 and 1885, exact year unknown"],
  ["FROM 1880 TO 1885", "from 1880 to 1885"],
  ["2021 Q3", "3rd quarter of 2021"],
  ["Q3 2021", "3rd quarter of 2021"],
  ["H1 2021", "1st half of 2021"],
  ["2024-W05", "between 29 January 2024 and 4 February 2024, exact day unknown"],
  ["May 2, 2024 3:00 PM (GMT+2)", "2 May 2024, 15:00 UTC+2"],
  ["?c.1785", "possibly about 1785"],
  ["[1786?]", "possibly 1786"],
  ["Held: 3 January 1791", "3 January 1791"],
  ["Monday, 3 January 1791", "3 January 1791"],
  ["c1987", "about 1987"],
  ["1828–9", "from 1828 to 1829"],
  ["1828-9", "from 1828 to 1829"],
  ["c.1823–4", "from about 1823 to 1824"],
  ["ca. 1901-1905", "from about 1901 to 1905"],
  ["[186-]", "in the 1860s"],
  ["175-?", "possibly 1750s"],
  ["30 January 1648/9", "30 January 1649"],
  ["18th century", "18th century"],
  ["late 18th c.", "late 18th century"],
  ["[between 1850 and 1860]", "between 1850 and 1860, exact year unknown"],
  ["[not before 1850]", "1850 or later"],
  ["not after 1600", "1600 or earlier"],
  ["1850 or 1851", "1850 or 1851"],
  ["1850s?", "possibly 1850s"],
  ["mid-1850s", "mid-1850s"],
  ["20th June 1837", "20 June 1837"],
  ["1837 June 20", "20 June 1837"],
  ["June 1837", "June 1837"],
  ["1850-06-00", "June 1850"],
  ["1851-00-00", "1851"],
  ["18520600", "June 1852"],
  ["Before: 1850", "before 1850"],
  ["Circa: 1850", "about 1850"],
  ["Julian: 25 October 1917", "—", "date-unrecognised"],
  ["?-1850", "until 1850, start unknown"],
  ["2024 W23", "between 3 June 2024 and 9 June 2024, exact day unknown"],
  ["[n.d.]", "—", "date-unknown"],
  ["1/2/2021", "—", "date-order-unknown"],
  ["45387", "—", "date-order-unknown"],
  ["1925, 28, 37", "—", "date-trailing-text"],
  ["17--", "—", "date-unrecognised"],
  ["FY 2021", "—", "date-unrecognised"],
  ["令和元年5月1日", "—", "date-unrecognised"],
  ["民國38年", "—", "date-unrecognised"],
  ["15 Ramadan 1445", "—", "date-unrecognised"],
  ["1402 SH", "—", "date-unrecognised"],
  ["9 Thermidor an II", "—", "date-unrecognised"],
  ["5 Tishrei 5784", "—", "date-unrecognised"],
  ["25 October 1917 O.S.", "—", "date-unrecognised"],
];

const sheetOf = (rows: readonly (readonly [string, string, string?])[]): string =>
  ["Ref,Dates", ...rows.map(([cell], i) => `${i},"${cell}"`)].join("\n");

describe("a sheet of an archive", () => {
  test("is read right in any order of its rows", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SHEET], { minLength: SHEET.length }), (rows) => {
        const { timeline, document } = readTable(sheetOf(rows), { columns: { title: "Ref", date: "Dates" } });
        expect(document.events).toHaveLength(rows.length);
        const unplaced = new Set(timeline.unplaced.map(({ title }) => title));
        expect(
          rows
            .filter((_, i) => unplaced.has(String(i)))
            .map(([cell]) => cell)
            .sort(),
        ).toEqual(
          SHEET.filter(([, date]) => date === "—")
            .map(([cell]) => cell)
            .sort(),
        );
      }),
      { numRuns: 5 },
    );
  });

  test.each(SHEET)("%s is %s %s", (cell, date, code) => {
    const { rows, codes } = readTable(`Title,Date\nA,"${cell}"`);
    expect(rows[0]?.date).toBe(date);
    if (code !== undefined) expect(codes).toContain(code);
  });

  test.each([
    ["令和元年5月1日", "1 May 2019"],
    ["民國38年", "1949"],
    ["15 Ramadan 1445", "25 March 2024"],
    ["9 Thermidor an II", "27 July 1794"],
    ["5 Tishrei 5784", "20 September 2023"],
    ["25 October 1917 O.S.", "7 November 1917"],
  ])("%s is %s with datelines/calendars", (cell, date) => {
    const { rows, codes } = readTable(`Title,Date\nA,"${cell}"`, { calendars: readCalendarDate });
    expect([rows[0]?.date, codes]).toEqual([date, ["date-notation"]]);
  });

  test("names a weekday that contradicts its date", () => {
    expect(readTable('Title,Date\nA,"Tuesday, 3 January 1791"').codes).toEqual(["weekday-mismatch"]);
  });

  afterAll(() => console.info(`notations of a sheet: ${SHEET.length}`));
});

describe("pairs of years", () => {
  const dates = (...cells: string[]): string[] =>
    readTable(["Title,Year", ...cells.map((cell, i) => `${i},${cell}`)].join("\n")).rows.map(({ date }) => date);

  test.each<readonly [cells: string[], dates: string[]]>([
    [
      ["1999-00", "2009-10"],
      ["from 1999 to 2000", "from 2009 to 2010"],
    ],
    [
      ["2018-19", "2020-21"],
      ["from 2018 to 2019", "from 2020 to 2021"],
    ],
    [
      ["2018/19", "2009/10"],
      ["from 2018 to 2019", "from 2009 to 2010"],
    ],
    [
      ["2018-19", "2009-10"],
      ["from 2018 to 2019", "from 2009 to 2010"],
    ],
    [
      ["2020-21", "2021-22", "2022-23"],
      ["from 2020 to 2021", "from 2021 to 2022", "from 2022 to 2023"],
    ],
    [
      ["2020-05", "2020-21"],
      ["May 2020", "spring 2020"],
    ],
    [["2020-21"], ["—"]],
    [
      ["2018-19", "2020-05", "2020-21"],
      ["from 2018 to 2019", "May 2020", "—"],
    ],
    [["1939-45"], ["from 1939 to 1945"]],
  ])("%j are %j", (cells, expected) => expect(dates(...cells)).toEqual(expected));

  test("are refused alone with both readings", () => {
    const { issues } = readTable("Title,Date\nA,2020-21");
    expect(issues).toMatchObject([{ code: "date-order-unknown", severity: "error", row: 2, column: 2 }]);
    expect(issues[0]?.message).toContain("the years 2020 to 2021");
  });

  test("written as seasons by toCsv are read back as seasons", () => {
    const document = [
      { title: "A", date: "2020-21" },
      { title: "B", date: "2020-24", end: "2021-33" },
    ];
    const spans = ({ timeline }: ReturnType<typeof parseDocument>) =>
      timeline.events.map(({ title, span }) => [title, span.start, span.end]);
    const { text } = toCsv(document);
    expect(text).toContain("spring 2020");
    expect(spans(parseDocument(fromCsv(text).document))).toEqual(spans(parseDocument(document)));
  });
});

/** A text with all times that it can mean, as years from and to. The oracle of the property below. */
type Meaning = readonly [text: string, ...readings: (readonly [from: number, to: number])[]];

const year = fc.integer({ min: 1501, max: 1899 });
const two = (n: number): string => String(n % 100).padStart(2, "0");
const meaning: fc.Arbitrary<Meaning> = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 60 }))
  .chain(([y, m, d, more]) => {
    const decade = y - (y % 10);
    const century = Math.ceil(y / 100);
    const inCentury = Math.min(y + more, y - (y % 100) + 99);
    return fc.constantFrom<Meaning>(
      [`${y}`, [y, y]],
      [`c. ${y}`, [y, y]],
      [`[${y}?]`, [y, y]],
      [`${y}.0`, [y, y]],
      [`${y}-${two(m)}`, [y, y], [y, y - (y % 100) + m]],
      [`${y}-${two(m)}-00`, [y, y]],
      [`${y}-00-00`, [y, y]],
      [`${y}${two(m)}00`, [y, y]],
      [`${d}/${m}/${y}`, [y, y]],
      [`0/${m}/${y}`, [y, y]],
      [`${y}-${two(inCentury)}`, [y, y], [y, inCentury]],
      [`${y}/${two(inCentury)}`, [y, y], [y, inCentury]],
      [`${y}–${inCentury % 10}`, [y, decade + 9]],
      [`${Math.floor(y / 10)}-`, [decade, decade + 9], [Math.floor(y / 10), Math.floor(y / 10)]],
      [`[${Math.floor(y / 10)}-?]`, [decade, decade + 9]],
      [`${decade}s`, [decade, decade + 9]],
      [`${century}th century`, [century * 100 - 100, century * 100]],
      [`BET ${y} AND ${y + more}`, [y, y + more]],
      [`${y}, printed ${y + 150}`, [y, y]],
      [`${d} January ${y}/${(y + 1) % 10}`, [y, y + 1]],
      [`${y},${two(y + 3)},${two(y + 9)}`, [y, y + 9]],
      [`${y} ${two(y + 3)}`, [y, y + 3]],
      [`${10_000 + ((y * 37) % 80_000)}`, [1900, 2200], [10_000, 90_000]],
      ["undated"],
      ["0000-00-00"],
    );
  });

/** Years of an administrative column, outside all others. */
const stamp = fc.integer({ min: 2201, max: 2299 }).map((y) => `${y}-05-06`);

describe("the years of a table", () => {
  test("no date is placed outside what its text can mean", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(meaning, stamp), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("Date", "Date Made", "Year", "Start", "Dated date"),
        fc.constantFrom("Date Added", "Modified date", "Accession date", "Birth date"),
        fc.boolean(),
        (rows, header, record, isFirst) => {
          const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(",");
          const order = (a: string, b: string): string[] => (isFirst ? [a, b] : [b, a]);
          const text = [
            line(["Title", ...order(record, header)]),
            ...rows.map(([[cell], added], i) => line([String(i), ...order(added, cell)])),
          ].join("\n");
          const { timeline } = parseDocument(fromCsv(text).document);
          for (const event of timeline.events) {
            const [[cell, ...readings]] = rows[Number(event.title)] as (typeof rows)[number];
            const from = civilOf(event.span.start).year;
            const to = civilOf(event.span.end - 1).year;
            const fits = readings.some(([a, b]) => from >= a && to <= b);
            expect(fits, `${header} "${cell}" is placed in ${from} to ${to}`).toBe(true);
          }
        },
      ),
      { numRuns: 400, seed: 20 },
    );
  });
});

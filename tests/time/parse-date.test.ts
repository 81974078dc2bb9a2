import { describe, expect, test } from "vitest";
import { en } from "../../src/locales/en.js";
import { formatDate } from "../../src/time/wording/format-date.js";
import { parseDate } from "../../src/time/parse-date.js";
import { isoDay } from "../support/iso.js";

/** What is typed, and what it is read as: kind, first day, last day, and how it is said again. */
const SPOKEN: readonly (readonly [text: string, kind: string, first: string, last: string, words: string])[] = [
  ["2024-06-19", "moment", "2024-06-19", "2024-06-19", "19 June 2024"],
  ["19 June 2024", "moment", "2024-06-19", "2024-06-19", "19 June 2024"],
  ["June 19, 2024", "moment", "2024-06-19", "2024-06-19", "19 June 2024"],
  ["19th of June 2024", "moment", "2024-06-19", "2024-06-19", "19 June 2024"],
  ["Monday, August 01, 1966", "moment", "1966-08-01", "1966-08-01", "1 August 1966"],
  ["Sept. 1944", "moment", "1944-09-01", "1944-09-30", "September 1944"],
  ["c. 1944", "moment", "1944-01-01", "1944-12-31", "about 1944"],
  ["circa 44 BC", "moment", "-0043-01-01", "-0043-12-31", "about 44 BCE"],
  ["44 B.C.E.", "moment", "-0043-01-01", "-0043-12-31", "44 BCE"],
  ["AD 44", "moment", "0044-01-01", "0044-12-31", "44 CE"],
  ["0044", "moment", "0044-01-01", "0044-12-31", "44 CE"],
  ["before 1600", "before", "-inf", "1599-12-31", "before 1600"],
  ["after 1938", "after", "1939-01-01", "inf", "after 1938"],
  ["not before 1603", "after", "1603-01-01", "inf", "1603 or later"],
  ["1850s", "moment", "1850-01-01", "1859-12-31", "in the 1850s"],
  ["early 2024", "moment", "2024-01-01", "2024-04-30", "early 2024"],
  ["mid-1944", "moment", "1944-05-01", "1944-08-31", "mid-1944"],
  ["winter 1834-35", "moment", "1834-12-01", "1835-02-28", "winter 1834 to 1835"],
  ["1939-45", "interval", "1939-01-01", "1945-12-31", "from 1939 to 1945"],
  ["2021 – 2023", "interval", "2021-01-01", "2023-12-31", "from 2021 to 2023"],
  ["19th century", "moment", "1800-01-01", "1899-12-31", "19th century"],
  ["late 19th century", "moment", "1867-01-01", "1899-12-31", "late 19th century"],
  ["5th century BC", "moment", "-0499-01-01", "-0400-12-31", "5th century BCE"],
  ["between 1914 and 1918", "moment", "1914-01-01", "1918-12-31", "between 1914 and 1918, exact year unknown"],
  ["June-August 1944", "interval", "1944-06-01", "1944-08-31", "from June 1944 to August 1944"],
  ["19-21 June 2024", "interval", "2024-06-19", "2024-06-21", "from 19 June 2024 to 21 June 2024"],
  ["June 19-21, 2024", "interval", "2024-06-19", "2024-06-21", "from 19 June 2024 to 21 June 2024"],
  ["since 1990", "interval", "1990-01-01", "inf", "from 1990, continuing"],
  ["1990-present", "interval", "1990-01-01", "inf", "from 1990, continuing"],
  ["1667 or 1668", "one-of", "1667-01-01", "1668-12-31", "1667 or 1668"],
  ["13/04/2021", "moment", "2021-04-13", "2021-04-13", "13 April 2021"],
  ["06/1944", "moment", "1944-06-01", "1944-06-30", "June 1944"],
  ["2024年10月8日", "moment", "2024-10-08", "2024-10-08", "8 October 2024"],
  ["2024년 10월 8일", "moment", "2024-10-08", "2024-10-08", "8 October 2024"],
  ["２０２４-１０-０８", "moment", "2024-10-08", "2024-10-08", "8 October 2024"],
];

describe("dates as people type them", () => {
  test.each(SPOKEN)("%s", (text, kind, first, last, words) => {
    const { span } = parseDate(text);
    expect(span && [span.kind, isoDay(span.start), isoDay(span.end - (Number.isFinite(span.end) ? 1 : 0))]).toEqual([
      kind,
      first,
      last,
    ]);
    expect(span && formatDate(span, en, "words")).toBe(words);
  });
});

const REFUSED: readonly (readonly [text: string, code: string, message: RegExp])[] = [
  ["2021-02-30", "date-invalid", /"2021-02-30": February 2021 has 28 days\. Write a day from 01 to 28\./],
  ["1900-02-29", "date-invalid", /February 1900 has 28 days/],
  ["1/2/2021", "date-order-unknown", /it could be 1 February 2021 or 2 January 2021/],
  ["'98", "year-two-digits", /could be 1998 or 2098/],
  ["21", "year-two-digits", /could be 1921 or 2021/],
  ["1/1/98", "year-two-digits", /could be 1998 or 2098/],
  ["2021-01-01junk", "date-trailing-text", /"junk" from column 11 on/],
  ["", "date-missing", /there is no date/],
  ["n.d.", "date-unknown", /not known/],
  ["???", "date-unknown", /does not say when/],
  ["20211", "date-unrecognised", /Write Y20211/],
  ["20200101", "date-unrecognised", /Write 2020-01-01 for the day, or Y20200101 for the year/],
  ["20201301", "date-unrecognised", /Write Y20201301/],
  [
    "2024-170",
    "date-order-unknown",
    /day 170 of the year 2024 or the years 2024 to 170\. Write 2024-06-18 for the day/,
  ],
  ["2024-366", "date-order-unknown", /Write 2024-12-31 for the day/],
  ["2023-366", "date-invalid", /there is no day 366 of the year 2023/],
  ["2024-000", "date-invalid", /there is no day 0 of the year 2024/],
  ["5 mai 1945", "date-unrecognised", /"mai" from column 3 on is not a word that is known in dates/],
  ["8:15 am, 6 August 1945", "date-unrecognised", /the time stands before the date/],
  ["12th c.", "date-unrecognised", /Write 12th century/],
  ["9-Nov", "date-unrecognised", /the year is missing/],
  ["2024-01-01T25:00", "date-invalid", /there is no hour 25/],
  ["x".repeat(257), "date-too-long", /at most 256 characters/],
];

describe("an end that leaves out what it shares with the beginning", () => {
  test.each([
    ["2024-06-19/20", "2024-06-19/2024-06-20"],
    ["2024-06-19/24", "2024-06-19/2024-06-24"],
    ["2024-06-01/8", "2024-06-01/2024-06-08"],
    ["2024-06/08", "2024-06/2024-08"],
    ["2024-06~/08?", "2024-06~/2024-08?"],
    ["2024-21/23", "2024-21/2024-23"],
  ])("%s is %s, and a remark says so", (text, full) => {
    const { span, issues } = parseDate(text);
    expect(span).toEqual(parseDate(full).span);
    expect(issues.map(({ code, hint }) => [code, hint])).toEqual([["interval-shorthand", `Write ${full}`]]);
  });

  test.each([
    [
      "1939-09/45",
      '"45" behind the slash is no month from the beginning on. Write the end in full, as in 1939-09/1945 for',
    ],
    ["2024-06-19/31", '"31" behind the slash is no day from the beginning on. Write the end in full'],
    [
      "2024-06-19/12",
      '"12" behind the slash is no day from the beginning on. Write the end in full, as in 2024-06-19/2024',
    ],
    ["2024-06/0", '"0" behind the slash is no month'],
    ["2024-13/20", "there is no month 13"],
    ["../45", "it is not a date that can be read"],
    ["20/..", "it is not a date that can be read"],
    ["2024-06-19T10:00/12", "is not part of a date"],
  ])("%s is refused", (text, words) => {
    const { span, issues } = parseDate(text);
    expect([span, issues.length]).toEqual([undefined, 1]);
    expect(issues[0]?.message).toContain(words);
  });

  test("is still a century where only EDTF is read", () => {
    expect(isoDay(parseDate("2024-06-19/24", { syntax: "edtf" }).span?.end ?? 0)).toBe("2500-01-01");
  });

  test("of years with a doubt is a year, as without one", () => {
    expect(isoDay(parseDate("1939~/45").span?.end ?? 0)).toBe("1946-01-01");
  });
});

describe("a year or a day that both ends share", () => {
  test.each([
    ["30 Dec - 2 Jan 2024", "2023-12-30/2024-01-02", /it is read as beginning in 2023/],
    ["Dec 25 - Jan 6, 2024", "2023-12-25/2024-01-06", /beginning in 2023/],
    ["December-January 2024", "2023-12/2024-01", /beginning in 2023/],
    ["autumn - spring 2024", "2023-23/2024-21", /beginning in 2023/],
    ["29 Feb - 3 Jan 2025", "2024-02-29/2025-01-03", /beginning in 2024/],
    ["30 Dec 2024 - 2 Jan", "2024-12-30/2025-01-02", /it is read as ending in 2025/],
    ["December - January 44 BC", "-0044-12/-0043-01", /beginning in 45 BC/],
    ["December 44 BC - January", "-0043-12/-0042-01", /ending in 43 BC/],
    ["19 June 2024 22:00 - 02:00", "2024-06-19T22:00/2024-06-20T02:00", /one of the day after/],
    ["31 Dec 2024, 22:00 UTC+9 - 02:00", "2024-12-31T22:00+09:00/2025-01-01T02:00+09:00", /one of the day after/],
  ])("is not the same of both in %s", (text, iso, words) => {
    const { span, issues } = parseDate(text);
    expect(span).toEqual(parseDate(iso).span);
    expect(issues.map(({ code }) => code)).toEqual(["interval-shorthand"]);
    expect(issues[0]?.message).toMatch(words);
  });

  test.each([
    ["19 June 2024 14:30 -0500 - 16:00", "2024-06-19T14:30-05:00/2024-06-19T16:00-05:00"],
    ["5 June - 7 July 44 AD", "0044-06-05/0044-07-07"],
    ["June-August 1944", "1944-06/1944-08"],
  ])("is the same of both in %s", (text, iso) => {
    expect(parseDate(text)).toEqual(parseDate(iso));
  });

  test("stays as it is written in a choice, which has no order", () => {
    expect(parseDate("2 December or 3 January 2024").span).toEqual(parseDate("[2024-12-02,2024-01-03]").span);
  });

  test.each(["21-19 June 2024", "December 2024 - January 2024", "December - January 1 AD"])(
    "is no excuse for the order of %s",
    (text) => {
      expect(parseDate(text).issues.map(({ code }) => code)).toEqual(["interval-reversed"]);
    },
  );
});

describe("dates that are refused", () => {
  test.each(REFUSED)("%s", (text, code, message) => {
    const { span, issues } = parseDate(text);
    expect(span).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.message).toMatch(message);
  });

  test("dateOrder settles the order of day and month", () => {
    expect(isoDay(parseDate("1/2/2021", { dateOrder: "DMY" }).span?.start ?? 0)).toBe("2021-02-01");
    expect(isoDay(parseDate("1/2/2021", { dateOrder: "MDY" }).span?.start ?? 0)).toBe("2021-01-02");
  });

  test("a text that is no string is a mistake of the program", () => {
    expect(() => parseDate(1848 as unknown as string)).toThrow(TypeError);
  });
});

describe("date-times", () => {
  test("a time with an offset is shown as wall-clock time of the zone", () => {
    const { span } = parseDate("2024-06-19T14:30+02:00", { timeZone: "Asia/Pyongyang" });
    expect(span && formatDate(span, en)).toBe("19 June 2024, 21:30");
  });

  test("a time that a zone skipped is kept, with a warning", () => {
    const { span, issues } = parseDate("2024-03-31T02:30", { timeZone: "Europe/Berlin" });
    expect(issues.map((issue) => issue.code)).toEqual(["time-nonexistent"]);
    expect(span && formatDate(span, en)).toBe("31 March 2024, 02:30");
  });

  test("a time that a zone repeated is kept, with a warning", () => {
    const { issues } = parseDate("2024-10-27T02:30", { timeZone: "Europe/Berlin" });
    expect(issues.map((issue) => issue.code)).toEqual(["time-ambiguous"]);
  });

  test("24:00 is midnight of the next day", () => {
    const { span, issues } = parseDate("2024-01-01T24:00");
    expect(isoDay(span?.start ?? 0)).toBe("2024-01-02");
    expect(issues[0]?.code).toBe("time-midnight");
  });
});

describe("years further out than a million million", () => {
  test.each([
    "century7987950659596266204951625",
    "10000000001st century",
    "5000000000000th millennium",
    "99999999999999 BC",
    "999999999999999 years ago",
    "Y1000000000001",
  ])("%s is refused", (text) => {
    expect(parseDate(text).issues.map(({ code }) => code)).toEqual(["date-out-of-range"]);
  });

  test.each(["9999999999th century", "999999999999 BC", "Y-1000000000000", "4600 Ma"])("%s is not that far", (text) => {
    expect(parseDate(text).issues).toEqual([]);
  });
});

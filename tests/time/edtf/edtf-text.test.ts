import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY } from "../../../src/time/calendar.js";
import { edtfText } from "../../../src/time/edtf/edtf-text.js";
import { parseDate } from "../../../src/time/parse-date.js";
import type { Span } from "../../../src/time/span.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";

const spanOf = (text: string): Span => {
  const { span } = parseDate(text, { seasonCodes: true });
  if (!span) throw new Error(`"${text}" cannot be read`);
  return span;
};

/** The limits and the doubts of a date: what a reader of EDTF gets from it. */
const said = ({ start, end, approximate, uncertain }: Span) => ({ start, end, approximate, uncertain });

const bounds = (span: Span) => ({ ...said(span), open: [span.openStart, span.openEnd] });

/** "Early 4 June" is a part of a day. */
const isOfDays = ({ start, end }: Span): boolean =>
  [start, end].every((limit) => !Number.isSafeInteger(limit) || Number.isInteger(limit / DAY));

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const year = fc.oneof(
  fc.integer({ min: 1930, max: 1960 }),
  fc.integer({ min: 1000, max: 2100 }),
  fc.integer({ min: -3000, max: 999 }),
);
const yyyy = (n: number): string => `${n < 0 ? "-" : ""}${pad(Math.abs(n), 4)}`;
const edtfDates = fc
  .tuple(
    year.map(yyyy),
    fc.constantFrom("", "", "-06", "-12", "-06-19", "-12-31", "-22", "-24", "-34"),
    fc.constantFrom("", "", "~", "?", "%"),
  )
  .map((x) => x.join(""));
const masks = fc.constantFrom("193X", "19XX", "1XXX", "156X-12", "1940-06-XX", "-01XX", "1950S2", "1935S3~");
const spokenDates = fc.oneof(
  edtfDates,
  fc.tuple(fc.constantFrom("early ", "mid-", "late ", "c. ", "possibly "), year.map(yyyy)).map((x) => x.join("")),
  fc.constantFrom("1930s", "late 1930s", "20th century", "early 20th century", "5th century BC", "2nd millennium BC"),
  fc.constantFrom("44 BC", "3 June 1940", "summer 1940", "winter 1939-40", "Q3 1940"),
);
const longYears = fc.constantFrom("Y-17E7", "Y20240", "Y171010000S3", "66 Ma", "12,000 years ago", "4000 BP");
const ends = fc.constantFrom("", "..");
/** Without times of day, and in intervals without years of five digits and years ago: those EDTF cannot say. */
const texts = fc.oneof(
  edtfDates,
  masks,
  spokenDates,
  longYears,
  fc.tuple(fc.oneof(edtfDates, masks, ends), fc.oneof(edtfDates, masks, ends)).map((x) => x.join("/")),
  fc.tuple(spokenDates, spokenDates).map((x) => x.join(" to ")),
  fc.tuple(spokenDates, spokenDates).map(([a, b]) => `between ${a} and ${b}`),
  fc
    .tuple(
      fc.constantFrom("[]", "{}"),
      fc.array(
        fc.oneof(
          edtfDates,
          masks,
          fc.tuple(edtfDates, edtfDates).map((x) => x.join("..")),
        ),
        { minLength: 1, maxLength: 3 },
      ),
      fc.constantFrom("", "..1760,"),
      fc.constantFrom("", ",1990-12.."),
    )
    .map(([brackets, list, first, last]) => `${brackets[0]}${first}${list.join()}${last}${brackets[1]}`),
  fc.tuple(spokenDates, spokenDates, fc.constantFrom(" or ", " and ")).map(([a, b, word]) => a + word + b),
  fc
    .tuple(fc.constantFrom("before", "after", "not before", "not after"), fc.oneof(spokenDates, longYears))
    .map((x) => x.join(" ")),
  fc.tuple(fc.constantFrom("since", "until", "from"), spokenDates).map((x) => x.join(" ")),
);

describe("a date as EDTF", () => {
  test.each([
    ["19 June 2024", "2024-06-19"],
    ["June 2024", "2024-06"],
    ["1848", "1848"],
    ["c. 1944", "1944~"],
    ["1984?", "1984?"],
    ["2004-06%", "2004-06%"],
    ["winter 1834-35", "1834-24"],
    ["1850s", "185X"],
    ["19th century", "18XX"],
    ["2024-24~", "2024-24~"],
    ["before 1600", "[..1599]"],
    ["after 1938", "[1939..]"],
    ["[..1600]", "[..1600]"],
    ["1939-45", "1939/1945"],
    ["2004-02-01/..", "2004-02-01/.."],
    ["/1985", "/1985"],
    ["../1985", "../1985"],
    ["[1667,1668,1670..1672]", "[1667,1668,1670..1672]"],
    ["{1960,1961-12}", "{1960,1961-12}"],
    ["-0043-03-15", "-0043-03-15"],
    ["44 BC", "-0043"],
    ["Y-17E7", "Y-170000000"],
    ["2024-06-19T14:30:15", "2024-06-19T14:30:15"],
    ["2024-06-19T14:30", "2024-06-19"],
    ["early 2024", "[2024-01-01..2024-04-30]"],
    ["[1760-01,1760-02,1760-12..]", "[1760-01,1760-02,1760-12..]"],
    ["[..1760,1762]", "[..1760,1762]"],
    ["{..1760,1762}", "{..1760,1762}"],
    ["early 2024 or 2025", "[2024-01-01..2024-04-30,2025]"],
    ["2023 until early 2024", "2023/2024-04-30"],
    ["2023-06/2023", "2023-06/2023-12-31"],
    ["1935/1930s", "1935/193X"],
    ["after early 1938", "[1938-05-01..]"],
    ["[2024-06-19T14:30:15,2024-06-20]", "[2024-06-19,2024-06-20]"],
    ["before 19 June 2024, 14:30:15", "[..2024-06-19]"],
  ])("%s is %s", (written, expected) => {
    expect(edtfText(spanOf(written))).toBe(expected);
  });

  // A time without seconds is the one thing that EDTF cannot say.
  test.each([
    ...["2024-06-19", "2024-06~", "1848?", "1850s", "19th century", "before 1600", "after 1938", "not before 1603"],
    ...["winter 1834-35", "2024-36", "early 2024", "late 1850s", "c. 44 BC", "between 1850 and 1860"],
    ...["1939-45", "2004-02-01~/2004-06", "1985/", "../1985?", "[1667,1668..1670]", "{1960,1961}", "Y-17E7", "1950S2"],
    ...["-0009", "0000", "156X-12", "-01XX", "2nd millennium", "2024-06-19T14:30:15"],
  ])("%s read again has the same limits and doubts", (written) => {
    const span = spanOf(written);
    const text = edtfText(span);
    expect([text, said(spanOf(text))]).toEqual([text, said(span)]);
  });

  test(
    "is read back to the same limits and doubts by the strict reader, for 4,000 dates that are read",
    () => {
      let read = 0;
      holds(
        "EDTF that was written read again",
        fc.property(texts, (written) => {
          const { span } = parseDate(written, { seasonCodes: true });
          if (!span || !isOfDays(span)) return;
          read++;
          const text = edtfText(span);
          const again = parseDate(text, { syntax: "edtf" });
          expect([written, text, again.issues, again.span && bounds(again.span)]).toEqual([
            written,
            text,
            [],
            bounds(span),
          ]);
        }),
        { numRuns: triesOf(4000), seed: 33 },
      );
      expect(read).toBeGreaterThan(triesOf(4000) / 2);
    },
    TIMEOUT,
  );

  test("millions of years ago are said to the year", () => {
    const span = spanOf("66 Ma");
    const again = spanOf(edtfText(span));
    expect(Math.abs(again.start - span.start)).toBeLessThanOrEqual(366 * DAY);
    expect(Math.abs(again.end - span.end)).toBeLessThanOrEqual(366 * DAY);
  });
});

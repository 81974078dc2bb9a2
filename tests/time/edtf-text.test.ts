import { describe, expect, test } from "vitest";
import { DAY } from "../../src/time/calendar.js";
import { edtfText } from "../../src/time/edtf-text.js";
import { parseDate } from "../../src/time/parse-date.js";
import type { Span } from "../../src/time/span.js";

const spanOf = (text: string): Span => {
  const { span } = parseDate(text);
  if (!span) throw new Error(`"${text}" cannot be read`);
  return span;
};

/** The limits and the doubts of a date: what a reader of EDTF gets from it. */
const said = ({ start, end, approximate, uncertain }: Span) => ({ start, end, approximate, uncertain });

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

  test("millions of years ago are said to the year", () => {
    const span = spanOf("66 Ma");
    const again = spanOf(edtfText(span));
    expect(Math.abs(again.start - span.start)).toBeLessThanOrEqual(366 * DAY);
    expect(Math.abs(again.end - span.end)).toBeLessThanOrEqual(366 * DAY);
  });
});

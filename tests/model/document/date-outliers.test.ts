/** Dates far from all others: a slip of a digit, mostly. */
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/model/document/parse-document.js";

const years = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => String(from + i));
const outliers = (dates: readonly string[]) =>
  parseDocument(dates.map((date, i) => ({ title: `Event ${i}`, date }))).issues.filter(
    ({ code }) => code === "range-extreme",
  );

describe("an event far from all others", () => {
  test("is named, with its value, how far it is and what to do, and stays placed", () => {
    const [issue, ...rest] = outliers([...years(1950, 30), "2918-10-11"]);
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({ severity: "warning", path: "events[30].date", value: "2918-10-11" });
    expect(issue?.message).toBe(
      'events[30].date "2918-10-11": this date is 940 years after all others, which together span 29 years. Correct the date if it is mistyped; otherwise the scale "compressed" folds the empty time.',
    );
    expect(
      parseDocument([...years(1950, 30), "2918"].map((date) => ({ title: "x", date }))).timeline.events,
    ).toHaveLength(31);
  });

  test.each([
    ["before all others", ["0195", ...years(1950, 30)], 1],
    ["two of three hundred", [...years(1700, 300).map((year) => `${year}-01`), "9015", "9016"], 2],
    ["three of thirty are a part of the story", [...years(1950, 30), "2918", "2919", "2920"], 0],
    ["of a few events none is an exception", [...years(1950, 10), "2918"], 0],
    ["as far as others take up is not far", [...years(1950, 30), "2010"], 0],
    ["all of one day leave nothing to compare with", [...Array<string>(30).fill("1950-01-01"), "2918"], 0],
  ])("%s", (_, dates, count) => {
    expect(outliers(dates)).toHaveLength(count);
  });

  test("is named once, with its own distance, where another stands between it and the rest", () => {
    const january = Array.from({ length: 300 }, (_, i) => `2000-01-${String(1 + (i % 30)).padStart(2, "0")}`);
    expect(outliers([...january, "2010", "2900"]).map(({ message }) => message.split(". ")[0])).toEqual([
      'events[301].date "2900": this date is 890 years after all others, which together span 10 years',
      'events[300].date "2010": this date is 10 years after 300 others, which together span 29 days',
    ]);
    expect(outliers(["0100", "1900", ...january]).map(({ message }) => message.split(". ")[0])).toEqual([
      'events[0].date "0100": this date is 1800 years before all others, which together span 100 years',
      'events[1].date "1900": this date is 100 years before 300 others, which together span 29 days',
    ]);
  });

  test("has its own distance where two stand apart together", () => {
    const dates = [...years(1700, 300).map((year) => `${year}-01`), "9015", "9025"];
    expect(outliers(dates).map(({ path, message }) => [path, /date is (.*), which/.exec(message)?.[1]])).toEqual([
      ["events[301].date", "7026 years after 300 others"],
      ["events[300].date", "7016 years after 300 others"],
    ]);
  });
});

/** What the guide says of dates is what the library does. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDate } from "../src/time/parse-date.js";

const text = readFileSync(new URL("../docs/writing-dates.md", import.meta.url), "utf8");
const rows = [...text.matchAll(/^\| (`.*?) \| (.*) \|$/gm)];
const dates = rows.flatMap(([, written = "", read = ""]) =>
  [...written.matchAll(/`([^`]+)`/g)].map((match): [string, string] => [match[1] as string, read]),
);
const refused = [...(text.split("## What is refused")[1] ?? "").split("##")[0]!.matchAll(/`([^`]+)`/g)]
  .map((match) => match[1] as string)
  .filter((word) => /\d/.test(word));

describe("the table of dates", () => {
  test("is found", () => {
    expect(dates.length).toBeGreaterThan(25);
    expect(refused).toEqual(["1/2/2021", "'98", "2021-02-30"]);
  });

  test.each(dates)("%s is read as %s", (date) => {
    expect(parseDate(date).span).toBeDefined();
  });

  test.each<[string, string]>([
    ["a day", "day"],
    ["a month", "month"],
    ["a year", "year"],
    ["a decade", "decade"],
    ["1800 to 1899", "century"],
    ["a season; winter belongs to the year it begins in", "season"],
  ])("what is read as %s has the precision %s", (read, precision) => {
    const those = dates.filter(([, said]) => said === read);
    expect(those.length).toBeGreaterThan(0);
    for (const [date] of those) expect(parseDate(date).span?.precision, date).toBe(precision);
  });

  test.each(refused)("%s is refused", (date) => {
    expect(parseDate(date).span).toBeUndefined();
  });
});

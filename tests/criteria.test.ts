/** Each criterion of WCAG 2.2 that bites a timeline has one named test in Chromium, and stands in the statement. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedText } from "./support/shared.js";

const CRITERIA = [
  "1.3.1",
  "1.4.1",
  "1.4.3",
  "1.4.4",
  "1.4.10",
  "1.4.11",
  "1.4.12",
  "1.4.13",
  "2.1.1",
  "2.1.2",
  "2.1.4",
  "2.4.3",
  "2.4.7",
  "2.4.11",
  "2.5.7",
  "2.5.8",
  "3.1.2",
  "4.1.2",
  "4.1.3",
];

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
/** Numbers of criteria in a text. */
const numbers = (text: string): string[] => text.match(/(?<![\d.])[1-4]\.[1-5]\.\d{1,2}(?![\d.])/g) ?? [];

describe("each criterion", () => {
  const titles = [...read("tests/browser/wcag.test.ts").matchAll(/\btest\("([^"]*)"/g)].map(([, title]) => title ?? "");

  test.each(CRITERIA)("%s has one test", (criterion) => {
    expect(titles.filter((title) => numbers(title).includes(criterion))).toHaveLength(1);
  });

  test.each(CRITERIA)("%s stands in the accessibility statement with its test", (criterion) => {
    const rows = read("docs/accessibility.md")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(rows.filter((row) => numbers(row).includes(criterion) && row.includes(".test.ts"))).toHaveLength(1);
  });
});

describe("the goals", () => {
  test("name no criterion that is not in this list", () => {
    const quality = sharedText("../quality.md");
    const goals = quality.slice(quality.indexOf("\n## 2."), quality.indexOf("\n## 4."));
    const named = [...new Set(numbers(goals))];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((number) => !CRITERIA.includes(number))).toEqual([]);
  });
});

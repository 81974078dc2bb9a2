import { describe, expect, test } from "vitest";
import { makeIssue } from "../../src/base/issue.js";
import { Progress } from "../../src/cli/progress.js";
import { isColorful, issueLine, issueLines } from "../../src/cli/report.js";

describe("a line about a problem", () => {
  const issue = makeIssue("date-invalid", "February 2021 has 28 days", { path: "a", row: 2, column: 3, value: "x" });

  test("has colours only where they are asked for", () => {
    expect(issueLine("f.csv", issue)).toBe('f.csv:2:3: error date-invalid: a "x": February 2021 has 28 days.');
    expect(issueLine("f.csv", issue, true)).toContain("\u001b[31merror\u001b[0m");
  });

  test("words hints as arguments of the command, and leaves the data unchanged", () => {
    const hint = 'Write 2021-02-01, or set dateOrder to "DMY"; or give the locale of its language';
    const line = issueLine(
      "f.csv",
      makeIssue("date-order-unknown", "two readings", { value: "dateOrder 1/2/2021", hint }),
    );
    expect(line).toContain(
      '"dateOrder 1/2/2021": two readings. Write 2021-02-01, or set --date-order to DMY; or give --lang',
    );
  });

  test.each([
    ["Set the option columns.lane to make lanes of them", "Set --column lane=HEADER to make lanes of them"],
    ['Set the option columns.date to "Made in" to use it', 'Set --column date="Made in" to use it'],
    ['set dateOrder to "DMY" or "MDY"', "set --date-order to DMY or MDY"],
    ["Raise the option limits.events to read more", "Raise --limit events=NUMBER to read more"],
    [
      "raise the options limits.occurrences and limits.allOccurrences",
      "raise --limit occurrences=NUMBER and --limit allOccurrences=NUMBER",
    ],
    ["Set the option headerRow to name another row", "Set --header-row to name another row"],
  ])("words %j as %j", (hint, argument) => {
    expect(issueLine("f", makeIssue("date-invalid", "no", { hint }))).toContain(argument);
  });

  test("prints no control character of a file name or of the data", () => {
    const line = issueLine("\u001b[2Jf", { ...issue, message: "\u009b31m\u202e\u2028x" }, false);
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
  });

  test.each<[boolean | undefined, Record<string, string>, boolean]>([
    [true, {}, true],
    [true, { NO_COLOR: "1" }, false],
    [true, { TERM: "dumb" }, false],
    [false, {}, false],
    [undefined, {}, false],
  ])("on a terminal %s with %j is coloured: %s", (isTTY, environment, expected) => {
    expect(isColorful({ isTTY }, environment)).toBe(expected);
  });
});

describe("many problems", () => {
  const remark = (n: number) => makeIssue("season-code", "21 is spring", { path: `events[${n}]` });
  const told = (count: number) =>
    issueLines("f", [makeIssue("date-invalid", "no"), ...Array.from({ length: count }, (_, n) => remark(n))], {
      all: false,
    });

  test("of one kind are counted and the first is printed, from six on", () => {
    expect(told(5)).toHaveLength(6);
    expect(told(6)).toEqual([
      "f: info season-code: 6 times, first events[0]: 21 is spring. check --all lists them",
      "f: error date-invalid: no.",
    ]);
  });

  test("that are errors or warnings print the first three, and the rows and the count of the others", () => {
    const error = (row: number) => makeIssue("date-invalid", "there is no such day", { row });
    const issues = Array.from({ length: 22_800 }, (_, n) => error(n + 2));
    const lines = issueLines("f", issues, { all: false });
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe(
      "f: error date-invalid: 22797 more of this kind, in rows 5, 6, 7, 8, 9 and others; check --all lists them",
    );
    expect(issueLines("f", issues)).toHaveLength(22_800);
  });
});

describe("progress", () => {
  const watch = (isTTY: boolean, total: number): string => {
    let shown = "";
    const progress = new Progress({ isTTY, write: (text) => (shown += text) });
    progress.bytes(total / 2, total);
    progress.stage("drawing");
    progress.end();
    return shown;
  };

  test("is shown on a terminal for inputs over 10 MB, and cleared at the end", () => {
    expect(watch(true, 40e6)).toBe(`\rread 20 of 40 MB\rdrawing         \r${" ".repeat(16)}\r`);
  });

  test("is not shown for shorter inputs, nor in a file", () => {
    expect([watch(true, 9e6), watch(false, 40e6)]).toEqual(["", ""]);
  });
});

import { describe, expect, test } from "vitest";
import { toJson } from "../../../src/export/json.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";

function read(date: unknown) {
  const { timeline, issues } = parseDocument([{ title: "A", date, sources: ["https://a.example"] }]);
  return { placed: timeline.events[0]?.span.start, issues };
}

describe("a number as a date", () => {
  test.each([
    [1848, 'Write "1848" in quotes, or "1970-01-01T00:00:01.848Z" for the milliseconds'],
    [476, 'Write "0476" in quotes, or "1970-01-01T00:00:00.476Z" for the milliseconds'],
    [-44, 'Write "44 BC" in quotes, or "1969-12-31T23:59:59.956Z" for the milliseconds'],
    [20200101, 'Write "2020-01-01" in quotes, or "1970-01-01T05:36:40.101Z" for the milliseconds'],
    [202006, 'Write "2020-06" in quotes, or "1970-01-01T00:03:22.006Z" for the milliseconds'],
  ])("%d looks like a year or a day: it is not drawn in 1970, and both readings are named", (date, hint) => {
    const { placed, issues } = read(date);
    expect(placed).toBeUndefined();
    expect(issues).toMatchObject([
      { code: "date-number-unclear", severity: "error", path: "events[0].date", value: String(date), hint },
    ]);
  });

  test.each([[0], [86_400_000], [20201301], [20200230], [123_456], [Date.UTC(2020, 0, 1)], [-14_182_980_000]])(
    "%d looks like neither and is milliseconds",
    (date) => {
      expect(read(date)).toEqual({ placed: date, issues: [] });
    },
  );

  test("that was probably meant as seconds is drawn as milliseconds with a warning that names both", () => {
    const { placed, issues } = read(1_718_755_200);
    expect(placed).toBe(1_718_755_200);
    expect(issues).toMatchObject([{ code: "date-number-seconds", severity: "warning" }]);
    expect(issues[0]?.message).toContain("1970-01-20T21:25:55.200Z, as seconds it would be 2024-06-19T00:00:00Z");
  });

  test("is refused in a column of numbers as in an event", () => {
    const date = Float64Array.from({ length: 3000 }, (_, i) => (i === 7 ? 1848 : i * 86_400_000));
    const columns = { title: Array.from(date, String), date };
    const { timeline, issues } = parseDocument({ columns });
    expect([timeline.events.length, timeline.unplaced.length]).toEqual([2999, 1]);
    expect(issues.map(({ code }) => code)).toContain("date-number-unclear");
  });

  test("that is given as a Date is a point in time, here and in the JSON of the document", () => {
    const document = [{ title: "A", date: new Date(1848) }];
    expect(parseDocument(document).timeline.events[0]?.span.start).toBe(1848);
    expect(parseDocument(toJson(document).text).timeline.events[0]?.span.start).toBe(1848);
  });
});

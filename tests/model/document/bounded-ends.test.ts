/** A date and an end of which one is a limit: "1940" and "before 1950". */
import { describe, expect, test } from "vitest";
import { en } from "../../../src/locales/en.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { formatDate } from "../../../src/time/wording/format-date.js";
import type { Span } from "../../../src/time/span.js";
import { isoDay } from "../../support/iso.js";

function read(date: string | undefined, end: string) {
  const { timeline, issues } = parseDocument([{ title: "A", date, end, sources: ["https://a.example"] }]);
  const span = timeline.events[0]?.span;
  const words = span && formatDate(span as Span, en);
  const days = span && [span.start, span.end].map(isoDay);
  return { span, words, days, messages: issues.map(({ message }) => message), codes: issues.map(({ code }) => code) };
}

describe("a limit beside a date is one end of a stretch", () => {
  test.each([
    ["1940", "before 1950", "1940-01-01", "1950-01-01", "1940 – between 1940 and 1949"],
    ["1940", "not after 1950", "1940-01-01", "1951-01-01", "1940 – between 1940 and 1950"],
    ["after 1938", "1945", "1939-01-01", "1946-01-01", "between 1939 and 1945 – 1945"],
    ["after 1938", "before 1950", "1939-01-01", "1950-01-01", "between 1939 and 1949 – between 1939 and 1949"],
    ["1940-06", "not after 1940", "1940-06-01", "1941-01-01", "June 1940 – between June 1940 and December 1940"],
    ["1940", "before 1950?", "1940-01-01", "1950-01-01", "1940 – possibly between 1940 and 1949"],
  ])("%s until %s", (date, end, first, last, expected) => {
    const { days, words, messages } = read(date, end);
    expect([days, words, messages]).toEqual([[first, last], expected, []]);
  });

  test.each([
    ["1960", "before 1950"],
    ["1940", "before 1940"],
    ["after 1950", "1945"],
  ])("%s until %s is drawn from the earlier date to the later, with a warning", (date, end) => {
    const { span, codes } = read(date, end);
    expect(codes).toEqual(["interval-reversed"]);
    expect(Number.isFinite(span?.start) && Number.isFinite(span?.end)).toBe(true);
  });

  test("an end alone that is a limit is what it says", () => {
    expect(read(undefined, "before 1950")).toMatchObject({ words: "before 1950", codes: ["end-only"] });
  });
});

describe("a limit that bounds nothing is an end that is not known, and a remark says how to write it", () => {
  test("of the end", () => {
    const { span, messages } = read("1940", "after 1950");
    expect(span).toMatchObject({ openEnd: "unknown", end: Number.POSITIVE_INFINITY });
    expect(messages).toEqual([
      'events[0].end "after 1950": an end without a latest date is read as unknown. Write both limits, as in between 1950 and 1960.',
    ]);
  });

  test("of the start", () => {
    const { span, codes } = read("before 1938", "1945");
    expect(span).toMatchObject({ openStart: "unknown", start: Number.NEGATIVE_INFINITY });
    expect(codes).toEqual(["interval-shorthand"]);
  });
});

/** Labels of events without a source. */
import { describe, expect, test } from "vitest";
import { renderToString } from "../../../src/render-to-string.js";

const events = (sourced: number, unsourced: number) =>
  Array.from({ length: sourced + unsourced }, (_, i) => ({
    title: `Event ${i}`,
    date: String(1900 + 10 * i),
    ...(i < sourced ? { sources: ["https://example.org/a"] } : {}),
  }));

const told = (sourced: number, unsourced: number): number =>
  renderToString(events(sourced, unsourced), { width: 960 }).match(/>no source</g)?.length ?? 0;

describe("labels of events without a source", () => {
  test("say that there is none where that is the exception: in one of five at most", () => {
    expect(told(4, 1)).toBe(1);
    expect(told(9, 2)).toBe(2);
    expect(told(3, 1)).toBe(0);
  });

  test("say nothing where few events have one", () => {
    expect(told(1, 4)).toBe(0);
    expect(told(0, 4)).toBe(0);
  });
});

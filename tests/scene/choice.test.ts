/** Marks of events whose date is one of several. */
import { describe, expect, test } from "vitest";
import { renderToString } from "../../src/index.js";

/** The mark of the first event, whose two possible dates are this far apart. */
const markOf = (date: string, until: string): string => {
  const svg = renderToString([
    { id: "a", title: "A", date },
    { title: "B", date: until },
  ]);
  return /data-event="a".*?class="dl-mark"[^>]*>(.*?)<rect/s.exec(svg)?.[1] ?? "";
};

describe("a choice of two days", () => {
  test("is two discs where both fit side by side", () => {
    expect(markOf("[2024-06-12,2024-07-13]", "2024-12-31")).toMatch(/dl-outline.*dl-outline/s);
  });

  test("is the dot of a confirmed event where both coincide, not the ring of a reported one", () => {
    expect(markOf("[-0100-07-12,-0100-07-13]", "2024")).toBe(markOf("-0100-07-12", "2024"));
  });
});

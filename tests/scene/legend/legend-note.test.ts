/** The note below a figure. */
import { describe, expect, test } from "vitest";
import { renderToString } from "../../../src/index.js";

const zoneOf = (date: string, timeZone?: string): string | undefined =>
  /Times of day are those of [^.]*\./.exec(
    renderToString([{ title: "A", date }], { ...(timeZone ? { timeZone } : {}) }),
  )?.[0];

describe("the note below a figure", () => {
  test("names the time zone of its times of day", () => {
    const said = "Times of day are those of America/New York.";
    expect(zoneOf("2024-11-05T14:30Z", "America/New_York")).toBe(said);
    expect(zoneOf("2024-11-04/2024-11-05T14:30", "America/New_York")).toBe(said);
  });

  test("names none where no event has a time, or where times are shown as written", () => {
    expect(zoneOf("2024-11-05", "America/New_York")).toBeUndefined();
    expect(zoneOf("2024-11-05T14:30-05:00")).toBeUndefined();
  });
});

/** The same document gives the same bytes wherever the machine stands and whatever language it speaks. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderToHtml } from "../src/render-to-html.js";
import { renderToString } from "../src/render-to-string.js";
import { GALLERY } from "../stories/gallery/index.js";

const ZONES = [
  "UTC",
  "Asia/Pyongyang",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Pacific/Kiritimati",
];

function digest(): string {
  const hash = createHash("sha256");
  for (const make of Object.values(GALLERY)) {
    const { document, options } = make();
    hash.update(renderToString(document, options)).update(renderToHtml(document, options));
  }
  return hash.digest("hex");
}

describe("output", () => {
  const zone = process.env["TZ"];
  let expected = "";
  beforeAll(() => {
    process.env["TZ"] = "UTC";
    expected = digest();
  });
  afterAll(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  test.each(ZONES)(
    "is the same in %s",
    (name) => {
      process.env["TZ"] = name;
      expect(digest()).toBe(expected);
    },
    20_000,
  );

  test("a control: a date of the machine does change with the zone", () => {
    const hours = ZONES.map((name) => {
      process.env["TZ"] = name;
      return new Date(2024, 5, 19).getTimezoneOffset();
    });
    expect(new Set(hours).size).toBe(ZONES.length);
  });

  test("is the same a second time", () => {
    expect(digest()).toBe(expected);
  });

  test("is the same for the same events in another order", () => {
    const { document, options } = (GALLERY["dense"] as NonNullable<(typeof GALLERY)[string]>)();
    const { events, ...rest } = document as { events: unknown[] };
    const turned = { ...rest, events: [...events].reverse() };
    expect(renderToString(turned, options)).toBe(renderToString(document, options));
  });
});

/** The same document gives the same bytes wherever the machine stands and whatever language it speaks. */
import type { TimelineDocument } from "../src/model/document/document.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderToHtml } from "../src/render-to-html.js";
import { renderToString } from "../src/render-to-string.js";
import { TRIES_ALL } from "./support/effort.js";
import { CASES, picture, redrawn } from "./support/pictures.js";

/** Zones of the machine. The first is that of the pictures which the others are compared with. */
const ZONES = [
  "UTC",
  "Asia/Pyongyang",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Pacific/Kiritimati",
];
const [, ...ELSEWHERE] = ZONES;

/** Names of pictures that have other bytes when they are drawn once more. */
const changed = (names: readonly string[]): string[] =>
  names.filter((name) => {
    const { svg, html } = picture(name);
    const again = redrawn(name);
    return again.svg !== svg || again.html !== html;
  });

describe("output", () => {
  const zone = process.env["TZ"];
  beforeAll(() => {
    process.env["TZ"] = ZONES[0];
    // Drawn once, here or by another test in another zone: either way every zone must agree with it.
    for (const name of CASES) void picture(name).html;
  });
  afterAll(() => {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });

  // Each picture is drawn in one zone of these in `npm test`, and in every zone in `npm run test:all`.
  test.each(ELSEWHERE.map((name, i) => [name, i] as const))("is the same in %s", (name, i) => {
    process.env["TZ"] = name;
    const names = CASES.filter((_, at) => TRIES_ALL || at % ELSEWHERE.length === i);
    expect(names.length).toBeGreaterThan(5);
    expect(changed(names)).toEqual([]);
  });

  test("a control: a date of the machine does change with the zone", () => {
    const hours = ZONES.map((name) => {
      process.env["TZ"] = name;
      return new Date(2024, 5, 19).getTimezoneOffset();
    });
    expect(new Set(hours).size).toBe(ZONES.length);
  });

  test("is the same for the same events in another order", () => {
    const { document, options } = picture("dense").case;
    const { events, ...rest } = document as TimelineDocument;
    const turned = { ...rest, events: [...events].reverse() };
    expect(renderToString(turned, options)).toBe(picture("dense").svg);
    expect(renderToHtml(document, options)).toBe(picture("dense").html);
  });
});

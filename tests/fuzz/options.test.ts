/** Options of any type: each is accepted, or refused with a TypeError that names the option. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderToHtml, renderToString, type TimelineOptions } from "../../src/index.js";
import { resolveOptions } from "../../src/resolve-options.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";

const NAMES = Object.keys(resolveOptions());
const document = {
  title: "A",
  events: [
    { title: "B", date: "1848", lane: "x" },
    { title: "C", date: "1850/1860", lane: "y" },
  ],
};
const value = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withSparseArray: true }),
  fc.constantFrom<unknown>(
    "auto",
    "vertical",
    "log",
    "",
    "dl",
    "1848",
    "ltr",
    0,
    -1,
    1e9,
    0.5,
    Number.NaN,
    null,
    true,
    () => 1,
    Symbol("x"),
  ),
);

test("an option is taken, or refused by its name", { timeout: TIMEOUT }, () => {
  holds(
    "options of every type",
    fc.property(fc.constantFrom(...NAMES), value, (name, given) => {
      // A function that measures wrongly and a locale of wrong parts are the program's own.
      fc.pre(name !== "measure" && name !== "locale");
      const options = { [name]: given } as TimelineOptions;
      for (const draw of [renderToString, renderToHtml]) {
        let text: string;
        try {
          text = draw(document, options);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          expect((error as Error).message).toContain(name);
          continue;
        }
        expect(text).not.toMatch(/="[^"]*(?:NaN|undefined|Infinity)[^"]*"/);
      }
    }),
    { numRuns: triesOf(500, 10), seed: 25 },
  );
});

test("an option that does not exist is refused by its name", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.anything(), (name, given) => {
      fc.pre(!NAMES.includes(name) && given !== undefined);
      expect(() => resolveOptions({ [name]: given } as TimelineOptions)).toThrow(TypeError);
    }),
  );
});

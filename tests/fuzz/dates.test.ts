/** Random texts and damaged dates: each is read as a date or refused with exactly one error. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { en, formatDate, parseDate } from "../../src/index.js";
import { holds, TIMEOUT, triesOf } from "../support/property.js";

const number = fc.integer({ min: -1, max: 99_999 }).map(String);
const word = fc.constantFrom(
  ..."c. circa about before after early late mid spring winter century BC AD BCE Ma ago present June jun. 19th to until and or of the since by between".split(
    " ",
  ),
);
const sign = fc.constantFrom(..."- / . , : ? ~ % X .. T Z + [ ] { } Y S E – — ' \u00a0 \u200f ٣ 年".split(" "));
/** Made of what dates are made of. */
const made = fc
  .array(fc.oneof(number, word, sign), { maxLength: 9 })
  .chain((parts) => fc.constantFrom("", " ", "-").map((glue) => parts.join(glue)));
const VALID = [
  "2024-06-19",
  "1984?",
  "156X",
  "2004-06-?11",
  "[1667,1668]",
  "c. 44 BC",
  "19 June 2024",
  "Y-17E7",
  "1939-45",
];
/** A date with one place changed. */
const bent = fc
  .tuple(fc.constantFrom(...VALID), fc.nat(12), fc.string({ unit: "binary", maxLength: 3 }))
  .map(([text, at, with_]) => text.slice(0, at) + with_ + text.slice(at + 1));
const any = fc.string({ unit: "binary", maxLength: 60 });
const input = fc.oneof(made, bent, any);

test("every text is a date, or refused with exactly one error", { timeout: TIMEOUT }, () => {
  holds(
    "texts as dates",
    fc.property(
      input,
      fc.constantFrom("any", "edtf"),
      fc.constantFrom(undefined, "DMY", "MDY", "YMD"),
      (text, syntax, dateOrder) => {
        const { span, issues } = parseDate(text, { syntax, dateOrder } as object);
        const errors = issues.filter(({ severity }) => severity === "error");
        expect(errors).toHaveLength(span ? 0 : 1);
        if (span) {
          expect(span.start).toBeLessThan(span.end);
          expect(Number.isNaN(span.start) || Number.isNaN(span.end)).toBe(false);
          for (const style of ["short", "long", "words"] as const) {
            expect(formatDate(span, en, style)).not.toMatch(/NaN|undefined|Infinity|\[object/);
          }
        }
      },
    ),
    { numRuns: triesOf(2000), seed: 21 },
  );
});

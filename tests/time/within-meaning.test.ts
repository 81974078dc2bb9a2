/** No date is placed outside what its text can mean, by arithmetic of this test alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/parse.js";
import { readCatalogueDate } from "../../src/time/catalogue/read-catalogue-date.js";
import { isoDay } from "../support/iso.js";

/** A text with the first and the last year that it can mean. */
interface Meant {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

const year = fc.integer({ min: 1200, max: 2040 });
const dash = fc.constantFrom("-", "–");
const around = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `c. ${text}`,
  (text) => `[${text}]`,
  (text) => `[ca. ${text}]`,
  (text) => `Held: ${text}`,
  (text) => `${text}?`,
  (text) => `?c. ${text}`,
  (text) => `${text}, printed 2011`,
  (text) => `ABT ${text}`,
);

const meant: fc.Arbitrary<Meant> = fc.oneof(
  // Ends with one, two or three digits: all digits that are left out are those of the beginning. Two digits may also be a
  // season of EDTF, whose winter ends in the next year, or the 00 of the next century.
  fc.tuple(year, dash, fc.integer({ min: 1, max: 3 }), fc.nat(999)).map(([y, sign, digits, n]) => {
    const size = 10 ** digits;
    const end = String(n % size).padStart(digits, "0");
    const last = Math.floor(y / size) * size + (n % size);
    return { text: `${y}${sign}${end}`, first: y, last: Math.max(y + (digits === 2 ? 1 : 0), last) };
  }),
  // Dual years.
  fc
    .tuple(year, fc.constantFrom("30 January", "10 March", "Feb.", "30 June"), fc.constantFrom(1, 2, 4))
    .map(([y, day, digits]) => ({ text: `${day} ${y}/${String(y + 1).slice(-digits)}`, first: y, last: y + 1 })),
  // Decades and centuries of libraries.
  fc.tuple(fc.integer({ min: 120, max: 204 }), fc.constantFrom("-", "-?")).map(([n, end]) => ({
    text: `${n}${end}`,
    first: n * 10,
    last: n * 10 + 9,
  })),
  fc.integer({ min: 10, max: 20 }).map((n) => ({ text: `${n}--`, first: n * 100, last: n * 100 + 99 })),
  // Parts of years and of centuries.
  fc
    .tuple(year, fc.constantFrom("Q1", "Q4", "H1", "H2"))
    .map(([y, part]) => ({ text: `${y} ${part}`, first: y, last: y })),
  fc.tuple(year, fc.integer({ min: 1, max: 53 })).map(([y, n]) => ({
    text: `${y}-W${String(n).padStart(2, "0")}`,
    first: n === 1 ? y - 1 : y,
    last: n >= 52 ? y + 1 : y,
  })),
  fc.tuple(fc.integer({ min: 12, max: 20 }), fc.constantFrom("1st", "2nd")).map(([n, part]) => ({
    text: `${part} half of the ${n}th century`,
    first: (n - 1) * 100,
    last: n * 100,
  })),
);

describe("a notation with anything around it", () => {
  test("is placed within the years that it can mean, or refused", () => {
    let placed = 0;
    fc.assert(
      fc.property(meant, around, ({ text, first, last }, wrap) => {
        const written = wrap(text);
        for (const date of [written, readCatalogueDate(written)?.date ?? written]) {
          const { span } = parseDate(date);
          if (!span) continue;
          placed++;
          const years = [span.start, span.end - 1].map((instant) =>
            Number.isFinite(instant) ? Number(isoDay(instant).slice(0, 4)) : instant,
          );
          expect([written, years.map((y) => y >= first && y <= last)]).toEqual([written, [true, true]]);
        }
      }),
      { numRuns: 4000, seed: 20 },
    );
    console.info(`notations within what they can mean: ${placed} dates placed, 0 outside`);
    expect(placed).toBeGreaterThan(2000);
  });

  test("control: an end outside the meaning is found", () => {
    const { span } = parseDate("1828–9");
    expect(isoDay((span?.end as number) - 1).slice(0, 4)).not.toBe("1828");
  });
});

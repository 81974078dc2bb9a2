/** Lines of a label: as few as can be, nothing lost, cut only as a last resort and never inside a character. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeasureText, measureByTable } from "../../src/base/text-width.js";
import { wrapText } from "../../src/base/wrap.js";

/** Ten px a character: figures that a reader can follow. */
const even: MeasureText = (text) => [...new Intl.Segmenter().segment(text)].length * 10;
const style = { size: 10, weight: 400, measure: even } as const;
const segments = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 12 });
const scripts = fc.array(
  fc.constantFrom(
    "a treaty",
    "條約在首都簽署",
    "ปฏิทิน",
    "توقيع المعاهدة",
    "👩‍👩‍👧",
    "e\u0301tat",
    "नमस्ते",
    "Donaudampfschifffahrt",
  ),
  { minLength: 1, maxLength: 6 },
);

/** The fewest lines into which words can be broken, by trying every way. */
function fewest(list: readonly string[], width: number): number {
  // Of the words from each one on, the last first: every way is tried, and none of them twice.
  const from = Array.from<number>({ length: list.length + 1 }).fill(Number.POSITIVE_INFINITY);
  from[list.length] = 0;
  for (let start = list.length - 1; start >= 0; start--) {
    for (let end = start + 1; end <= list.length; end++) {
      if (even(list.slice(start, end).join(" "), 10, 400) > width) break;
      from[start] = Math.min(from[start] as number, 1 + (from[end] as number));
    }
  }
  return from[0] as number;
}

describe("a wrapped text", () => {
  test("has as few lines as can be, and says all of it", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 400 }), (list, width) => {
        const { lines, cut } = wrapText(list.join(" "), width, 20, style);
        expect(cut).toBe(false);
        expect(lines.join(" ")).toBe(list.join(" "));
        expect(lines).toHaveLength(fewest(list, width));
      }),
      { seed: 51, numRuns: 300 },
    );
  });

  test("is no wider than it may be, in any script, whether it is cut or not", () => {
    fc.assert(
      fc.property(scripts, fc.integer({ min: 60, max: 300 }), fc.integer({ min: 1, max: 3 }), (list, width, most) => {
        const { lines } = wrapText(list.join(" "), width, most, { size: 13, weight: 400, measure: measureByTable });
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measureByTable(line, 13, 400)).toBeLessThanOrEqual(width + 0.01);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  test("never breaks or cuts a character that people see as one", () => {
    fc.assert(
      fc.property(
        scripts,
        fc.integer({ min: 40, max: 200 }),
        fc.constantFrom("word", "grapheme"),
        (list, width, cutAt) => {
          const text = list.join(" ");
          const whole = new Set([...segments(text), "…", "‐"]);
          const { lines } = wrapText(text, width, 2, { ...style, truncateAt: cutAt as "word" | "grapheme" });
          expect(lines.flatMap(segments).filter((one) => !whole.has(one))).toEqual([]);
        },
      ),
      { seed: 53, numRuns: 300 },
    );
  });

  test.each([
    ["balances its lines", "one two three four five", 190, 2, ["one two three", "four five"]],
    ["is cut at a word", "a treaty is signed today", 120, 1, ["a treaty is…"]],
    ["is cut inside one long word as a last resort", "Donaudampfschifffahrt", 100, 1, ["Donaudamp…"]],
    ["leaves no comma before the ellipsis", "Arden, Bellis and Corvo", 100, 1, ["Arden…"]],
    ["ends a line inside a word with a hyphen", "Verwaltungsgericht", 110, 3, ["Verwaltung‐", "sgericht"]],
    ["breaks a word before a syllable near", "Verwaltungsgericht", 130, 3, ["Verwaltungs‐", "gericht"]],
    ["parts no sch and no th", "Rindfleischetikett", 130, 3, ["Rindfleische‐", "tikett"]],
    [
      "puts no hyphen into an address",
      "https://example.org/verwaltung",
      200,
      3,
      ["https://example.org/", "verwaltung"],
    ],
    ["puts no hyphen into a number", "12345678901234", 100, 3, ["1234567890", "1234"]],
    ["puts no hyphen into Arabic", "والمستخدمون", 60, 3, ["والمست", "خدمون"]],
    ["keeps closing signs with what they close", "條約在首都。簽署", 60, 3, ["條約在首", "都。簽署"]],
  ])("%s", (_, text, width, most, lines) => {
    expect(wrapText(text, width, most, style).lines).toEqual(lines);
  });

  test("says all of a long word, in pieces that fit", () => {
    const long = fc.stringMatching(/^[a-zäöüß]{13,60}$/);
    fc.assert(
      fc.property(long, fc.integer({ min: 40, max: 120 }), (word, width) => {
        const { lines } = wrapText(word, width, 60, style);
        expect(lines.map((line) => line.replace(/‐$/, "")).join("")).toBe(word);
        expect(lines.slice(0, -1).filter((line) => !line.endsWith("‐"))).toEqual([]);
        for (const line of lines) expect(line.length * 10).toBeLessThanOrEqual(width);
      }),
      { seed: 54, numRuns: 300 },
    );
  });
});

test("what is cut to one letter is no narrower than that letter and its ellipsis", () => {
  for (const width of [8, 12, 16, 20, 24]) {
    const cut = wrapText("municipality", width, 1, { size: 13, weight: 600, measure: measureByTable });
    expect(cut.width).toBeGreaterThanOrEqual(measureByTable(cut.lines[0] ?? "", 13, 600) - 0.5);
  }
});

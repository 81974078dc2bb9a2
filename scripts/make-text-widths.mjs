// Writes src/base/text-widths.ts from DejaVu Sans, the widest common interface font: Inter, Roboto, Noto Sans, Liberation
// Sans and Open Sans are 6 to 14 % narrower. A label that fits by the table therefore fits in all of them.
// Needs Chromium and the font (Debian: fonts-dejavu-core). Run it by hand when the ranges change.
import { writeFileSync } from "node:fs";
import { chromium } from "playwright";
import { findBrowser } from "./find-browser.mjs";

const FACES = ["DejaVu Sans"];
/** Inclusive ranges of code points with a width of their own; other characters have the default of their kind. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x67e, 0x6cc],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x203a],
];

const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
});
const page = await browser.newPage();
const widths = await page.evaluate(
  ({ faces, ranges }) => {
    const context = document.createElement("canvas").getContext("2d");
    return [400, 600].map((weight) =>
      ranges.map(([from, to]) => {
        const row = [];
        for (let code = from; code <= to; code++) {
          const char = String.fromCodePoint(code);
          if (/\p{M}/u.test(char)) {
            row.push(0);
            continue;
          }
          // Letters of joined scripts are wider alone, so they are measured in words of two and four letters.
          const joined = /\p{Script=Arabic}/u.test(char) && /\p{L}/u.test(char);
          let widest = 0;
          for (const face of faces) {
            context.font = `${weight} 100px "${face}"`;
            for (const count of joined ? [2, 4] : [1]) {
              widest = Math.max(widest, context.measureText(char.repeat(count)).width / count / 100);
            }
          }
          row.push(widest);
        }
        return row;
      }),
    );
  },
  { faces: FACES, ranges: RANGES },
);
await browser.close();

/** Encodes a width in fiftieths of an em as one character: "#" is 0, and the backslash is skipped. */
const encode = (row) =>
  row
    .map((w) => 35 + Math.min(90, Math.ceil(w * 50)))
    .map((code) => String.fromCharCode(code >= 92 ? code + 1 : code))
    .join("");
/** The width of a range at weight 600 over its width at 400: Arabic is a fifth wider, others a tenth. */
const ratio = (i) => {
  const [regular, semibold] = widths.map((rows) => rows[i].reduce((a, b) => a + b, 0));
  return Math.ceil((semibold / regular) * 100) / 100;
};
const table = RANGES.map(
  ([from], i) => `  [0x${from.toString(16)}, ${ratio(i)}, ${JSON.stringify(encode(widths[0][i]))}],`,
).join("\n");
const source = `// Made by scripts/make-text-widths.mjs: the advance of each character in DejaVu Sans at weight 400.
// Each character of a row is one code point, from the given one on; its own code says the width in fiftieths of an em.
// The ratio says how much wider weight 600 is.

export const TEXT_WIDTHS: readonly (readonly [first: number, ratio: number, widths: string])[] = [
${table}
];

/** Widths of ASCII characters at weight 600, which differs most in the letters and digits of dates. */
export const ASCII_SEMIBOLD = ${JSON.stringify(encode(widths[1][0]))};
`;
writeFileSync(new URL("../src/base/text-widths.ts", import.meta.url), source);

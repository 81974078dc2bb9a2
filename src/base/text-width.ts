/** Text widths without a browser, from a table of generous widths: text that fits by the table fits in any common font. */
import { ASCII_SEMIBOLD, TEXT_WIDTHS } from "./text-widths.js";

/** Font weights of the figure. */
export type Weight = 400 | 600;

/** Measures one line of text, in px. `size` is the font size in px. */
export interface MeasureText {
  (text: string, size: number, weight: Weight): number;
  /** Largest overestimate compared with the font that is finally used, as a fraction. Absent for an exact measure. */
  readonly slack?: Readonly<Record<Weight, number>>;
}

/** The probable width: closer to most fonts than a generous measure, but too small for some. */
export function expectedWidth(width: number, weight: Weight, measure: MeasureText): number {
  const slack = measure.slack?.[weight] ?? 0;
  // Limited, because for long texts fonts differ by more than a visible gap.
  return width - Math.min(width * slack, CORRECTION_MAX_PX);
}

/** Converts a width that was chosen for a common font to the scale of a measure. */
export function generousWidth(width: number, weight: Weight, measure: MeasureText): number {
  return width * (1 + (measure.slack?.[weight] ?? 0));
}

const CORRECTION_MAX_PX = 8;

const TABLE_END = 0x2040;
const DEFAULT_WIDTH_EM = 0.62;
/** Ratio of weight 600 to weight 400 where the table has no value. */
const SEMIBOLD_RATIO = 1.12;
const WIDE_WIDTH_EM = 1;
const EMOJI_WIDTH_EM = 1.4;

let regular: Float32Array | undefined;
let semibold: Float32Array | undefined;

function decodeWidth(row: string, at: number): number {
  const code = row.charCodeAt(at);
  return (code > 92 ? code - 36 : code - 35) / 50;
}

function buildTables(): [Float32Array, Float32Array] {
  const widths = new Float32Array(TABLE_END).fill(DEFAULT_WIDTH_EM);
  const bold = new Float32Array(TABLE_END).fill(DEFAULT_WIDTH_EM * SEMIBOLD_RATIO);
  for (const [first, ratio, row] of TEXT_WIDTHS) {
    for (let i = 0; i < row.length; i++) {
      widths[first + i] = decodeWidth(row, i);
      bold[first + i] = decodeWidth(row, i) * ratio;
    }
  }
  for (let i = 0; i < ASCII_SEMIBOLD.length; i++) bold[0x20 + i] = decodeWidth(ASCII_SEMIBOLD, i);
  for (let code = 0; code < TABLE_END; code++) {
    if (code < 0x20 || /[\p{M}\p{Cf}]/u.test(String.fromCharCode(code))) widths[code] = bold[code] = 0;
  }
  return [widths, bold];
}

const ZERO_WIDTH = /[\p{M}\p{Cf}\u{1f3fb}-\u{1f3ff}]/u;

function isEmoji(code: number): boolean {
  return (code >= 0x1f000 && code <= 0x1faff) || (code >= 0x2600 && code <= 0x27bf) || code === 0x2b50;
}

/** East Asian wide characters (Unicode Standard Annex 11): one em each; Hangul syllables a little less. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc) || (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Width of a code point outside the table, in em. */
function widthOutsideTable(code: number, char: string): number {
  if (ZERO_WIDTH.test(char)) return 0;
  if (isEmoji(code)) return EMOJI_WIDTH_EM;
  if (code >= 0xac00 && code <= 0xd7a3) return 0.95;
  if (code >= 0xff61 && code <= 0xff9f) return 0.5;
  return isWide(code) ? WIDE_WIDTH_EM : DEFAULT_WIDTH_EM;
}

function widthByTable(text: string, size: number, weight: Weight): number {
  if (!regular || !semibold) [regular, semibold] = buildTables();
  const widths = weight === 600 ? semibold : regular;
  let em = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < TABLE_END) {
      em += widths[unit] as number;
      continue;
    }
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    // A flag is two code points of half an emoji each; a code point after a joiner adds nothing.
    const before = text.charCodeAt(i - (code > 0xffff ? 2 : 1));
    const flag = code >= 0x1f1e6 && code <= 0x1f1ff;
    if (flag) em += EMOJI_WIDTH_EM / 2;
    else if (before !== 0x200d) em += widthOutsideTable(code, String.fromCodePoint(code));
  }
  return em * size;
}

/** Measures with the table. Pure: the result is the same on every machine. */
export const measureByTable: MeasureText = Object.assign(widthByTable, { slack: { 400: 0.06, 600: 0.12 } });

/** How wide a text is without a browser: a table of generous widths, so that what fits by it fits in any common face. */
import { ASCII_SEMIBOLD, TEXT_WIDTHS } from "./text-widths.js";

/** The weight of a text; others are rounded to these two. */
export type Weight = 400 | 600;

/** Measures one line of text, in px. `size` is the font size in px. */
export interface MeasureText {
  (text: string, size: number, weight: Weight): number;
  /** By how much the measure may exceed the face that is used in the end, as a part. An exact measure has none. */
  readonly slack?: Readonly<Record<Weight, number>>;
}

/** The width to expect: nearer to the truth for most faces than a generous measure, and not safe for all. */
export function expectedWidth(width: number, weight: Weight, measure: MeasureText): number {
  const slack = measure.slack?.[weight] ?? 0;
  // Over a long text the faces differ by more than any gap would hide.
  return width - Math.min(width * slack, LARGEST_CORRECTION);
}

/** A width that was chosen for a common face, as this measure would put it. */
export function generousWidth(width: number, weight: Weight, measure: MeasureText): number {
  return width * (1 + (measure.slack?.[weight] ?? 0));
}

const LARGEST_CORRECTION = 8;

const FIRST_TABLE_END = 0x2040;
const DEFAULT_WIDTH = 0.62;
/** How much wider weight 600 is where the table does not say. */
const SEMIBOLD_RATIO = 1.12;
const WIDE = 1;
const EMOJI = 1.4;

let regular: Float32Array | undefined;
let semibold: Float32Array | undefined;

function decode(row: string, at: number): number {
  const code = row.charCodeAt(at);
  return (code > 92 ? code - 36 : code - 35) / 50;
}

function build(): [Float32Array, Float32Array] {
  const widths = new Float32Array(FIRST_TABLE_END).fill(DEFAULT_WIDTH);
  const bold = new Float32Array(FIRST_TABLE_END).fill(DEFAULT_WIDTH * SEMIBOLD_RATIO);
  for (const [first, ratio, row] of TEXT_WIDTHS) {
    for (let i = 0; i < row.length; i++) {
      widths[first + i] = decode(row, i);
      bold[first + i] = decode(row, i) * ratio;
    }
  }
  for (let i = 0; i < ASCII_SEMIBOLD.length; i++) bold[0x20 + i] = decode(ASCII_SEMIBOLD, i);
  for (let code = 0; code < FIRST_TABLE_END; code++) {
    if (code < 0x20 || /[\p{M}\p{Cf}]/u.test(String.fromCharCode(code))) widths[code] = bold[code] = 0;
  }
  return [widths, bold];
}

const ZERO = /[\p{M}\p{Cf}\u{1f3fb}-\u{1f3ff}]/u;

function isEmoji(code: number): boolean {
  return (code >= 0x1f000 && code <= 0x1faff) || (code >= 0x2600 && code <= 0x27bf) || code === 0x2b50;
}

/** East Asian wide characters (Unicode Standard Annex 11): one em each; Hangul syllables a little less. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc) || (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Width of one code point beyond the table, in em. */
function widthBeyond(code: number, char: string): number {
  if (ZERO.test(char)) return 0;
  if (isEmoji(code)) return EMOJI;
  if (code >= 0xac00 && code <= 0xd7a3) return 0.95;
  if (code >= 0xff61 && code <= 0xff9f) return 0.5;
  return isWide(code) ? WIDE : DEFAULT_WIDTH;
}

function widthByTable(text: string, size: number, weight: Weight): number {
  if (!regular || !semibold) [regular, semibold] = build();
  const widths = weight === 600 ? semibold : regular;
  let em = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < FIRST_TABLE_END) {
      em += widths[unit] as number;
      continue;
    }
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    // The second half of a flag adds nothing, nor does what follows a joiner.
    const before = text.charCodeAt(i - (code > 0xffff ? 2 : 1));
    const flag = code >= 0x1f1e6 && code <= 0x1f1ff;
    if (flag) em += EMOJI / 2;
    else if (before !== 0x200d) em += widthBeyond(code, String.fromCodePoint(code));
  }
  return em * size;
}

/** The table's measure. Pure: the same everywhere. */
export const measureByTable: MeasureText = Object.assign(widthByTable, { slack: { 400: 0.06, 600: 0.12 } });

/** Breaks a text into lines and balances them: the fewest lines, then the narrowest block. */
import { firstIndex } from "./first-index.js";
import { graphemes } from "./graphemes.js";
import type { MeasureText, Weight } from "./text-width.js";

export interface WrapStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly measure: MeasureText;
  /** Where a text that does not fit is cut. Default: at a word, unless it is one long word. */
  readonly cutAt?: "word" | "grapheme";
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** Width of the widest line, in px. */
  readonly width: number;
  /** True when the text did not fit and ends in an ellipsis. */
  readonly cut: boolean;
}

/** A stretch of text that is not broken, and whether a blank precedes it. */
interface Piece {
  readonly text: string;
  readonly blank: boolean;
  readonly width: number;
}

const ELLIPSIS = "…";
/** Scripts that may be broken between any two characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What never begins a line, and what never ends one (after Unicode Standard Annex 14 and JIS X 4051). */
const NOT_FIRST =
  /^[!%),.:;?\]}»’”…‰、。〉》」』】〕〗〙〛々〜・ー！），．：；？］｝ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const NOT_LAST = /[([{«‘“〈《「『【〔〖〘〚（［｛]$/u;

export function wrapText(text: string, maxWidth: number, maxLines: number, style: WrapStyle): Wrapped {
  const blank = style.measure(" ", style.size, style.weight);
  const pieces = breakable(text, maxWidth, style);
  const fitted = fit(pieces, maxWidth, blank);
  if (fitted.length > maxLines) return cutAt(fitted, maxWidth, maxLines, blank, style);
  return { ...balance(pieces, fitted, maxWidth, blank), cut: false };
}

/** Words, single characters of unspaced scripts, and pieces of words that are too long for a line. */
function breakable(text: string, maxWidth: number, style: WrapStyle): Piece[] {
  const pieces: Piece[] = [];
  const width = (part: string): number => style.measure(part, style.size, style.weight);
  for (const word of text.split(/[ \n\t\r]+/)) {
    if (word === "") continue;
    let first = true;
    const add = (part: string, partWidth = width(part)): void => {
      pieces.push({ text: part, blank: first, width: partWidth });
      first = false;
    };
    const whole = width(word);
    const unspaced = UNSPACED.test(word);
    if (!unspaced && whole <= maxWidth) add(word, whole);
    else for (const part of unspaced ? unspacedParts(word) : [word]) chop(part, maxWidth, width, add);
  }
  return pieces;
}

/** Splits between characters of unspaced scripts, keeping punctuation with its neighbour. */
function unspacedParts(word: string): string[] {
  const parts: string[] = [];
  for (const cluster of graphemes(word)) {
    const last = parts.at(-1);
    const sticks =
      last !== undefined &&
      (NOT_FIRST.test(cluster) || NOT_LAST.test(last) || (!UNSPACED.test(cluster) && !UNSPACED.test(last)));
    if (sticks) parts[parts.length - 1] = last + cluster;
    else parts.push(cluster);
  }
  return parts;
}

function chop(
  part: string,
  maxWidth: number,
  width: (part: string) => number,
  add: (part: string, width?: number) => void,
): void {
  const whole = width(part);
  if (whole <= maxWidth) {
    add(part, whole);
    return;
  }
  let line = "";
  let lineWidth = 0;
  for (const cluster of graphemes(part)) {
    const next = width(cluster);
    if (line !== "" && lineWidth + next > maxWidth) {
      add(line, lineWidth);
      line = "";
      lineWidth = 0;
    }
    line += cluster;
    lineWidth += next;
  }
  if (line !== "") add(line, lineWidth);
}

interface Line {
  text: string;
  width: number;
}

/** As many pieces on each line as fit. */
function fit(pieces: readonly Piece[], maxWidth: number, blank: number): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const gap = piece.blank ? blank : 0;
    if (line && line.width + gap + piece.width <= maxWidth) {
      line.text += (piece.blank ? " " : "") + piece.text;
      line.width += gap + piece.width;
    } else lines.push({ text: piece.text, width: piece.width });
  }
  return lines;
}

/** The narrowest block that needs no more lines. Halving to within a pixel is exact enough. */
function balance(pieces: readonly Piece[], fitted: Line[], maxWidth: number, blank: number): Omit<Wrapped, "cut"> {
  let best = fitted;
  if (fitted.length > 1) {
    let low = pieces.reduce((widest, piece) => Math.max(widest, piece.width), 0);
    let high = maxWidth;
    while (high - low > 1) {
      const middle = (low + high) / 2;
      const lines = fit(pieces, middle, blank);
      if (lines.length <= fitted.length) {
        high = middle;
        best = lines;
      } else low = middle;
    }
  }
  return {
    lines: best.map((line) => line.text),
    width: best.reduce((widest, line) => Math.max(widest, line.width), 0),
  };
}

/** Cuts the last line at a word, or at a grapheme when it is one long word, and ends it with an ellipsis. */
function cutAt(lines: Line[], maxWidth: number, maxLines: number, blank: number, style: WrapStyle): Wrapped {
  const kept = lines.slice(0, maxLines);
  const last = kept[maxLines - 1] as Line;
  const room = maxWidth - style.measure(ELLIPSIS, style.size, style.weight);
  const following = lines[maxLines]?.text ?? "";
  let text = `${last.text} ${following}`;
  const width = (part: string): number => style.measure(part, style.size, style.weight);
  while (style.cutAt !== "grapheme" && width(text) > room && text.includes(" "))
    text = text.slice(0, text.lastIndexOf(" "));
  if (width(text) > room) {
    const clusters = graphemes(text);
    const most = firstIndex(1, clusters.length, (i) => width(clusters.slice(0, i + 1).join("")) > room);
    text = clusters.slice(0, most).join("");
  }
  last.text = text.replace(/[\s,;:.–—-]+$/u, "") + ELLIPSIS;
  last.width = Math.min(maxWidth, width(last.text));
  return { lines: kept.map((line) => line.text), width: Math.max(blank, ...kept.map((line) => line.width)), cut: true };
}

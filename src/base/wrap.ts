/** Breaks text into lines: as few lines as possible, then as narrow as possible. */
import { isAscii } from "./ascii.js";
import { breakWord, type Piece } from "./break-word.js";
import { firstIndex } from "./bisect.js";
import { graphemes } from "./graphemes.js";
import type { MeasureText, Weight } from "./text-width.js";

export interface WrapStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly measure: MeasureText;
  /** Where text that does not fit is truncated. Default: after a word, unless it is one long word. */
  readonly truncateAt?: "word" | "grapheme";
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** Width of each line, in px. */
  readonly widths: readonly number[];
  /** Width of the widest line, in px. */
  readonly width: number;
  /** Whether the text was truncated and ends with an ellipsis. */
  readonly cut: boolean;
}

/** Breaks one text into at most `maxLines` lines of `maxWidth` px. */
export interface Wrapper {
  (maxWidth: number, maxLines: number): Wrapped;
  /** Width of the longest word, in px. Narrower lines break it. */
  readonly widest: number;
}

const ELLIPSIS = "…";
/** Scripts without spaces, which may break between any two characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Characters that never start a line, and that never end one (Unicode Standard Annex 14, JIS X 4051). */
const NOT_FIRST =
  /^[!%),.:;?\]}»’”…‰、。〉》」』】〕〗〙〛々〜・ー！），．：；？］｝ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const NOT_LAST = /[([{«‘“〈《「『【〔〖〘〚（［｛]$/u;

export function wrapText(text: string, maxWidth: number, maxLines: number, style: WrapStyle): Wrapped {
  return wrapperOf(text, style)(maxWidth, maxLines);
}

/** Measures the words of a text once, for several widths. */
export function wrapperOf(text: string, style: WrapStyle): Wrapper {
  const width = (part: string): number => style.measure(part, style.size, style.weight);
  const blank = width(" ");
  const words = wordsOf(text, width);
  const widest = widestOf(words);
  const wrap = (maxWidth: number, maxLines: number): Wrapped => {
    const pieces = widest <= maxWidth ? words : words.flatMap((word) => breakWord(word, maxWidth, width));
    const fitted = fillLines(pieces, maxWidth, blank);
    if (fitted.length > maxLines) return truncate(pieces, fitted, maxWidth, maxLines, blank, width, style.truncateAt);
    return linesOf(pieces, balance(pieces, fitted, maxWidth, blank));
  };
  return Object.assign(wrap, { widest });
}

/** Splits text into words, and unspaced scripts into characters. */
function wordsOf(text: string, width: (part: string) => number): Piece[] {
  const pieces: Piece[] = [];
  // Most texts are ASCII, which is faster to test.
  const unspaced = !isAscii(text) && UNSPACED.test(text);
  for (const word of text.split(/[ \n\t\r]+/)) {
    if (word === "") continue;
    const parts = unspaced && UNSPACED.test(word) ? unspacedParts(word) : [word];
    parts.forEach((part, i) => pieces.push({ text: part, blank: i === 0, width: width(part) }));
  }
  return pieces;
}

function widestOf(pieces: readonly { readonly width: number }[]): number {
  return pieces.reduce((widest, { width }) => Math.max(widest, width), 0);
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

/** Pieces `from` to `to`, exclusive. */
interface Line {
  readonly from: number;
  to: number;
  width: number;
}

/** Fills each line with as many pieces as fit. */
function fillLines(pieces: readonly Piece[], maxWidth: number, blank: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const width = line ? line.width + (piece.blank ? blank : 0) + piece.width : 0;
    if (line && width <= maxWidth) {
      line.to = i + 1;
      line.width = width;
    } else {
      line = { from: i, to: i + 1, width: piece.width };
      lines.push(line);
    }
  }
  return lines;
}

function textOf(pieces: readonly Piece[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) {
    const piece = pieces[i] as Piece;
    text += (piece.blank && i > from ? " " : "") + piece.text;
  }
  return text;
}

/** The narrowest lines that do not increase the number of lines, by bisection to one px. */
function balance(pieces: readonly Piece[], fitted: Line[], maxWidth: number, blank: number): Line[] {
  if (fitted.length < 2) return fitted;
  let low = widestOf(pieces);
  let high = maxWidth;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (needsMoreLines(pieces, middle, blank, fitted.length)) low = middle;
    else high = middle;
  }
  return high < maxWidth ? fillLines(pieces, high, blank) : fitted;
}

/** Whether pieces need more than `most` lines. */
function needsMoreLines(pieces: readonly Piece[], maxWidth: number, blank: number, most: number): boolean {
  let lines = 0;
  let end = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    end += (piece.blank ? blank : 0) + piece.width;
    if (end <= maxWidth) continue;
    if (++lines > most) return true;
    end = piece.width;
  }
  return false;
}

function linesOf(pieces: readonly Piece[], lines: readonly Line[]): Wrapped {
  return {
    lines: lines.map(({ from, to }) => textOf(pieces, from, to)),
    widths: lines.map(({ width }) => width),
    width: widestOf(lines),
    cut: false,
  };
}

/** Truncates the last line after a word, or after a grapheme of one long word, and appends an ellipsis. */
function truncate(
  pieces: readonly Piece[],
  fitted: readonly Line[],
  maxWidth: number,
  maxLines: number,
  blank: number,
  width: (part: string) => number,
  cut: WrapStyle["truncateAt"],
): Wrapped {
  const kept = linesOf(pieces, fitted.slice(0, maxLines - 1));
  const { from } = fitted[maxLines - 1] as Line;
  const room = maxWidth - width(ELLIPSIS);
  // Add whole pieces while they and the ellipsis fit.
  let length = 0;
  let to = from;
  for (; to < pieces.length; to++) {
    const piece = pieces[to] as Piece;
    const next = length + (piece.blank && to > from ? blank : 0) + piece.width;
    if (next > room) break;
    length = next;
  }
  let text = textOf(pieces, from, to);
  const broken = pieces[to];
  if (broken && (to === from || cut === "grapheme")) {
    const lead = broken.blank && to > from ? blank : 0;
    const clusters = graphemes(broken.text);
    const isSplit = clusters.length === broken.text.length;
    const beginning = (count: number): string =>
      isSplit ? broken.text.slice(0, count) : clusters.slice(0, count).join("");
    const least = to === from ? 1 : 0;
    const fits = (i: number): boolean => length + lead + width(beginning(i + 1)) <= room;
    const part = beginning(firstIndex(least, clusters.length, (i) => !fits(i)));
    if (part !== "") {
      text += (lead > 0 ? " " : "") + part;
      length += lead + width(part);
    }
  }
  const bare = text.replace(/[\s,;:.–—‐-]+$/u, "");
  // At least one letter precedes the ellipsis, even when both are wider than `maxWidth`; the width returned is then larger.
  const last = bare === text ? maxWidth - room + length : width(bare + ELLIPSIS);
  return {
    lines: [...kept.lines, bare + ELLIPSIS],
    widths: [...kept.widths, last],
    width: Math.max(blank, kept.width, last),
    cut: true,
  };
}

/**
 * Breaks a word that is longer than a line. No syllables are known of any language: a line ends before a consonant that a
 * vowel follows where there is such a place near, which is right in most words of most languages, and else where it is full.
 */
import { graphemes } from "./graphemes.js";

/** A stretch of text that is not broken, and whether a blank precedes it. */
export interface Piece {
  readonly text: string;
  readonly blank: boolean;
  readonly width: number;
}

const HYPHEN = "\u2010";
/** Scripts that mark the end of a line inside a word with a hyphen. */
const HYPHENATING = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u;
/** A hyphen in an address would be taken for a part of it. */
const ADDRESS = /[/@\\]|\.[\p{L}\d]/u;
const VOWEL = /^[aeiouyаеёиоуыэюяіїєαεηιουω]/iu;
/** How far back from the end of a line a good place is looked for, in characters, and how many stay together at least. */
const BACK = 4;
const LEAST = 3;

/** Pieces of a word, none wider than `maxWidth` if a character and a hyphen fit in it. */
export function breakWord(word: Piece, maxWidth: number, width: (part: string) => number): Piece[] {
  if (word.width <= maxWidth) return [word];
  const clusters = graphemes(word.text);
  const widths = clusters.map(width);
  const hyphen = ADDRESS.test(word.text) ? 0 : width(HYPHEN);
  const pieces: Piece[] = [];
  const add = (from: number, to: number): void => {
    const ended = hyphen > 0 && isInside(clusters, to);
    const length = widths.slice(from, to).reduce((sum, one) => sum + one, ended ? hyphen : 0);
    const text = clusters.slice(from, to).join("") + (ended ? HYPHEN : "");
    pieces.push({ text, blank: pieces.length === 0 && word.blank, width: length });
  };
  let from = 0;
  let length = 0;
  let left = widths.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < clusters.length && left > maxWidth; i++) {
    const next = widths[i] as number;
    // A hyphen needs room after this character, unless none follows it.
    const room = hyphen > 0 && isInside(clusters, i + 1) ? maxWidth - hyphen : maxWidth;
    if (i > from && length + next > room) {
      const end = hyphen > 0 ? goodEnd(clusters, from, i) : i;
      add(from, end);
      left -= widths.slice(from, end).reduce((sum, one) => sum + one, 0);
      length = widths.slice(end, i).reduce((sum, one) => sum + one, 0);
      from = end;
    }
    length += next;
  }
  add(from, clusters.length);
  return pieces;
}

/** Whether letters that a hyphen may part stand on both sides of a place. */
function isInside(clusters: readonly string[], at: number): boolean {
  return HYPHENATING.test(clusters[at - 1] ?? "") && HYPHENATING.test(clusters[at] ?? "");
}

function goodEnd(clusters: readonly string[], from: number, full: number): number {
  for (let at = full; at > Math.max(from + LEAST - 1, full - BACK); at--) {
    if (isInside(clusters, at) && clusters.length - at >= LEAST && opensSyllable(clusters, at)) return at;
  }
  return full;
}

function opensSyllable(clusters: readonly string[], at: number): boolean {
  const base = (i: number): string => (clusters[i] ?? "").normalize("NFD");
  const isVowel = (i: number): boolean => VOWEL.test(base(i));
  // "sch", "th" and "ck" are one sound.
  const isPart = /^[hk]/i.test(base(at)) && /^[cpst]/i.test(base(at - 1));
  return !isVowel(at) && isVowel(at + 1) && !isPart;
}

/**
 * Breaks a word that is longer than a line. There is no hyphenation dictionary: a line ends before a consonant that is
 * followed by a vowel, which is correct in most words of most languages. Without such a position near, it ends when full.
 */
import { graphemes } from "./graphemes.js";

/** A text that is not broken any further. `blank`: whether a space precedes it. */
export interface Piece {
  readonly text: string;
  readonly blank: boolean;
  readonly width: number;
}

const HYPHEN = "\u2010";
/** Scripts that hyphenate a word at the end of a line. */
const HYPHENATING = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u;
/** Addresses are broken without a hyphen, because it would look like a part of them. */
const ADDRESS = /[/@\\]|\.[\p{L}\d]/u;
const VOWEL = /^[aeiouyаеёиоуыэюяіїєαεηιουω]/iu;
/** Distance from the end of a full line in which a break is searched, and the shortest fragment, both in characters. */
const HYPHEN_SEARCH_CHARACTERS = 4;
const FRAGMENT_MIN_CHARACTERS = 3;

/** Pieces of a word, none wider than `maxWidth` if one character and a hyphen fit. */
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
    // Reserve room for a hyphen, unless none follows this character.
    const room = hyphen > 0 && isInside(clusters, i + 1) ? maxWidth - hyphen : maxWidth;
    if (i > from && length + next > room) {
      const end = hyphen > 0 ? breakPosition(clusters, from, i) : i;
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

/** Whether a position is between two letters that a hyphen may separate. */
function isInside(clusters: readonly string[], at: number): boolean {
  return HYPHENATING.test(clusters[at - 1] ?? "") && HYPHENATING.test(clusters[at] ?? "");
}

function breakPosition(clusters: readonly string[], from: number, full: number): number {
  for (let at = full; at > Math.max(from + FRAGMENT_MIN_CHARACTERS - 1, full - HYPHEN_SEARCH_CHARACTERS); at--) {
    if (isInside(clusters, at) && clusters.length - at >= FRAGMENT_MIN_CHARACTERS && opensSyllable(clusters, at))
      return at;
  }
  return full;
}

function opensSyllable(clusters: readonly string[], at: number): boolean {
  const base = (i: number): string => (clusters[i] ?? "").normalize("NFD");
  const isVowel = (i: number): boolean => VOWEL.test(base(i));
  // Do not break inside "sch", "th" or "ck".
  const isPart = /^[hk]/i.test(base(at)) && /^[cpst]/i.test(base(at - 1));
  return !isVowel(at) && isVowel(at + 1) && !isPart;
}

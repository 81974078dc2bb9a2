/**
 * Grapheme clusters: a base with its marks, an emoji with its joiners, a flag. Implements the rules of Unicode Standard
 * Annex 29 that matter for truncating a label. `Intl.Segmenter` is not used: it depends on the ICU version of the runtime,
 * and a label must be truncated at the same position on a server and in a browser.
 */
import { isAscii } from "./ascii.js";

const MARK = /[\p{M}\u200c\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}]/u;
const ZWJ = "\u200d";

function isRegional(char: string): boolean {
  const code = char.codePointAt(0) as number;
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

function isJoiningJamo(char: string): boolean {
  const code = char.codePointAt(0) as number;
  return code >= 0x1160 && code <= 0x11ff;
}

export function graphemes(text: string): string[] {
  // Each ASCII character is a cluster.
  if (isAscii(text)) return text.split("");
  const clusters: string[] = [];
  let flags = 0;
  let joined = false;
  for (const char of text) {
    const last = clusters.length - 1;
    const pairsFlag = isRegional(char) && flags % 2 === 1;
    const continues = last >= 0 && (joined || char === ZWJ || pairsFlag || MARK.test(char) || isJoiningJamo(char));
    if (continues) clusters[last] += char;
    else clusters.push(char);
    flags = isRegional(char) ? flags + 1 : 0;
    joined = char === ZWJ;
  }
  return clusters;
}

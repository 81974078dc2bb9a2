/** Cuts a spoken date into numbers, known words and signs. */
import type { Meaning, Vocabulary } from "./vocabulary.js";

interface Place {
  /** Where it begins in the text, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
  /** True when no blank stands before it. */
  readonly joined: boolean;
}

export type Token = Place &
  (
    | Meaning
    | { readonly kind: "number"; readonly value: number; readonly digits: number }
    | { readonly kind: "sign"; readonly sign: string }
    | { readonly kind: "word" }
  );

// A comma groups digits by three; "June 19,2024" is not such a group.
const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)|\d+/y;
const WORD = /[\p{L}\p{M}]+/uy;
const LETTER = /[\p{L}\p{M}]/u;
/** Scripts that are written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " ") {
      at++;
      continue;
    }
    const joined = at > 0 && text[at - 1] !== " ";
    const token = numberAt(text, at, joined) ?? phraseAt(lower, at, joined, vocabulary) ?? wordAt(text, at, joined);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function numberAt(text: string, at: number, joined: boolean): Token | undefined {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const digits = match[0].replace(/,/g, "");
  return { kind: "number", value: Number(digits), digits: digits.length, at, end: at + match[0].length, joined };
}

function phraseAt(lower: string, at: number, joined: boolean, vocabulary: Vocabulary): Token | undefined {
  for (const [phrase, meaning] of vocabulary.get(lower[at] as string) ?? []) {
    const end = at + phrase.length;
    if (!lower.startsWith(phrase, at)) continue;
    const next = lower[end];
    const last = phrase.at(-1) as string;
    const insideWord = next !== undefined && LETTER.test(next) && LETTER.test(last) && !UNSPACED.test(last);
    if (insideWord) continue;
    return { ...meaning, at, end: next === "." && LETTER.test(last) ? end + 1 : end, joined };
  }
  return undefined;
}

function wordAt(text: string, at: number, joined: boolean): Token {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (match) return { kind: "word", at, end: at + match[0].length, joined };
  const sign = String.fromCodePoint(text.codePointAt(at) as number);
  return { kind: "sign", sign, at, end: at + sign.length, joined };
}

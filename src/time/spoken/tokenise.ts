/** Splits a spoken date into numbers, known words and signs. */
import type { Meaning, Vocabulary } from "./vocabulary.js";

interface Place {
  /** Start of the token in the text, in UTF-16 code units. */
  readonly at: number;
  readonly end: number;
  /** True when there is no blank before the token. */
  readonly joined: boolean;
}

export type Token = Place &
  (
    | Meaning
    | { readonly kind: "number"; readonly value: number; readonly digits: number }
    | { readonly kind: "roman"; readonly value: number }
    | { readonly kind: "sign"; readonly sign: string }
    | { readonly kind: "word" }
  );

/** A Roman numeral of a century, with the ordinal endings of several languages ("XIXe siècle", "XXI-й"). */
const ROMAN_CENTURY = /(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?:-?(?:ème|e|er|th|й|е|го))?(?!\p{L}|\p{M})/uy;
const ROMAN_ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const DIGIT_RUN = /\d+/y;
const LETTER_RUN = /[\p{L}\p{M}]+/uy;
const LETTER = /[\p{L}\p{M}]/u;
/** Letters of scripts without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  // The lower-case form of this letter is longer, which would shift all positions after it.
  const lower = text.replace(/İ/g, "i").toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " ") {
      at++;
      continue;
    }
    const joined = at > 0 && text[at - 1] !== " ";
    const token =
      numberAt(text, at, joined, vocabulary.number) ??
      romanAt(text, at, joined) ??
      phraseAt(lower, at, joined, vocabulary) ??
      wordAt(text, at, joined);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function numberAt(text: string, at: number, joined: boolean, number: RegExp): Token | undefined {
  // After a colon come minutes and seconds, and a point after them is no separator of thousands.
  const pattern = text[at - 1] === ":" ? DIGIT_RUN : number;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const digits = match[0].replace(/\D/g, "");
  return { kind: "number", value: Number(digits), digits: digits.length, at, end: at + match[0].length, joined };
}

function romanAt(text: string, at: number, joined: boolean): Token | undefined {
  ROMAN_CENTURY.lastIndex = at;
  const match = ROMAN_CENTURY.exec(text);
  if (!match?.[0]) return undefined;
  const value = (match[1] as string).length * 10 + ROMAN_ONES.indexOf(match[2] as string);
  return { kind: "roman", value, at, end: at + match[0].length, joined };
}

function phraseAt(lower: string, at: number, joined: boolean, vocabulary: Vocabulary): Token | undefined {
  for (const [phrase, meaning] of vocabulary.phrases.get(lower[at] as string) ?? []) {
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
  LETTER_RUN.lastIndex = at;
  const match = LETTER_RUN.exec(text);
  if (match) return { kind: "word", at, end: at + match[0].length, joined };
  const sign = String.fromCodePoint(text.codePointAt(at) as number);
  return { kind: "sign", sign, at, end: at + sign.length, joined };
}

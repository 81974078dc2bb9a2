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
    | { readonly kind: "roman"; readonly value: number }
    | { readonly kind: "sign"; readonly sign: string }
    | { readonly kind: "word" }
  );

/** A Roman number of a century, with the endings that languages give it ("XIXe siècle", "XXI-й"). */
const ROMAN = /(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?:-?(?:ème|e|er|th|й|е|го))?(?!\p{L}|\p{M})/uy;
const ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const DIGITS = /\d+/y;
const WORD = /[\p{L}\p{M}]+/uy;
const LETTER = /[\p{L}\p{M}]/u;
/** Scripts that are written without blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  // The one letter whose small form is longer, which would shift all columns after it.
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
  // Behind a colon stand minutes and seconds, whose fraction is no thousands.
  const pattern = text[at - 1] === ":" ? DIGITS : number;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const digits = match[0].replace(/\D/g, "");
  return { kind: "number", value: Number(digits), digits: digits.length, at, end: at + match[0].length, joined };
}

function romanAt(text: string, at: number, joined: boolean): Token | undefined {
  ROMAN.lastIndex = at;
  const match = ROMAN.exec(text);
  if (!match?.[0]) return undefined;
  const value = (match[1] as string).length * 10 + ONES.indexOf(match[2] as string);
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
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (match) return { kind: "word", at, end: at + match[0].length, joined };
  const sign = String.fromCodePoint(text.codePointAt(at) as number);
  return { kind: "sign", sign, at, end: at + sign.length, joined };
}

/**
 * The language of texts, read from their letters. Languages in Latin letters are not told apart: a guess would be wrong too
 * often. The same holds for Cyrillic without letters that only Russian or Ukrainian has.
 */

/** Letters that are read at most: more say no more. */
const LETTERS_MAX = 20_000;
/** Part of all letters that must be of the script. */
const SHARE_MIN = 0.5;

const SCRIPTS = {
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Han: /\p{Script=Han}/gu,
} as const;

/** Letters of Persian that Arabic lacks. */
const PERSIAN = /[پچژگکی]/;
/** Letters of Urdu, which is written in the same script. */
const URDU = /[ٹڈڑے]/;
const UKRAINIAN = /[іїєґ]/i;
const RUSSIAN = /[ыэё]/i;
/** Frequent characters that only one of the two ways to write Chinese has. */
const SIMPLIFIED = /[国会来对时这们发为东车马长门见军战华书农业产两]/gu;
const TRADITIONAL = /[國會來對時這們發為東車馬長門見軍戰華書農業產兩]/gu;

/** A BCP 47 tag; `undefined` when the letters do not decide. */
export function detectLanguage(texts: readonly (string | undefined)[]): string | undefined {
  const text = texts.filter(Boolean).join("\n").slice(0, LETTERS_MAX);
  if (/^[\p{ASCII}\p{Script=Latin}]*$/u.test(text)) return undefined;
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  const is = (...scripts: readonly (keyof typeof SCRIPTS)[]): boolean =>
    scripts.reduce((sum, script) => sum + count(SCRIPTS[script]), 0) > SHARE_MIN * all;
  if (is("Arabic")) return URDU.test(text) ? "ur" : PERSIAN.test(text) ? "fa" : "ar";
  if (is("Hebrew")) return "he";
  if (is("Cyrillic")) return UKRAINIAN.test(text) ? "uk" : RUSSIAN.test(text) ? "ru" : undefined;
  if (is("Hangul")) return "ko";
  if (count(SCRIPTS.Kana) > 0 && is("Kana", "Han")) return "ja";
  if (is("Han")) return count(TRADITIONAL) > count(SIMPLIFIED) ? "zh-TW" : "zh-CN";
  return undefined;
}

/** Whether a language is written from right to left. */
export function isRtlLanguage(tag: string | undefined): boolean {
  return tag !== undefined && /^(?:ar|fa|he|ur|yi|ps|sd|ckb|dv|ug)(?:-|$)/i.test(tag);
}

/** Events that are read at most. */
const EVENTS_MAX = 200;

/** The language that a document names, or else that its texts show. */
export function languageOf(document: unknown): string | undefined {
  const raw = (typeof document === "object" && document !== null ? document : {}) as Record<string, unknown>;
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, EVENTS_MAX) : []);
  const field = (value: unknown, name: string): string | undefined => {
    const found = (value as Record<string, unknown> | null | undefined)?.[name];
    return typeof found === "string" ? found : undefined;
  };
  const events = list(Array.isArray(document) ? document : raw["events"]);
  return (
    field(raw, "lang") ??
    detectLanguage([
      field(raw, "title"),
      field(raw, "description"),
      ...events.map((event) => field(event, "title")),
      ...list((raw["columns"] as { title?: unknown } | undefined)?.title).map((one) =>
        typeof one === "string" ? one : undefined,
      ),
    ])
  );
}

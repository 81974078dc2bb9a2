/**
 * Plural rules (Unicode CLDR, "Language Plural Rules", cardinals) for whole numbers from 0. The rules are written out because
 * what is rendered must not depend on `Intl`.
 */
import type { PluralForms } from "../time/wording/figure-words.js";

/** Returns a reader of the forms of one counted word: a text with `|` between the forms, in the order of `categories`. */
function formsReader(...categories: readonly (keyof PluralForms)[]): (text: string) => PluralForms {
  return (text) => {
    const forms = text.split("|");
    return Object.fromEntries(categories.map((category, i) => [category, forms[i]])) as unknown as PluralForms;
  };
}

/** Polish, Russian, Ukrainian: `one|few|many|other`. */
export const slavicForms = /* @__PURE__ */ formsReader("one", "few", "many", "other");

/** Arabic: `zero|one|two|few|many|other`. */
export const arabicForms = /* @__PURE__ */ formsReader("zero", "one", "two", "few", "many", "other");

type Rule = (n: number) => keyof PluralForms;

/** Chinese, Japanese, Korean. */
export const noPlural: Rule = () => "other";

/** German, English, Spanish, Italian, Dutch, Turkish. */
export const oneOther: Rule = (n) => (n === 1 ? "one" : "other");

/** French, Portuguese, Persian: 0 is singular. */
export const zeroOne: Rule = (n) => (n < 2 ? "one" : "other");

/** Hebrew. */
export const oneTwo: Rule = (n) => (n === 1 ? "one" : n === 2 ? "two" : "other");

const isFew = (n: number): boolean => n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);

/** Polish. */
export const polish: Rule = (n) => (n === 1 ? "one" : isFew(n) ? "few" : "many");

/** Russian, Ukrainian. */
export const eastSlavic: Rule = (n) => (n % 10 === 1 && n % 100 !== 11 ? "one" : isFew(n) ? "few" : "many");

/** Arabic. */
export const arabic: Rule = (n) => {
  if (n < 3) return (["zero", "one", "two"] as const)[n as 0];
  const rest = n % 100;
  return rest >= 3 && rest <= 10 ? "few" : rest > 10 ? "many" : "other";
};

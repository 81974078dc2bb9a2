/** Plural rules (Unicode CLDR, "Language Plural Rules", cardinals) for whole numbers from 0: small enough not to need `Intl`. */
import type { PluralForms } from "../time/wording/figure-words.js";

type Rule = (n: number) => keyof PluralForms;

/** Chinese, Japanese, Korean. */
export const noPlural: Rule = () => "other";

/** German, English, Spanish, Italian, Dutch, Turkish. */
export const oneOther: Rule = (n) => (n === 1 ? "one" : "other");

/** French, Portuguese, Persian: nought is singular. */
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

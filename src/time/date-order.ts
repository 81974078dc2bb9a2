/**
 * The order of day and month in a whole column of dates. One date such as `1/2/2021` is never guessed at; but where every
 * date of a column that shows its order shows the same one, the others are written in it too.
 */
import { daysInMonth } from "./calendar.js";
import type { DateOrder } from "./spoken/numeric-date.js";

const THREE_NUMBERS = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?![\d/.-])/g;

/** By far the most common, and told apart without a pattern. */
export const isIsoDay = (text: string): boolean => text.length === 10 && text[4] === "-" && text[7] === "-";

export type OrderFound =
  /** All that show their order agree; `at` is the first that does, and some others do not show theirs. */
  | { readonly order: DateOrder; readonly at: number }
  /** The first two that disagree. */
  | { readonly mixed: readonly [dayFirst: number, monthFirst: number] }
  | undefined;

/**
 * What the first two numbers of a date show of their order. `undefined`: nothing, and nothing is open. A date that there is
 * in neither order, such as 31/02, is a slip and proves none.
 */
export function shownOrder(a: number, b: number): "DMY" | "MDY" | "open" | undefined {
  const [dayFirst, monthFirst] = [isDayOf(a, b), isDayOf(b, a)];
  if (dayFirst && monthFirst) return a === b ? undefined : "open";
  if (dayFirst) return "DMY";
  return monthFirst ? "MDY" : undefined;
}

/** @param year a leap year where none is asked about */
export function isDayOf(day: number, month: number, year = 2000): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Looks through a column. `undefined`: nothing shows an order, or nothing needs one. */
export function findDateOrder(texts: readonly unknown[]): OrderFound {
  let open = false;
  let [dayFirst, monthFirst] = [-1, -1];
  for (const [i, text] of texts.entries()) {
    if (typeof text !== "string" || text.length > 256 || isIsoDay(text)) continue;
    for (const [, first, , second] of text.matchAll(THREE_NUMBERS)) {
      const shown = shownOrder(Number(first), Number(second));
      if (shown === "DMY") dayFirst = dayFirst < 0 ? i : dayFirst;
      else if (shown === "MDY") monthFirst = monthFirst < 0 ? i : monthFirst;
      else if (shown) open = true;
    }
  }
  if (dayFirst >= 0 && monthFirst >= 0) return { mixed: [dayFirst, monthFirst] };
  if (!open || (dayFirst < 0 && monthFirst < 0)) return undefined;
  return dayFirst >= 0 ? { order: "DMY", at: dayFirst } : { order: "MDY", at: monthFirst };
}

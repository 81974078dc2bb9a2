/**
 * Finds the order of day and month in a column of dates. One date such as `1/2/2021` has two readings and is refused. In a
 * column, a date such as `13/2/2021` proves the order of the others, unless another date proves the opposite.
 */
import { daysInMonth } from "./calendar.js";
import type { DateOrder } from "./spoken/numeric-date.js";

const THREE_NUMBERS = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2\d{4}(?![\d/.-])/g;

/** True for the shape YYYY-MM-DD. No regular expression, because most dates of large tables have this shape. */
export const isIsoDay = (text: string): boolean => text.length === 10 && text[4] === "-" && text[7] === "-";

export type OrderFound =
  /** Every date that proves an order proves this one. `at` is the index of the first of them. */
  | { readonly order: DateOrder; readonly at: number }
  /** Indexes of the first date that proves each order, where both orders are proved. */
  | { readonly mixed: readonly [dayFirst: number, monthFirst: number] }
  | undefined;

/**
 * The order that the first two numbers of a date prove. `open`: both orders give a date. `undefined`: the order does not
 * matter (5/5), or neither order gives a date (31/02).
 */
export function shownOrder(a: number, b: number): "DMY" | "MDY" | "open" | undefined {
  const [dayFirst, monthFirst] = [isDayOf(a, b), isDayOf(b, a)];
  if (dayFirst && monthFirst) return a === b ? undefined : "open";
  if (dayFirst) return "DMY";
  return monthFirst ? "MDY" : undefined;
}

/** Whether a month has a day. Without a year, 29 February exists. */
export function isDayOf(day: number, month: number, year = 2000): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Finds the order of a column. `undefined`: no date proves an order, or none needs one. */
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

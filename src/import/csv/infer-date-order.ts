/** Infers the order of day and month of numeric dates. One contradicting date and no order is inferred. */
import { isDayOf, isIsoDay, shownOrder } from "../../time/date-order.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import type { ImportReport } from "../import-report.js";

const NUMERIC = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[\sT,])/;

/** Collects the orders that the dates of a column allow. */
export class DateOrderColumn {
  private dayFirst: { row: number; text: string } | undefined;
  private monthFirst: { row: number; text: string } | undefined;
  private open = 0;

  see(text: string, row: number): void {
    const match = isIsoDay(text) ? null : NUMERIC.exec(text);
    if (!match) return;
    const shown = shownOrder(Number(match[1]), Number(match[3]));
    if (shown === "DMY") this.dayFirst ??= { row, text };
    else if (shown === "MDY") this.monthFirst ??= { row, text };
    else if (shown) this.open++;
  }

  /** The order of the column; `undefined` if no date shows one, or if dates contradict each other (reported). */
  settle(column: number, name: string, report: ImportReport): DateOrder | undefined {
    const { dayFirst, monthFirst, open } = this;
    if (dayFirst && monthFirst) {
      const [first, second] = dayFirst.row < monthFirst.row ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
      report.put(
        "date-order-mixed",
        `row ${first.row} has "${first.text}" and row ${second.row} has "${second.text}", so the column has no one order of day and month`,
        { row: second.row, column, value: second.text, hint: "Write all dates as 2021-04-13" },
      );
      return undefined;
    }
    const proof = dayFirst ?? monthFirst;
    if (!proof) return undefined;
    const order: DateOrder = dayFirst ? "DMY" : "MDY";
    if (open > 0) {
      const [is, isNot] = dayFirst ? ["the day", "the month"] : ["the month", "the day"];
      report.put(
        "date-order-inferred",
        `${name}: the first number is ${is}, since row ${proof.row} has "${proof.text}" and no row has ${isNot} first; ${open === 1 ? "1 date is" : `${open} dates are`} read so`,
        { row: proof.row, column, value: proof.text, hint: `Set dateOrder to "${order}" to say so` },
      );
    }
    return order;
  }
}

/** Rewrites a date of three numbers as ISO 8601, if `order` is known. Any other text is returned unchanged. */
export function orderedDate(text: string, order: DateOrder | undefined): string {
  if (order === undefined || order === "YMD") return text;
  const match = NUMERIC.exec(text);
  if (!match) return text;
  const [whole, a = "", , b = "", year = ""] = match;
  const [day, month] = order === "DMY" ? [a, b] : [b, a];
  // A day that does not exist is left as written, so that the model reports it.
  if (!isDayOf(Number(day), Number(month), Number(year))) return text;
  const rest = text.slice(whole.length).trim();
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return rest === "" ? iso : `${iso} ${rest}`;
}

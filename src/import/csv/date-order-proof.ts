/** Infers the order of day and month from all numeric dates of a table. One contradicting date and no order is inferred. */
import { isDayOf, isIsoDay, shownOrder } from "../../time/date-order.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import { type ImportReport, placeOf, type Where, whereText } from "../import-report.js";

const NUMERIC_DATE = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[\sT,])/;

interface Proof {
  readonly where: Where;
  readonly column: number;
  readonly text: string;
  /** Position among all dates seen. */
  readonly at: number;
}

/** Collects the orders that the dates of a table allow. */
export class DateOrderProof {
  private dayFirst: Proof | undefined;
  private monthFirst: Proof | undefined;
  private open = 0;
  private seen = 0;

  /** @param column index of the column of the date */
  see(text: string, where: Where, column: number): void {
    const match = isIsoDay(text) ? null : NUMERIC_DATE.exec(text);
    if (!match) return;
    this.seen++;
    const shown = shownOrder(Number(match[1]), Number(match[3]));
    const proof = { where, column, text, at: this.seen };
    if (shown === "DMY") this.dayFirst ??= proof;
    else if (shown === "MDY") this.monthFirst ??= proof;
    else if (shown) this.open++;
  }

  /** The order of the table; `undefined` if no date shows one, or if dates contradict each other (reported). */
  settle(headers: readonly string[], report: ImportReport): DateOrder | undefined {
    const { dayFirst, monthFirst, open } = this;
    const nameOf = ({ column }: Proof): string => headers[column] || `column ${column + 1}`;
    if (dayFirst && monthFirst) {
      const [first, second] = dayFirst.at < monthFirst.at ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
      const columns = first.column === second.column ? "" : ` in ${nameOf(first)}`;
      report.put(
        "date-order-mixed",
        `${whereText(first.where)} has "${first.text}"${columns} and ${whereText(second.where)} has "${second.text}"${columns && ` in ${nameOf(second)}`}, so the table has no one order of day and month`,
        {
          ...placeOf(second.where),
          column: second.column + 1,
          value: second.text,
          hint: "Write all dates as 2021-04-13",
        },
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
        `${nameOf(proof)}: the first number is ${is}, since ${whereText(proof.where)} has "${proof.text}" and no date has ${isNot} first; ${open === 1 ? "1 date is" : `${open} dates are`} read so`,
        {
          ...placeOf(proof.where),
          column: proof.column + 1,
          value: proof.text,
          hint: `Set dateOrder to "${order}" to state it`,
        },
      );
    }
    return order;
  }
}

/** Rewrites a date of three numbers as ISO 8601, if `order` is known. Any other text is returned unchanged. */
export function orderedDate(text: string, order: DateOrder | undefined): string {
  if (order === undefined || order === "YMD") return text;
  const match = NUMERIC_DATE.exec(text);
  if (!match) return text;
  const [whole, a = "", , b = "", year = ""] = match;
  const [day, month] = order === "DMY" ? [a, b] : [b, a];
  // A day that does not exist is left as written, so that the model reports it.
  if (!isDayOf(Number(day), Number(month), Number(year))) return text;
  const rest = text.slice(whole.length).trim();
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return rest === "" ? iso : `${iso} ${rest}`;
}

/** Intervals whose end omits the parts that it shares with the start: "2024-06-19/20", "2024-06/08". */
import { daysInMonth } from "../calendar.js";
import { readEdtfDate } from "./edtf-date.js";
import { Refusal, type Remark } from "../refusal.js";

const SHORTENED_END = /^((-?\d{4})-(?:(\d\d)-)?)(\d\d)([?~%]?)\/(\d\d?)([?~%]?)$/;

/**
 * Expands a shortened end (ISO 8601-1), which EDTF would read as a century. Returns any other text unchanged.
 *
 * @throws Refusal if the end is no date, or lies before the start
 */
export function expandShortenedEnd(text: string, remarks: Remark[]): string {
  const match = SHORTENED_END.exec(text);
  if (!match) return text;
  const [, shared = "", year = "", month, first = "", mark = "", written = "", endMark = ""] = match;
  const begin = shared + first;
  readEdtfDate(begin);
  const [from, to] = [Number(first), Number(written)];
  const [unit, highest]: [string, number] =
    month !== undefined
      ? ["day", daysInMonth(Number(year), Number(month))]
      : from > 12
        ? ["season", 41]
        : ["month", 12];
  const last = written.padStart(2, "0");
  if (to < from || to > highest) {
    const asYear = Number(year) > 0 && to > Number(year.slice(-2));
    throw new Refusal(
      "date-invalid",
      `"${written}" behind the slash is no ${unit} from the beginning on`,
      `Write the end in full, as in ${asYear ? `${begin}/${year.slice(0, -2)}${last} for the year` : "2024-06-19/2024-07-02"}`,
    );
  }
  const whole = `${begin}${mark}/${shared}${last}${endMark}`;
  remarks.push({
    code: "interval-shorthand",
    problem: `it is read as ${begin} to ${shared}${last}`,
    hint: `Write ${whole}`,
  });
  return whole;
}

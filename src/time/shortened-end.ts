/** Intervals whose end leaves out what it shares with the beginning: "2024-06-19/20", "2024-06/08". */
import { daysInMonth } from "./calendar.js";
import { readEdtfDate } from "./edtf-date.js";
import { Refusal, type Remark } from "./refusal.js";

const SHORTENED = /^((-?\d{4})-(?:(\d\d)-)?)(\d\d)([?~%]?)\/(\d\d?)([?~%]?)$/;

/**
 * The interval with its end in full. ISO 8601-1 lets an end be shortened so; EDTF has no such form, and would read a
 * century. Any other text comes back as it is.
 *
 * @throws Refusal if the end is no date, or lies before the beginning
 */
export function wholeInterval(text: string, remarks: Remark[]): string {
  const match = SHORTENED.exec(text);
  if (!match) return text;
  const [, shared = "", year = "", month, first = "", mark = "", written = "", endMark = ""] = match;
  const begin = shared + first;
  readEdtfDate(begin);
  const [from, to] = [Number(first), Number(written)];
  const isSeason = month === undefined && from > 12;
  const unit = month !== undefined ? "day" : isSeason ? "season" : "month";
  const [lowest, highest] =
    month !== undefined ? [1, daysInMonth(Number(year), Number(month))] : isSeason ? [21, 41] : [1, 12];
  const end = written.padStart(2, "0");
  if (to < from || to < lowest || to > highest) {
    const problem = to < lowest || to > highest ? `is no ${unit} to end with` : `is a ${unit} before the beginning`;
    const later =
      Number(year) > 0 && to > Number(year.slice(-2)) ? `${begin}/${year.slice(0, -2)}${end} for the year` : undefined;
    throw new Refusal(
      "date-invalid",
      `"${written}" behind the slash ${problem}`,
      `Write the end in full, as in ${later ?? "2024-06-19/2024-07-02"}`,
    );
  }
  remarks.push({
    code: "interval-shorthand",
    problem: `it is read as ${begin} to ${shared}${end}`,
    hint: `Write ${begin}${mark}/${shared}${end}${endMark}`,
  });
  return `${begin}${mark}/${shared}${end}${endMark}`;
}

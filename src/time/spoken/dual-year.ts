/** Reads dual dates: "30 January 1648/9" is in 1648 if the year begins on 25 March (Old Style), and in 1649 by today's count. */
import { MONTHS } from "../wording/english-names.js";
import { Refusal, type Remark } from "../refusal.js";
import type { Parts } from "./date-parts.js";
import { DASHES } from "./punctuation.js";
import type { Cursor } from "./token-cursor.js";

/** England and its colonies, the last to change, began the year 1752 on 1 January. */
const LAST_DUAL_YEAR = 1752;

/**
 * Reads the second year of a dual date, after its month and first year.
 *
 * @throws Refusal for a day of two years that are no dual date
 */
export function readDualYear(cursor: Cursor, parts: Parts, remarks: Remark[]): void {
  const { day, month = 0, year = 0, digits } = parts;
  parts.yearLast = true;
  const before = cursor.place;
  const second = cursor.peek()?.joined && cursor.sign("/", ...DASHES) && cursor.number();
  const next = cursor.peek()?.kind;
  const isNext = second && second.joined && digits === 4 && second.value === (year + 1) % 10 ** second.digits;
  if (isNext && next !== "monthName" && next !== "sign") {
    // The year began on 25 March.
    if (year < LAST_DUAL_YEAR && month * 100 + (day ?? 0) < 325) {
      parts.year = year + 1;
      const problem = `the dual year ${year}/${second.value} is read as ${year + 1}, counted from 1 January`;
      remarks.push({ code: "date-notation", problem });
      return;
    }
    if (day !== undefined) {
      const both = [year, year + 1].map((one) => `${day} ${MONTHS[month - 1]} ${one}`).join(" or ");
      throw new Refusal("date-order-unknown", `it could be ${both}`, `Write ${both}`);
    }
  }
  cursor.reset(before);
}

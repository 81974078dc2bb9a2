/** Tells what the cells of a column may hold, to check what its header promises. */
import { parseDate } from "../../time/parse-date.js";

/** False for a column of marks and counts, such as "references" with 1 and 0. */
export function mayHoldSources(cells: readonly string[]): boolean {
  return cells.length === 0 || cells.some((cell) => !/^(?:\d{1,4}|x|yes|no|y|n|true|false|-)$/i.test(cell.trim()));
}

/** False for a column such as "from" whose cells name places or people. */
export function mayHoldDates(cells: readonly string[]): boolean {
  return cells.length === 0 || cells.some((cell) => /\p{N}/u.test(cell) || parseDate(cell).span !== undefined);
}

/** Whether all cells are dates with a year. */
export function holdsDates(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /\d{3}/.test(cell) && parseDate(cell, { seasonCodes: true }).span);
}

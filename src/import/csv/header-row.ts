/** Finds the row that names the columns: tables often have a title and notes above it. */
import type { TimelineDocument } from "../../model/document/document.js";
import type { ImportReport } from "../import-report.js";
import { headerField } from "./columns.js";

/** Rows that are examined to find the header, and to check what its cells promise. */
export const SAMPLE_ROWS = 200;
/** Rows that may stand above the header. */
const HEADER_ROWS_MAX = 30;

interface Row {
  readonly cells: readonly string[];
  readonly row: number;
}

/** The index of the header among the first rows of a table; -1 if all are blank. */
export function findHeader(rows: readonly Row[], stated: number | undefined, report: ImportReport): number {
  if (stated !== undefined) {
    const at = rows.findIndex(({ row }) => row === stated);
    if (at >= 0) return at;
    report.put("column-missing", `there is no row ${stated} among the first ${SAMPLE_ROWS}`, {
      row: stated,
      hint: "Set the option headerRow to the row that names the columns",
    });
  }
  const first = rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (first < 0 || namesDates(rows[first] as Row)) return first;
  const later = rows.slice(0, HEADER_ROWS_MAX).findIndex((row, i) => i > first && isHeader(row));
  return later < 0 ? first : later;
}

const DATES: ReadonlySet<string> = new Set(["date", "start", "year", "displayDate"]);

function namesDates({ cells }: Row): boolean {
  return (
    cells.some((cell) => DATES.has(headerField(cell) ?? "")) && cells.filter((cell) => cell.trim() !== "").length > 1
  );
}

/** A row that names a column of dates and another field, and holds no date itself. */
function isHeader(row: Row): boolean {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const fields = new Set(filled.flatMap((cell) => headerField(cell) ?? []));
  return (
    namesDates(row) &&
    fields.size > 1 &&
    filled.every((cell) => cell.length <= HEADER_LENGTH_MAX && !/\d{3}/.test(cell))
  );
}

/** Longest cell of a header, in UTF-16 code units. */
const HEADER_LENGTH_MAX = 60;

/** The title of a table in the rows above its header. Reports every text there. */
export function headOf(
  above: readonly Row[],
  header: number,
  isInferred: boolean,
  report: ImportReport,
): Partial<TimelineDocument> {
  const texts = above.flatMap(({ cells, row }) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    return filled.length === 0 ? [] : [{ row, filled }];
  });
  const [first] = texts;
  if (!first) return {};
  const title = first.filled.length === 1 ? first.filled[0] : undefined;
  const [what, rest] = title === undefined ? ["", texts] : ["; the first text is the title", texts.slice(1)];
  report.put("header-row-detected", `the columns are named in row ${header}${what}`, {
    row: header,
    value: first.filled.join(" "),
    hint: isInferred ? "Set the option headerRow to name another row" : undefined,
  });
  for (const { row, filled } of rest) {
    report.tally("import-loss", "this row above the header is left out", row, { value: filled.join(" ") });
  }
  return title === undefined ? {} : { title };
}

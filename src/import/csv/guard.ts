/**
 * Cells that a spreadsheet would take for a formula are written with an apostrophe in front, which spreadsheets do not
 * show (OWASP, "CSV Injection"). Reading takes it away again, so nothing changes on the way.
 */

/** Characters that begin a formula, full-width twins too, behind any number of apostrophes. */
const RISKY = /^'*[=+\-@\t\r\u0000＝＋－＠]/;
/** A number or a date may begin with a minus. */
const HARMLESS = /^-\d[\d.,:/TZ+~?%\s-]*$/;

export function guardCell(cell: string): string {
  return RISKY.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
}

export function unguardCell(cell: string): string {
  // Most cells do not begin with an apostrophe.
  return cell.charCodeAt(0) === 39 && RISKY.test(cell) ? cell.slice(1) : cell;
}

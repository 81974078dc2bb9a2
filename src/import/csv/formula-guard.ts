/**
 * Guards cells that a spreadsheet would run as a formula with a leading apostrophe, which spreadsheets do not show
 * (OWASP, "CSV Injection"). Reading removes the apostrophe, so a round trip changes nothing.
 */

/** Characters that begin a formula, also in full width, after any number of apostrophes. */
const FORMULA_START = /^'*[=+\-@\t\r\u0000＝＋－＠]/;
/** Numbers and dates that begin with a minus. */
const NEGATIVE_NUMBER = /^-\d[\d.,:/TZ+~?%\s-]*$/;

export function guardCell(cell: string): string {
  return FORMULA_START.test(cell) && !NEGATIVE_NUMBER.test(cell) ? `'${cell}` : cell;
}

export function unguardCell(cell: string): string {
  // Test the first character before the pattern: most cells have no apostrophe.
  return cell.charCodeAt(0) === 39 && FORMULA_START.test(cell) ? cell.slice(1) : cell;
}

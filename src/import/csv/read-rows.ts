/**
 * Reads the rows of delimited text (RFC 4180 and the variants that spreadsheets write). Our own reader, because d3-dsv
 * compiles code at run time, drops the character after a stray quote, and cannot locate an unclosed quote. It is the
 * oracle of the tests: both read every well-formed text alike.
 */
import type { ImportReport } from "../import-report.js";
import { LineIndex } from "../line-index.js";

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Calls `each` with the cells of every row. Rows end at LF, CR or CRLF; within quotes all of these are text.
 *
 * A quote that is never closed, or closed on a later line and followed by text, is a plain character, so that the
 * following rows stay rows.
 */
export function readRows(
  text: string,
  delimiter: string,
  report: ImportReport,
  each: (cells: string[], index: number) => void,
): void {
  const separator = delimiter.charCodeAt(0);
  const lines = new LineIndex(text);
  let at = 0;
  let row: string[] = [];
  let index = 0;

  const plainEnd = (from: number): number => {
    let end = from;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === separator || unit === LF || unit === CR) break;
    }
    return end;
  };

  const quoted = (): string => {
    const open = at;
    let close = text.indexOf('"', open + 1);
    let doubled = false;
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
      doubled = true;
      close = text.indexOf('"', close + 2);
    }
    const content = close < 0 ? "" : text.slice(open + 1, close);
    const end = close < 0 ? plainEnd(open) : plainEnd(close + 1);
    if (close < 0 || (end > close + 1 && /[\r\n]/.test(content))) {
      const literal = plainEnd(open);
      report.put("quote-unclosed", "this quote is opened and never closed; it is read as a plain character", {
        ...lines.place(open),
        value: text.slice(open, Math.min(literal, open + 80)),
        hint: 'Close it, or write a quote inside a text as ""',
      });
      at = literal;
      return text.slice(open, literal);
    }
    at = end;
    if (end > close + 1) {
      report.put("quote-stray", "there is text after the closing quote; the cell is kept as written", {
        ...lines.place(close),
        value: text.slice(open, Math.min(end, open + 80)),
        hint: 'Write a quote inside a quoted text as ""',
      });
      return text.slice(open, end);
    }
    return doubled ? content.replaceAll('""', '"') : content;
  };

  while (at < text.length) {
    if (text.charCodeAt(at) === QUOTE) row.push(quoted());
    else {
      const end = plainEnd(at);
      row.push(text.slice(at, end));
      at = end;
    }
    const unit = text.charCodeAt(at);
    if (unit === separator) {
      at++;
      // A separator at the end of the text is followed by one more empty cell.
      if (at < text.length) continue;
      row.push("");
    } else if (unit === CR && text.charCodeAt(at + 1) === LF) at += 2;
    else at++;
    each(row, index++);
    row = [];
  }
}

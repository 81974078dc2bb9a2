/** How much of a file is read: bounds for files of unknown origin, each an option. */
import type { IssueCode } from "../base/issue.js";
import type { ImportReport } from "./import-report.js";

export interface ImportLimits {
  /** Bytes of the file as UTF-8. A longer file is not read. Default 10 MiB. */
  readonly bytes: number;
  /** Events. The first ones are kept. Default 100,000. */
  readonly events: number;
  /** UTF-16 code units of one text. A longer one is cut. Default 65,536. */
  readonly field: number;
  /** Lists and objects inside each other in JSON. A deeper file is not read. Default 64. */
  readonly depth: number;
  /** Columns of a table. The first ones are kept. Default 1,000. */
  readonly columns: number;
  /** Dates of one calendar rule. The first ones are kept. Default 1,000. */
  readonly occurrences: number;
  /** Dates of all calendar rules of a file. Default 10,000. */
  readonly allOccurrences: number;
}

export const DEFAULT_LIMITS: ImportLimits = {
  bytes: 10 * 1024 * 1024,
  events: 100_000,
  field: 64 * 1024,
  depth: 64,
  columns: 1000,
  occurrences: 1000,
  allOccurrences: 10_000,
};

/** @throws TypeError for an unknown limit or one that is not a positive number */
export function readLimits(given: Partial<ImportLimits> | undefined): ImportLimits {
  const limits: Record<string, number> = { ...DEFAULT_LIMITS };
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) throw new TypeError(`there is no limit "${name}"`);
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value > 0)) throw new TypeError(`limits.${name} must be a positive number`);
    limits[name] = value;
  }
  return limits as unknown as ImportLimits;
}

/** Says that a limit was passed, with its name, so that it can be raised. */
export function reportLimit(
  report: ImportReport,
  code: IssueCode,
  problem: string,
  option: keyof ImportLimits,
  details: { path?: string | undefined; row?: number | undefined; column?: number | undefined; value?: string } = {},
): void {
  report.put(code, problem, { ...details, hint: `Raise the option limits.${option} to read more` });
}

/** Whether a text is too long to be read. Says so. */
export function isTooLong(text: string, limits: ImportLimits, report: ImportReport): boolean {
  // UTF-8 needs one to three bytes for a code unit: only in between must they be counted.
  if (text.length * 3 <= limits.bytes) return false;
  const bytes = text.length > limits.bytes ? text.length : utf8Length(text);
  if (bytes <= limits.bytes) return false;
  const problem = `the file has ${text.length > limits.bytes ? "at least " : ""}${bytes} bytes, and the limit is ${limits.bytes}; it is not read`;
  reportLimit(report, "limit-bytes", problem, "bytes");
  return true;
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A pair of surrogates takes four bytes, two for each of its units.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The first entries of a list, as many as the limit allows. Says how many there are. */
export function limited<T>(list: readonly T[], limits: ImportLimits, report: ImportReport): readonly T[] {
  if (list.length <= limits.events) return list;
  const problem = `there are ${list.length} events, and the limit is ${limits.events}; the first ${limits.events} are kept`;
  reportLimit(report, "limit-events", problem, "events");
  return list.slice(0, limits.events);
}

/** Limits for files of unknown origin. Each is an option. */
import type { IssueCode } from "../base/issue.js";
import type { ImportReport } from "./import-report.js";

export interface ImportLimits {
  /** Bytes of the file in UTF-8. A larger file is not read. Default 10 MiB. */
  readonly bytes: number;
  /** Events. The first ones are kept. Default 100,000. */
  readonly events: number;
  /** UTF-16 code units of one text. A longer one is cut. Default 65,536. */
  readonly field: number;
  /** Nesting depth of JSON. A deeper file is not read. Default 64. */
  readonly depth: number;
  /** Columns of a table. The first ones are kept. Default 1,000. */
  readonly columns: number;
  /** Dates of one calendar rule. The first ones are kept. Default 1,000. */
  readonly occurrences: number;
  /** Dates of all calendar rules of a file. Default 10,000. */
  readonly allOccurrences: number;
  /** Years after the last start of a calendar, or after now, at which a rule without an end stops. Default 2. */
  readonly horizonYears: number;
}

export const DEFAULT_LIMITS: ImportLimits = {
  bytes: 10 * 1024 * 1024,
  events: 100_000,
  field: 64 * 1024,
  depth: 64,
  columns: 1000,
  occurrences: 1000,
  allOccurrences: 10_000,
  horizonYears: 2,
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

/** Reports that a limit is exceeded, and the option that raises it. */
export function reportLimit(
  report: ImportReport,
  code: IssueCode,
  problem: string,
  option: keyof ImportLimits,
  details: { path?: string | undefined; row?: number | undefined; column?: number | undefined; value?: string } = {},
): void {
  report.put(code, problem, { ...details, hint: `Raise the option limits.${option} to read more` });
}

/** Whether a text exceeds the limit of bytes, which is reported. */
export function isTooLong(text: string, limits: ImportLimits, report: ImportReport): boolean {
  // A UTF-16 code unit takes one to three bytes of UTF-8, so only borderline texts are counted.
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
    // A surrogate pair takes four bytes, two per code unit.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The first entries of a list up to the limit of events. Reports a longer list. */
export function limited<T>(list: readonly T[], limits: ImportLimits, report: ImportReport): readonly T[] {
  if (list.length <= limits.events) return list;
  const problem = `there are ${list.length} events, and the limit is ${limits.events}; the first ${limits.events} are kept`;
  reportLimit(report, "limit-events", problem, "events");
  return list.slice(0, limits.events);
}

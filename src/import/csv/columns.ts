/** Which column of a table holds which field of an event. */
import type { ImportReport } from "../import-report.js";
import { type Field, OTHER_CALENDARS, PARTIAL, PHRASES } from "./column-words.js";

/** A header by its text, or a column by its number as a spreadsheet counts, from 1. */
export type ColumnRef = string | number;

/** Columns that the caller names. `source` may be several. */
export type ColumnOptions = Readonly<Partial<Record<Field, ColumnRef | readonly ColumnRef[]>>>;

/** Fields that a source has, which follow the number of their source: "publisher 2" belongs to "source 2". */
const OF_SOURCES: readonly Field[] = ["source", "sourceTitle", "publisher", "author", "published", "quote"];

export interface Columns {
  readonly headers: readonly string[];
  /** Index of the column of each field that stands once. */
  readonly single: ReadonlyMap<Field, number>;
  /** Columns of each source in order: the source itself, and what is said about it. */
  readonly sources: readonly ReadonlyMap<Field, number>[];
  /** Columns without a field, kept in `data`. */
  readonly rest: readonly number[];
}

/** A header as it is compared: lower case, words apart, nothing but letters and digits. */
export function headerKey(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Begins a header that is data whatever else its name may say. `toCsv` writes it where a name would mislead. */
export const DATA_PREFIX = "data.";

/** Whether a header would be taken for a field. */
export function isFieldHeader(header: string): boolean {
  return guess(header) !== undefined;
}

interface Guess {
  readonly field: Field;
  readonly rank: number;
  /** The number at the end of a header, such as "source 2". */
  readonly number: number;
}

const PARTIAL_RANK = 1000;

function guess(header: string): Guess | undefined {
  if (header.startsWith(DATA_PREFIX)) return undefined;
  const key = headerKey(header);
  const numbered = /^(.*\D)\s?(\d{1,3})$/.exec(key);
  const [phrase, number] = numbered ? [(numbered[1] as string).trim(), Number(numbered[2])] : [key, 1];
  const exact = PHRASES.get(key) ?? PHRASES.get(phrase);
  if (exact) return { ...exact, number };
  const isOther = OTHER_CALENDARS.test(key);
  const words = phrase.split(" ");
  // The end is looked for first: "end date" would else be a date.
  for (const field of ["end", "date", "title", "source", "year"] as const) {
    if (isOther && field !== "title" && field !== "source") continue;
    const list = PARTIAL[field] ?? [];
    const at = list.findIndex((word) => words[0] === word || words.at(-1) === word);
    if (at >= 0) return { field, rank: PARTIAL_RANK, number };
  }
  return undefined;
}

export function mapColumns(headers: readonly string[], given: ColumnOptions, report: ImportReport): Columns {
  const taken = new Set<number>();
  const single = new Map<Field, number>();
  const sources: Map<Field, number>[] = [];
  const put = (field: Field, column: number, number: number): boolean => {
    if (!OF_SOURCES.includes(field)) {
      if (single.has(field)) return false;
      single.set(field, column);
    } else {
      // A second column of links is a second source, whatever it is called.
      const free = sources.findIndex((source, i) => i >= number - 1 && !source?.has("source"));
      const at = field !== "source" ? number - 1 : free >= 0 ? free : Math.max(number - 1, sources.length);
      const source = (sources[at] ??= new Map());
      if (source.has(field)) return false;
      source.set(field, column);
    }
    taken.add(column);
    return true;
  };

  for (const field of Object.keys(given) as Field[]) {
    const refs = [given[field] as ColumnRef | readonly ColumnRef[]].flat();
    refs.forEach((ref, i) => {
      const column = columnOf(ref, headers);
      if (column !== undefined) put(field, column, i + 1);
      else {
        const hint = `The columns are ${headers.join(", ")}`;
        report.put("column-missing", `there is no column for the option columns.${field}`, { value: ref, hint });
      }
    });
  }

  const guesses = headers
    .map((header, column) => ({ column, guess: guess(header) }))
    .filter((entry): entry is { column: number; guess: Guess } => entry.guess !== undefined && !taken.has(entry.column))
    .filter(({ guess }) => given[guess.field] === undefined)
    .sort((a, b) => a.guess.rank - b.guess.rank || a.column - b.column);
  const doubled: number[] = [];
  for (const { column, guess } of guesses) {
    if (put(guess.field, column, guess.number)) continue;
    const kept = single.get(guess.field);
    if (kept !== undefined && headerKey(headers[kept] as string) === headerKey(headers[column] as string)) {
      doubled.push(column);
    }
  }
  for (const column of doubled) {
    report.put("column-duplicate", "another column has the same name; this one is kept in data", {
      row: 1,
      column: column + 1,
      value: headers[column],
      hint: "Give each column a name of its own",
    });
  }
  const rest = headers.map((_, column) => column).filter((column) => !taken.has(column));
  return { headers, single, sources: sources.filter((source) => source !== undefined), rest };
}

function columnOf(ref: ColumnRef, headers: readonly string[]): number | undefined {
  if (typeof ref === "number") return Number.isInteger(ref) && ref >= 1 && ref <= headers.length ? ref - 1 : undefined;
  const exact = headers.indexOf(ref);
  const at = exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(ref));
  return at >= 0 ? at : undefined;
}

/** Says what every column became. */
export function reportColumns(columns: Columns, report: ImportReport): void {
  const { headers, single, sources, rest } = columns;
  const name = (column: number): string => headers[column] || `column ${column + 1}`;
  const pairs = [
    ...[...single].map(([field, column]) => [column, `${name(column)} is ${field}`] as const),
    ...sources.flatMap((source) =>
      [...source].map(([field, column]) => [column, `${name(column)} is ${field}`] as const),
    ),
  ].sort((a, b) => a[0] - b[0]);
  const mapped = pairs.map(([, text]) => text).join(", ") || "no column has a name that is known";
  const kept = rest.length === 0 ? "" : `; kept in data: ${rest.map(name).join(", ")}`;
  report.put("columns-mapped", `${mapped}${kept}`, { row: 1 });
}

/** Maps the columns of a table to the fields of an event. */
import type { ImportReport } from "../import-report.js";
import { type Field, OTHER_CALENDARS, PARTIAL, PHRASES } from "./header-phrases.js";

/** A column by its header, or by its number counted from 1. */
export type ColumnRef = string | number;

/** Columns named by the caller. `source` may name several. */
export type ColumnOptions = Readonly<Partial<Record<Field, ColumnRef | readonly ColumnRef[]>>>;

/** Fields of a source. A number in the header assigns them: "publisher 2" belongs to "source 2". */
const SOURCE_FIELDS: readonly Field[] = ["source", "sourceTitle", "publisher", "author", "published", "quote"];

export interface Columns {
  readonly headers: readonly string[];
  /** Column index of each field that has one column. */
  readonly single: ReadonlyMap<Field, number>;
  /** Column indices of each source in order: its address and its details. */
  readonly sources: readonly ReadonlyMap<Field, number>[];
  /** Column indices without a field; their cells are kept in `data`. */
  readonly rest: readonly number[];
}

/** Normalises a header for comparison: lower case, words separated by blanks, letters and digits only. */
export function headerKey(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Prefix of a header that is always data. `toCsv` writes it if the name would be read as a field. */
export const DATA_PREFIX = "data.";

/** Whether a header names a field. */
export function isFieldHeader(header: string): boolean {
  return guess(header) !== undefined;
}

interface Guess {
  readonly field: Field;
  readonly rank: number;
  /** The number at the end of a header such as "source 2"; 1 if there is none. */
  readonly number: number;
}

/** Rank of a header of which one word matches: after every full match. */
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
  // Test "end" first: "end date" also ends in "date".
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
    if (!SOURCE_FIELDS.includes(field)) {
      if (single.has(field)) return false;
      single.set(field, column);
    } else {
      // A second column of links is a second source, whatever its header.
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
  const duplicates: number[] = [];
  for (const { column, guess } of guesses) {
    if (put(guess.field, column, guess.number)) continue;
    const kept = single.get(guess.field);
    if (kept !== undefined && headerKey(headers[kept] as string) === headerKey(headers[column] as string)) {
      duplicates.push(column);
    }
  }
  for (const column of duplicates) {
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

/** Reports the field of every column. */
export function reportColumns(columns: Columns, report: ImportReport): void {
  const { headers, single, sources, rest } = columns;
  const name = (column: number): string => headers[column] || `column ${column + 1}`;
  const pairs = [
    ...[...single].map(([field, column]) => [column, `${name(column)} is ${field}`] as const),
    ...sources.flatMap((source) =>
      [...source].map(([field, column]) => [column, `${name(column)} is ${field}`] as const),
    ),
  ].sort((a, b) => a[0] - b[0]);
  const mapped = pairs.map(([, text]) => text).join(", ") || "no header names a field";
  const kept = rest.length === 0 ? "" : `; kept in data: ${rest.map(name).join(", ")}`;
  report.put("columns-mapped", `${mapped}${kept}`, { row: 1 });
}

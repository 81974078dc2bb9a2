/** Maps the columns of a table to the fields of an event. */
import { type ImportReport, placeOf, type Where } from "../import-report.js";
import { holdsDates, mayHoldDates, mayHoldSources } from "./column-cells.js";
import {
  hasDateWord,
  isAdministrative,
  isPlan,
  namesDate,
  namesEvent,
  STANDING,
  type Standing,
} from "./date-headers.js";
import { isOldStyle } from "./header-notations.js";
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
  /** Other columns that may hold the date of the event. Their cells are kept in `data`. */
  readonly otherDates: readonly number[];
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

/** The field that a header names. */
export function headerField(header: string): Field | undefined {
  return guess(header)?.field;
}

interface Guess {
  readonly field: Field;
  readonly rank: number;
  /** The number at the end of a header such as "source 2"; 1 if there is none. */
  readonly number: number;
  readonly standing: Standing;
}

/** Rank of a header of which one word matches: after every full match. */
const PARTIAL_RANK = 1000;

/** Fields whose column must hold the date of the event, not of an administrative act. */
const DATE_COLUMNS: ReadonlySet<Field> = new Set(["date", "start", "end", "year", "endYear"]);

function guess(header: string): Guess | undefined {
  if (header.startsWith(DATA_PREFIX)) return undefined;
  const key = headerKey(header);
  const numbered = /^(.*\D)\s?(\d{1,3})$/.exec(key);
  const [phrase, number] = numbered ? [(numbered[1] as string).trim(), Number(numbered[2])] : [key, 1];
  const exact = PHRASES.get(key) ?? PHRASES.get(phrase);
  if (exact) {
    const standing = DATE_COLUMNS.has(exact.field) && !namesEvent(phrase) ? STANDING.general : STANDING.event;
    return { ...exact, number, standing };
  }
  const field = (OTHER_CALENDARS.test(key) ? undefined : partialDate(phrase)) ?? partialText(phrase);
  return field && { field, rank: PARTIAL_RANK, number, standing: standingOf(phrase, field) };
}

function standingOf(phrase: string, field: Field): Standing {
  if (!DATE_COLUMNS.has(field)) return STANDING.event;
  if (isAdministrative(phrase)) return STANDING.administration;
  if (isPlan(phrase) || isOldStyle(phrase)) return STANDING.substitute;
  return namesEvent(phrase) ? STANDING.event : STANDING.partial;
}

/** The date field that some words of a longer header name. */
function partialDate(phrase: string): Field | undefined {
  const words = phrase.split(" ");
  const hasDate = namesDate(phrase);
  const names = (field: "start" | "end" | "year"): boolean => {
    const list = PARTIAL[field] ?? [];
    return list.includes(words.at(-1) as string) || (hasDate && words.some((word) => list.includes(word)));
  };
  const isYear = hasDate && (names("year") || /.jahr$/.test(phrase));
  // Test "end" first: "end date" also names a date.
  if (names("end")) return isYear ? "endYear" : "end";
  if (isYear) return "year";
  if (names("start")) return "start";
  return hasDate ? "date" : undefined;
}

function partialText(phrase: string): Field | undefined {
  // "Source date" is neither a source nor the date of the event.
  if (hasDateWord(phrase)) return undefined;
  const words = phrase.split(" ");
  return (["title", "source"] as const).find((field) => {
    const list = PARTIAL[field] ?? [];
    return list.includes(words[0] as string) || list.includes(words.at(-1) as string);
  });
}

/** The cells of a column in the first rows, to check what a header promises. */
export type Sample = (column: number) => readonly string[];

export function mapColumns(
  headers: readonly string[],
  given: ColumnOptions,
  sample: Sample,
  report: ImportReport,
  where: Where,
): Columns {
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
    .filter(({ column, guess }) => !isLimit(guess.field) || mayHoldDates(sample(column)))
    .filter(({ column, guess }) => guess.field !== "source" || mayHoldSources(sample(column)))
    .sort((a, b) => a.guess.standing - b.guess.standing || a.guess.rank - b.guess.rank || a.column - b.column);
  const standing = new Map<Field, Standing>();
  const otherDates: number[] = [];
  const duplicates: number[] = [];
  for (const { column, guess } of guesses) {
    if (put(guess.field, column, guess.number)) {
      standing.set(guess.field, guess.standing);
      continue;
    }
    const isFirst = ["date", "start", "year"].includes(guess.field);
    if (isFirst && guess.standing < STANDING.substitute) otherDates.push(column);
    const kept = single.get(guess.field);
    if (kept !== undefined && headerKey(headers[kept] as string) === headerKey(headers[column] as string)) {
      duplicates.push(column);
    }
  }
  for (const column of duplicates) {
    report.put("column-duplicate", "another column has the same name; this one is kept in data", {
      ...placeOf(where),
      column: column + 1,
      value: headers[column],
      hint: "Give each column a name of its own",
    });
  }
  const best = settleDateFields(single, standing, taken, otherDates);
  const column = single.get("date") ?? single.get("year");
  if (best === STANDING.administration && column !== undefined) {
    // Any column of dates may be the one of the event.
    const unnamed = headers.flatMap((header, i) =>
      !taken.has(i) && !isAdministrative(headerKey(header)) && holdsDates(sample(i)) ? [i] : [],
    );
    otherDates.push(...unnamed);
    if (unnamed.length === 0)
      report.put("column-ambiguous", "no other column of dates is found, and this one names the record or a person", {
        ...placeOf(where),
        column: column + 1,
        value: headers[column],
        hint: "Set the option columns.date to the column that says when the event was",
      });
  }
  if (!single.has("date") && !single.has("year")) {
    const published = sources[0]?.get("published");
    if (published !== undefined) {
      single.set("date", published);
      sources[0]?.delete("published");
    }
  }
  const rest = headers.map((_, column) => column).filter((column) => !taken.has(column));
  const found = sources.filter((source) => source !== undefined && source.size > 0);
  return { headers, single, sources: found, rest, otherDates };
}

/**
 * Chooses between the date columns by their standing: an administrative date is used only if there is no other.
 *
 * @returns the standing of the chosen column
 */
function settleDateFields(
  single: Map<Field, number>,
  standing: ReadonlyMap<Field, Standing>,
  taken: Set<number>,
  otherDates: number[],
): number {
  const of = (field: Field): number => (single.has(field) ? (standing.get(field) ?? STANDING.event) : Infinity);
  const drop = (field: Field): void => {
    const column = single.get(field);
    if (column !== undefined) taken.delete(column);
    single.delete(field);
  };
  const best = Math.min(of("date"), of("start"), of("year"));
  for (const field of DATE_COLUMNS) {
    if (best < STANDING.administration && of(field) === STANDING.administration) drop(field);
  }
  const [start, date] = [single.get("start"), single.get("date")];
  // A column of starts names the event better than a "launch date".
  if (start !== undefined && date !== undefined && of("date") === STANDING.partial) {
    drop("date");
    otherDates.push(date);
  }
  if (start !== undefined && !single.has("date")) {
    single.set("date", start);
    single.delete("start");
  }
  const display = single.get("displayDate");
  if (display !== undefined && !single.has("date") && !single.has("year")) {
    single.set("date", display);
    single.delete("displayDate");
  }
  return best;
}

function isLimit(field: Field): boolean {
  return field === "start" || field === "end";
}

function columnOf(ref: ColumnRef, headers: readonly string[]): number | undefined {
  if (typeof ref === "number") return Number.isInteger(ref) && ref >= 1 && ref <= headers.length ? ref - 1 : undefined;
  const exact = headers.indexOf(ref);
  const at = exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(ref));
  return at >= 0 ? at : undefined;
}

/** Reports the field of every column. */
export function reportColumns(columns: Columns, report: ImportReport, where: Where): void {
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
  report.put("columns-mapped", `${mapped}${kept}`, placeOf(where));
}

/** Reports that no column holds dates; or titles, unless a template makes them. */
export function reportMissingColumns(columns: Columns, report: ImportReport, where: Where, isMade: boolean): void {
  const names = columns.headers.slice(0, LISTED_COLUMNS_MAX).join(", ");
  const hint = (field: Field): string => `The columns are ${names}; name one with the option columns.${field}`;
  if (!columns.single.has("date") && !columns.single.has("year")) {
    const problem = "no column holds dates, so no event can be placed";
    report.put("column-missing", problem, { ...placeOf(where), hint: hint("date") });
  }
  if (!columns.single.has("title") && !isMade) {
    const place = { ...placeOf(where), hint: hint("title") };
    report.put("title-composed", "no column holds titles; titles are made of other columns", place);
  }
}

/** Headers that a message lists. */
const LISTED_COLUMNS_MAX = 20;

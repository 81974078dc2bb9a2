/** Events given as columns: `{ columns: { date: Float64Array, title: string[], … } }`, one list for each field. */
import { Fields, type RawObject, type Report } from "./fields.js";

/** Reads one row of columns through the interface of an object, without creating that object. */
export class RowFields extends Fields {
  private readonly given: readonly string[];

  constructor(columns: RawObject, given: readonly string[], row: number, report: Report) {
    super(columns, "columns", report, row);
    this.given = given;
  }

  override names(): readonly string[] {
    return this.given;
  }

  override at(name: string): string {
    return `columns.${name}[${this.index}]`;
  }

  override value(name: string): unknown {
    const column = super.value(name) as ArrayLike<unknown> | undefined;
    const value = column?.[this.index];
    // NaN marks a missing value in a list of numbers.
    return value === null || Number.isNaN(value) ? undefined : value;
  }

  /** Does nothing: `rowsOf` reports unknown columns once for all rows. */
  override unknown(): void {}
}

/** Id of an event that is a row without an id: `row-1` for the first row. */
export function rowId(row: number): string {
  return `row-${row + 1}`;
}

export interface Rows {
  readonly lists: Readonly<Record<string, ArrayLike<unknown>>>;
  /** Names of the columns. */
  readonly given: readonly string[];
  readonly size: number;
}

/** The columns that are lists. They may differ in length; the longest determines the number of rows. */
export function rowsOf(columns: RawObject, report: Report, known: readonly string[]): Rows {
  const fields = new Fields(columns, "columns", report);
  fields.unknown(known);
  const given = fields.names().filter((name) => {
    const column = fields.value(name);
    if (!known.includes(name)) return false;
    if (isColumn(column)) return true;
    if (column !== undefined) fields.wrongType(name, column, "a list, or a typed array of numbers");
    return false;
  });
  const lists = Object.fromEntries(given.map((name) => [name, fields.value(name)])) as Record<
    string,
    ArrayLike<unknown>
  >;
  return { lists, given, size: Math.max(0, ...Object.values(lists).map(({ length }) => length)) };
}

/** A reader for each row. */
export function rowFields({ lists, given, size }: Rows, report: Report): readonly Fields[] {
  return Array.from({ length: size }, (_, row) => new RowFields(lists, given, row, report));
}

function isColumn(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

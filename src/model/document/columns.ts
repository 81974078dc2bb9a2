/** Events given as columns: `{ columns: { date: Float64Array, title: string[], … } }`, one list for each field. */
import { lazyList } from "../events/lazy-list.js";
import { dataValue } from "../events/weights.js";
import { Fields, isObject, type RawObject, type Report } from "./fields.js";

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
  /** The columns; `data` is a list of objects, created on demand where it is given as columns of its own. */
  readonly lists: Readonly<Record<string, ArrayLike<unknown>>>;
  /** Names of the columns. */
  readonly given: readonly string[];
  readonly size: number;
  /** Reads the values of one name in the data of the rows. */
  readonly dataColumn: (name: string) => (row: number) => unknown;
}

/** The columns that are lists. They may differ in length; the longest determines the number of rows. */
export function rowsOf(columns: RawObject, report: Report, known: readonly string[]): Rows {
  const fields = new Fields(columns, "columns", report);
  fields.unknown(known);
  const given = fields.names().filter((name) => {
    const column = fields.value(name);
    if (!known.includes(name)) return false;
    if (isColumn(column) || (name === DATA && isObject(column))) return true;
    if (column !== undefined) fields.wrongType(name, column, "a list, or a typed array of numbers");
    return false;
  });
  const raw = Object.fromEntries(given.map((name) => [name, fields.value(name)]));
  const nested = isColumn(raw[DATA]) ? undefined : dataColumns(raw[DATA], report);
  const lists = { ...raw, ...(nested && { [DATA]: dataRows(nested) }) } as Record<string, ArrayLike<unknown>>;
  const data = lists[DATA] ?? [];
  return {
    lists,
    given,
    size: Math.max(0, ...Object.values(lists).map(({ length }) => length)),
    dataColumn: (name) => {
      const column = nested && Object.hasOwn(nested, name) ? nested[name] : undefined;
      return (row) => (nested ? column?.[row] : dataValue(data[row], name));
    },
  };
}

const DATA = "data";

type NestedColumns = Readonly<Record<string, ArrayLike<unknown>>>;

/** The lists of `data` that are given as columns. */
function dataColumns(data: unknown, report: Report): NestedColumns | undefined {
  if (!isObject(data)) return undefined;
  const fields = new Fields(data, `columns.${DATA}`, report);
  const lists = fields.names().flatMap((name): [string, ArrayLike<unknown>][] => {
    const column = fields.value(name);
    if (isColumn(column)) return [[name, column]];
    if (column !== undefined) fields.wrongType(name, column, "a list, or a typed array of numbers");
    return [];
  });
  return Object.fromEntries(lists);
}

/** The data of each row as an object, without the names that the row has no value of. */
function dataRows(columns: NestedColumns): ArrayLike<unknown> {
  const entries = Object.entries(columns);
  return lazyList(Math.max(0, ...entries.map(([, { length }]) => length)), (row) => {
    const own = entries.map(([name, list]): [string, unknown] => [name, list[row]]);
    const given = own.filter(([, value]) => value !== undefined && value !== null && !Number.isNaN(value));
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  });
}

/** A reader for each row. */
export function rowFields({ lists, given, size }: Rows, report: Report): readonly Fields[] {
  return Array.from({ length: size }, (_, row) => new RowFields(lists, given, row, report));
}

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

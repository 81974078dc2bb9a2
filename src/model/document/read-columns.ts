/**
 * Reads many rows of plain columns into a `ColumnStore`. Dates, lanes and importance of all rows go into flat arrays; the
 * ordinary reader creates an event when it is read.
 */
import { cleanText } from "../../base/clean-text.js";
import { compare } from "../../base/compare.js";
import { type Steps, inChunks } from "../../base/cooperative.js";
import { ascendingOrder } from "../events/sort-ascending.js";
import { RowFields, rowId, type Rows } from "./columns.js";
import { ColumnStore } from "../events/column-store.js";
import { Report } from "./fields.js";
import type { LaneRegistry } from "./lanes.js";
import { lazyList } from "../events/lazy-list.js";
import { INSTANT_MAX_MS, precisionLength } from "./read-date.js";
import { isYearLike } from "./number-date.js";
import { eventOf, type ReadContext } from "./read-event.js";
import { weightOf } from "../events/weights.js";
import { SourceRegistry } from "../sources/sources.js";
import type { PlacedEvent, Timeline, TimelineEvent } from "../timeline.js";

/** Fields that allow a lazy store: numbers that are read in advance, and text that is read on demand. */
const LAZY_FIELDS: ReadonlySet<string> = new Set([
  ...["date", "end", "title", "shortTitle", "description", "place", "lane", "id", "importance", "lang", "data"],
]);
const SEARCHED_FIELDS = ["title", "description", "place"];
/** Fewer rows become objects at once. */
const LAZY_ROWS_MIN = 10_000;
/** Matches the results of `rowId`. */
const ROW_ID = /^row-([1-9]\d{0,9})$/;

/**
 * A lazy store of rows whose dates are in a `Float64Array` and whose other fields are in `LAZY_FIELDS`. `undefined` when
 * there are too few rows, other fields, ids that are not unique, or a zone other than UTC.
 */
export function* readColumnStore(
  rows: Rows,
  lanes: LaneRegistry,
  context: ReadContext,
  rankBy: string | undefined,
): Steps<Pick<Timeline, "store" | "unplaced"> | undefined> {
  const { lists, given, size } = rows;
  const { date, end } = lists;
  const plain = given.every((name) => LAZY_FIELDS.has(name)) && date instanceof Float64Array;
  if (
    size < LAZY_ROWS_MIN ||
    !plain ||
    (end && !(end instanceof Float64Array)) ||
    (context.timeZone ?? "UTC") !== "UTC"
  )
    return undefined;
  const ids = yield* idsOf(rows);
  if (!ids) return undefined;
  // Discarded: the getter `issues` of the parsed document reads the rows as objects.
  const report = new Report();
  const sources = new SourceRegistry(report, context);
  const fields = (row: number): RowFields => new RowFields(lists, given, row, report);

  const spans = yield* readSpans(date, end as Float64Array | undefined, size);
  const importance = yield* readImportances(lists["importance"], size);
  const weight = rankBy === undefined ? undefined : yield* readWeights(rows.dataColumn(rankBy), size);
  const order = yield* timeOrder(spans);
  const rowAt = (place: number): number => (order ? (order[place] as number) : place);
  const count = order?.length ?? size;
  const laneOf = yield* readLanes(lists["lane"], count, rowAt, spans.rest, lanes, fields);
  // Rows that are already in order need no copy.
  const sorted = function* <List extends Float64Array | Int32Array | Uint8Array>(list: List, into: List) {
    if (!order) return list;
    yield* inChunks(count, (from, to) => {
      for (let place = from; place < to; place++) into[place] = list[order[place] as number] as number;
    });
    return into;
  };
  const kinds = yield* sorted(spans.kind, new Uint8Array(order ? count : 0));
  const numbers = {
    start: yield* sorted(spans.start, new Float64Array(order ? count : 0)),
    end: yield* sorted(spans.until, new Float64Array(order ? count : 0)),
    lane: yield* sorted(laneOf, new Int32Array(order ? count : 0)),
    importance: yield* sorted(importance, new Uint8Array(order ? count : 0)),
    ...(weight && { weight: yield* sorted(weight, new Float64Array(order ? count : 0)) }),
  };
  const eventAt = (row: number): TimelineEvent => {
    const { event } = eventOf(fields(row), sources, context);
    event.id = ids.of(row);
    event.lane = laneOf[row] as number;
    return event;
  };
  let places: Uint32Array | undefined;
  const indexOf = (id: string): number => {
    const row = ids.rowOf(id) ?? -1;
    if (row < 0 || !order) return row;
    places ??= inverse(order, size);
    return (places[row] as number) - 1;
  };
  const searched = SEARCHED_FIELDS.filter((name) => lists[name]);
  const textOf = (place: number): string => {
    const texts = searched.map((name) => lists[name]?.[rowAt(place)]).filter((text) => typeof text === "string");
    return texts.join(" ");
  };
  const store = new ColumnStore({
    size: count,
    numbers,
    kinds,
    eventAt: (place) => eventAt(rowAt(place)) as PlacedEvent,
    indexOf,
    textOf,
  });
  const { rest } = spans;
  return { store, unplaced: lazyList(rest.length, (i) => eventAt(rest[i] as number)) };
}

/** For each row, one more than its index in `order`; 0 for a row that is not placed. */
function inverse(order: Uint32Array, size: number): Uint32Array {
  const places = new Uint32Array(size);
  for (let place = 0; place < order.length; place++) places[order[place] as number] = place + 1;
  return places;
}

interface Spans {
  readonly start: Float64Array;
  readonly until: Float64Array;
  /** 0: a moment. 1: an interval from date to end. 2: an interval until an end, with an unknown start. */
  readonly kind: Uint8Array;
  /** Rows that cannot be placed in time. */
  readonly rest: readonly number[];
}

/** Computes for every row the bounds that `readSpan` computes for one event. */
function* readSpans(date: Float64Array, end: Float64Array | undefined, size: number): Steps<Spans> {
  const [start, until, kind] = [new Float64Array(size), new Float64Array(size), new Uint8Array(size)];
  const rest: number[] = [];
  const read = (row: number): void => {
    const from = Math.floor(date[row] ?? Number.NaN);
    const to = end ? Math.floor(end[row] ?? Number.NaN) : Number.NaN;
    // False for instants beyond the range of Date and for NaN.
    const [dated, ended] = [isInstant(from), isInstant(to)];
    start[row] = dated ? from : Number.NEGATIVE_INFINITY;
    until[row] = dated ? from + precisionLength(from) : to + precisionLength(to);
    if (dated && ended) {
      const last = to + precisionLength(to);
      kind[row] = 1;
      if (last > from) until[row] = last;
      else start[row] = to;
    } else if (!dated) {
      kind[row] = 2;
      // An event with an invalid date is not placed by its end.
      if (!ended || !Number.isNaN(from)) rest.push(row);
    }
  };
  yield* inChunks(size, (from, to) => {
    for (let row = from; row < to; row++) read(row);
  });
  return { start, until, kind, rest };
}

function* readImportances(column: ArrayLike<unknown> | undefined, size: number): Steps<Uint8Array> {
  const importance = new Uint8Array(size).fill(3);
  if (!column) return importance;
  yield* inChunks(Math.min(size, column.length), (from, to) => {
    for (let row = from; row < to; row++) {
      const value = column[row];
      const n = typeof value === "string" ? Number(value) : value;
      if (n === 1 || n === 2 || n === 4 || n === 5) importance[row] = n;
    }
  });
  return importance;
}

function* readWeights(valueAt: (row: number) => unknown, size: number): Steps<Float64Array> {
  const weight = new Float64Array(size);
  yield* inChunks(size, (from, to) => {
    for (let row = from; row < to; row++) weight[row] = weightOf(valueAt(row));
  });
  return weight;
}

/** Whether a number is read as milliseconds. */
function isInstant(n: number): boolean {
  return Math.abs(n) <= INSTANT_MAX_MS && !isYearLike(n);
}

/** Rows sorted by start, or by end without a start; equal rows keep their order. `undefined` when already sorted. */
function* timeOrder({ start, until, kind, rest }: Spans): Steps<Uint32Array | undefined> {
  if (rest.length === 0 && !kind.includes(2)) return yield* ascendingOrder(start);
  const skipped = new Set(rest);
  const placed = Uint32Array.from(start.keys()).filter((row) => !skipped.has(row));
  const times = Float64Array.from(placed, (row) => (kind[row] === 2 ? until[row] : start[row]) as number);
  return (yield* ascendingOrder(times))?.map((at) => placed[at] as number) ?? placed;
}

/** The lane of each row. Lanes are added in order of time, then of their names where no row has a date; the lane of rows that name none comes last. */
function* readLanes(
  column: ArrayLike<unknown> | undefined,
  count: number,
  rowAt: (place: number) => number,
  rest: readonly number[],
  lanes: LaneRegistry,
  fields: (row: number) => RowFields,
): Steps<Int32Array> {
  const laneOf = new Int32Array(count + rest.length).fill(-1);
  const known = new Map<unknown, number>();
  const read = (row: number): void => {
    const value = column?.[row];
    let lane = known.get(value);
    if (lane === undefined) {
      const id = fields(row).text("lane");
      known.set(value, (lane = id === undefined ? -1 : lanes.resolve(id, fields(row))));
    }
    laneOf[row] = lane;
  };
  if (column) {
    yield* inChunks(count, (from, to) => {
      for (let place = from; place < to; place++) read(rowAt(place));
    });
    const name = (row: number): string => (typeof column[row] === "string" ? column[row] : "");
    [...rest].sort((a, b) => compare(name(a), name(b))).forEach(read);
  }
  if (laneOf.includes(-1)) {
    const unnamed = lanes.resolve(undefined, fields(0));
    for (let row = 0; row < laneOf.length; row++) if (laneOf[row] === -1) laneOf[row] = unnamed;
  }
  return laneOf;
}

interface Ids {
  of(row: number): string;
  rowOf(id: string): number | undefined;
}

/** Maps between rows and ids; `undefined` when given ids are not unique or need cleaning. */
function* idsOf({ lists, size }: Rows): Steps<Ids | undefined> {
  const column = lists["id"];
  if (!column) {
    return {
      of: rowId,
      rowOf: (id) => {
        const row = Number(ROW_ID.exec(id)?.[1] ?? Number.NaN) - 1;
        return row < size ? row : undefined;
      },
    };
  }
  const rowOf = new Map<string, number>();
  let plain = true;
  yield* inChunks(size, (from, to) => {
    for (let row = from; row < to && plain; row++) {
      const id = column[row];
      plain = typeof id === "string" && id !== "" && id === cleanText(id).trim();
      rowOf.set(id as string, row);
    }
  });
  return plain && rowOf.size === size
    ? { of: (row) => column[row] as string, rowOf: (id) => rowOf.get(id) }
    : undefined;
}

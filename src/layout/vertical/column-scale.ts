/** Scale and length of the vertical axis: rows, or the shortest axis at which labels stand close to their marks. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale, ScaleType } from "../../time/scale.js";
import type { Instant } from "../../time/span.js";
import { eraExtent } from "../axis/eras.js";
import { shortestFold, timelineScale, withPresent } from "../axis/scale-domain.js";
import { type ColumnForm, FEW_EVENTS, type ScaleRequest } from "./column-form.js";
import { COLUMN_GAP, displacement, type Entry, SEGMENT_HEAD } from "./column-labels.js";
import { columnRows, type Row } from "./column-rows.js";
import type { ColumnText } from "./column-text.js";

/** A scale, the length of its axis in px, and what stands beside it. */
export interface ScaledColumn {
  readonly scale: Scale;
  readonly length: number;
  readonly kind: ColumnForm["kind"];
  /** Eras; in rows and spread columns all events too. In order of place. */
  readonly entries: readonly Entry[];
}

export interface ColumnScaleRequest extends ScaleRequest {
  readonly timeline: Timeline;
  readonly index: EventIndex;
  readonly text: ColumnText;
  readonly form: ColumnForm;
  /** Given length of the axis, in px. */
  readonly room: number | undefined;
}

/** Length of a fold of the vertical axis, and time left open on either side of it, in px. */
const VERTICAL_FOLD_LENGTH = 48;
const VERTICAL_FOLD_PADDING = 20;
/** Shortest vertical axis, in px. */
export const COLUMN_HEIGHT_MIN = 240;
/** Height of a crowd, in px. */
const CROWD_HEIGHT = 960;
/** Shortest and longest axis of ranges, and length of a usual bar of the last quarter, in px. */
const RANGES_HEIGHT_MIN = 900;
const RANGES_HEIGHT_MAX = 3000;
const USUAL_BAR = 26;
/** Target for the largest distance between a label and its mark, in px. */
const LABEL_DISPLACEMENT_MAX = 80;
/** Smallest and largest length of the open stretches, as a multiple of the height that all labels need. */
const LENGTH_RATIO_MIN = 0.8;
const LENGTH_RATIO_MAX = 2;
/** With labels further from their marks than this, in px, leader lines are too tangled to follow. */
const TANGLED_DISPLACEMENT = 320;
/** Precision of the search for the length, in px. */
const LENGTH_PRECISION = 20;
/** Weight of an era's name, so high that it stays at the era's start. */
const ERA_WEIGHT = 4000;
/** Between rows of one date, over a whole label and over one of a line, in px. */
const TOGETHER = { block: 10, line: 2 };

export function columnScale(request: ColumnScaleRequest): ScaledColumn {
  const { form, room, timeline } = request;
  if (form.kind === "rows") return rowColumn(request);
  const make = makerOf(request);
  const given = room === undefined ? undefined : make(room);
  if (form.kind !== "spread") {
    const { scale, length } = given ?? make(form.kind === "ruled" ? CROWD_HEIGHT : rangesLength(request));
    return { scale, length, kind: form.kind, entries: eraEntries(request, scale) };
  }
  const needed = allEntries(request, make(COLUMN_HEIGHT_MIN).scale).reduce(
    (sum, { height }) => sum + height + COLUMN_GAP,
    0,
  );
  const spread = given ?? shortestColumn(make, request, needed);
  const entries = allEntries(request, spread.scale);
  const few = timeline.events.length <= FEW_EVENTS && room === undefined;
  const fits = room === undefined || needed <= spread.length;
  const far = displacement(entries, spread.scale, perUnit(spread));
  if (fits && far <= TANGLED_DISPLACEMENT) return { ...spread, kind: "spread", entries };
  // Few events keep their names; where the caller leaves the scale to us, each has a row.
  if (few)
    return request.type === "auto" && timeline.events.length > 0
      ? rowColumn(request)
      : { ...spread, kind: "spread", entries };
  return { ...spread, kind: "ruled", entries: eraEntries(request, spread.scale) };
}

/** px per unit of the axis at which everything fits. */
export function perUnit({ scale: { domain }, length }: Pick<ScaledColumn, "scale" | "length">): number {
  return length / (domain[1] - domain[0]);
}

/** The first scale to try: a column folds time by default; a bent one needs rows. */
export function firstType({ type }: Pick<ScaleRequest, "type">, { kind }: ColumnForm): ScaleType {
  if (type === "auto" && kind === "ranges") return "time";
  return type === "auto" || type === "segmented" ? "compressed" : type;
}

type Axis = Pick<ScaledColumn, "scale" | "length">;
/** Creates scale and length from the length of the open stretches, in px. */
type Maker = (open: number) => Axis;

function makerOf(request: ColumnScaleRequest): Maker {
  const { timeline, index, origin, opened, form, room } = request;
  const type = firstType(request, form);
  const make = (open: number, foldLength = VERTICAL_FOLD_LENGTH): Axis => {
    const folds = { foldLength: foldLength / open, foldPadding: VERTICAL_FOLD_PADDING / open };
    const scale = timelineScale(timeline, index, { scale: type, ...folds, origin, opened });
    return { scale, length: open + scale.folds.length * foldLength };
  };
  if (room === undefined) return make;
  // A given length includes the folds, which take half of it at most.
  return (all) => {
    const folds = make(all).scale.folds.length;
    const foldLength = Math.min(VERTICAL_FOLD_LENGTH, all / 2 / Math.max(1, folds));
    return make(Math.max(COLUMN_HEIGHT_MIN / 2, all - folds * foldLength), foldLength);
  };
}

/** The shortest column whose labels stand close to their marks, or the longest one allowed; found by bisection. */
function shortestColumn(make: Maker, request: ColumnScaleRequest, needed: number): Axis {
  const isClose = (axis: Axis): boolean =>
    displacement(allEntries(request, axis.scale), axis.scale, perUnit(axis)) <= LABEL_DISPLACEMENT_MAX;
  let low = Math.max(COLUMN_HEIGHT_MIN, needed * LENGTH_RATIO_MIN);
  let high = Math.max(low, needed * LENGTH_RATIO_MAX);
  if (isClose(make(low))) return make(low);
  while (high - low > LENGTH_PRECISION) {
    const middle = (low + high) / 2;
    if (isClose(make(middle))) high = middle;
    else low = middle;
  }
  return make(high);
}

/** Long enough for the usual bar of the last quarter to carry its name. */
function rangesLength({ index: { lanes, extent } }: ColumnScaleRequest): number {
  const [first, last] = extent ?? [0, 1];
  const quarter = last - (last - first) / 4;
  const lengths = lanes
    .flatMap(({ start, end }) =>
      Array.from(start, (from, i) => (from >= quarter ? Math.min(last, end[i] as number) - from : 0)),
    )
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const usual = lengths[lengths.length >> 1] ?? last - first;
  return Math.max(RANGES_HEIGHT_MIN, Math.min(RANGES_HEIGHT_MAX, ((last - first) / usual) * USUAL_BAR));
}

/** When an event begins, or ends if it has no beginning. */
function timeOf({ span: { start, end } }: PlacedEvent): Instant {
  return Number.isFinite(start) ? start : end;
}

function eraEntries({ timeline: { eras }, text }: ColumnScaleRequest, scale: Scale): Entry[] {
  return eras
    .map((era, i): Entry => {
      const [place, until] = eraExtent(era, scale);
      return { era: i, place, until, height: text.eraHeight(era), weight: ERA_WEIGHT, offset: 0 };
    })
    .sort(inOrder);
}

function allEntries(request: ColumnScaleRequest, scale: Scale): Entry[] {
  const { timeline, text } = request;
  const labels = timeline.events.map((event, at): Entry => {
    const { height } = text.label(event);
    return { at, place: scale.position(timeOf(event)), height, weight: event.importance, offset: 0 };
  });
  return [...eraEntries(request, scale), ...labels].sort(inOrder);
}

/** Orders by place; an era's name comes before events at the same place. */
function inOrder(a: Entry, b: Entry): number {
  return a.place - b.place || (a.at ?? -1) - (b.at ?? -1) || (a.era ?? 0) - (b.era ?? 0);
}

type RowOf = Row & Pick<Entry, "at" | "era">;

function rowColumn({ timeline, index, text, form, origin, opened }: ColumnScaleRequest): ScaledColumn {
  const [first, last] = index.extent ?? [0, 1];
  const { segments } = form;
  const events = timeline.events.map(
    (event, at): RowOf => ({ at, time: timeOf(event), end: event.span.end, height: text.label(event).height }),
  );
  // What began before the first event, or will begin after all, is named at the end of the column.
  const eras = timeline.eras.map((era, i): RowOf => {
    const time = Math.min(last, Math.max(first, era.span.start));
    return { era: i, time, end: time, height: text.eraHeight(era) };
  });
  const heads = (segments ?? []).map(({ start }): RowOf => ({ time: start, end: start, height: SEGMENT_HEAD }));
  const rows = [...heads, ...eras, ...events].sort((a, b) => a.time - b.time || rankOf(a) - rankOf(b));
  const isLine = form.style === "run-in";
  const { scale, offsets } = columnRows({
    rows,
    together: isLine ? TOGETHER.line : TOGETHER.block,
    space: isLine
      ? (wait) => (wait === 0 ? TOGETHER.line : 5 + Math.min(34, 11 * Math.log2(1 + wait / 2)))
      : (wait) => TOGETHER.block + Math.min(14, 8 * wait),
    shortestFold: shortestFold(index, [first, last]),
    opened: opened ?? new Set(),
    segments,
  });
  const entries = rows.flatMap(({ at, era, time, height }, i): Entry[] =>
    at === undefined && era === undefined
      ? []
      : [
          {
            ...(at === undefined ? {} : { at }),
            ...(era === undefined ? {} : { era }),
            place: scale.position(time),
            height,
            weight: 1,
            offset: offsets[i] as number,
          },
        ],
  );
  return { scale: withPresent(scale, timeline, index, origin), length: scale.domain[1], kind: "rows", entries };
}

/** Heads come first, then eras, then events in their order. */
function rankOf({ at, era }: RowOf): number {
  return at ?? (era === undefined ? -1e6 : era - 1e5);
}

/** The fixed geometry of the vertical figure: axis, line of marks with its tracks, text column, scale and length. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { MINUTE } from "../../time/calendar.js";
import { timelineScale } from "../axis/scale-domain.js";
import { FIGURE_INSET } from "../metrics.js";
import type { LayoutOptions } from "../options.js";
import { axisTextWidth } from "./column-axis.js";
import { CROWD_FOOT } from "../forms/crowd-parts.js";
import { crowdRoom } from "./column-crowd.js";
import { columnForm, type ScaleRequest } from "./column-form.js";
import { columnTracks, RIBBONS_WIDTH, type Tracks, TRACKS_MAX, trackX } from "./column-marks.js";
import { commonOffset, segmentDates } from "../labels/short-dates.js";
import { COLUMN_HEIGHT_MIN, columnScale, firstType, perUnit, type ScaledColumn } from "./column-scale.js";
import { type ColumnStyle, ColumnText } from "./column-text.js";
import { mergedLane, type MergedLane } from "./merged-lane.js";
import { datedRow, type RowTick, rowTicks } from "./row-ticks.js";

export interface ColumnGeometry extends ScaledColumn {
  readonly merged: MergedLane;
  /** x of the axis, in px. */
  readonly axisX: number;
  /** x of the line that marks stand on, in px. */
  readonly lineX: number;
  readonly tracks: Tracks;
  /** How far a mark stands below the place of its date, by index into `EventIndex.store.events`, in px. */
  readonly offset: (event: number) => number;
  /** Left edge of the label text, in px. */
  readonly labelX: number;
  readonly text: ColumnText;
  /** Ticks of the axis where each event has a row. */
  readonly rowTicks: readonly RowTick[] | undefined;
  readonly style: ColumnStyle;
  /** Top of the axis, in px. */
  readonly start: number;
  /** True when a given height has no room for the legend below. */
  readonly footerOmitted: boolean;
}

/** x of the axis in px; it grows with the widest axis label up to the limit. */
const AXIS_X_MIN = 44;
const LOG_AXIS_X_MIN = 76;
const AXIS_X_MAX = 104;
/** Axis length that the label widths are first measured for, in px; the labels hardly depend on it. */
const TYPICAL_LENGTH = 1200;
/** From the axis to the line of marks, and from the last track to the label text, in px. */
const LINE_OFFSET = 14;
const LABEL_INDENT = 22;
/** From a crowd to the label text, in px. */
const CROWD_LABEL_GAP = 7;
/** Height of the bar of true scale above the axis of skewed time, with its words, in px. */
const TRUE_SCALE_HEIGHT = 50;
/** Above the axis, and below it, in px. */
const AXIS_TOP_GAP = 14;
export const AXIS_BOTTOM_GAP = 8;
const NO_TRACKS: Tracks = { of: () => 0, count: 1, pitch: 0, narrow: 0 };

/** @param whole geometry of the figure before filtering: its axis, tracks and scale stay. */
export function columnGeometry(
  timeline: Timeline,
  index: EventIndex,
  request: ScaleRequest,
  options: LayoutOptions,
): ColumnGeometry {
  const form = columnForm(index, request, options.height);
  const { segments } = form;
  const clock = form.kind === "rows" ? commonOffset(timeline) : 0;
  const dateOf = segments && segmentDates(segments, clock, options.locale);
  const start = options.top + AXIS_TOP_GAP + (segments ? TRUE_SCALE_HEIGHT : 0);
  const available = options.height === undefined ? undefined : options.height - start - AXIS_BOTTOM_GAP;
  const footerOmitted = available !== undefined && available - options.footerHeight < COLUMN_HEIGHT_MIN;
  const room = available === undefined || footerOmitted ? available : available - options.footerHeight;
  const place = (axisX: number, indent: number): ColumnGeometry => {
    const lineX = axisX + LINE_OFFSET;
    const labelX = lineX + indent;
    const text = new ColumnText(timeline, options, options.width - FIGURE_INSET - labelX, form.style, dateOf);
    const column = columnScale({ timeline, index, text, form, room, ...request });
    const { scale, entries, length } = column;
    const merged = mergedLane(index, scale, options.markSize);
    const offsets = new Map(
      entries.flatMap(({ at, offset }) =>
        at === undefined || offset === 0 ? [] : [[merged.event[at] as number, offset]],
      ),
    );
    const offset = (event: number): number => offsets.get(event) ?? 0;
    const px = (at: number): number => (at - scale.domain[0]) * perUnit({ scale, length });
    const tracks =
      column.kind === "ruled" ? NO_TRACKS : columnTracks({ merged, px, offset, bars: column.kind === "ranges" });
    const dated = entries.flatMap(({ at, place: on, offset: by }) =>
      at === undefined ? [] : [datedRow(timeline.events[at] as PlacedEvent, on, by, clock * MINUTE)],
    );
    const ticks = column.kind === "rows" ? rowTicks(dated, scale, options.locale) : undefined;
    return {
      ...column,
      axisX,
      lineX,
      labelX,
      text,
      rowTicks: ticks,
      style: form.style,
      start,
      footerOmitted,
      merged,
      offset,
      tracks,
    };
  };
  const first =
    form.kind === "rows" ? AXIS_X_MIN : firstAxisX(timeline, index, firstType(request, form), request, options);
  let column = place(first, LABEL_INDENT);
  // The axis and the tracks of the final scale may need more than the estimate; one correction is enough.
  const indent = indentOf(column);
  const axisX = Math.max(column.axisX, axisXOf(column, options));
  if (axisX > column.axisX || indent > LABEL_INDENT) column = place(axisX, indent);
  return column;
}

/** From the line of marks to the label text, in px. */
function indentOf({ kind, merged, tracks }: ColumnGeometry): number {
  if (kind === "ruled") return CROWD_FOOT + crowdRoom(merged.all.size).width + CROWD_LABEL_GAP;
  if (tracks.count > TRACKS_MAX) return RIBBONS_WIDTH + CROWD_LABEL_GAP;
  return trackX(tracks, tracks.count - 1) + LABEL_INDENT;
}

/** Estimate of the axis position before the scale is known. */
function firstAxisX(
  timeline: Timeline,
  index: EventIndex,
  type: ReturnType<typeof firstType>,
  { origin, opened }: ScaleRequest,
  options: LayoutOptions,
): number {
  const scale = timelineScale(timeline, index, { scale: type, origin, opened, foldLength: 0.1, foldPadding: 0.02 });
  return Math.max(type === "log" ? LOG_AXIS_X_MIN : AXIS_X_MIN, axisXOf({ scale, length: TYPICAL_LENGTH }, options));
}

/** Axis position that its labels need, in px. */
function axisXOf(
  { scale, length, rowTicks: rows }: Pick<ScaledColumn, "scale" | "length"> & Partial<Pick<ColumnGeometry, "rowTicks">>,
  { locale, measure, now }: LayoutOptions,
): number {
  const [from, to] = scale.domain;
  const px = (place: number): number => ((place - from) / (to - from)) * length;
  const today = now === undefined ? undefined : locale.figure.today;
  return Math.min(AXIS_X_MAX, axisTextWidth({ scale, from, to, px, locale, measure }, today, rows));
}

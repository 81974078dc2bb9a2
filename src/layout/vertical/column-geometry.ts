/** The fixed geometry of the vertical figure: axis, tracks, lane names, text column, scale and height. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import { timelineScale } from "../axis/scale-domain.js";
import { FIGURE_INSET } from "../metrics.js";
import type { LayoutOptions } from "../options.js";
import { axisTextWidth } from "./column-axis.js";
import { type ColumnHeads, columnHeads } from "./column-heads.js";
import { COLUMN_HEIGHT_MIN, columnScale, firstType, type ScaledColumn, type ScaleRequest } from "./column-scale.js";
import { ColumnText } from "./column-text.js";
import { type TrackPitch, trackPitch } from "./track-pitch.js";

export interface ColumnGeometry extends ScaledColumn {
  /** x of the axis, in px. */
  readonly axisX: number;
  readonly pitch: TrackPitch;
  /** x of each lane's track, in px. */
  readonly tracks: readonly number[];
  /** Left edge of the label text, in px. */
  readonly labelX: number;
  readonly text: ColumnText;
  readonly heads: ColumnHeads;
  /** Top of the axis, in px. */
  readonly start: number;
  /** True when a given height has no room for the legend below. */
  readonly footerOmitted: boolean;
}

/** x of the axis in px; it grows with the widest axis label up to the limit. */
const AXIS_X_MIN = 50;
const LOG_AXIS_X_MIN = 76;
const AXIS_X_MAX = 104;
/** Axis length that the label widths are first measured for, in px; the labels hardly depend on it. */
const TYPICAL_LENGTH = 1200;
/** From the axis to the first track, in px. */
export const FIRST_TRACK_OFFSET = 17;
/** Between the axis and the capsules of the first track, in px. */
const TRACK_AXIS_GAP = 7;
/** From the last track to the label text, in px. */
const COLUMN_LABEL_INDENT = 34;
/** Between the lane names and the axis, in px. */
const HEADS_AXIS_GAP = 24;
/** Space below the axis, in px. */
export const AXIS_BOTTOM_GAP = 8;
/** Vertical distance between labels of the column, in px. */
export const COLUMN_GAP = 10;

/** @param whole geometry of the figure before filtering: its axis, tracks and scale stay. */
export function columnGeometry(
  timeline: Timeline,
  index: EventIndex,
  request: ScaleRequest,
  options: LayoutOptions,
  whole?: ColumnGeometry,
): ColumnGeometry {
  const { lanes } = timeline;
  const track = whole?.pitch ?? trackPitch(index, options.width);
  const { capsule, pitch } = track;
  const widest = pitch > 0 ? Math.min(capsule, pitch) : capsule;
  const firstTrack = Math.max(FIRST_TRACK_OFFSET, widest / 2 + TRACK_AXIS_GAP);
  // Names cannot point to one shared track; the event list names the lanes.
  const named = pitch === 0 && lanes.length > 1 ? [] : lanes;
  const counts = index.lanes.map(({ size }) => size);
  const place = (axisX: number): ColumnGeometry => {
    const tracks = lanes.map((_, i) => axisX + firstTrack + i * pitch);
    const labelX = (tracks.at(-1) ?? axisX + firstTrack) + COLUMN_LABEL_INDENT;
    const labelWidth = options.width - FIGURE_INSET - labelX;
    const text = new ColumnText(timeline, options, labelWidth);
    const heads = columnHeads(named, counts, labelWidth, options.measure);
    const start = options.top + heads.height + HEADS_AXIS_GAP;
    const available = options.height === undefined ? undefined : options.height - start - AXIS_BOTTOM_GAP;
    const footerOmitted = available !== undefined && available - options.footerHeight < COLUMN_HEIGHT_MIN;
    const height = available === undefined || footerOmitted ? available : available - options.footerHeight;
    const { scale, length } = whole ?? columnScale(timeline, index, text, request, COLUMN_GAP, height);
    return { axisX, pitch: track, tracks, labelX, text, heads, start, footerOmitted, scale, length };
  };
  if (whole) return place(whole.axisX);
  const column = place(firstAxisX(timeline, index, request, options));
  // The labels of the final scale may be wider than the estimate; one correction is enough.
  const width = axisX(column, options);
  return width > column.axisX ? place(width) : column;
}

/** Estimate of the axis position before the scale is known. */
function firstAxisX(timeline: Timeline, index: EventIndex, request: ScaleRequest, options: LayoutOptions): number {
  const { type, origin, opened } = request;
  const folds = { foldLength: 0.1, foldPadding: 0.02 };
  const scale = timelineScale(timeline, index, { scale: firstType(type), origin, opened, ...folds });
  return Math.max(type === "log" ? LOG_AXIS_X_MIN : AXIS_X_MIN, axisX({ scale, length: TYPICAL_LENGTH }, options));
}

/** Axis position that its labels need, in px. */
function axisX({ scale, length }: { scale: Scale; length: number }, { locale, measure, now }: LayoutOptions): number {
  const [from, to] = scale.domain;
  const px = (place: number): number => ((place - from) / (to - from)) * length;
  const today = now === undefined ? undefined : locale.figure.today;
  return Math.min(AXIS_X_MAX, axisTextWidth({ scale, from, to, px, locale, measure }, today));
}

/** Height and scale of the vertical figure: the smallest height at which labels stand close to their marks. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { Timeline } from "../../model/timeline.js";
import type { Scale, ScaleType } from "../../time/scale.js";
import type { Instant } from "../../time/span.js";
import { ColumnEvents, ERA_DEPTH, LEADER_DEPTH } from "./column-events.js";
import { COLUMN_OVERFLOW_MAX, type ColumnText, COLUMN_LABELS_MAX } from "./column-text.js";
import { timelineScale } from "../axis/scale-domain.js";
import { isotonicPlacement } from "../labels/isotonic.js";

export interface ScaleRequest {
  /** `auto` compresses time; where labels would still stand far from their marks it spaces events evenly. */
  readonly type: ScaleType | "auto";
  readonly origin: Instant | undefined;
  readonly opened: ReadonlySet<Instant> | undefined;
}

/** Length of a fold of the vertical axis, in px. */
const VERTICAL_FOLD_LENGTH = 48;
/** Time left open on either side of a fold, in px. */
const VERTICAL_FOLD_PADDING = 20;
/** Shortest vertical axis, in px. */
export const COLUMN_HEIGHT_MIN = 240;
/** Target for the largest distance between a label and its mark, in px. */
const LABEL_DISPLACEMENT_MAX = 80;
/** Smallest height of the open stretches, as a multiple of the height that all labels need. */
const HEIGHT_RATIO_MIN = 0.8;
/** Largest height of the open stretches, as a multiple of the height that all labels need. */
const HEIGHT_RATIO_MAX = 2;
/** With labels further from their marks than this, in px, leader lines are too tangled to follow. */
const TANGLED_DISPLACEMENT = 320;
/** Smallest height of a column that may be spaced evenly, in px: no reader sees both ends of it at once. */
const LONG_COLUMN_HEIGHT = 4000;
/** A long column is spaced evenly if it is at least this many times as high as its labels. */
const SPARSE_RATIO = 1.4;
/** Precision of the search for the height, in px. */
const HEIGHT_PRECISION = 20;

/**
 * @param gap vertical distance between labels, in px
 * @param room given height of the axis, in px
 */
export function columnScale(
  timeline: Timeline,
  index: EventIndex,
  text: ColumnText,
  { type, origin, opened }: ScaleRequest,
  gap: number,
  room: number | undefined,
): ScaledColumn {
  if (type === "segmented" && room === undefined) return equalColumn(timeline, index, text, gap);
  const make = makerOf(timeline, index, { type: firstType(type), origin, opened });
  if (room !== undefined) {
    const folds = make(room).scale.folds.length;
    return make(Math.max(COLUMN_HEIGHT_MIN, room - folds * VERTICAL_FOLD_LENGTH));
  }
  const isCrowded = timeline.events.length > COLUMN_LABELS_MAX;
  // At one instant only so many labels find room, whatever the height of the column.
  const most = isCrowded ? COLUMN_OVERFLOW_MAX : Number.POSITIVE_INFINITY;
  const heights = new Map<number, number>();
  for (const { at, place, height } of text.wanted(index, make(COLUMN_HEIGHT_MIN).scale))
    if (at !== undefined) heights.set(place, Math.min(most, (heights.get(place) ?? 0) + height + gap));
  const needed = [...heights.values()].reduce((sum, height) => sum + height, 0);
  // With many events, labels are chosen to fit the column, so the displacement does not matter.
  if (isCrowded) return make(Math.max(COLUMN_HEIGHT_MIN, needed));
  const displacement = (column: ScaledColumn): number => maxDisplacement(timeline, index, text, column, gap);
  const inTime = lowestColumn(make, displacement, needed);
  const isSparse = inTime.length > LONG_COLUMN_HEIGHT && inTime.length > needed * SPARSE_RATIO;
  // A reader who opens a fold wants to see that time, so events are not spaced evenly.
  const isOpened = opened !== undefined && opened.size > 0;
  if (type !== "auto" || isOpened || (displacement(inTime) <= TANGLED_DISPLACEMENT && !isSparse)) return inTime;
  return equalColumn(timeline, index, text, gap);
}

/** Spaces events evenly, with steps as high as their labels, so that each label stands at its mark. */
function equalColumn(timeline: Timeline, index: EventIndex, text: ColumnText, gap: number): ScaledColumn {
  const folds = { foldLength: 0, foldPadding: 0 };
  const alike = timelineScale(timeline, index, { scale: "equal", ...folds });
  const heights: number[] = [];
  for (const { place, height } of text.wanted(index, alike)) {
    const step = Math.max(0, Math.floor(place));
    heights[step] = (heights[step] ?? 0) + height + gap;
  }
  const step = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  const scale = timelineScale(timeline, index, { scale: "equal", ...folds, steps: heights.map((h) => h / step) });
  return { scale, length: (scale.domain[1] - scale.domain[0]) * step };
}

/** The first scale to try: a column gives each event of skewed time its own step, and folds time by default. */
export function firstType(type: ScaleRequest["type"]): ScaleType {
  if (type === "segmented") return "equal";
  return type === "auto" ? "compressed" : type;
}

/** A scale and the height of its axis. */
export interface ScaledColumn {
  readonly scale: Scale;
  /** Height of the axis, in px. */
  readonly length: number;
}

/** Creates scale and height from the height of the open stretches, in px. */
type Maker = (open: number) => ScaledColumn;

function makerOf(
  timeline: Timeline,
  index: EventIndex,
  { type, origin, opened }: ScaleRequest & { type: ScaleType },
): Maker {
  return (open) => {
    const folds = { foldLength: VERTICAL_FOLD_LENGTH / open, foldPadding: VERTICAL_FOLD_PADDING / open };
    const scale = timelineScale(timeline, index, { scale: type, ...folds, origin, opened });
    return { scale, length: open + scale.folds.length * VERTICAL_FOLD_LENGTH };
  };
}

/** The shortest column whose labels stand close to their marks, or the longest one allowed; found by bisection. */
function lowestColumn(make: Maker, displacement: (column: ScaledColumn) => number, needed: number): ScaledColumn {
  let low = Math.max(COLUMN_HEIGHT_MIN, needed * HEIGHT_RATIO_MIN);
  let high = Math.max(low, needed * HEIGHT_RATIO_MAX);
  if (displacement(make(low)) <= LABEL_DISPLACEMENT_MAX) return make(low);
  while (high - low > HEIGHT_PRECISION) {
    const middle = (low + high) / 2;
    if (displacement(make(middle)) <= LABEL_DISPLACEMENT_MAX) high = middle;
    else low = middle;
  }
  return make(high);
}

/** Largest distance of a label from its preferred position, in px. */
function maxDisplacement(
  timeline: Timeline,
  index: EventIndex,
  text: ColumnText,
  { scale, length }: ScaledColumn,
  gap: number,
): number {
  const events = new ColumnEvents(timeline, index, scale);
  const perUnit = length / (scale.domain[1] - scale.domain[0]);
  const wishes = text.wanted(index, scale).map(({ at, place, height, weight }) => ({
    wish: events.offset(place, perUnit) + (at === undefined ? ERA_DEPTH : -LEADER_DEPTH),
    height,
    weight,
  }));
  const tops = isotonicPlacement(wishes, gap, -LEADER_DEPTH) ?? [];
  return tops.reduce((worst, top, i) => Math.max(worst, Math.abs(top - (wishes[i]?.wish ?? 0))), 0);
}

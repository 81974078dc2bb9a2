/** How high the vertical figure is, and its scale: the least height at which labels stand near their marks. */
import type { EventIndex } from "../model/event-index.js";
import type { Timeline } from "../model/timeline.js";
import type { Scale, ScaleType } from "../time/scale.js";
import type { Instant } from "../time/span.js";
import { ColumnEvents, ERA_DEPTH, LEADER_DEPTH } from "./column-events.js";
import { type ColumnText, MOST_LABELS } from "./column-text.js";
import { timelineScale } from "./domain.js";
import { spread } from "./spread.js";

export interface ScaleRequest {
  readonly type: ScaleType;
  readonly origin: Instant | undefined;
  readonly opened: ReadonlySet<Instant> | undefined;
}

/** Height of a fold, in px. */
const FOLD = 48;
/** Open time beside a fold, in px: a mark at its edge has some room. */
const FOLD_AIR = 20;
export const SHORTEST = 240;
/** Labels stand no further than this from their marks, in px, if height can help it. */
const DISPLACEMENT = 80;
/** The open stretches are at least this part of what the labels need, and at most that many times. */
const LEAST = 0.8;
const MOST = 2;
/** px to which the height is found. */
const PRECISION = 20;

/** @param room height there is for the axis, if it is given */
export function verticalScale(
  timeline: Timeline,
  index: EventIndex,
  text: ColumnText,
  { type, origin, opened }: ScaleRequest,
  gap: number,
  room: number | undefined,
): { scale: Scale; length: number } {
  const make = (open: number): { scale: Scale; length: number } => {
    const folds = { foldLength: FOLD / open, foldAir: FOLD_AIR / open };
    const scale = timelineScale(timeline, index, { scale: type, ...folds, origin, opened });
    return { scale, length: open + scale.folds.length * FOLD };
  };
  if (room !== undefined) {
    const folds = make(room).scale.folds.length;
    return make(Math.max(SHORTEST, room - folds * FOLD));
  }
  const needed = text
    .wanted(index, make(SHORTEST).scale)
    .reduce((sum, { at, height }) => (at === undefined ? sum : sum + height + gap), 0);
  const displacement = (open: number): number => {
    const { scale, length } = make(open);
    const events = new ColumnEvents(timeline, index, scale);
    const perUnit = length / (scale.domain[1] - scale.domain[0]);
    const wishes = text.wanted(index, scale).map(({ at, place, height, weight }) => ({
      wish: events.offset(place, perUnit) + (at === undefined ? ERA_DEPTH : -LEADER_DEPTH),
      height,
      weight,
    }));
    const tops = spread(wishes, gap, -LEADER_DEPTH) ?? [];
    return tops.reduce((worst, top, i) => Math.max(worst, Math.abs(top - (wishes[i]?.wish ?? 0))), 0);
  };
  // Of a crowd, labels are chosen where there is room for them, so the height decides and not their displacement.
  if (timeline.events.length > MOST_LABELS) return make(Math.max(SHORTEST, needed));
  let low = Math.max(SHORTEST, needed * LEAST);
  let high = Math.max(low, needed * MOST);
  if (displacement(low) <= DISPLACEMENT) return make(low);
  while (high - low > PRECISION) {
    const middle = (low + high) / 2;
    if (displacement(middle) <= DISPLACEMENT) high = middle;
    else low = middle;
  }
  return make(high);
}

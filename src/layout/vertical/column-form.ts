/** What a column shows and how: decided by data, options and width, never by the window. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { ScaleType } from "../../time/scale.js";
import type { Instant } from "../../time/span.js";
import { skewedSegments } from "../axis/scale-domain.js";
import type { Segment } from "../axis/segments.js";
import type { ColumnStyle } from "./column-text.js";

export interface ScaleRequest {
  /** `auto` gives each of a few events a row; crowds and ranges stand at their time. */
  readonly type: ScaleType | "auto";
  readonly origin: Instant | undefined;
  readonly opened: ReadonlySet<Instant> | undefined;
}

export interface ColumnForm {
  /**
   * `rows`: each event has one. `spread`: each has its label near its mark, if that is near enough. `ruled`: the one label
   * rule, with a crowd beside it; `ranges`: with bars.
   */
  readonly kind: "rows" | "spread" | "ruled" | "ranges";
  readonly style: ColumnStyle;
  /** Where time is skewed: each segment of it has a head. */
  readonly segments?: readonly Segment[] | undefined;
}

/** More events are a crowd: counts, and the most important by name. */
const ROW_EVENTS_MAX = 150;
/** Of more events, date and title share their lines; of more ranges, only names fit. */
export const FEW_EVENTS = 30;
/** Part of all events that lasted from which on they are drawn as ranges, and how many are looked at. */
const LASTING_PART = 0.35;
const SAMPLE = 200;
/** A range shorter than this part of all time is a moment. */
const RANGE_PART_MIN = 0.01;

export function columnForm(index: EventIndex, { type }: ScaleRequest, height: number | undefined): ColumnForm {
  const size = index.lanes.reduce((sum, lane) => sum + lane.size, 0);
  const isFree = height === undefined && (type === "auto" || type === "segmented");
  const ranges = rangePart(index) >= LASTING_PART;
  if (ranges && size > FEW_EVENTS && type !== "segmented") return { kind: "ranges", style: "name" };
  if (size > ROW_EVENTS_MAX) return { kind: "ruled", style: "short" };
  const segments = isFree ? skewedSegments(index, type === "segmented") : undefined;
  const few = height === undefined ? "block" : "short";
  const style = size > FEW_EVENTS || segments ? "run-in" : few;
  if (isFree && size > 0 && (segments || !ranges)) return { kind: "rows", style, segments };
  return { kind: "spread", style };
}

/** Part of the events that lasted so long that it shows. */
function rangePart({ lanes, store, extent }: EventIndex): number {
  if (!extent || store.uniform) return 0;
  const shortest = (extent[1] - extent[0]) * RANGE_PART_MIN;
  let [ranges, looked] = [0, 0];
  for (const { size, event, start, end } of lanes) {
    for (let at = 0; at < size; at += Math.ceil(size / SAMPLE)) {
      looked++;
      if ((end[at] as number) - (start[at] as number) < shortest) continue;
      if (store.events[event[at] as number]?.span.kind === "interval") ranges++;
    }
  }
  return looked === 0 ? 0 : ranges / looked;
}

/** Lays out one lane for a viewport: labels, marks, clusters, and the number of events out of view. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { CalendarUnit } from "../../time/calendar-units.js";
import type { Viewport } from "../axis/viewport.js";
import type { LabelContent } from "../labels/label-content.js";
import type { CrowdShape } from "../forms/crowd-shape.js";
import type { ProjectedLane } from "./projected-lane.js";
import { isWide } from "./mark-size.js";

export interface MarkBox {
  readonly event: PlacedEvent;
  /** Extent along the axis, in px; that of a dot is its date's and may be shorter than the dot. */
  readonly t0: number;
  readonly t1: number;
  readonly height: number;
  /** Offset from the lane line across the axis, in px: down, or to the right of a vertical line. */
  readonly lineOffset: number;
  readonly labelled: boolean;
  /** A bar that carries its name; over it a shelf for that, so many px high. */
  readonly bar?: { readonly shelf: number };
  /** The fork of differing dates lies below the line: the label stands above it. */
  readonly forkBelow?: boolean;
  /** An aggregate holds the event, which has a mark of its own while it has the focus or is selected. */
  readonly part?: AggregatePart;
  /** Middles of the dates that sources give, where they differ. */
  readonly claims: readonly number[];
  /** Extents of the members of a choice of dates, in px. */
  readonly members: readonly (readonly [number, number])[];
  /** The part that an interval with soft ends certainly covers, in px. */
  readonly core: readonly [number, number] | undefined;
}

/** How an event of an aggregate is drawn: a dot of its pile, a line across its bar, a bar of its row, a disc on the line. */
export interface AggregatePart {
  readonly kind: "dot" | "line" | "bar" | "disc";
  /** Its column of a pile or its bar, and its place in that, counted from 0. */
  readonly column?: {
    readonly at: number;
    readonly count: number;
    readonly first: PlacedEvent;
    readonly last: PlacedEvent;
    /** Unit of the calendar that a bar stands for. */
    readonly unit?: CalendarUnit;
  };
}

export interface LabelBox {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  /** Position of the leader line along the axis, in px. */
  readonly leader: number;
  /** Row of the label, counted from the lane line. */
  readonly row: number;
  /** From the lane line to the near edge of the text, in px. */
  readonly offset: number;
  /** Side of the lane line. */
  readonly side: "above" | "below";
  /** Side of the leader line that the text is on. */
  readonly flow: "left" | "right";
  /** It stands on its bar and needs no leader line. */
  readonly onBar?: boolean;
  /** The edge of what is laid out would cut it; it is not drawn as it is. */
  readonly cut?: boolean;
  /** Its event began before the window: it stands at the window's edge. */
  readonly held?: boolean;
  /** While it comes or goes, 0 to 1; otherwise absent. */
  readonly opacity?: number;
  /** The label covers what is under it: its event has the focus or is selected, and has no slot. */
  readonly over?: boolean;
  /** The label is not drawn, because a label with `over` covers it. */
  readonly covered?: boolean;
}

export interface ClusterBox {
  /** All its events in order of time, computed on demand. */
  readonly events: () => readonly PlacedEvent[];
  readonly first: PlacedEvent;
  readonly last: PlacedEvent;
  readonly count: number;
  /** The lane in which the places of its shape count. */
  readonly places?: ProjectedLane;
  /** Events of it that have a mark of their own now. */
  readonly ownMarks?: number;
  readonly from: number;
  readonly to: number;
  /** How it is drawn; a capsule with its count where nothing is said. */
  readonly shape?: CrowdShape;
}

/** The rows of a lane of ranges. */
export interface RangeRows {
  readonly count: number;
  /** Distance of two rows, and from the lane line down to the top of the first, in px. */
  readonly pitch: number;
  readonly first: number;
  /** Those that take height, ascending; all where nothing is said. */
  readonly open?: readonly number[];
}

export interface LaneLayout {
  readonly lane: number;
  readonly count: number;
  /** Empty in the vertical figure, whose labels stand in one column for all lanes. */
  readonly labels: readonly LabelBox[];
  readonly marks: readonly MarkBox[];
  readonly clusters: readonly ClusterBox[];
  /** Number of events that end before the view, and of those that begin after it. */
  readonly earlier: number;
  readonly later: number;
  /** Where the nearest of these end and begin, in units of the axis. */
  readonly nearest: readonly [earlier: number | undefined, later: number | undefined];
  /** From the lane line down to the baselines of these two numbers, in px; absent where they have no room. */
  readonly countsAt?: readonly [earlier: number | undefined, later: number | undefined];
  /** Its events stand in rows of their own and not on a line. */
  readonly lineless?: boolean;
  /** It is one row of names over one line. */
  readonly oneRow?: boolean;
  /** Whether some of its ranges have no name, or the reader asked for all names. Absent where all have theirs anyway. */
  readonly naming?: "some" | "all";
  /** What the gutter says so many px below the line: how many have no name, or how many run at once. */
  readonly note?: { readonly kind: "unnamed" | "atOnce"; readonly count: number; readonly offset: number };
  /** Rows of ranges; those that are closed take no height. */
  readonly rows?: RangeRows;
}

/** How much of a lane lies before and after a window. */
export function hiddenCounts(
  lane: ProjectedLane,
  { from, to }: Pick<Viewport, "from" | "to">,
): Pick<LaneLayout, "earlier" | "later" | "nearest"> {
  const [earlier, end] = lane.endedBefore(from);
  const next = lane.lastTo(to);
  return { earlier, later: lane.size - next, nearest: [end, lane.start[next]] };
}

/** Drawn extent of a mark in px: that of its date where it is wide enough, else a dot in the middle. */
export function markExtent(lane: ProjectedLane, at: number, height: number, view: Viewport): [number, number] {
  const t0 = view.px(lane.start[at] as number);
  const t1 = view.px(lane.end[at] as number);
  if (isWide(t0, t1, height)) return [t0, t1];
  const middle = (t0 + t1) / 2;
  return [middle - height / 2, middle + height / 2];
}

export function markBox(lane: ProjectedLane, at: number, height: number, view: Viewport): MarkBox {
  const event = lane.event(at);
  const px = (start: number, end: number): readonly [number, number] => {
    const [a, b] = lane.extent(start, end);
    return [view.px(a), view.px(b)];
  };
  const { from, to, members } = event.span;
  const claimed = event.claims.flatMap((claim) => claim.date.span ?? []);
  const finite = claimed.filter((span) => Number.isFinite(span.start) && Number.isFinite(span.end));
  const softEnds = Boolean(from?.soft || to?.soft) && event.span.kind === "interval" && from && to;
  return {
    event,
    t0: view.px(lane.start[at] as number),
    t1: view.px(lane.end[at] as number),
    height,
    lineOffset: 0,
    labelled: false,
    claims: finite.map((span) => {
      const [from, to] = px(span.start, span.end);
      return (from + to) / 2;
    }),
    members: (members ?? []).map((span) => px(span.start, span.end)),
    core: softEnds ? px(from.soft ? from.end : from.start, to.soft ? to.start : to.end) : undefined,
  };
}

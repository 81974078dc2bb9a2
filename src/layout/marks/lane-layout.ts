/** Lays out one lane for a viewport: labels, marks, clusters, and the number of events out of view. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { Viewport } from "../axis/viewport.js";
import { type Cluster, clusterEvents, type Dot, DOT_GAP } from "./clusters.js";
import type { LabelContent } from "../labels/label-content.js";
import type { CrowdShape } from "../forms/crowd-shape.js";
import type { ProjectedLane } from "./projected-lane.js";
import { DOT_SIZE } from "../metrics.js";
import { isWide } from "./mark-size.js";
import { blockingMarks, type StackItem, type StackedMark, stackMarks } from "./mark-stacking.js";

export interface MarkBox {
  readonly event: PlacedEvent;
  /** Extent along the axis, in px; that of a dot is its date's and may be shorter than the dot. */
  readonly t0: number;
  readonly t1: number;
  readonly height: number;
  /** Level in the stack of marks; 0 is on the lane line. */
  readonly stackLevel: number;
  /** Offset of a bar of the compact figure below the lane line, in px; negative above it. */
  readonly lineOffset?: number;
  /** True when the mark is stacked over a cluster. */
  readonly overCluster: boolean;
  readonly labelled: boolean;
  /** A bar that carries its name; over it a shelf for that, so many px high. */
  readonly bar?: { readonly shelf: number };
  /** The fork of differing dates lies below the line: the label stands above it. */
  readonly forkBelow?: boolean;
  /** Middles of the dates that sources give, where they differ. */
  readonly claims: readonly number[];
  /** Extents of the members of a choice of dates, in px. */
  readonly members: readonly (readonly [number, number])[];
  /** The part that an interval with soft ends certainly covers, in px. */
  readonly core: readonly [number, number] | undefined;
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
}

export interface ClusterBox {
  /** All its events in order of time, computed on demand. */
  readonly events: () => readonly PlacedEvent[];
  readonly first: PlacedEvent;
  readonly last: PlacedEvent;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** How it is drawn; a capsule with its count where nothing is said. */
  readonly shape?: CrowdShape;
  /** On a track that lanes share: the first and the last event of each lane that has some in it. */
  readonly parts?: readonly { readonly lane: number; readonly first: PlacedEvent; readonly last: PlacedEvent }[];
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
  /** Highest stack level in use. */
  readonly stackLevels: number;
  /** Its events stand in rows of their own and not on a line. */
  readonly lineless?: boolean;
  /** It is one row of names over one line. */
  readonly oneRow?: boolean;
  /** What the gutter says so many px below the line: how many have no name, or how many run at once. */
  readonly note?: { readonly kind: "more" | "atOnce"; readonly count: number; readonly offset: number };
  /** Rows of ranges; those that are closed take no height. */
  readonly rows?: RangeRows;
}

/** Most bars that begin before the view and are drawn in it; the stack holds fewer. */
const OVERLAPPING_BARS_MAX = 64;
/** Most unlabelled bars of one lane. */
const LONG_BARS_MAX = 48;

/** Highest stack level of labelled and of unlabelled marks. */
export interface StackLimits {
  readonly labelled: number;
  readonly unlabelled: number;
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

/**
 * Lays out the marks and clusters of a lane, given which of its events are labelled.
 *
 * @param view the stretch to lay out, including overscan
 * @param window the visible part of it
 */
export function layOutMarks(
  lane: ProjectedLane,
  labelled: ReadonlySet<number>,
  view: Viewport,
  steps: StackLimits,
  window: Pick<Viewport, "from" | "to"> = view,
): LaneLayout {
  let items = individualMarks(lane, labelled, view);
  let taken: ReadonlySet<number>;
  let onLine: (Dot | Cluster)[];
  let result: ReturnType<typeof stackMarks>;
  let unstacked: Set<number>;
  // A mark without a free level becomes a dot. That changes the clusters, and with them the free levels: repeat.
  do {
    taken = new Set(items.map((mark) => mark.position));
    onLine = extendDots(lane, clusterEvents(lane, taken, view), view);
    result = stackMarks(items, onLine, steps.unlabelled);
    unstacked = new Set([...result.overflow, ...blockingMarks(result.stacked, steps.labelled)]);
    items = items.filter((mark) => !unstacked.has(mark.position));
  } while (unstacked.size > 0);
  const most = result.stacked.reduce((highest, mark) => Math.max(highest, mark.stackLevel), 0);
  // Labelled marks above the limit are kept; the whole stack is squeezed into the height of the lane instead.
  const closer = most > steps.labelled ? steps.labelled / most : 1;
  const marks = result.stacked.map((mark) =>
    stackedMarkBox(lane, { ...mark, stackLevel: mark.stackLevel * closer }, view),
  );
  return {
    lane: lane.lane,
    count: lane.size,
    labels: [],
    marks: [...marks, ...dotBoxes(lane, onLine, view)].sort((a, b) => a.t0 - b.t0),
    clusters: onLine.filter((item) => item.kind === "cluster").map((cluster) => clusterBox(lane, cluster, taken)),
    ...hiddenCounts(lane, window),
    stackLevels: most,
  };
}

/** Drawn extent of a mark in px: that of its date where it is wide enough, else a dot in the middle. */
export function markExtent(lane: ProjectedLane, at: number, height: number, view: Viewport): [number, number] {
  const t0 = view.px(lane.start[at] as number);
  const t1 = view.px(lane.end[at] as number);
  if (isWide(t0, t1, height)) return [t0, t1];
  const middle = (t0 + t1) / 2;
  return [middle - height / 2, middle + height / 2];
}

function individualMarks(lane: ProjectedLane, labelled: ReadonlySet<number>, view: Viewport): StackItem[] {
  const marks = new Map<number, StackItem>();
  const add = (at: number): void => {
    if (marks.has(at)) return;
    const height = labelled.has(at) ? lane.height(at) : DOT_SIZE;
    const [from, to] = markExtent(lane, at, height, view);
    marks.set(at, { position: at, from, to, labelled: labelled.has(at) });
  };
  for (const at of labelled) add(at);
  for (const at of lane.overlapping(view.from, OVERLAPPING_BARS_MAX)) if (lane.isBar(at, view.scale)) add(at);
  for (const at of lane.longestIn(view.from, view.to, view.scale, LONG_BARS_MAX)) add(at);
  return [...marks.values()].sort((a, b) => a.from - b.from || a.position - b.position);
}

export function stackedMarkBox(lane: ProjectedLane, mark: StackedMark, view: Viewport): MarkBox {
  return {
    ...markBox(lane, mark.position, mark.labelled ? lane.height(mark.position) : DOT_SIZE, view),
    stackLevel: mark.stackLevel,
    overCluster: mark.overCluster,
    labelled: mark.labelled,
  };
}

export function dotBoxes(lane: ProjectedLane, onLine: readonly (Dot | Cluster)[], view: Viewport): MarkBox[] {
  return onLine
    .filter((item) => item.kind === "dot")
    .map(({ at, from, to }) => ({ ...markBox(lane, at, DOT_SIZE, view), t0: from, t1: to }));
}

/** Widens dots to the extent of their date where their neighbours leave room. */
function extendDots(lane: ProjectedLane, onLine: readonly (Dot | Cluster)[], view: Viewport): (Dot | Cluster)[] {
  const drawn: (Dot | Cluster)[] = [];
  onLine.forEach((item, i) => {
    const [from, to] = item.kind === "dot" ? markExtent(lane, item.at, DOT_SIZE, view) : [item.from, item.to];
    const before = drawn.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
    const after = onLine[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    drawn.push(before + DOT_GAP <= from && to + DOT_GAP <= after ? { ...item, from, to } : item);
  });
  return drawn;
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
    stackLevel: 0,
    overCluster: false,
    labelled: false,
    claims: finite.map((span) => {
      const [from, to] = px(span.start, span.end);
      return (from + to) / 2;
    }),
    members: (members ?? []).map((span) => px(span.start, span.end)),
    core: softEnds ? px(from.soft ? from.end : from.start, to.soft ? to.start : to.end) : undefined,
  };
}

export function clusterBox(lane: ProjectedLane, cluster: Cluster, taken: ReadonlySet<number>): ClusterBox {
  const { first, last, count, from, to } = cluster;
  return {
    events: () => {
      const events: PlacedEvent[] = [];
      for (let at = first; at <= last; at++) if (!taken.has(at)) events.push(lane.event(at));
      return events;
    },
    first: lane.event(first),
    last: lane.event(last),
    count,
    from,
    to,
  };
}

/** What one lane shows at one scale and window: labels, marks, clusters, and how much lies outside. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { AxisView } from "../axis/viewport.js";
import { type Cluster, crowd, type Dot } from "./clusters.js";
import type { LabelContent } from "../labels/label-content.js";
import { type PlacedLabel, REACH } from "../labels/label-levels.js";
import type { LabelTree } from "../labels/label-tree.js";
import type { LaneMarks } from "./lane-index.js";
import { CROWD_DOT } from "../metrics.js";
import { inTheWay, type Standing, type Stepped, step } from "./mark-stacking.js";

export interface MarkBox {
  readonly event: PlacedEvent;
  /** Extent in time as drawn, in px along the axis. For a dot, both are near its middle. */
  readonly t0: number;
  readonly t1: number;
  readonly height: number;
  readonly step: number;
  /** How far under the lane line a bar of the compact strip runs, in px; negative over it. */
  readonly shift?: number;
  readonly overCluster: boolean;
  readonly labelled: boolean;
  /** Middles of the dates that sources give, where they differ. */
  readonly claims: readonly number[];
  /** Extents of the members of a choice. */
  readonly members: readonly (readonly [number, number])[];
  /** The part that is certainly covered, of something with soft ends. */
  readonly core: readonly [number, number] | undefined;
}

export interface LabelBox {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  /** Where the pole stands, in px along the axis. */
  readonly pole: number;
  readonly row: number;
  /** True over the lane line. */
  readonly above: boolean;
  readonly side: "left" | "right";
}

export interface ClusterBox {
  /** All its events, in order of time. Worked out when asked for. */
  readonly events: () => readonly PlacedEvent[];
  readonly first: PlacedEvent;
  readonly last: PlacedEvent;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** On a track that lanes share: the first and the last event of each lane that has some in it. */
  readonly parts?: readonly { readonly lane: number; readonly first: PlacedEvent; readonly last: PlacedEvent }[];
}

export interface LaneFrame {
  readonly lane: number;
  readonly count: number;
  /** Empty in the vertical figure, whose labels stand in one column for all lanes. */
  readonly labels: readonly LabelBox[];
  readonly marks: readonly MarkBox[];
  readonly clusters: readonly ClusterBox[];
  readonly earlier: number;
  readonly later: number;
  readonly steps: number;
}

/** Bars that reach into the window from before it; more than fit in the tracks are never drawn. */
const REACHING = 64;
/** Dots keep this distance, in px. */
const CROWD_GAP = 2;
/** Unlabelled marks drawn over their extent, at most, in one lane. */
const WIDE = 48;

/** How often marks may step away from the line of their lane. */
export interface Steps {
  readonly labelled: number;
  readonly unlabelled: number;
}

/**
 * A lane of the horizontal figure, with its labels.
 *
 * @param window what is in view of the stretch that is laid out
 * @param hurried without the labels that are not worked out yet
 */
export function laneFrame(
  lane: LaneMarks,
  tree: LabelTree,
  view: AxisView,
  steps: Steps,
  window: Pick<AxisView, "from" | "to"> = view,
  hurried = false,
): LaneFrame {
  const [level, from, to] = labelsFor(tree, view);
  const placed = hurried ? tree.known(level, from, to) : tree.labels(level, from, to);
  const labelled = new Set(placed.map((label) => label.at));
  return {
    ...laneItems(lane, labelled, view, steps, window),
    labels: labelBoxes(lane, placed, view),
  };
}

/** Which labels of a lane can be seen: their level, and where their poles stand. */
export function labelsFor(tree: LabelTree, { scale, from, to }: AxisView): [level: number, from: number, to: number] {
  const reach = REACH / scale;
  return [tree.levelOf(scale), from - reach, to + reach];
}

/** How much of a lane lies before and after a window. */
export function outside(
  lane: LaneMarks,
  { from, to }: Pick<AxisView, "from" | "to">,
): Pick<LaneFrame, "earlier" | "later"> {
  return { earlier: lane.firstFrom(from), later: lane.size - lane.lastTo(to) };
}

/**
 * The marks and clusters of a lane, given which of its events are labelled.
 *
 * @param window what is in view of the stretch that is laid out
 */
export function laneItems(
  lane: LaneMarks,
  labelled: ReadonlySet<number>,
  view: AxisView,
  steps: Steps,
  window: Pick<AxisView, "from" | "to"> = view,
): LaneFrame {
  let standing = standingMarks(lane, labelled, view);
  let taken: ReadonlySet<number>;
  let onLine: (Dot | Cluster)[];
  let result: ReturnType<typeof step>;
  let crowded: Set<number>;
  // A mark that finds no track joins the crowd; the crowd then changes, and with it the room over the line.
  do {
    taken = new Set(standing.map((mark) => mark.at));
    onLine = drawnOut(lane, crowd(lane, taken, view), view);
    result = step(standing, onLine, steps.unlabelled);
    crowded = new Set([...result.crowded, ...inTheWay(result.stepped, steps.labelled)]);
    standing = standing.filter((mark) => !crowded.has(mark.at));
  } while (crowded.size > 0);
  const most = result.stepped.reduce((highest, mark) => Math.max(highest, mark.step), 0);
  // Labelled marks that are still too many for the lane stand closer.
  const closer = most > steps.labelled ? steps.labelled / most : 1;
  const marks = result.stepped.map((mark) => standingBox(lane, { ...mark, step: mark.step * closer }, view));
  return {
    lane: lane.lane,
    count: lane.size,
    labels: [],
    marks: [...marks, ...dotBoxes(lane, onLine, view)].sort((a, b) => a.t0 - b.t0),
    clusters: onLine.filter((item) => item.kind === "cluster").map((cluster) => clusterBox(lane, cluster, taken)),
    ...outside(lane, window),
    steps: most,
  };
}

/** Extent of a mark in px: its true extent when that is wider than a dot, otherwise a dot in the middle of it. */
export function extent(lane: LaneMarks, at: number, height: number, view: AxisView): [number, number] {
  const t0 = view.px(lane.start[at] as number);
  const t1 = view.px(lane.end[at] as number);
  if (t1 - t0 >= height + 4) return [t0, t1];
  const middle = (t0 + t1) / 2;
  return [middle - height / 2, middle + height / 2];
}

function standingMarks(lane: LaneMarks, labelled: ReadonlySet<number>, view: AxisView): Standing[] {
  const marks = new Map<number, Standing>();
  const add = (at: number): void => {
    if (marks.has(at)) return;
    const height = labelled.has(at) ? lane.height(at) : CROWD_DOT;
    const [from, to] = extent(lane, at, height, view);
    marks.set(at, { at, from, to, labelled: labelled.has(at) });
  };
  for (const at of labelled) add(at);
  for (const at of lane.reachingInto(view.from, REACHING)) if (lane.standsAlone(at, view.scale)) add(at);
  for (const at of lane.wideIn(view.from, view.to, view.scale, WIDE)) add(at);
  return [...marks.values()].sort((a, b) => a.from - b.from || a.at - b.at);
}

export function standingBox(lane: LaneMarks, mark: Stepped, view: AxisView): MarkBox {
  return {
    ...markBox(lane, mark.at, mark.labelled ? lane.height(mark.at) : CROWD_DOT, view),
    step: mark.step,
    overCluster: mark.overCluster,
    labelled: mark.labelled,
  };
}

export function dotBoxes(lane: LaneMarks, onLine: readonly (Dot | Cluster)[], view: AxisView): MarkBox[] {
  return onLine
    .filter((item) => item.kind === "dot")
    .map(({ at, from, to }) => ({ ...markBox(lane, at, CROWD_DOT, view), t0: from, t1: to }));
}

/** Draws the dots of a crowd over their extent, where they have one and there is room for it. */
function drawnOut(lane: LaneMarks, onLine: readonly (Dot | Cluster)[], view: AxisView): (Dot | Cluster)[] {
  const drawn: (Dot | Cluster)[] = [];
  onLine.forEach((item, i) => {
    const [from, to] = item.kind === "dot" ? extent(lane, item.at, CROWD_DOT, view) : [item.from, item.to];
    const before = drawn.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
    const after = onLine[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    drawn.push(before + CROWD_GAP <= from && to + CROWD_GAP <= after ? { ...item, from, to } : item);
  });
  return drawn;
}

export function markBox(lane: LaneMarks, at: number, height: number, view: AxisView): MarkBox {
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
    step: 0,
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

/** Poles nearer than this would run together, in px; less than the clearance that poles keep from foreign text. */
const ONE_POLE = 3.5;

/** Labels with their poles. Those of neighbouring days hang from one pole, that of the first: two would be one thick line. */
function labelBoxes(lane: LaneMarks, placed: readonly PlacedLabel[], view: AxisView): LabelBox[] {
  let before = Number.NEGATIVE_INFINITY;
  return placed.map(({ at, hung, content }) => {
    const x = view.px(lane.start[at] as number) + lane.poleOffset(at, view.scale);
    const pole = Math.abs(x - before) < ONE_POLE ? before : x;
    before = pole;
    return { event: lane.event(at), content, pole, row: hung.row, above: hung.above, side: hung.side };
  });
}

export function clusterBox(lane: LaneMarks, cluster: Cluster, taken: ReadonlySet<number>): ClusterBox {
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

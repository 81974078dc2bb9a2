/** One lane of a zoomed view at rest: what it needs of the height, and the labels that fill it. */
import type { LabelContent } from "../labels/label-content.js";
import type { ClusterBox, LabelBox, LaneLayout } from "../marks/lane-layout.js";
import type { LaneBox } from "../types.js";
import {
  COUNT_ZONE,
  countExtents,
  type CountRequest,
  type CountsAt,
  placeCounts,
  TOP_BASELINE,
} from "./edge-counts.js";
import { forksOf, hasRoom, labelExtent, type Obstacle, reachOf, stackLabels } from "./label-stack.js";
import { headBelow } from "../horizontal/lane-boxes.js";
import type { LanePlan } from "../horizontal/lane-plan.js";
import { closedHeight, closeRows, openRows } from "./closed-rows.js";

/** Least room above the line and below it, in px. */
const ROOM_ABOVE = 14;
const ROOM_BELOW = 22;
/** Room below the line of a lane without visible events, for each line of its name and beside it, in px. */
const NAME_LINE = 16;
const THIN_BELOW = 8;
/** What a crowd has for its count, in px. */
const CROWD_COUNT = 16;
/** How far words on the highest bar reach from it, and a name from the middle of its bar up, in px. */
const PEAK_WORDS = 140;
const BAR_NAME = 16;

export interface SettledLaneRequest extends CountRequest {
  readonly plan: LanePlan;
  readonly frame: LaneLayout;
  readonly box: LaneBox;
  /** Whether names of lanes stand in the gutter. */
  readonly gutter: boolean;
  /** How far text may reach from the line as it grows, in px. */
  readonly leader: number;
  /** False where numbers of hidden events have no room. */
  readonly counts: boolean;
}

export class SettledLane {
  readonly isEmpty: boolean;
  /** Whether labels may grow: in a row of names or on a bar they may not. */
  readonly grows: boolean;
  above: number;
  below: number;
  labels: readonly LabelBox[];
  private readonly crowd: boolean;
  private readonly obstacles: readonly Obstacle[];
  private readonly countsAt: CountsAt;
  private readonly frame: LaneLayout;
  private readonly least: readonly [above: number, below: number];

  constructor(private readonly request: SettledLaneRequest) {
    const { box, start, end, counts } = request;
    const frame = closeRows(request.frame, openRows(request.frame, start, end));
    this.frame = frame;
    const isIn = ({ t0, t1 }: { t0: number; t1: number }): boolean => t1 >= start && t0 <= end;
    this.isEmpty = frame.labels.length === 0 && frame.clusters.length === 0 && !frame.marks.some((mark) => isIn(mark));
    const low = frame.oneRow === true;
    // Ranges on rows of their own stand over the line of a lane of points.
    const mixed = !frame.lineless && frame.marks.some(({ bar }) => bar !== undefined);
    this.crowd = mixed || frame.clusters.some(isCrowd);
    this.grows = !frame.lineless && !low;
    // Names over the lines share theirs with the numbers.
    const hidden = counts && (request.gutter || box.name.length === 0) && frame.earlier + frame.later > 0;
    const forks = forksOf(frame.marks);
    const onTop = this.crowd || frame.lineless === true;
    const found =
      hidden && !onTop && !low
        ? placeCounts(frame, frame.labels, forks, request)
        : { countsAt: [undefined, undefined] as const, obstacles: [] };
    this.obstacles = [...forks, ...found.obstacles];
    this.labels = frame.lineless || low ? frame.labels : this.stacked(frame.labels);
    const zone = hidden && !low ? COUNT_ZONE : 0;
    this.least = this.leastRoom(zone);
    [this.above, this.below] = this.needs(this.labels);
    this.countsAt = hidden && onTop && !low ? [this.onTop(frame.earlier), this.onTop(frame.later)] : found.countsAt;
  }

  /** Room without labels, with a zone for the numbers of hidden events over the line. */
  private leastRoom(zone: number): readonly [above: number, below: number] {
    const { plan, box, gutter } = this.request;
    const { frame } = this;
    if (frame.oneRow) return [plan.above, plan.below];
    if (this.isEmpty) return [Math.max(ROOM_ABOVE, zone), this.thin(box)];
    const head = headBelow(box.name.length, gutter ? 1 : 0, ROOM_BELOW);
    if (frame.lineless) {
      return [plan.above + (zone > 0 ? TOP_BASELINE : 0), Math.max(head, plan.below - closedHeight(frame))];
    }
    const above = this.crowd ? Math.max(plan.above, this.underCounts() + zone) : Math.max(ROOM_ABOVE, zone);
    return [above, Math.max(head, ROOM_BELOW)];
  }

  /** Room that the lane had when everything was in view; a crowd that fills a given height keeps it. */
  get planned(): readonly [above: number, below: number] {
    const { above, below } = this.request.plan;
    return this.crowd ? [Math.max(above, this.above), Math.max(below, this.below)] : [this.above, this.below];
  }

  /** Gives a label another form where there is room for it, and returns the height that this took; else `undefined`. */
  grow(label: LabelBox, content: LabelContent, spare: number): number | undefined {
    const { start, end, leader } = this.request;
    const [from, to] = labelExtent(label, content.width);
    if (from < start || to > end || !hasRoom(label, content, this.labels)) return undefined;
    if (this.crowd && label.side === "above") return undefined;
    const labels = this.stacked(this.labels.map((one) => (one.event === label.event ? { ...one, content } : one)));
    if (reachOf(labels, label.side) > Math.max(leader, reachOf(this.labels, label.side))) return undefined;
    const [above, below] = this.needs(labels);
    const more = above + below - this.above - this.below;
    if (more > spare) return undefined;
    this.labels = labels;
    [this.above, this.below] = [above, below];
    return more;
  }

  /** The lane as it is drawn, its line so far below its top. */
  layout(aboveLine: number): LaneLayout {
    const onTop = this.crowd || this.frame.lineless;
    const countsAt: CountsAt = onTop
      ? [this.countsAt[0] && TOP_BASELINE - aboveLine, this.countsAt[1] && TOP_BASELINE - aboveLine]
      : this.countsAt;
    return { ...this.frame, labels: this.labels, countsAt };
  }

  private stacked(labels: readonly LabelBox[]): LabelBox[] {
    return stackLabels(labels, this.obstacles, ({ side }) => this.crowd && side === "above");
  }

  private needs(labels: readonly LabelBox[]): [above: number, below: number] {
    if (this.frame.lineless) return [...this.least];
    const forks = (side: LabelBox["side"]): number =>
      this.obstacles.reduce((most, one) => (one.side === side ? Math.max(most, one.far) : most), 0);
    return [
      Math.max(this.least[0], reachOf(labels, "above"), forks("above")),
      Math.max(this.least[1], reachOf(labels, "below"), forks("below")),
    ];
  }

  private thin({ name }: LaneBox): number {
    return this.request.gutter ? Math.max(0, name.length - 1) * NAME_LINE + THIN_BELOW : THIN_BELOW;
  }

  private onTop(count: number): number | undefined {
    return count > 0 ? TOP_BASELINE - this.above : undefined;
  }

  /** How high labels and crowds stand where numbers stand over them, in px. */
  private underCounts(): number {
    const zones = countExtents(this.frame, this.request).filter((zone) => zone !== undefined);
    const meets = (from: number, to: number): boolean => zones.some(([a, b]) => a < to && from < b);
    const { labels, frame } = this;
    const met = labels.filter((label) => meets(...labelExtent(label, label.content.width)));
    // Names of ranges over the line, and those that the edge of the window will hold.
    const names = met.map(({ onBar, offset }) => (onBar ? -offset : 0));
    const bars = frame.marks.map(({ bar, t0, t1, lineOffset = 0 }) =>
      bar && meets(t0, t1) ? BAR_NAME - lineOffset : 0,
    );
    const crowds = frame.clusters.map((cluster) => heightIn(cluster, meets));
    return Math.max(reachOf(met, "above"), ...names, ...bars, ...crowds);
  }
}

function isCrowd({ shape }: ClusterBox): boolean {
  return shape?.kind === "pile" || shape?.kind === "bars";
}

/** Height of a pile or of bars in some stretches, with their counts. */
function heightIn({ from, to, shape }: ClusterBox, meets: (from: number, to: number) => boolean): number {
  if (shape?.kind === "pile") {
    if (!meets(from, to)) return 0;
    return shape.foot + Math.min(shape.count, shape.most) * shape.pitch + (shape.said ? CROWD_COUNT : 0);
  }
  if (shape?.kind !== "bars") return 0;
  const { foot, bars, peak } = shape;
  const words = peak && meets(peak.from - PEAK_WORDS, peak.to + PEAK_WORDS) ? foot + peak.height + CROWD_COUNT : 0;
  return bars.reduce((most, bar) => (meets(bar.from, bar.to) ? Math.max(most, foot + bar.height) : most), words);
}

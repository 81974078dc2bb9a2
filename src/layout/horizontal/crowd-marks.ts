/** Marks of events without a label in a lane of points: dots that stand alone, piles, bars of counts. */
import { firstIndex } from "../../base/bisect.js";
import type { Viewport } from "../axis/viewport.js";
import type { BarsShape } from "../forms/crowd-shape.js";
import { type Crowd, type CrowdColumn, type CrowdForm, ZOOM_STEP } from "../forms/crowd.js";
import { LABEL_REACH } from "../labels/label-plan.js";
import type { Candidate, LabelForm, PlacedLabel } from "../labels/placed-label.js";
import type { Slot } from "../labels/slot.js";
import { type ClusterBox, type MarkBox, markBox, markExtent } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import { COUNT_HEIGHT, CROWD_FOOT, type DotsStyle, roomOver, roomUnder } from "./lane-tiers.js";

/** Diameter of an unnamed dot on the line, in px. */
const DOT = 5.5;
/** From its date's beginning to the middle of a dot, at most, in px: dots whose dates begin apart stay apart. */
const DOT_INSET = 0.75;
/** Between a mark of usual size and all others on the line, in px. */
const ALONE_GAP = 3;
/** Earlier marks that are looked at for one that reaches so far. */
const OVERLAPPING_MAX = 8;
/** From a label to the far end of one that stands under it, in px. */
const NEIGHBOUR_REACH = 120;
/** No column reaches so far beyond what touches it, in px. */
const NEVER_NEAR = 120;
/** Zoom levels that a label is looked ahead over. */
const BLOCKED_LEVELS = 40;
/** Piles with so many events say how many, where none within so many px is higher. */
const COUNTED_MIN = 10;
const COUNTED_APART = 24;
/** The words over the highest bar reach so far to either side, in px. */
const PEAK_REACH = 52;
/** A bar this much lower than the highest of its lane is no peak, as a part. */
const PEAK_PART = 0.999;

/** A column of bars with more events has none that stands alone. */
const APART_MAX = 8;

export class CrowdMarks {
  constructor(
    private readonly lane: ProjectedLane,
    private readonly crowd: Crowd,
    /** Unnamed events that stand alone have marks of their usual size. */
    private readonly usualMarks: boolean,
  ) {}

  /** Marks of the events without a label. */
  layOut(placed: readonly PlacedLabel[], viewport: Viewport): { dots: MarkBox[]; clusters: ClusterBox[] } {
    const { lane, crowd } = this;
    if (lane.size === placed.length) return { dots: [], clusters: [] };
    const form = crowd.form(viewport.scale);
    // Drawn otherwise: named ones, and those that stand alone.
    const apart = new Set(placed.map(({ at }) => at));
    const named = new Set(apart);
    const dots: MarkBox[] = [];
    const clusters: ClusterBox[] = [];
    const bars: CrowdColumn[] = [];
    for (const column of crowd.columns(form, viewport.from, viewport.to)) {
      const { first, end } = column;
      let rest = end - first;
      // So many dots do not stand apart in any column.
      const few = rest <= APART_MAX || form.kind === "piles";
      for (let at = first; at < (few ? end : first); at++) {
        if (named.has(at)) rest--;
        else if (crowd.isAlone(form, at, this.distanceToNamed(at, placed))) {
          rest--;
          apart.add(at);
          dots.push(this.alone(at, viewport));
        }
      }
      if (rest === 0) continue;
      if (form.kind === "bars") bars.push(column);
      else clusters.push(this.pile(column, apart, form, viewport));
    }
    if (form.kind === "bars" && bars.length > 0) clusters.push(this.barsBox(bars, apart, form, viewport));
    return { dots, clusters: withCounts(clusters) };
  }

  /** Height of the crowd between two places, with its counts; an event that stands on the line is none. */
  heightIn(from: number, to: number, scale: number): number {
    const { crowd } = this;
    const form = crowd.form(scale);
    const apart = COUNTED_APART / scale;
    let most = crowd.heightIn(form, from - apart, to + apart, false);
    if (form.kind === "bars") {
      const reach = PEAK_REACH / scale;
      const top = crowd.heightIn(form, from - reach, to + reach);
      if (top >= crowd.budget * PEAK_PART) most = top;
    }
    const said = form.kind === "piles" ? most >= COUNTED_MIN * form.pitch : most >= crowd.budget * PEAK_PART;
    return most + (said ? COUNT_HEIGHT : 0);
  }

  /**
   * Slots where a label would be too far from the line where it first shows, or leave the lane at some greater scale.
   *
   * @returns a test for the slots of one event, which works out once how high the crowd is under them
   */
  blocksFor(
    { position, wish }: Candidate,
    { tiers, leader, room }: DotsStyle,
  ): (slot: Slot, form: LabelForm) => boolean {
    const { crowd } = this;
    const nearest = tiers.reduce(
      (least, { above, offset }) => (above ? Math.min(least, offset) : least),
      Number.MAX_VALUE,
    );
    /** Height of the crowd at a scale under text that reaches so far to either side, in px. */
    const under = (left: number, right: number, scale: number): number =>
      this.heightIn(position - left / scale, position + right / scale, scale);
    const known = new Map<string, { readonly first: number; readonly isHigher: (than: number) => boolean }>();
    return ({ above, left, offset }, { width, height }) => {
      if (!above) return false;
      const needed = roomOver(0, offset, height);
      if (needed > room) return true;
      // What stands deeper may be lifted by the crowd under its neighbours.
      const deep = offset > nearest;
      const key = `${deep}:${left}:${width}`;
      let heights = known.get(key);
      if (!heights) {
        const own = LEADER_GAP + width;
        const reach = (more: number): [number, number] => [(left ? own : 0) + more, (left ? 0 : own) + more];
        heights = {
          first: under(...reach(deep ? NEIGHBOUR_REACH : 0), wish),
          isHigher: this.higherLater(position, wish, ...reach(deep ? LABEL_REACH : 0)),
        };
        known.set(key, heights);
      }
      if (heights.first + needed > leader) return true;
      const most = roomUnder(room, needed);
      return crowd.budget + COUNT_HEIGHT > most && heights.isHigher(most);
    };
  }

  /**
   * Whether the crowd under a text is higher than so many px at some scale that the label is looked ahead over. It goes on
   * where it stopped, as soon as it knows.
   */
  private higherLater(position: number, wish: number, left: number, right: number): (than: number) => boolean {
    const { crowd } = this;
    let most = 0;
    let level = 0;
    return (than) => {
      while (most <= than && level < BLOCKED_LEVELS) {
        const scale = wish * ZOOM_STEP ** level;
        const [from, to] = [position - left / scale, position + right / scale];
        most = Math.max(most, this.heightIn(from, to, scale));
        // What nobody else is near to stands on the line at every greater scale.
        const apart = NEVER_NEAR / scale;
        level = crowd.countIn(from - apart, to + apart) <= 1 ? BLOCKED_LEVELS : level + 1;
      }
      return most > than;
    };
  }

  /** From an event to the nearest mark of a named one, in units of the axis. */
  private distanceToNamed(at: number, placed: readonly PlacedLabel[]): number {
    const own = this.lane.start[at] as number;
    const next = firstIndex(0, placed.length, (i) => (placed[i] as PlacedLabel).position > own);
    const after = placed[next];
    let least = after ? after.position - own : Number.POSITIVE_INFINITY;
    for (let i = next - 1; i >= 0 && i >= next - 4; i--) {
      const { position, length } = placed[i] as PlacedLabel;
      least = Math.min(least, Math.max(0, own - position - length));
    }
    return least;
  }

  /** The mark of an unnamed event that stands alone: a small dot where there is no room for its usual one. */
  private alone(at: number, viewport: Viewport): MarkBox {
    const { lane } = this;
    if (!this.usualMarks) return this.dot(at, viewport);
    const height = lane.height(at);
    const [t0, t1] = markExtent(lane, at, height, viewport);
    const isClear = (other: number): boolean => {
      if (other < 0 || other >= lane.size) return true;
      const [a, b] = markExtent(lane, other, lane.height(other), viewport);
      return b + ALONE_GAP <= t0 || t1 + ALONE_GAP <= a;
    };
    const near = [at - 1, at + 1, ...lane.overlapping(lane.start[at] as number, OVERLAPPING_MAX)];
    if (near.some((other) => other !== at && !isClear(other))) return this.dot(at, viewport);
    return markBox(lane, at, height, viewport);
  }

  private dot(at: number, viewport: Viewport): MarkBox {
    const { lane } = this;
    const centre = viewport.px(lane.start[at] as number) + Math.min((lane.length(at) * viewport.scale) / 2, DOT_INSET);
    return { ...markBox(lane, at, DOT, viewport), t0: centre - DOT / 2, t1: centre + DOT / 2 };
  }

  private pile(
    column: CrowdColumn,
    apart: ReadonlySet<number>,
    form: CrowdForm & { kind: "piles" },
    viewport: Viewport,
  ): ClusterBox {
    const members = membersOf(this.lane, [column], apart);
    return {
      ...members,
      from: viewport.px(column.from),
      to: viewport.px(column.to),
      shape: {
        kind: "pile",
        first: column.first,
        end: column.end,
        foot: CROWD_FOOT,
        pitch: form.pitch,
        most: form.most,
        count: members.count,
        said: false,
      },
    };
  }

  /** The highest bar of the lane, if it is among these. */
  private peakOf(bars: BarsShape["bars"]): BarsShape["peak"] {
    const top = bars.reduce((best, bar) => (bar.height > best.height ? bar : best));
    const isPeak = top.height >= this.crowd.budget * PEAK_PART && top.height >= COUNT_HEIGHT;
    const { from, to, height, first, end } = top;
    return isPeak ? { first, from, to, height, count: end - first } : undefined;
  }

  private barsBox(
    columns: readonly CrowdColumn[],
    apart: ReadonlySet<number>,
    { unit, height: perEvent }: CrowdForm & { kind: "bars" },
    viewport: Viewport,
  ): ClusterBox {
    const bars = columns.map(({ from, to, height, first, end }) => ({
      from: viewport.px(from),
      to: viewport.px(to),
      height,
      first,
      end,
    }));
    return {
      ...membersOf(this.lane, columns, apart),
      from: bars[0]?.from as number,
      to: bars.at(-1)?.to as number,
      shape: {
        kind: "bars",
        foot: CROWD_FOOT,
        unit,
        bars,
        peak: this.peakOf(bars),
        ruler: { perEvent, most: this.crowd.budget / perEvent },
      },
    };
  }
}

function withCounts(clusters: readonly ClusterBox[]): ClusterBox[] {
  return clusters.map((cluster, i) => {
    const { shape } = cluster;
    if (shape?.kind !== "pile" || shape.count < COUNTED_MIN) return cluster;
    const isHigher = (other: ClusterBox | undefined, first: boolean): boolean =>
      other !== undefined &&
      Math.abs(other.from - cluster.from) < COUNTED_APART &&
      (first ? other.count >= cluster.count : other.count > cluster.count);
    for (let step = 1; step <= COUNTED_APART / 2; step++) {
      if (isHigher(clusters[i - step], true) || isHigher(clusters[i + step], false)) return cluster;
    }
    return { ...cluster, shape: { ...shape, said: true } };
  });
}

/** The events of columns that are drawn nowhere else; they are gone through when they are asked for. */
function membersOf(
  lane: ProjectedLane,
  columns: readonly CrowdColumn[],
  apart: ReadonlySet<number>,
): Pick<ClusterBox, "places" | "events" | "first" | "last" | "count"> {
  const [begin, finish] = [(columns[0] as CrowdColumn).first, (columns.at(-1) as CrowdColumn).end];
  const total = columns.reduce((sum, { first, end }) => sum + end - first, 0);
  let inside = 0;
  for (const at of apart) {
    if (at < begin || at >= finish) continue;
    const column = columns[firstIndex(0, columns.length, (i) => (columns[i] as CrowdColumn).end > at)] as CrowdColumn;
    if (at >= column.first) inside++;
  }
  let [first, last] = [begin, finish - 1];
  while (apart.has(first)) first++;
  while (apart.has(last)) last--;
  return {
    places: lane,
    events: () =>
      columns.flatMap((column) => {
        const events = [];
        for (let at = column.first; at < column.end; at++) if (!apart.has(at)) events.push(lane.event(at));
        return events;
      }),
    first: lane.event(first),
    last: lane.event(last),
    count: total - inside,
  };
}

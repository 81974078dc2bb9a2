/** Marks of events without a label in a lane of points: dots that stand alone, piles, bars of counts. */
import { firstIndex } from "../../base/bisect.js";
import type { Viewport } from "../axis/viewport.js";
import type { Crowd, CrowdColumn } from "../forms/crowd.js";
import {
  ALONE_DOT,
  APART_MAX,
  countAmong,
  COUNTED_APART,
  COUNTED_MIN,
  CROWD_FOOT,
  membersOf,
  PEAK_PART,
  saidCounts,
} from "../forms/crowd-parts.js";
import type { BarsShape } from "../forms/crowd-shape.js";
import { ZOOM_STEP } from "../forms/zoom-level.js";
import { LABEL_REACH } from "../labels/label-plan.js";
import type { Candidate, LabelForm, PlacedLabel } from "../labels/placed-label.js";
import type { Slot } from "../labels/slot.js";
import { type ClusterBox, type MarkBox, markBox, markExtent } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import { COUNT_HEIGHT, type DotsStyle, roomOver, roomUnder } from "./lane-tiers.js";

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
/** The words over the highest bar reach so far to either side, in px. */
const PEAK_REACH = 72;

/** Slots that a crowd forbids to one event. */
type Blocks = (slot: Slot, form: LabelForm) => boolean;

export interface CrowdMarks {
  /** Marks of the events without a label. */
  layOut(placed: readonly PlacedLabel[], viewport: Viewport): { dots: MarkBox[]; clusters: ClusterBox[] };
  /** Height of the crowd between two places, with its counts; an event that stands on the line is none. */
  heightIn(from: number, to: number, scale: number): number;
  /**
   * Slots where a label would be too far from the line where it first shows, or leave the lane at some greater scale.
   *
   * @returns a test for the slots of one event, which works out once how high the crowd is under them
   */
  blocksFor(candidate: Candidate, style: DotsStyle): Blocks;
}

/** @param usualMarks whether unnamed events that stand alone have marks of their usual size */
export function crowdMarks(lane: ProjectedLane, crowd: Crowd, usualMarks: boolean): CrowdMarks {
  const { budget } = crowd;

  const heightIn = (from: number, to: number, scale: number): number => {
    const form = crowd.form(scale);
    const apart = COUNTED_APART / scale;
    let most = crowd.heightIn(form, from - apart, to + apart, false);
    if (form.kind === "bars") {
      const reach = PEAK_REACH / scale;
      const top = crowd.heightIn(form, from - reach, to + reach);
      if (top >= budget * PEAK_PART) most = top;
    }
    const said = form.kind === "piles" ? most >= COUNTED_MIN * form.pitch : most >= budget * PEAK_PART;
    return most + (said ? COUNT_HEIGHT : 0);
  };

  /**
   * Whether the crowd under a text is higher than so many px at some scale that the label is looked ahead over. It goes on
   * where it stopped, as soon as it knows.
   */
  const higherLater = (position: number, wish: number, left: number, right: number): ((than: number) => boolean) => {
    let most = 0;
    let level = 0;
    return (than) => {
      while (most <= than && level < BLOCKED_LEVELS) {
        const scale = wish * ZOOM_STEP ** level;
        const [from, to] = [position - left / scale, position + right / scale];
        most = Math.max(most, heightIn(from, to, scale));
        // What nobody else is near to stands on the line at every greater scale.
        const apart = NEVER_NEAR / scale;
        level = crowd.countIn(from - apart, to + apart) <= 1 ? BLOCKED_LEVELS : level + 1;
      }
      return most > than;
    };
  };

  /**
   * From an event to the nearest mark of a named one, in units of the axis.
   *
   * @param reach for each of these, how far it and all before it reach
   */
  const distanceToNamed = (at: number, placed: readonly PlacedLabel[], reach: readonly number[]): number => {
    const own = lane.start[at] as number;
    const next = firstIndex(0, placed.length, (i) => (placed[i] as PlacedLabel).position > own);
    const after = (placed[next]?.position ?? Number.POSITIVE_INFINITY) - own;
    return Math.min(after, Math.max(0, own - (reach[next - 1] ?? Number.NEGATIVE_INFINITY)));
  };

  /** Whether there is room on the line for the mark of an unnamed event in its usual size. */
  const hasRoom = (at: number, viewport: Viewport): boolean => {
    const extentOf = (other: number) => markExtent(lane, other, lane.height(other), viewport);
    const [t0, t1] = extentOf(at);
    return [at - 1, at + 1, ...lane.overlapping(lane.start[at] as number, OVERLAPPING_MAX)].every((other) => {
      if (other < 0 || other >= lane.size || other === at) return true;
      const [a, b] = extentOf(other);
      return b + ALONE_GAP <= t0 || t1 + ALONE_GAP <= a;
    });
  };

  /** The mark of an unnamed event that stands alone: a small dot where there is no room for its usual one. */
  const alone = (at: number, viewport: Viewport): MarkBox => {
    if (usualMarks && hasRoom(at, viewport)) return markBox(lane, at, lane.height(at), viewport);
    const centre = viewport.px(lane.start[at] as number) + Math.min((lane.length(at) * viewport.scale) / 2, DOT_INSET);
    return { ...markBox(lane, at, ALONE_DOT, viewport), t0: centre - ALONE_DOT / 2, t1: centre + ALONE_DOT / 2 };
  };

  /** The highest bar of the lane, if it is among these. */
  const peakOf = (bars: BarsShape["bars"]): BarsShape["peak"] => {
    const { from, to, height, first, end } = bars.reduce((best, bar) => (bar.height > best.height ? bar : best));
    const isPeak = height >= budget * PEAK_PART && height >= COUNT_HEIGHT;
    return isPeak ? { first, from, to, height, count: end - first } : undefined;
  };

  return {
    heightIn,
    blocksFor({ position, wish }, { tiers, leader, room }) {
      const nearest = tiers.reduce(
        (least, { above, offset }) => (above ? Math.min(least, offset) : least),
        Number.MAX_VALUE,
      );
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
          const [before, after] = reach(deep ? NEIGHBOUR_REACH : 0);
          heights = {
            first: heightIn(position - before / wish, position + after / wish, wish),
            isHigher: higherLater(position, wish, ...reach(deep ? LABEL_REACH : 0)),
          };
          known.set(key, heights);
        }
        if (heights.first + needed > leader) return true;
        const most = roomUnder(room, needed);
        return budget + COUNT_HEIGHT > most && heights.isHigher(most);
      };
    },
    layOut(placed, viewport) {
      if (lane.size === placed.length) return { dots: [], clusters: [] };
      const form = crowd.form(viewport.scale);
      const named = placed.map(({ at }) => at).sort((a, b) => a - b);
      const isNamed = new Set(named);
      let end = Number.NEGATIVE_INFINITY;
      const reach = placed.map(({ position, length }) => (end = Math.max(end, position + length)));
      // Drawn otherwise: named ones, and those that stand alone.
      const apart = new Set(named);
      const dots: MarkBox[] = [];
      const drawn: (CrowdColumn & { readonly count: number })[] = [];
      for (const column of crowd.columns(form, viewport.from, viewport.to)) {
        const { first, end } = column;
        const before = dots.length;
        // So many dots do not stand apart in any column.
        const few = end - first <= APART_MAX || form.kind === "piles";
        for (let at = first; at < (few ? end : first); at++) {
          if (isNamed.has(at) || !crowd.isAlone(form, at, distanceToNamed(at, placed, reach))) continue;
          apart.add(at);
          dots.push(alone(at, viewport));
        }
        const count = end - first - countAmong(named, column) - (dots.length - before);
        if (count > 0) {
          drawn.push({ ...column, from: viewport.px(column.from), to: viewport.px(column.to), count });
        }
      }
      const box = (of: typeof drawn, shape: NonNullable<ClusterBox["shape"]>): ClusterBox => ({
        ...membersOf(
          lane,
          of,
          apart,
          of.reduce((sum, { count }) => sum + count, 0),
        ),
        from: (of[0] as CrowdColumn).from,
        to: (of.at(-1) as CrowdColumn).to,
        shape,
      });
      if (form.kind === "piles") {
        const said = saidCounts(drawn);
        const clusters = drawn.map((column, i) => {
          const { first, end, count } = column;
          const { pitch, most } = form;
          const isSaid = said[i] === true;
          return box([column], { kind: "pile", first, end, foot: CROWD_FOOT, pitch, most, count, said: isSaid });
        });
        return { dots, clusters };
      }
      if (drawn.length === 0) return { dots, clusters: [] };
      const { unit, height: perEvent } = form;
      const bars = drawn.map(({ from, to, height, first, end }) => ({ from, to, height, first, end }));
      const ruler = { perEvent, most: budget / perEvent };
      const shape = { kind: "bars" as const, foot: CROWD_FOOT, unit, bars, peak: peakOf(bars), ruler };
      return { dots, clusters: [box(drawn, shape)] };
    },
  };
}

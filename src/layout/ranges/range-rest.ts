/** What stands for the ranges of a lane that have no name: thin bars, or a ribbon of how many run at once. */
import { countIn, concurrencyOf, lowestIn, ribbonShape } from "../forms/concurrency.js";
import type { RibbonShape, ThinBarsShape } from "../forms/crowd-shape.js";
import { rangesIn, thinRows } from "../forms/thin-bars.js";
import type { Viewport } from "../axis/viewport.js";
import type { ClusterBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { NamedBars } from "./named-bars.js";

/** Thin bars of a lane at most; more ranges are counted in a ribbon. */
export const THIN_BARS_MAX = 2000;
/** Distance of two rows of thin bars and their height, in px: in few rows they are higher. */
const THIN_PITCH = 2.25;
const THIN_HEIGHT = 1.5;
const FEW_PITCH = 6;
const FEW_HEIGHT = 4;
export const FEW_ROWS = 8;
/** Shortest thin bar, and the space between two in a row, in px. */
const THIN_LEAST = 2;
const THIN_SPACE = 1;
/** Over thin bars and over a ribbon, in px. */
const THIN_TOP = 5;
const RIBBON_TOP = 6;
/** Between the base of a ribbon and the rule below its lane, in px. */
const BELOW_RIBBON = 4;
/** A ribbon so high over the whole width of its words holds them, in px. */
const WORDS_FROM = 18;

/** Height that thin bars take where so many run at once, in px. */
export function thinHeight(rows: number): number {
  return rows === 0 ? 0 : THIN_TOP + rows * (rows <= FEW_ROWS ? FEW_PITCH : THIN_PITCH);
}

export function ribbonHeight(peak: number, perRange: number): number {
  return RIBBON_TOP + peak * perRange + BELOW_RIBBON;
}

/** Words of a ribbon's peak: how many run at once, and when. */
export interface PeakWords {
  readonly text: (count: number, place: number) => string;
  readonly width: (text: string) => number;
}

interface RestRequest {
  readonly lane: ProjectedLane;
  readonly named: NamedBars;
  readonly fit: number;
  /** px for each range of a ribbon; `undefined` for thin bars. */
  readonly ribbon: number | undefined;
  readonly words: PeakWords;
}

export interface RangeRest {
  readonly height: number;
  /** The mark of all ranges in view that have no name, if there are any. */
  layOut(viewport: Viewport, top: number): ClusterBox[];
  /** What the gutter says beside what is in view: how many have no name, or how many run at once at the peak. */
  note(mark: ClusterBox): { readonly kind: "unnamed" | "atOnce"; readonly count: number } | undefined;
}

export function rangeRest({ lane, named, fit, ribbon, words }: RestRequest): RangeRest {
  const { start, end } = lane;
  const all = concurrencyOf(start, end);
  const { peak, peakAt } = all;
  const unnamed = (): number[] => Array.from(start.keys()).filter((at) => !named.isNamed(at, fit));
  const rows = ribbon === undefined ? thinRows(unnamed(), start, end, (THIN_LEAST + THIN_SPACE) / fit) : [];

  /** Words inside the ribbon, if it is high enough under its peak at a scale. */
  const peakWords = (scale: number, perRange: number): { readonly text: string; readonly top: number } | undefined => {
    const text = words.text(peak, peakAt);
    const half = words.width(text) / 2 / scale;
    const lowest = lowestIn(all, peakAt - half, peakAt + half) * perRange;
    return lowest >= WORDS_FROM ? { text, top: peak * perRange - lowest } : undefined;
  };

  const thinBars = ({ from, to, scale, px }: Viewport, top: number): ThinBarsShape => {
    const few = rows.length <= FEW_ROWS;
    const bars = rows.flatMap((row, i) =>
      rangesIn(row, start, end, from, to)
        .filter((at) => !named.isNamed(at, scale))
        .map((at) => {
          const t0 = px(start[at] as number);
          const t1 = Math.max(t0 + THIN_LEAST, px(end[at] as number) - THIN_SPACE);
          return { at, from: Math.max(px(from), t0), to: Math.min(px(to), t1), row: i };
        }),
    );
    const [pitch, height] = few ? [FEW_PITCH, FEW_HEIGHT] : [THIN_PITCH, THIN_HEIGHT];
    return { kind: "thin-bars", top: top + THIN_TOP, pitch, height, bars };
  };

  const ribbonIn = (viewport: Viewport, top: number, perRange: number): RibbonShape =>
    ribbonShape(all, viewport, top + RIBBON_TOP + peak * perRange, perRange, peakWords(viewport.scale, perRange));

  return {
    height: ribbon === undefined ? thinHeight(rows.length) : ribbonHeight(peak, ribbon),
    layOut(viewport, top) {
      const { from, to, scale } = viewport;
      const inView = named.touching(from, to, scale).length;
      const count = countIn(all, start, from, to) - inView;
      if (count <= 0) return [];
      const isUnnamed = (at: number): boolean => !named.isNamed(at, scale);
      const [begin, until] = [lane.firstFrom(from), lane.lastTo(to)];
      let next = begin;
      while (next < until && !isUnnamed(next)) next++;
      let last = until - 1;
      while (last >= begin && !isUnnamed(last)) last--;
      const first = lane.overlapping(from, inView + 1).find(isUnnamed) ?? (next < until ? next : begin);
      return [
        {
          places: lane,
          events: () =>
            lane
              .touching(from, to)
              .filter(isUnnamed)
              .map((at) => lane.event(at)),
          first: lane.event(first),
          last: lane.event(last >= begin ? last : first),
          count,
          from: viewport.px(from),
          to: viewport.px(to),
          shape: ribbon === undefined ? thinBars(viewport, top) : ribbonIn(viewport, top, ribbon),
        },
      ];
    },
    note({ count, shape }) {
      if (shape?.kind !== "ribbon") return { kind: "unnamed", count };
      return shape.peak && !shape.peak.words ? { kind: "atOnce", count: peak } : undefined;
    },
  };
}

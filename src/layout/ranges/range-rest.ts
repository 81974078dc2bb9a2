/** What stands for the ranges of a lane that have no name: thin bars, or a ribbon of how many run at once. */
import { type Concurrency, countIn, concurrencyOf, lowestIn, stepsIn } from "../forms/concurrency.js";
import type { RibbonShape, ThinBarsShape } from "../forms/crowd-shape.js";
import { rangesIn, thinRows } from "../forms/thin-bars.js";
import type { Viewport } from "../axis/viewport.js";
import type { ClusterBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { lastUnnamed, type NamedBars } from "./named-bars.js";

/** Thin bars of a lane at most; more ranges are counted in a ribbon. */
export const THIN_BARS_MAX = 2000;
/** Distance of two rows of thin bars and their height, in px: in few rows they are higher. */
const THIN_PITCH = 2.25;
const THIN_HEIGHT = 1.5;
const FEW_PITCH = 6;
const FEW_HEIGHT = 4;
const FEW_ROWS = 8;
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

export class RangeRest {
  readonly height: number;
  private readonly all: Concurrency;
  private readonly rows: readonly (readonly number[])[];

  constructor(private readonly request: RestRequest) {
    const { lane, named, fit, ribbon } = request;
    this.all = concurrencyOf(lane.start, lane.end);
    this.rows =
      ribbon === undefined ? thinRows(named.unnamed(fit), lane.start, lane.end, (THIN_LEAST + THIN_SPACE) / fit) : [];
    this.height = ribbon === undefined ? thinHeight(this.rows.length) : ribbonHeight(this.all.peak, ribbon);
  }

  /** The mark of all ranges in view that have no name, if there are any. */
  layOut(viewport: Viewport, top: number): ClusterBox[] {
    const { lane, named, ribbon } = this.request;
    const { from, to, scale } = viewport;
    const inView = named.touching(from, to, scale).length;
    const count = countIn(this.all, lane.start, from, to) - inView;
    if (count <= 0) return [];
    const [begin, end] = [lane.firstFrom(from), lane.lastTo(to)];
    const before = lane.overlapping(from, inView + 1);
    const next = named.nextUnnamed(begin, end, scale);
    const first = before.find((at) => !named.isNamed(at, scale)) ?? (next < end ? next : begin);
    const last = lastUnnamed(named, begin, end, scale);
    const [x0, x1] = [viewport.px(from), viewport.px(to)];
    return [
      {
        places: lane,
        events: () => {
          const all = lane.overlapping(from, lane.size);
          for (let at = begin; at < end; at++) all.push(at);
          return all.filter((at) => !named.isNamed(at, scale)).map((at) => lane.event(at));
        },
        first: lane.event(first),
        last: lane.event(last >= begin ? last : first),
        count,
        from: x0,
        to: x1,
        shape: ribbon === undefined ? this.bars(viewport, top) : this.ribbon(viewport, top, ribbon),
      },
    ];
  }

  /** What the gutter says beside what is in view: how many have no name, or how many run at once at the peak. */
  note({ count, shape }: ClusterBox): { readonly kind: "unnamed" | "atOnce"; readonly count: number } | undefined {
    if (shape?.kind !== "ribbon") return { kind: "unnamed", count };
    return shape.peak && !shape.peak.words ? { kind: "atOnce", count: this.all.peak } : undefined;
  }

  /** Words inside the ribbon, if it is high enough under its peak at a scale. */
  private peakWords(scale: number): { readonly text: string; readonly top: number } | undefined {
    const { ribbon = 0, words } = this.request;
    const { peak, peakAt } = this.all;
    const text = words.text(peak, peakAt);
    const half = words.width(text) / 2 / scale;
    const lowest = lowestIn(this.all, peakAt - half, peakAt + half) * ribbon;
    return lowest >= WORDS_FROM ? { text, top: peak * ribbon - lowest } : undefined;
  }

  private bars(viewport: Viewport, top: number): ThinBarsShape {
    const { lane, named } = this.request;
    const { from, to, scale } = viewport;
    const [x0, x1] = [viewport.px(from), viewport.px(to)];
    const few = this.rows.length <= FEW_ROWS;
    const bars = this.rows.flatMap((row, i) =>
      rangesIn(row, lane.start, lane.end, from, to)
        .filter((at) => !named.isNamed(at, scale))
        .map((at) => {
          const t0 = viewport.px(lane.start[at] as number);
          const t1 = Math.max(t0 + THIN_LEAST, viewport.px(lane.end[at] as number) - THIN_SPACE);
          return { at, from: Math.max(x0, t0), to: Math.min(x1, t1), row: i };
        }),
    );
    return {
      kind: "thin-bars",
      top: top + THIN_TOP,
      pitch: few ? FEW_PITCH : THIN_PITCH,
      height: few ? FEW_HEIGHT : THIN_HEIGHT,
      bars,
    };
  }

  private ribbon(viewport: Viewport, top: number, k: number): RibbonShape {
    const { from, to, scale } = viewport;
    const [x0, x1] = [viewport.px(from), viewport.px(to)];
    const { peak, peakAt } = this.all;
    const steps = stepsIn(this.all, from, to, x1 - x0);
    const x = viewport.px(peakAt);
    return {
      kind: "ribbon",
      base: top + RIBBON_TOP + peak * k,
      height: peak * k,
      perRange: k,
      steps: [
        ...steps.map(([place, high]) => [viewport.px(place), high * k] as const),
        [x1, (steps.at(-1)?.[1] ?? 0) * k],
      ],
      peak: x >= x0 && x <= x1 ? { x, words: this.peakWords(scale) } : undefined,
    };
  }
}

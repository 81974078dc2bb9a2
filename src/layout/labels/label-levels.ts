/** Levels of scale at which labels are placed, and a label at such a level. */
import type { Hung } from "./hang.js";
import type { LabelContent } from "./label-content.js";
import type { ProjectedLane } from "../marks/projected-lane.js";

/** Each level magnifies by this. */
export const LEVEL_FACTOR = Math.SQRT2;
/** No text is further from its pole than this. */
export const REACH = 360;

export interface PlacedLabel {
  /** Position among the events of the lane. */
  readonly at: number;
  readonly hung: Hung;
  readonly content: LabelContent;
  /** From this level on it shows. */
  readonly level: number;
}

export interface LabelTreeOptions {
  /** px per unit of the axis at level 0. */
  readonly scale: number;
  /** Stretch of the axis that text may use, in units of the axis. */
  readonly domain: readonly [number, number];
  /** px that text may reach beyond the domain on either side. */
  readonly overhang: readonly [number, number];
  /** Heights that rows below and over the line may have at level 0, in px. */
  readonly rows: readonly number[];
  readonly above: readonly number[];
  /** Marks of labelled events that may touch at level 0; each steps away from the one before. */
  readonly touching: number;
  readonly maxLevel: number;
  /** Content of a label, its title no wider than a limit in px. */
  readonly content: (at: number, limit?: number) => LabelContent;
  /** Limits of the next tries, for a crowded place, each narrower than the one before. */
  readonly narrow: readonly number[];
}

/** px per unit of the axis at a level. */
export function scaleAt({ scale }: LabelTreeOptions, level: number): number {
  return scale * LEVEL_FACTOR ** level;
}

/** Where a label hangs at a scale, counted from a place of the axis. */
export function hungFrom(lane: ProjectedLane, place: number, at: number, hung: Hung, scale: number): Hung {
  const x = ((lane.start[at] as number) - place) * scale + lane.leaderOffset(at, scale);
  const { length, rank, importance, sizes } = hung.candidate;
  return { ...hung, candidate: { x, length, rank, importance, sizes } };
}

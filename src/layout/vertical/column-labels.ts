/** Which labels of a column show at a scale, and where they stand: in rows, spread along it, or by the one label rule. */
import { isotonicPlacement } from "../labels/isotonic.js";
import type { ProjectedLane } from "../marks/projected-lane.js";

/** A leader line meets its label this far below the label's top, and its mark at most this far after its start, in px. */
export const LEADER_DEPTH = 8;
/** From the start of an era to its name, in px. */
export const ERA_DEPTH = 3;
/** Height of the head of a segment, in px. */
export const SEGMENT_HEAD = 32;
/** Space between labels of a column, in px. */
export const COLUMN_GAP = 10;

/** Something that stands in the column: a label, or the name of an era. */
export interface Entry {
  /** Position among the events; absent for an era. */
  readonly at?: number;
  readonly era?: number;
  readonly place: number;
  /** End of an era. */
  readonly until?: number;
  readonly height: number;
  readonly weight: number;
  /** How far it stands below its place, in px; 0 unless something else has the same date. */
  readonly offset: number;
}

/** What stands in the column at a scale, in px from the beginning of the axis. */
export interface Standing {
  readonly at?: number;
  readonly era?: number;
  readonly top: number;
  readonly height: number;
  /** Where the leader line begins. */
  readonly mark: number;
}

export interface ColumnLabels {
  /** Everything whose place is between two places of the axis at a scale, in order. */
  standing(scale: number, from: number, to: number): Standing[];
}

/** A place of the axis in px from its beginning. */
const offsetOf = ({ domain: [first] }: { readonly domain: readonly [number, number] }, place: number, scale: number) =>
  (place - first) * scale;

/** Each entry stands level with its row, at every scale. */
export function rowLabels(
  entries: readonly Entry[],
  axis: { readonly domain: readonly [number, number] },
): ColumnLabels {
  return {
    standing: (scale, from, to) =>
      entries
        .filter(({ place }) => place >= from && place <= to)
        .map((entry) => {
          const mark = offsetOf(axis, entry.place, scale) + entry.offset;
          return standingOf(entry, mark - LEADER_DEPTH, mark);
        }),
  };
}

/** All entries, each as near to its mark as its neighbours allow. */
export function spreadLabels(
  entries: readonly Entry[],
  lane: ProjectedLane,
  axis: { readonly domain: readonly [number, number] },
): ColumnLabels {
  let last: { readonly scale: number; readonly tops: readonly number[] } | undefined;
  return {
    standing: (scale, from, to) => {
      if (last?.scale !== scale) last = { scale, tops: spread(entries, axis, scale) };
      const { tops } = last;
      return entries.flatMap((entry, i) => {
        const { at, place } = entry;
        if (place < from || place > to) return [];
        const mark = offsetOf(axis, place, scale) + (at === undefined ? 0 : lane.leaderOffset(at, scale));
        return [standingOf(entry, tops[i] as number, mark)];
      });
    },
  };
}

/** Largest distance of a label from its mark at a scale, in px. */
export function displacement(
  entries: readonly Entry[],
  axis: { readonly domain: readonly [number, number] },
  scale: number,
): number {
  const tops = spread(entries, axis, scale);
  return tops.reduce((worst, top, i) => Math.max(worst, Math.abs(top - wishOf(entries[i] as Entry, axis, scale))), 0);
}

function spread(
  entries: readonly Entry[],
  axis: { readonly domain: readonly [number, number] },
  scale: number,
): readonly number[] {
  const wishes = entries.map((entry) => ({ ...entry, wish: wishOf(entry, axis, scale) }));
  return isotonicPlacement(wishes, COLUMN_GAP, -LEADER_DEPTH) ?? [];
}

function wishOf({ at, place }: Entry, axis: { readonly domain: readonly [number, number] }, scale: number): number {
  return offsetOf(axis, place, scale) + (at === undefined ? ERA_DEPTH : -LEADER_DEPTH);
}

function standingOf({ at, era, height }: Entry, top: number, mark: number): Standing {
  return { top, height, mark, ...(at === undefined ? {} : { at }), ...(era === undefined ? {} : { era }) };
}

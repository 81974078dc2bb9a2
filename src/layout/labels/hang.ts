/** One label and the places it can hang in, and which of two labels cannot both stand. */
import { type Hang, poleSlack, type Side, smallestDistance } from "./fan.js";
import { LEADER_GAP } from "../metrics.js";

export interface Candidate {
  /** Where the pole stands, in px. */
  readonly x: number;
  /** Length of the event in time; only compared. */
  readonly length: number;
  /** 0 is the first to be labelled. Unique. */
  readonly rank: number;
  readonly importance: number;
  /** Widths and heights the label can have, the best first. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

/** A candidate that has its place. */
export interface Hung extends Hang {
  readonly candidate: Candidate;
  /** Index into `candidate.sizes`. */
  readonly size: number;
}

export interface Room {
  /** Text may not leave this stretch, in px. */
  readonly min: number;
  readonly max: number;
  /** Height of each row below the line; as many rows as entries. */
  readonly rows: readonly number[];
  /** The same over the line. */
  readonly above: readonly number[];
  /** How many marks may touch: each steps away from the one before, and there is only so much room. */
  readonly touching: number;
  /** Labels that are there already and stay. */
  readonly fixed: readonly Hung[];
}

/** Marks closer than this touch, in px. */
export const TOUCH = 15;

/** The price of leaving a label out: one of a higher importance is worth more than several of the next. */
export function missing(candidate: Candidate): number {
  return 1000 * 8 ** candidate.importance;
}

/** The price of a place: shallow rows, the right side and the full title first, the more so the more important. */
export function effort({ candidate, row, above, side, size }: Hung): number {
  const { importance } = candidate;
  return row * (0.6 + importance * 0.3) + (side === "left" ? 0.9 : 0) + (above ? 0.5 : 0) + size * importance * 4;
}

/** The price of a fan: of the places in it, and of what is not in it. */
export function costOf(fan: readonly Hung[], candidates: readonly Candidate[]): number {
  const all = candidates.reduce((sum, candidate) => sum + missing(candidate), 0);
  return fan.reduce((sum, hung) => sum + effort(hung) - missing(hung.candidate), all);
}

/** All places of a candidate that do not clash with what is there already. */
export function places(candidate: Candidate, room: Room): Hung[] {
  const found: Hung[] = [];
  if (isCrowded(candidate, room.fixed, room)) return found;
  candidate.sizes.forEach(({ width, height }, size) => {
    for (const above of [false, true]) {
      (above ? room.above : room.rows).forEach((rowHeight, row) => {
        if (height > rowHeight) return;
        for (const side of ["right", "left"] as const) {
          const hung: Hung = { candidate, row, above, side, width, size };
          if (isInside(hung, room) && !room.fixed.some((other) => clash(hung, other))) found.push(hung);
        }
      });
    }
  });
  return found;
}

/** The places of each candidate in one room, worked out when they are first asked for. */
export class Places {
  private readonly all = new Map<Candidate, readonly Hung[]>();
  private readonly sorted = new Map<Candidate, readonly Hung[]>();

  constructor(private readonly room: Room) {}

  of(candidate: Candidate): readonly Hung[] {
    let found = this.all.get(candidate);
    if (!found) this.all.set(candidate, (found = places(candidate, this.room)));
    return found;
  }

  /** The same, those that take least effort first. */
  byEffort(candidate: Candidate): readonly Hung[] {
    let found = this.sorted.get(candidate);
    if (!found) {
      found = [...this.of(candidate)].sort((a, b) => effort(a) - effort(b));
      this.sorted.set(candidate, found);
    }
    return found;
  }
}

/** Whether as many marks as may touch stand where a candidate's would. */
export function isCrowded(candidate: Candidate, fan: readonly Hung[], { touching }: Room): boolean {
  let near = 0;
  for (let i = 0; i < fan.length; i++) if (touch(candidate, fan[i] as Hung) && ++near >= touching) return true;
  return touching <= 0;
}

function isInside(
  { candidate, side, width }: { candidate: Candidate; side: Side; width: number },
  room: Room,
): boolean {
  return side === "right"
    ? candidate.x >= room.min && candidate.x + LEADER_GAP + width <= room.max
    : candidate.x <= room.max && candidate.x - LEADER_GAP - width >= room.min;
}

export function touch(candidate: Candidate, other: Hung): boolean {
  return Math.abs(candidate.x - other.candidate.x) < TOUCH;
}

/** Whether two labels cannot both stand. */
export function clash(a: Hung, b: Hung): boolean {
  const distance = b.candidate.x - a.candidate.x;
  return distance < 0 ? isTooNear(b, a, -distance) : isTooNear(a, b, distance);
}

function isTooNear(left: Hung, right: Hung, distance: number): boolean {
  const needed = smallestDistance(left, right) + poleSlack(left.candidate.length, right.candidate.length);
  if (distance >= needed) return false;
  // Two labels of one instant share a pole; either may count as the first.
  const together = distance === 0 && left.candidate.length === right.candidate.length;
  return !(together && smallestDistance(right, left) <= 0);
}

/**
 * Which labels of a crowd can stand together, and how: the fan. A label hangs from a pole at its event, to the right of
 * the pole or to the left, in a row. No pole may stand inside the text of another label that it would cross.
 *
 * Every rule between two labels is a smallest distance between their poles. Distances only grow with the scale, so what
 * fits at one scale fits at every larger one: that is what keeps labels still while the reader zooms.
 */
import { LABEL_GAP, LEADER_OFFSET_MAX, LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";

export type Side = "left" | "right";

/** A way to hang one label. Rows count from 0, away from the line. */
export interface Hang {
  readonly row: number;
  /** True over the line, where labels and poles meet none of those below it. */
  readonly above: boolean;
  readonly side: Side;
  /** Width of the text, in px. */
  readonly width: number;
}

/**
 * The smallest distance from the pole of `a` to the pole of `b`, in px, where `a` is the earlier.
 * Negative or zero: they fit wherever they stand.
 */
export function smallestDistance(a: Hang, b: Hang): number {
  if (a.above !== b.above) return Number.NEGATIVE_INFINITY;
  const facesRight = a.side === "right";
  const facesLeft = b.side === "left";
  // How far the texts reach towards each other from their poles; negative where one ends before its pole.
  const right = facesRight ? LEADER_GAP + a.width : -LEADER_GAP;
  const left = facesLeft ? LEADER_GAP + b.width : -LEADER_GAP;
  // Texts of one row keep a gap.
  let distance = a.row === b.row ? right + left + LABEL_GAP : Number.NEGATIVE_INFINITY;
  // The pole of `b` passes or reaches the row of `a`: it must stand behind the text of `a`.
  if (b.row >= a.row && facesRight) distance = Math.max(distance, right + LEADER_CLEARANCE);
  if (a.row >= b.row && facesLeft) distance = Math.max(distance, left + LEADER_CLEARANCE);
  return distance;
}

/**
 * How much two poles may come closer than their beginnings: the pole of a long event moves into it by a few px as the
 * scale grows, that of a shorter one by less.
 */
export function poleSlack(lengthA: number, lengthB: number): number {
  return lengthA > lengthB ? LEADER_OFFSET_MAX : 0;
}

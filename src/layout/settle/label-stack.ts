/**
 * Stacks the labels of one lane on both sides of its line: each as near to the line as those under it allow. Labels keep
 * side, flow and order, so a lane closes up where tiers are empty, and none meets another.
 */
import type { LabelContent } from "../labels/label-content.js";
import { CLOSE_ROW_GAP, FORK_DEPTH, SIDE_GAP, TEXT_CLEARANCE, TEXT_ROW_GAP } from "../labels/slot.js";
import type { LabelBox, MarkBox } from "../marks/lane-layout.js";
import { LEADER_GAP } from "../metrics.js";

/** From the lane line to the nearest text, in px. */
const FIRST_OFFSET = 8;
/** A leader line with half its stroke, in px. */
const LEADER = 1;

/** What stands nearer to the line than every label over it, in px. */
export interface Obstacle {
  readonly side: LabelBox["side"];
  readonly from: number;
  readonly to: number;
  /** From the lane line to its far edge. */
  readonly far: number;
}

/** Left and right edge of a label with its leader line, in px. */
export function labelExtent({ leader, flow }: Pick<LabelBox, "leader" | "flow">, width: number): [number, number] {
  return flow === "left"
    ? [leader - LEADER_GAP - width, leader + LEADER]
    : [leader - LEADER, leader + LEADER_GAP + width];
}

/** Forks of differing dates, which no text may cross. */
export function forksOf(marks: readonly MarkBox[]): Obstacle[] {
  return marks
    .filter(({ claims }) => claims.length > 0)
    .map(({ claims, t0, t1, height, forkBelow }) => ({
      side: forkBelow ? ("below" as const) : ("above" as const),
      from: Math.min(t0, ...claims) - TEXT_CLEARANCE,
      to: Math.max(t1, ...claims) + TEXT_CLEARANCE,
      far: height / 2 + FORK_DEPTH,
    }));
}

/**
 * Closes up the labels of a lane.
 *
 * @param labels with the offsets that give their order
 * @param isFixed labels that stand over a crowd and stay at their offsets
 */
export function stackLabels(
  labels: readonly LabelBox[],
  obstacles: readonly Obstacle[],
  isFixed: (label: LabelBox) => boolean,
): LabelBox[] {
  const placed: (readonly [label: LabelBox, from: number, to: number])[] = [];
  for (const label of [...labels].sort((a, b) => a.offset - b.offset || a.leader - b.leader)) {
    const [from, to] = labelExtent(label, label.content.width);
    let offset = isFixed(label) ? label.offset : Math.min(FIRST_OFFSET, label.offset);
    for (const one of obstacles) {
      if (one.side === label.side && one.from < to && from < one.to) offset = Math.max(offset, one.far);
    }
    for (const [other, left, right] of placed) {
      if (other.side !== label.side || left >= to + SIDE_GAP || from >= right + SIDE_GAP) continue;
      const gap = label.content.runIn && other.content.runIn ? CLOSE_ROW_GAP : TEXT_ROW_GAP;
      offset = Math.max(offset, other.offset + other.content.height + gap);
    }
    placed.push([{ ...label, offset }, from, to]);
  }
  return placed.map(([label]) => label).sort((a, b) => a.leader - b.leader);
}

/** Whether a label may take another form beside the others: no leader line through text, no two texts in one tier. */
export function hasRoom(label: LabelBox, content: LabelContent, labels: readonly LabelBox[]): boolean {
  const [from, to] = labelExtent(label, content.width);
  return labels.every((other) => {
    if (other.event === label.event || other.side !== label.side) return true;
    const [left, right] = labelExtent(other, other.content.width);
    if (left >= to + SIDE_GAP || from >= right + SIDE_GAP) return true;
    if (other.offset === label.offset) return false;
    return other.offset > label.offset
      ? other.leader <= from - TEXT_CLEARANCE || other.leader >= to + TEXT_CLEARANCE
      : label.leader <= left - TEXT_CLEARANCE || label.leader >= right + TEXT_CLEARANCE;
  });
}

/** How far labels reach from the line on one side, in px. */
export function reachOf(labels: readonly LabelBox[], side: LabelBox["side"]): number {
  return labels.reduce(
    (most, label) => (label.side === side ? Math.max(most, label.offset + label.content.height) : most),
    0,
  );
}

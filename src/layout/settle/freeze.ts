/**
 * The rows of a view while it moves: heights, rows and line breaks of labels stay those of the last view at rest. A label
 * that this view did not have comes when the next one rests; of two that would meet, the less important one goes.
 */
import type { LabelBox, LaneLayout } from "../marks/lane-layout.js";
import { LEADER_GAP } from "../metrics.js";
import { closeRows } from "./closed-rows.js";
import { labelExtent } from "./label-stack.js";

/** So much, in px, a crowd may grow into the space below a label. */
const CROWD_GROWTH = 8;

/**
 * @param laneLayouts the lanes as they are without this
 * @param frozen those of the view at rest
 * @param drawn the stretch of the axis that is laid out, in px
 */
export function freeze(
  laneLayouts: readonly LaneLayout[],
  frozen: readonly LaneLayout[],
  drawn: readonly [number, number],
): LaneLayout[] {
  return laneLayouts.map((frame, i) => {
    const rest = frozen[i] as LaneLayout;
    const own = closeRows(frame, rest.rows?.open);
    const isCrowd = own.clusters.some(({ shape }) => shape?.kind === "pile" || shape?.kind === "bars");
    const kept = new Map(rest.labels.filter(({ over }) => !over).map((label) => [label.event, label]));
    const marks = new Map(own.marks.map((mark) => [mark.event, mark]));
    const labels = own.labels.flatMap((label): LabelBox[] => {
      const at = kept.get(label.event);
      if (!at) return [];
      if (label.onBar) return label.cut ? [] : [label];
      // At the edge of the window it stays there while its event goes on.
      const mark = at.held && label.leader < at.leader ? marks.get(label.event) : undefined;
      const leader = mark && mark.t1 > at.leader ? at.leader : label.leader;
      const [from, to] = labelExtent({ ...label, leader }, at.content.width);
      if (from < drawn[0] || to > drawn[1]) return [];
      const { offset } = at;
      // Where a crowd has grown into it, a label over the crowd goes until the view rests.
      if (isCrowd && label.side === "above" && label.offset > offset + CROWD_GROWTH) return [];
      return [{ ...label, leader, content: at.content, offset, cut: false, ...(mark ? { held: true } : {}) }];
    });
    return {
      ...own,
      labels: own.lineless ? labels : apart(labels),
      ...(rest.countsAt ? { countsAt: rest.countsAt } : {}),
    };
  });
}

/** Leaves out labels that would meet a more important one. */
function apart(labels: readonly LabelBox[]): LabelBox[] {
  const kept: LabelBox[] = [];
  for (const label of [...labels].sort((a, b) => b.event.importance - a.event.importance || a.leader - b.leader)) {
    if (!kept.some((other) => meet(label, other))) kept.push(label);
  }
  return kept.sort((a, b) => a.leader - b.leader);
}

function meet(a: LabelBox, b: LabelBox): boolean {
  if (a.side !== b.side) return false;
  const [left, right] = labelExtent(a, a.content.width);
  const [from, to] = labelExtent(b, b.content.width);
  if (left >= to || from >= right) return false;
  const [near, far] = a.offset <= b.offset ? [a, b] : [b, a];
  if (far.offset < near.offset + near.content.height) return true;
  // The leader line of the further one would cross the text of the nearer one.
  const [start, end] = labelExtent(near, near.content.width);
  return far.leader > start - LEADER_GAP && far.leader < end;
}

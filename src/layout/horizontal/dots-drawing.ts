/** Where the labels and marks of a lane of points are drawn in a viewport. */
import type { Viewport } from "../axis/viewport.js";
import type { ContentForm } from "../labels/label-forms.js";
import type { PlacedLabel } from "../labels/placed-label.js";
import { CLOSE_ROW_GAP, TEXT_ROW_GAP } from "../labels/slot.js";
import { type LabelBox, type MarkBox, markBox, markExtent } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import type { CrowdMarks } from "./crowd-marks.js";
import { roomOver, FIRST_OFFSET } from "./lane-tiers.js";

export type PlacedContent = PlacedLabel<ContentForm>;

export interface DotsDrawing {
  readonly lane: ProjectedLane;
  readonly viewport: Viewport;
  readonly overhang: readonly [number, number];
  /** Labels above the line stand over it. */
  readonly crowd: CrowdMarks | undefined;
  /** Whether labels stand as near to the line as what they pass over lets them; otherwise each in its row. */
  readonly packed: boolean;
  /** Room over the line for these, in px: no fuller form of a label reaches over it. */
  readonly room: number;
}

/** Labels that show, and those that would if the edge of the viewport did not cut them. */
export function labelBoxes(placed: readonly PlacedContent[], drawing: DotsDrawing): LabelBox[] {
  const { lane, viewport, overhang, crowd } = drawing;
  const { scale, px } = viewport;
  const [from, to] = [px(viewport.from) - overhang[0], px(viewport.to) + overhang[1]];
  const boxes: LabelBox[] = [];
  const tops: {
    readonly left: number;
    readonly right: number;
    readonly tier: number;
    readonly above: boolean;
    readonly far: number;
  }[] = [];
  // Nearer tiers first: what stands deeper keeps clear of them.
  for (const label of [...placed].sort((a, b) => a.slot.offset - b.slot.offset)) {
    const { at, slot, tier, position } = label;
    const leader = px(position) + lane.leaderOffset(at, scale);
    const extent = (width: number): readonly [number, number] =>
      slot.left ? [leader - LEADER_GAP - width, leader] : [leader, leader + LEADER_GAP + width];
    /** From the line to a label: over the crowd under it, and over labels that stand nearer to the line. */
    const offsetOf = ({ content }: ContentForm): number => {
      if (!drawing.packed) return slot.offset;
      const [left, right] = extent(content.width);
      const top =
        crowd && slot.above
          ? crowd.heightIn(position - (leader - left) / scale, position + (right - leader) / scale, scale)
          : 0;
      const gap = content.runIn ? CLOSE_ROW_GAP : TEXT_ROW_GAP;
      return tops.reduce(
        (most, other) =>
          other.above === slot.above && other.tier !== tier && other.left < right && left < other.right
            ? Math.max(most, other.far + gap)
            : most,
        roomOver(top, FIRST_OFFSET, 0),
      );
    };
    const fits = (form: ContentForm): boolean => {
      const [left, right] = extent(form.width);
      if (left < from || right > to) return false;
      return !crowd || !slot.above || offsetOf(form) + form.height <= drawing.room;
    };
    // Of the forms that have room at this scale, the fullest that neither the window nor the top of the lane cuts.
    const form = label.grown?.find((one) => one.scale <= scale && fits(one.size))?.size ?? label.size;
    const { content } = form;
    const [left, right] = extent(content.width);
    const offset = offsetOf(form);
    tops.push({ left, right, tier, above: slot.above, far: offset + content.height });
    const cut = left < from || right > to;
    boxes.push({
      ...(cut ? { cut } : {}),
      event: lane.event(at),
      content,
      leader,
      row: tier,
      offset,
      side: slot.above ? "above" : "below",
      flow: slot.left ? "left" : "right",
    });
  }
  return boxes.sort((a, b) => a.leader - b.leader);
}

/**
 * Marks on the line; where two touch, each sits on its own side.
 *
 * @param sides whether they are to sit above the line, by position in the lane
 * @param named positions of those that have a label
 */
export function lineMarks(
  sides: ReadonlyMap<number, boolean | undefined>,
  named: ReadonlySet<number>,
  { lane, viewport }: DotsDrawing,
  heightOf: (at: number) => number,
  astride: boolean,
): MarkBox[] {
  const marks = [...sides].map(([at, above]) => {
    const height = heightOf(at);
    return { at, above, height, extent: markExtent(lane, at, height, viewport) };
  });
  return marks.flatMap(({ at, above, height, extent: [t0, t1] }): MarkBox[] => {
    if (!isIn(t0, t1, height, viewport)) return [];
    const touches =
      astride &&
      above !== undefined &&
      marks.some(({ above: other, extent: [a, b] }) => other === !above && a < t1 + 1 && t0 < b + 1);
    const half = height / 2 + 0.5;
    return [
      {
        ...markBox(lane, at, height, viewport),
        labelled: named.has(at),
        lineOffset: touches ? (above ? -half : half) : 0,
        forkBelow: above ?? false,
      },
    ];
  });
}

function isIn(t0: number, t1: number, height: number, { from, to, px }: Viewport): boolean {
  return t1 >= px(from) - height && t0 <= px(to) + height;
}

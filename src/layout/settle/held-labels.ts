import type { Viewport } from "../axis/viewport.js";
import { labelTop } from "../horizontal/lane-boxes.js";
import type { LanePlan } from "../horizontal/lane-plan.js";
import type { LaneLayout } from "../marks/lane-layout.js";
import type { LaneBox, StickyLabel } from "../types.js";
import { closedAbove } from "./closed-rows.js";

/**
 * Names of ranges that began before the window, at its beginning.
 *
 * @param before those of the picture that is panned; absent where the picture is drawn anew
 */
export function heldLabels(
  plans: readonly LanePlan[],
  window: Viewport,
  boxes: readonly LaneBox[],
  laneLayouts: readonly LaneLayout[],
  before: readonly StickyLabel[] | undefined,
): StickyLabel[] {
  const events = before && new Set(before.map(({ event }) => event));
  return plans.flatMap((plan, i) => {
    const frame = laneLayouts[i] as LaneLayout;
    const held = plan.held?.(window, frame, events) ?? [];
    return held.map((label) => {
      const closed = { ...label, offset: label.offset - closedAbove(frame, label.row) };
      return { ...closed, top: labelTop(boxes[i] as LaneBox, closed) };
    });
  });
}

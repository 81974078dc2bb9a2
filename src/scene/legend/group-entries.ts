/** The entries of the legend for groups of lanes, or for lanes that share a line: their colours and names. */
import type { Lane, LaneGroup, Timeline } from "../../model/timeline.js";
import { fillLane } from "../marks/paint.js";
import { node } from "../node.js";
import { boxPath } from "../path.js";
import { laneClass, laneColor, type Theme } from "../theme.js";
import type { LegendEntry } from "./legend-entry.js";

/** Size of a sample, in px. */
const SWATCH_WIDTH = 16;
const SWATCH_HEIGHT = 6;

/**
 * In the order of the lanes; none where no lane has a group.
 *
 * @param shared whether lanes without groups share a line and have only their colours
 */
export function groupEntries({ lanes }: Timeline, theme: Theme, shared: boolean): LegendEntry[] {
  const groups = new Map(lanes.flatMap(({ group }): [string, LaneGroup][] => (group ? [[group.id, group]] : [])));
  const entries = groups.size === 0 && shared && isToldApart(lanes) ? lanes : groups.values();
  return [...entries].map(({ id, title = "", color }) => ({
    id: `group-${id}`,
    label: title,
    width: SWATCH_WIDTH,
    draw: (x, y) => {
      const paint = { color: laneColor(theme, color), surface: theme.surface };
      const d = boxPath(x, y - SWATCH_HEIGHT / 2, SWATCH_WIDTH, SWATCH_HEIGHT);
      return [
        node("g", "sample", { className: laneClass(color) || undefined }, [
          node("path", "sample", { d, ...fillLane(paint) }),
        ]),
      ];
    },
  }));
}

function isToldApart(lanes: readonly Lane[]): boolean {
  return lanes.length > 1 && new Set(lanes.map(({ color }) => color)).size === lanes.length;
}

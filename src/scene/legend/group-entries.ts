/** The entries of the legend for groups of lanes: their colours and names. */
import type { LaneGroup, Timeline } from "../../model/timeline.js";
import { fillLane } from "../marks/paint.js";
import { node } from "../node.js";
import { boxPath } from "../path.js";
import { laneClass, laneColor, type Theme } from "../theme.js";
import type { LegendEntry } from "./legend-entry.js";

/** Size of a sample, in px. */
const SWATCH_WIDTH = 16;
const SWATCH_HEIGHT = 6;

/** In the order of the lanes; none where no lane has a group. */
export function groupEntries({ lanes }: Timeline, theme: Theme): LegendEntry[] {
  const groups = new Map(lanes.flatMap(({ group }): [string, LaneGroup][] => (group ? [[group.id, group]] : [])));
  return [...groups.values()].map(({ id, title, color }) => ({
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

/** Rows of slots on the two sides of a lane of points. */
import { GRID_FROM } from "../labels/label-plan.js";
import type { Tier } from "../labels/place-labels.js";
import { CLOSE_ROW_GAP, TEXT_ROW_GAP } from "../labels/slot.js";
import { DATE_LINE, RUN_IN_LINE, TITLE_LINE } from "../metrics.js";
import type { LanePlanRequest } from "./lane-plan.js";

/** From the lane line to the near edge of the first row of text, below it and above, and to that over a crowd, in px. */
const FIRST_OFFSET = 8;
/** From the lane line to the foot of a crowd, and from its top to a label over it, in px. */
export const CROWD_FOOT = 9;
export const OVER_CROWD = 8;
/** Part of a lane's height that a crowd takes at most, and its height in px. */
export const CROWD_PART = 0.4;
/** Lowest crowd, in px. */
export const CROWD_HEIGHT_MIN = 8;
/** Heights of the rows of text on one side, from the line outwards; a lane that is alone may have a third. */
const BLOCK_ROW = DATE_LINE + 2 * TITLE_LINE;
const BLOCK_ROWS = [BLOCK_ROW, BLOCK_ROW];
const BLOCK_ROWS_ALONE = [BLOCK_ROW, BLOCK_ROW, DATE_LINE + TITLE_LINE];
/** In a lower lane, in px, date and title share a line. */
export const LOW_LANE = 130;
const LOW_ROWS = [RUN_IN_LINE, RUN_IN_LINE, RUN_IN_LINE];
/** Rows where more events than these hold want a name. */
const RUN_IN_ROWS = [2 * RUN_IN_LINE, 2 * RUN_IN_LINE, 2 * RUN_IN_LINE, 2 * RUN_IN_LINE];
/** Width of a usual label with the space beside it, in px. */
const LABEL_PITCH = 170;
/** A lane whose leader lines may be longer is alone, in px. */
const LEADER_LONG = 120;
/** More height than this makes no more rows, in px. */
const LANE_HEIGHT_MAX = 600;
/** Longest leader lines, in px. */
export const LEADER_MAX = 150;
const LEADER_USUAL = 108;

/** Nearer than this, dots would touch, in px. */
const TOUCHING = 7;
/** The one row of a low lane: its names, its marks and what is left below, in px. */
export const ONE_ROW: readonly Tier[] = [{ above: true, offset: 4, height: RUN_IN_LINE }];
export const ONE_ROW_MARK = 6;
export const ONE_ROW_BELOW = 3;

/** Whether two dots are nearer than they are wide when everything fits. */
export function dotsTouch({ lane: { start, size }, fit }: LanePlanRequest): boolean {
  for (let at = 1; at < size; at++) {
    if (((start[at] as number) - (start[at - 1] as number)) * fit < TOUCHING) return true;
  }
  return false;
}

/** Whether more events want a name than rows of date over title hold; a crowd names only the first of each cell. */
export function isCrowded({ lane, length, leader }: LanePlanRequest): boolean {
  const rows = 2 * (leader > LEADER_LONG ? BLOCK_ROWS_ALONE : BLOCK_ROWS).length;
  return lane.size <= GRID_FROM && lane.size > (rows * length) / LABEL_PITCH;
}

/**
 * @param runIn date and title share their lines
 * @param floating a crowd stands above the line
 */
export function laneTiers({ leader, height: given }: LanePlanRequest, runIn: boolean, floating: boolean): Tier[] {
  const height = Math.min(given, LANE_HEIGHT_MAX);
  const low = height < LOW_LANE;
  const heights = low ? LOW_ROWS : runIn ? RUN_IN_ROWS : leader > LEADER_LONG ? BLOCK_ROWS_ALONE : BLOCK_ROWS;
  const gap = runIn ? CLOSE_ROW_GAP : TEXT_ROW_GAP;
  const longest = leader > LEADER_LONG ? LEADER_MAX : LEADER_USUAL;
  const side = (above: boolean, room: number): Tier[] => {
    const tiers: Tier[] = [];
    let offset = FIRST_OFFSET;
    for (const row of heights) {
      if (offset + row > Math.min(room, longest)) break;
      tiers.push({ above, offset, height: row });
      offset += row + gap;
    }
    return tiers;
  };
  if (!floating) return [...side(false, height / 2), ...side(true, height / 2)];
  // A crowd stands above the line, so labels fill the room below first.
  const crowd = low ? CROWD_FOOT + CROWD_HEIGHT_MIN : height * CROWD_PART;
  const below = side(false, Math.max(height - crowd, FIRST_OFFSET + (heights[0] as number)));
  const under = below.at(-1);
  const left = height - (under ? under.offset + under.height : 0);
  return [...below, ...side(true, left - CROWD_FOOT - OVER_CROWD)];
}

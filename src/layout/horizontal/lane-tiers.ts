/** Rows of slots on the two sides of a lane of points. */
import { CROWD_FOOT } from "../forms/crowd-parts.js";
import { GRID_FROM } from "../labels/label-plan.js";
import type { Tier } from "../labels/placed-label.js";
import { CLOSE_ROW_GAP, TEXT_ROW_GAP } from "../labels/slot.js";
import { DATE_LINE, RUN_IN_LINE, TITLE_LINE } from "../metrics.js";
import type { LanePlanRequest } from "./lane-plan.js";

/** From the lane line to the near edge of the first row of text, in px. */
export const FIRST_OFFSET = 8;
/** From the top of a crowd to a label over it, in px. */
const OVER_CROWD = 8;
/** Height of a count over a crowd, in px. */
export const COUNT_HEIGHT = 16;
/** Part of a lane's height that a crowd takes at most, and its least and greatest height, in px. */
const CROWD_PART = 0.4;
const CROWD_HEIGHT_MIN = 8;
const CROWD_HEIGHT_MAX = 200;
const CROWD_HEIGHT_LOW = 28;
/** Heights of the rows of text on one side, from the line outwards; a lane that is alone may have a third. */
const BLOCK_ROW = DATE_LINE + 2 * TITLE_LINE;
const BLOCK_ROWS = [BLOCK_ROW, BLOCK_ROW];
const BLOCK_ROWS_ALONE = [BLOCK_ROW, BLOCK_ROW, DATE_LINE + TITLE_LINE];
/** In a lower lane, in px, date and title share a line. */
export const LOW_LANE = 130;
const RUN_IN_ROWS = Array.from({ length: 4 }, () => 2 * RUN_IN_LINE);
const NAME_ROWS = Array.from({ length: 8 }, () => RUN_IN_LINE);
/** Width of a usual label with the space beside it, in px. */
const LABEL_PITCH = 170;
/** Longest leader lines, in px: of a lane that is alone, and of others. */
const LEADER_ALONE = 144;
const LEADER_USUAL = 108;
/** Nearer than this, dots would touch, in px. */
const TOUCHING = 7;
/** How the labels and marks of a lane of points stand; the same for all of its events and for some of them. */
export interface DotsStyle {
  readonly tiers: readonly Tier[];
  /** Date and title share their lines. */
  readonly runIn: boolean;
  /** Marks that touch may sit on either side of the line. */
  readonly astride: boolean;
  /** Labels above the line stand over the crowd, not at a fixed distance. */
  readonly floating: boolean;
  /** Longest leader line when everything fits, in px. */
  readonly leader: number;
  /** Height of the crowd at most, in px; 0 where there is none. */
  readonly crowd: number;
  /** Room above the line, in px. */
  readonly room: number;
}

/** Room over the line that a label needs whose row would begin `offset` px over it, above a crowd, in px. */
export function roomOver(crowd: number, offset: number, height: number): number {
  return (crowd > 0 ? CROWD_FOOT + crowd + OVER_CROWD - FIRST_OFFSET : 0) + offset + height;
}

/** Height that a crowd may have under a label that needs so much of the room over the line, in px. */
export function roomUnder(room: number, needed: number): number {
  return Math.max(0, room - needed - (CROWD_FOOT + OVER_CROWD - FIRST_OFFSET));
}

/** Whether two dots are nearer than they are wide when everything fits. */
export function dotsTouch({ lane: { start, size }, fit }: Pick<LanePlanRequest, "lane" | "fit">): boolean {
  for (let at = 1; at < size; at++) {
    if (((start[at] as number) - (start[at - 1] as number)) * fit < TOUCHING) return true;
  }
  return false;
}

/** Whether more events want a name than rows of date over title hold; a crowd names only the first of each cell. */
function isCrowded({ lane, length, alone }: LanePlanRequest): boolean {
  const rows = 2 * (alone ? BLOCK_ROWS_ALONE : BLOCK_ROWS).length;
  return lane.size <= GRID_FROM && lane.size > (rows * length) / LABEL_PITCH;
}

/** Rows of one side that fit in some room, from the line outwards. */
function rowsOf(above: boolean, room: number, heights: readonly number[], gap: number): Tier[] {
  const tiers: Tier[] = [];
  let offset = FIRST_OFFSET;
  for (const row of heights) {
    if (offset + row > room) break;
    tiers.push({ above, offset, height: row });
    offset += row + gap;
  }
  return tiers;
}

/** Rows of date over title in the room above a line and below it, in px. */
export function blockTiers(above: number, below: number): Tier[] {
  return [false, true].flatMap((up) => rowsOf(up, up ? above : below, BLOCK_ROWS_ALONE, TEXT_ROW_GAP));
}

export function dotsStyle(request: LanePlanRequest): DotsStyle {
  const { height, counted, alone } = request;
  const leader = alone ? LEADER_ALONE : LEADER_USUAL;
  const low = height < LOW_LANE;
  const runIn = low || isCrowded(request);
  const floating = counted || dotsTouch(request);
  const heights = runIn ? NAME_ROWS : alone ? BLOCK_ROWS_ALONE : BLOCK_ROWS;
  const gap = runIn ? CLOSE_ROW_GAP : TEXT_ROW_GAP;
  const side = (above: boolean, room: number): Tier[] => {
    const most = Math.min(room, leader);
    const rows = rowsOf(above, most, heights, gap);
    // Two lines where there is room for them, the nearest rows first.
    return runIn
      ? [...rows, ...rowsOf(above, most, RUN_IN_ROWS, gap)].sort((a, b) => a.offset - b.offset || a.height - b.height)
      : rows;
  };
  const part = Math.min(low ? CROWD_HEIGHT_LOW : CROWD_HEIGHT_MAX, CROWD_PART * height);
  const base = { runIn, astride: false, floating, leader };
  if (!floating) {
    const tiers = [...side(false, height / 2), ...side(true, height / 2)];
    return { ...base, tiers, crowd: CROWD_HEIGHT_MIN, room: height / 2 };
  }
  // A crowd stands above the line, so labels fill the room below first.
  const reserved = low ? CROWD_FOOT + CROWD_HEIGHT_MIN : part;
  const below = side(false, Math.max(height - reserved, FIRST_OFFSET + (heights[0] as number)));
  const room = height - below.reduce((most, tier) => Math.max(most, tier.offset + tier.height), 0);
  const crowd = Math.max(CROWD_HEIGHT_MIN, Math.min(part, room - CROWD_FOOT - COUNT_HEIGHT));
  return { ...base, tiers: [...below, ...side(true, room)], crowd, room };
}

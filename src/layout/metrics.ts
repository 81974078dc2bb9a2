/** Sizes of the look, in px at a root font size of 16. One place, so that layout and scene cannot disagree. */

export const FIGURE_INSET = 16;
/** Width of the lane heads, from `GUTTER_FROM` on; below that a head stands above its lane line. */
export const GUTTER = 104;
export const GUTTER_FROM = 720;
/** Between the words in the gutter and the beginning of the axis. */
export const GUTTER_GAP = 10;
export const LANE_HEAD_HEIGHT = 20;

export const DATE_SIZE = 12;
export const TITLE_SIZE = 13;
export const SMALL_SIZE = 12;
export const HEADING_SIZE = 22;
export const DECK_SIZE = 14;

/** Text stands this far from its pole. */
export const LEADER_GAP = 7;
/** Labels keep this distance sideways. */
export const LABEL_GAP = 12;
/** No pole comes closer to foreign text. */
export const LEADER_CLEARANCE = 4;
/** Rows keep this distance. */
export const ROW_GAP = 8;
export const DATE_LINE = 16;
export const TITLE_LINE = 17;
/** The same where date and title share their lines. */
export const RUN_IN_SIZE = 12;
export const RUN_IN_LINE = 15;
/** From the lane line to the top of the first row. */
export const FIRST_ROW_OFFSET = 13;
/** Space between the date and its first source number. */
export const SOURCE_NUMBER_GAP = 12;
/** More sources than this are a count, which leads to the list of them. */
export const SOURCE_NUMBERS_MAX = 6;
/** Smallest distance between the beginnings of two source numbers, so that each target is 24 px wide. */
export const SOURCE_NUMBER_PITCH = 24;

/** Height of a mark by importance 1 to 5. */
export const MARK_HEIGHT = [0, 8, 8, 10, 10, 13] as const;
export const DOT_SIZE = 7;
export const MARK_HALO = 2;
export const CLUSTER_HEIGHT = 20;
const CAPSULE_LENGTH_MIN = 24;
/** Room of a count in its capsule: of each digit, and of the round ends. */
const DIGIT_WIDTH = 8;
const CAPSULE_ENDS_WIDTH = 12;
/** The same across, where no round end is in the way. */
const CAPSULE_SIDES_WIDTH = 3;

/** Shortest capsule that holds a count side by side with the axis, in px. */
export function capsuleLength(count: number): number {
  return Math.max(CAPSULE_LENGTH_MIN, CAPSULE_ENDS_WIDTH + DIGIT_WIDTH * String(count).length);
}

/** Width of a capsule that stands across a count, in the vertical figure: two digits fit as it is. */
export function capsuleWidth(count: number): number {
  return count < 100 ? CLUSTER_HEIGHT : capsuleLength(count);
}

/** Between capsules of neighbouring tracks of the vertical figure. */
export const TRACK_GAP = 2;

/** Whether a count fits across a capsule of the vertical figure; otherwise it runs along it. */
export function countFitsAcross(count: number, across: number): boolean {
  return across >= CAPSULE_SIDES_WIDTH + DIGIT_WIDTH * String(count).length;
}

/** How far a mark steps away from the labels when it would touch another. */
export const STACK_STEP = 15;
export const STACK_STEP_OVER_CLUSTER = 21;
/** Down the page each step is half as far as the one before, and none further than this: the axis is near. */
const VERTICAL_STACK_OFFSET_MAX = 14;

/** How far a mark of the vertical figure steps aside, in px. */
export function verticalStackOffset({
  stackLevel,
  overCluster,
}: {
  readonly stackLevel: number;
  readonly overCluster: boolean;
}): number {
  // Clear of the count in a capsule.
  return VERTICAL_STACK_OFFSET_MAX * (1 - 2 ** -(overCluster ? stackLevel + 2 : stackLevel));
}
/** A pole stands at most this far after the beginning of its event: in the middle of a dot, in the round end of a pill. */
export const LEADER_OFFSET_MAX = 7;

export const ERA_ROW = 22;
export const AXIS_HEIGHT = 40;
export const MINIMAP_HEIGHT = 26;

/** Widest title by importance 1 to 5, and the second try for a crowded place. */
export const TITLE_WIDTH = [0, 232, 232, 232, 286, 330] as const;
export const NARROW_TITLE_WIDTH = 200;

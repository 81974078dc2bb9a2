/** Sizes of the look, in px at a root font size of 16. One place, so that layout and scene cannot disagree. */

export const FIGURE_INSET = 16;
/** Width of the lane heads, from `GUTTER_FROM` on; below that a head stands above its lane line. */
export const GUTTER = 104;
export const GUTTER_FROM = 720;
/** Between the words in the gutter and the beginning of the axis. */
export const GUTTER_GAP = 10;
export const HEAD_STRIP = 20;

export const DATE_SIZE = 12;
export const TITLE_SIZE = 13;
export const SMALL_SIZE = 12;
export const HEADING_SIZE = 22;
export const DECK_SIZE = 14;

/** Text stands this far from its pole. */
export const POLE_GAP = 7;
/** Labels keep this distance sideways. */
export const LABEL_GAP = 12;
/** No pole comes closer to foreign text. */
export const POLE_CLEARANCE = 4;
/** Rows keep this distance. */
export const ROW_GAP = 8;
export const DATE_LINE = 16;
export const TITLE_LINE = 17;
/** The same where date and title share their lines. */
export const RUN_IN_SIZE = 12;
export const RUN_IN_LINE = 15;
/** From the lane line to the top of the first row. */
export const FIRST_ROW = 13;
/** Space between the date and its first source number. */
export const NUMBER_GAP = 12;
/** More sources than this are a count, which leads to the list of them. */
export const MOST_NUMBERS = 6;
/** Smallest distance between the beginnings of two source numbers, so that each target is 24 px wide. */
export const NUMBER_PITCH = 24;

/** Height of a mark by importance 1 to 5. */
export const MARK_HEIGHT = [0, 8, 8, 10, 10, 13] as const;
export const CROWD_DOT = 7;
export const MARK_HALO = 2;
export const CLUSTER_HEIGHT = 20;
const CLUSTER_MIN = 24;
/** Room of a count in its capsule: of each digit, and of the round ends. */
const DIGIT = 8;
const CAPSULE_ENDS = 12;
/** The same across, where no round end is in the way. */
const COUNT_ENDS = 3;

/** Shortest capsule that holds a count side by side with the axis, in px. */
export function capsuleFor(count: number): number {
  return Math.max(CLUSTER_MIN, CAPSULE_ENDS + DIGIT * String(count).length);
}

/** Width of a capsule that stands across a count, in the vertical figure: two digits fit as it is. */
export function capsuleAcross(count: number): number {
  return count < 100 ? CLUSTER_HEIGHT : capsuleFor(count);
}

/** Between capsules of neighbouring tracks of the vertical figure. */
export const TRACK_GAP = 2;

/** Whether a count fits across a capsule of the vertical figure; otherwise it runs along it. */
export function fitsAcross(count: number, across: number): boolean {
  return across >= COUNT_ENDS + DIGIT * String(count).length;
}

/** How far a mark steps away from the labels when it would touch another. */
export const STEP = 15;
export const CLUSTER_STEP = 21;
/** Down the page each step is half as far as the one before, and none further than this: the axis is near. */
const MOST_ASIDE = 14;

/** How far a mark of the vertical figure steps aside, in px. */
export function asideOf({ step, overCluster }: { readonly step: number; readonly overCluster: boolean }): number {
  // Clear of the count in a capsule.
  return MOST_ASIDE * (1 - 2 ** -(overCluster ? step + 2 : step));
}
/** A pole stands at most this far after the beginning of its event: in the middle of a dot, in the round end of a pill. */
export const MAX_POLE_OFFSET = 7;

export const ERA_ROW = 22;
export const AXIS_HEIGHT = 40;
export const STRIP_HEIGHT = 26;

/** Widest title by importance 1 to 5, and the second try for a crowded place. */
export const TITLE_WIDTH = [0, 232, 232, 232, 286, 330] as const;
export const NARROW_TITLE_WIDTH = 200;

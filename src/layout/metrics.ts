/** Sizes that layout and scene share, in px at a root font size of 16. Font sizes and line heights are named by their text. */

export const FIGURE_INSET = 16;
/** Smallest width of the gutter for lane names. */
export const GUTTER = 104;
/** Smallest width of a figure with a gutter; narrower figures put the names above the lane lines. */
export const GUTTER_FROM = 720;
/** Between the text in the gutter and the start of the axis. */
export const GUTTER_GAP = 10;
/** Height of a lane name above its line. */
export const LANE_HEAD_HEIGHT = 20;

export const DATE_SIZE = 12;
export const TITLE_SIZE = 13;
export const SMALL_SIZE = 12;
/** Of the one label that is set larger. */
export const HEADLINE_DATE_SIZE = 15;
export const HEADLINE_DATE_LINE = 16;
export const HEADLINE_SIZE = 18;
export const HEADLINE_LINE = 22;
/** The image of the headline beside its text, with the space between, in px. */
export const LABEL_IMAGE_WIDTH = 76;
export const LABEL_IMAGE_GAP = 8;
export const HEADING_SIZE = 22;
export const DECK_SIZE = 14;

/** Between a leader line and its text. */
export const LEADER_GAP = 7;
/** Smallest distance of a leader line to the text of other labels. */
export const LEADER_CLEARANCE = 4;
/** Vertical distance between rows of labels. */
export const ROW_GAP = 8;
export const DATE_LINE = 15;
export const TITLE_LINE = 16;
/** Text size and line height of labels whose date and title share their lines. */
export const RUN_IN_SIZE = 12;
export const RUN_IN_LINE = 15;
/** Space between the date and its first source number. */
export const SOURCE_NUMBER_GAP = 2;
/** Space between the date and words in the place of numbers. */
export const SOURCE_WORDS_GAP = 10;
/** Of more sources, the rest is a count, which leads to the list of them. */
export const SOURCE_NUMBERS_MAX = 4;

/** Height of a mark by importance 1 to 5; index 0 is unused. */
export const MARK_HEIGHT = [0, 8, 8, 10, 10, 13] as const;
/** Diameter of the dot of an event without a label. */
export const DOT_SIZE = 7;
/** Width of the background-coloured rim around a mark. */
export const MARK_HALO = 2;
export const CLUSTER_HEIGHT = 20;
const CAPSULE_LENGTH_MIN = 24;
/** Width of a digit of the count in a capsule, and of the capsule's two round ends. */
const DIGIT_WIDTH = 8;
const CAPSULE_ENDS_WIDTH = 12;

/** Length of the shortest capsule that holds a count written along the axis, in px. */
export function capsuleLength(count: number): number {
  return Math.max(CAPSULE_LENGTH_MIN, CAPSULE_ENDS_WIDTH + DIGIT_WIDTH * String(count).length);
}

/** Largest distance of a leader line from the start of its event: the middle of a dot, the round end of a bar. */
export const LEADER_OFFSET_MAX = 7;

export const ERA_ROW = 18;
export const AXIS_HEIGHT = 22;
/** An axis above the lanes, with its words over its line and the space below that. */
export const UPPER_AXIS_HEIGHT = 28;
/** From its line down to what stands below. */
export const UPPER_AXIS_GAP = 6;
/** Row of the date of the line at the present, over the lanes. */
export const NOW_ROW = 16;
/** Words of a bent axis: ticks, dates, two lines of words. */
export const SEGMENT_WORDS_HEIGHT = 72;
/** From the words to the bar of true scale, where hairlines join both. */
export const SEGMENT_FUNNEL_HEIGHT = 34;
/** A bent axis with its bar of true scale and the words under that. */
export const SEGMENTED_AXIS_HEIGHT = SEGMENT_WORDS_HEIGHT + SEGMENT_FUNNEL_HEIGHT + 30;
export const MINIMAP_HEIGHT = 18;
/** The minimap with the space over it, in px. */
export const MINIMAP_ROOM = 30;
/** Width of a chevron with the space after it, in px. */
export const CHEVRON_WIDTH = 11;
/** Line height of a description under a title. */
export const NOTE_LINE = 16;

/** Widest title by importance 1 to 5 (index 0 is unused), and the width of the second attempt. */
export const TITLE_WIDTH = [0, 232, 232, 232, 286, 330] as const;

/** Distance from a tick of the axis to its label, in px. */
export const TICK_LABEL_INDENT = 5;
/** Smallest gap before the label of a tick, in px. */
export const TICK_LABEL_GAP = 8;

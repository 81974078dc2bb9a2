import { NARROW_TITLE_WIDTH, ROW_GAP } from "../metrics.js";

/** How labels are typeset, and how densely they may be placed. */
export interface LabelStyle {
  /** The date begins the first line of the title. */
  readonly runIn: boolean;
  /** Vertical distance between rows, in px. */
  readonly rowGap: number;
  /** Most marks of labelled events that may be stacked. */
  readonly touching: number;
  /** Title widths for crowded places in px, from wide to narrow, for a typical font. */
  readonly narrow: readonly number[];
}

/** Date above the title; the default. */
export const ROOMY: LabelStyle = { runIn: false, rowGap: ROW_GAP, touching: 3, narrow: [NARROW_TITLE_WIDTH] };
/** Date and title share lines: for more events than a given height can label otherwise. */
export const DENSE: LabelStyle = {
  runIn: true,
  rowGap: 2,
  touching: 4,
  narrow: [NARROW_TITLE_WIDTH, 150, 125, 110, 100, 90],
};
/** Dense without stacked marks: for many lanes in a given height, whose space goes to labels. */
export const TIGHT: LabelStyle = { ...DENSE, touching: 1 };

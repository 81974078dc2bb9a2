import { NARROW_TITLE_WIDTH, ROW_GAP } from "../metrics.js";

/** How labels are set. */
export interface LabelStyle {
  /** The date begins the first line of the title. */
  readonly runIn: boolean;
  readonly rowGap: number;
  /** Marks of labelled events that may touch: each steps up from the one before. */
  readonly touching: number;
  /** Widths of titles in crowded places, for a common face. */
  readonly narrow: readonly number[];
}

export const ROOMY: LabelStyle = { runIn: false, rowGap: ROW_GAP, touching: 3, narrow: [NARROW_TITLE_WIDTH] };
/** For more events than a given height has room for. */
export const DENSE: LabelStyle = {
  runIn: true,
  rowGap: 2,
  touching: 4,
  narrow: [NARROW_TITLE_WIDTH, 150, 125, 110, 100, 90],
};
/** For many lanes in a given height: what marks would take to step up goes to labels. */
export const TIGHT: LabelStyle = { ...DENSE, touching: 1 };

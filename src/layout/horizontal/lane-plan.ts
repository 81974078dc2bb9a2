/** How one lane of the horizontal figure is laid out: what each form of a lane can do. */
import type { MeasureText } from "../../base/text-width.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import type { Viewport } from "../axis/viewport.js";
import type { StickyLabel } from "../types.js";
import type { LabelMaker } from "../labels/label-content.js";
import type { LaneLayout } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";

export interface LanePlan {
  /** Room that it takes above its line and below, in px. */
  readonly above: number;
  readonly below: number;
  /**
   * @param viewport what is laid out
   * @param window what is in view of it
   */
  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout;
  /** Number of events that have a label when everything fits. */
  readonly nameCount?: number;
  /** Whether its few events have their labels placed all at once. */
  readonly isSearched?: boolean;
  /** How much the labels of a lane of few events leave out, as the sum of the costs of their forms. */
  readonly unsaid?: number;
  /**
   * A lane of few events in other room; `undefined` for another one.
   *
   * @param height room above and below the line together, in px
   * @param price cost of a px of it; the more, the shorter the labels of a few events
   */
  refit?(height: number, price: number): LanePlan | undefined;
  /**
   * Names of ranges that began before the window, at its beginning.
   *
   * @param laid the lane as it is drawn
   * @param before events whose names are held in the picture that is panned; absent where the picture is drawn anew
   */
  held?(window: Viewport, laid: LaneLayout, before: ReadonlySet<PlacedEvent> | undefined): HeldLabel[];
  /** The plan of some of the events, in the same room. */
  filtered(lane: ProjectedLane): LanePlan;
}

/** A label that stands at the beginning of the window, and the mark that it names. */
export type HeldLabel = Omit<StickyLabel, "top">;

export interface LanePlanRequest {
  readonly lane: ProjectedLane;
  readonly scale: Scale;
  /** px per unit at which everything fits. */
  readonly fit: number;
  /** Length of the axis, in px. */
  readonly length: number;
  /** px that text may reach beyond the axis on either side. */
  readonly overhang: readonly [number, number];
  /** Room above and below the line together, in px. */
  readonly height: number;
  /** Whether the reader asked for the names of all ranges: the height does not limit them. */
  readonly namesAll: boolean;
  /** Whether the caller fixes the height of the figure. */
  readonly fixedHeight: boolean;
  /** Longest leader line of a few events, in px. */
  readonly leader: number;
  /** Whether the figure has no other lane. */
  readonly alone: boolean;
  /** Marks of unnamed events that a lane of one row draws at most; more are one drawing. */
  readonly marksMax: number;
  /** Whether a crowd is always bars of counts. */
  readonly counted: boolean;
  /** px for each range of a ribbon below named ranges; `undefined` where the others are thin bars. */
  readonly ribbon: number | undefined;
  readonly make: LabelMaker;
  /** The event that is set larger. */
  readonly headline: PlacedEvent | undefined;
  readonly measure: MeasureText;
  readonly locale: Locale;
}

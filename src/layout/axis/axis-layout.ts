/** What an axis asks for, and its ticks, folds and segments in px. */
import type { MeasureText } from "../../base/text-width.js";
import type { Locale } from "../../time/locale.js";
import type { Fold, Scale } from "../../time/scale.js";
import type { Instant } from "../../time/span.js";
import type { TickStep } from "../../time/ticks/tick-steps.js";

export interface AxisTick {
  /** px along the axis. */
  readonly t: number;
  readonly label?: string;
  readonly context?: string;
  /** How many events begin between this tick and the next one with a label, "3,941 events", so many px after the tick. */
  readonly count?: { readonly text: string; readonly at: number };
  /** How far the label is moved left, in px: the last label may stand below its tick instead of after it. */
  readonly labelShift?: number;
  /** Distance of a context from its tick, in px, where it stands in the row of the label. */
  readonly contextAt?: number;
  /** Right end of the context in px, where it stands before or below its tick at the end of the axis. */
  readonly contextEnd?: number;
}

export interface AxisFold {
  readonly from: number;
  readonly to: number;
  readonly fold: Fold;
}

/** A segment of a bent axis, or the part of it in view. */
export interface AxisSegment {
  readonly from: number;
  readonly to: number;
  /** The date that the ticks leave out, such as "22 Nov 1963" over hours. */
  readonly heading: string | undefined;
  /** The length of the segment and how wide it is drawn, in lines: "4 hours, drawn widest". */
  readonly words: readonly string[];
  /** Every second segment has a band. */
  readonly hasBand: boolean;
  /** Where the beginning and the end of the segment stand on the bar of true scale, in px. */
  readonly trueFrom: number;
  readonly trueTo: number;
}

export interface AxisLayout {
  readonly ticks: readonly AxisTick[];
  readonly folds: readonly AxisFold[];
  /** Stretches of the axis line between folds, in px. */
  readonly segments: readonly (readonly [number, number])[];
  /** The segments of a bent axis; absent on other scales. */
  readonly bent?: readonly AxisSegment[];
}

/** How many events begin between two times, in words. */
export interface AxisCounts {
  readonly words: (from: Instant, to: Instant) => string;
  /** The longest of these words. */
  readonly widest: string;
}

export interface AxisRequest {
  readonly scale: Scale;
  /** Visible part of the axis, in units of the scale. */
  readonly from: number;
  readonly to: number;
  readonly px: (place: number) => number;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** True for an axis down the page: ticks are then spaced by the height of labels, not by their width. */
  readonly vertical: boolean;
  /** Labels and contexts share one row: a context replaces a label or follows it. */
  readonly oneRow?: "instead" | "after";
  /** Stand beside labels of years, where a crowd is drawn as bars of counts. */
  readonly counts?: AxisCounts | undefined;
  /** Step between ticks; chosen to fit the window by default. */
  readonly step?: TickStep | undefined;
}

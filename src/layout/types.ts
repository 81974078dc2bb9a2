/** The results of the layout: numbers and texts in px, which the scene turns into nodes. */
import type { Lane } from "../model/timeline.js";
import type { AxisLayout } from "./axis/axis-layout.js";
import type { TrueScale } from "./axis/segmented-axis.js";
import type { ColumnAxis } from "./vertical/column-axis.js";
import type { ColumnForm } from "./vertical/column-form.js";
import type { ColumnHead } from "./vertical/column-segments.js";
import type { MinimapLayout } from "./axis/minimap-histogram.js";
import type { ColumnEra, EraBox } from "./axis/eras.js";
import type { LabelBox, LaneLayout, MarkBox } from "./marks/lane-layout.js";
import type { ScaleType } from "../time/scale.js";
import type { PlacedEvent } from "../model/timeline.js";
import type { CalendarUnit } from "../time/calendar-units.js";
import type { LabelContent } from "./labels/label-content.js";
import type { RelationLine } from "./relations/relation-lines.js";

/** The fixed geometry of one lane across the axis, in px. */
export interface LaneBox {
  readonly lane: Lane;
  /** Extent of the lane with its name and labels. */
  readonly top: number;
  readonly bottom: number;
  /** Position of the lane line: y in a horizontal figure, x in a vertical one. */
  readonly line: number;
  /** The lane's name, broken into lines. */
  readonly name: readonly string[];
  /** Width of the name's last line, in px. */
  readonly nameWidth: number;
  /** Number of events in the lane. */
  readonly count: number;
  /** y of the rule that separates it from the lane before. */
  readonly rule?: number | undefined;
}

interface FigureBase {
  readonly width: number;
  readonly height: number;
  /** Start and end of the axis, in px along it. */
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly LaneBox[];
  readonly laneLayouts: readonly LaneLayout[];
  readonly eras: readonly EraBox[];
  /** Extent of all lanes across the axis, in px. */
  readonly lanesFrom: number;
  readonly lanesTo: number;
  /** Position of the option `now` along the axis, in px; `undefined` when it is out of view. */
  readonly now: number | undefined;
  readonly relationLines: readonly RelationLine[];
  readonly scaleType: ScaleType;
  /** Stretch of the axis that is laid out, in px: `start` to `end`, plus the overscan on either side. */
  readonly drawn: readonly [number, number];
  /** How far the scene translates everything on the axis, in px; 0 unless the layout was panned. */
  readonly shift: number;
}

/** The scale of bars of counts. */
export interface CountRuler {
  readonly unit: CalendarUnit;
  /** From the line to the foot of the bars, in px. */
  readonly foot: number;
  /** Height of one event in a unit of mean length, in px, and the most events of a unit. */
  readonly perEvent: number;
  readonly most: number;
}

export interface VerticalLabel {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  /** Position of the event's mark along the axis, in px. */
  readonly mark: number;
  /** Top of the label, in px. */
  readonly top: number;
  /** The crowd that its leader line meets: how wide it is there, in px, and whether the line runs through bars. */
  readonly crowd?: { readonly width: number; readonly bars: boolean };
  /** The label covers what is under it: its event has the focus or is selected, and has no slot. */
  readonly over?: boolean;
  /** The label is not drawn, because a label with `over` covers it. */
  readonly covered?: boolean;
}

/** The label of an event that began before the window; it stays at the start of the window. */
export interface StickyLabel extends LabelBox {
  readonly mark: MarkBox;
  readonly top: number;
}

export interface HorizontalLayout extends FigureBase {
  /** Date of the option `now`, as text. */
  readonly nowDate: string | undefined;
  readonly orientation: "horizontal";
  /** Whether the axis continues before and after the view. */
  readonly canPan: readonly [boolean, boolean];
  readonly axis: AxisLayout;
  /** Width of the gutter that holds the lane names, in px; 0 when the names stand above their lines. */
  readonly gutter: number;
  /** Left edge of the lane names, in px; their right edge when the gutter is on the right. */
  readonly headX: number;
  readonly gutterRight: boolean;
  /** Top of the first row of eras, in px. */
  readonly erasTop: number;
  /** y of the axis line below the lanes, in px. */
  readonly axisY: number;
  /** Whether the axis is drawn below the lanes. */
  readonly hasLowerAxis: boolean;
  /** y of the line of the axis above the lanes, in px; absent where there is none. */
  readonly upperAxisY: number | undefined;
  /** Height of the axis with its words, below the line. */
  readonly axisHeight: number;
  /** The bar of true scale under a bent axis. */
  readonly trueScale: TrueScale | undefined;
  readonly minimap: MinimapLayout | undefined;
  /** How much lower the figure is than when everything is in view, in px; that much stays free below its legend. */
  readonly spare: number;
  /** True when a given height has no room for the legend below. */
  readonly footless: boolean;
  /** Absent when the view starts at the start of the axis. */
  readonly stickyLabels: readonly StickyLabel[] | undefined;
}

export interface VerticalLayout extends FigureBase {
  readonly orientation: "vertical";
  readonly eras: readonly ColumnEra[];
  readonly axis: ColumnAxis;
  readonly kind: ColumnForm["kind"];
  /** Heads of the segments of skewed time; none where time is not bent into any. */
  readonly heads: readonly ColumnHead[];
  /** The bar of true scale over skewed time, and its top in px. */
  readonly trueScale: TrueScale | undefined;
  readonly trueScaleTop: number;
  /** The part of the bar that is in view, in px; absent where all is. */
  readonly trueScaleWindow: readonly [number, number] | undefined;
  readonly axisX: number;
  /** x of the line that marks stand on, in px. */
  readonly lineX: number;
  /** What the bars beside the line count; absent where there are none. */
  readonly ruler: CountRuler | undefined;
  /** Left edge of the label text, in px. */
  readonly labelX: number;
  readonly labels: readonly VerticalLabel[];
  /** Absent when the view starts at the start of the axis. */
  readonly stickyLabels: readonly VerticalLabel[] | undefined;
  /** True when a given height has no room for the legend below. */
  readonly footless: boolean;
}

/** A label of the compact figure, above the lanes. */
export interface CompactLabel {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  /** x of the leader line, in px. */
  readonly leader: number;
  /** Side of the leader line that the text is on. */
  readonly flow: "left" | "right";
}

export interface CompactLayout extends FigureBase {
  readonly orientation: "compact";
  readonly axis: AxisLayout;
  readonly axisY: number;
  readonly labels: readonly CompactLabel[];
  readonly labelsTop: number;
  /** The title, cut to the width that the count leaves. */
  readonly title: string | undefined;
  /** Number of events and sources as text, such as "21 events, 31 sources". */
  readonly count: string;
  /** Space on either side of the figure's text, in px. */
  readonly inset: number;
  /** True when the lane names stand on the right. */
  readonly gutterRight: boolean;
}

export type FigureLayout = HorizontalLayout | VerticalLayout | CompactLayout;

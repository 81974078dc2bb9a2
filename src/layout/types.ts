/** The layout of a figure: numbers only. Scene turns them into nodes. */
import type { Lane } from "../model/timeline.js";
import type { AxisLayout } from "./axis/axis.js";
import type { ColumnAxis } from "./vertical/column-axis.js";
import type { MinimapLayout } from "./axis/minimap-histogram.js";
import type { ColumnEra, EraBox } from "./axis/eras.js";
import type { LabelBox, LaneLayout, MarkBox } from "./marks/lane-layout.js";
import type { ScaleType } from "../time/scale.js";
import type { PlacedEvent } from "../model/timeline.js";
import type { LabelContent } from "./labels/label-content.js";
import type { RelationLine } from "./relations/relation-lines.js";

/** Where the parts of one lane stand across the axis, in px. */
export interface LaneBox {
  readonly lane: Lane;
  /** The lane with its head and labels. */
  readonly top: number;
  readonly bottom: number;
  /** The lane line: y when horizontal, x when vertical. */
  readonly line: number;
  /** Top of each row of labels below the line. */
  readonly rowsBelow: readonly number[];
  /** Bottom of each row of labels over the line. */
  readonly rowsAbove: readonly number[];
  /** Lines of the lane's name. */
  readonly name: readonly string[];
  /** Width of the last of them, in px. */
  readonly nameWidth: number;
  readonly count: number;
}

interface FigureBase {
  readonly width: number;
  readonly height: number;
  /** The axis in px: its beginning and its end. */
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly LaneBox[];
  readonly laneLayouts: readonly LaneLayout[];
  readonly eras: readonly EraBox[];
  /** Where the lanes begin and end across the axis. */
  readonly lanesFrom: number;
  readonly lanesTo: number;
  /** `now`, in px along the axis, when it is in view. */
  readonly now: number | undefined;
  readonly relationLines: readonly RelationLine[];
  readonly scaleType: ScaleType;
  /** What is laid out of the axis, in px: from `start` to `end`, or further where the picture is about to be moved. */
  readonly drawn: readonly [number, number];
  /** How far everything on the axis is to be moved from where it was laid out, in px. */
  readonly shift: number;
}

export interface VerticalLabel {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  /** Where its mark stands along the axis, in px. */
  readonly mark: number;
  /** Top of the label, in px. */
  readonly top: number;
}

/** The label of what began before the window. */
export interface StickyLabel extends LabelBox {
  readonly mark: MarkBox;
  readonly top: number;
}

export interface HorizontalLayout extends FigureBase {
  /** The day of `now`, in words. */
  readonly nowDate: string | undefined;
  readonly orientation: "horizontal";
  /** Whether there is more of the axis before and after what is in view. */
  readonly canPan: readonly [boolean, boolean];
  readonly axis: AxisLayout;
  /** Lane heads stand in a gutter of this width, or above their lines when it is 0. */
  readonly gutter: number;
  /** Where the heads' text stands: its left edge, or its right edge when the gutter is on the right. */
  readonly headX: number;
  readonly gutterRight: boolean;
  /** Top of the first row of eras. */
  readonly erasTop: number;
  /** The axis line. */
  readonly axisY: number;
  readonly minimap: MinimapLayout | undefined;
  /** True when a given height has no room for a key below. */
  readonly footless: boolean;
  /** Absent where the window begins with the axis. */
  readonly stickyLabels: readonly StickyLabel[] | undefined;
}

export interface VerticalLayout extends FigureBase {
  readonly orientation: "vertical";
  readonly eras: readonly ColumnEra[];
  readonly axis: ColumnAxis;
  readonly axisX: number;
  /** Where the labels' text begins. */
  readonly labelX: number;
  readonly labels: readonly VerticalLabel[];
  /** Absent where the window begins with the axis. */
  readonly stickyLabels: readonly VerticalLabel[] | undefined;
  readonly headTop: number;
  /** True when a given height has no room for a key below. */
  readonly footless: boolean;
}

/** A label of the compact strip, over the lanes. */
export interface CompactLabel {
  readonly event: PlacedEvent;
  readonly content: LabelContent;
  readonly leader: number;
  readonly flow: "left" | "right";
}

export interface CompactLayout extends FigureBase {
  readonly orientation: "compact";
  readonly axis: AxisLayout;
  readonly axisY: number;
  readonly labels: readonly CompactLabel[];
  readonly labelsTop: number;
  /** The title, cut where the count begins. */
  readonly title: string | undefined;
  /** "21 events, 31 sources". */
  readonly count: string;
  /** Space at either side of its words, in px. */
  readonly inset: number;
  /** Names of lanes stand on the right. */
  readonly gutterRight: boolean;
}

export type FigureLayout = HorizontalLayout | VerticalLayout | CompactLayout;

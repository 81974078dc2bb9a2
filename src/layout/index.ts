/** Entry of the layout: chooses the form of a figure (horizontal, vertical, compact) and its scale. */
import type { MeasureText } from "../base/text-width.js";
import type { EventIndex } from "../model/events/event-index.js";
import type { LaneForm } from "../model/document/document.js";
import type { Timeline } from "../model/timeline.js";
import type { Locale } from "../time/locale.js";
import type { Scale, ScaleType } from "../time/scale.js";
import type { Instant } from "../time/span.js";
import type { View } from "../view.js";
import { CompactFigure } from "./compact/compact-figure.js";
import { isSkewed, timelineScale } from "./axis/scale-domain.js";
import type { ActiveEvents } from "./marks/active-marks.js";
import { FIGURE_INSET } from "./metrics.js";
import type { FigureLayout } from "./types.js";
import { HorizontalFigure } from "./horizontal/horizontal-figure.js";
import type { LayoutOptions } from "./options.js";
import type { MarkSize } from "./marks/mark-size.js";
import { VerticalFigure } from "./vertical/vertical-figure.js";

export interface FigureRequest {
  readonly timeline: Timeline;
  readonly width: number;
  readonly height: number | undefined;
  readonly orientation: "auto" | "horizontal" | "vertical";
  readonly scale: ScaleType | "auto";
  readonly origin: Instant | undefined;
  readonly locale: Locale;
  readonly measure: MeasureText;
  readonly minimap: boolean;
  readonly relations: boolean | "all";
  readonly images: boolean;
  readonly markSize: MarkSize;
  readonly form: LaneForm;
  /** Ids of lanes of ranges that show all their names, however high. */
  readonly namedLanes: ReadonlySet<string> | "all" | undefined;
  readonly now: Instant | undefined;
  readonly gutterRight: boolean;
  /** Height of title and description above a standalone picture, in px; `undefined` where they are page text. */
  readonly headingHeight: number | undefined;
  /** Greatest height of legend and note below a standalone picture, in px; 0 where they are page text. */
  readonly footerHeight: number;
  /** Starts of the folds that the reader has opened. */
  readonly opened: ReadonlySet<Instant> | undefined;
}

/** A timeline prepared for a width, height and scale. `layout` then places the part that a view shows. */
export interface Figure {
  readonly scale: Scale;
  /** Largest zoom factor. */
  readonly maxZoom: number;
  /**
   * Lays out the part of the timeline that a view shows.
   *
   * @param overscan fraction of the view that is laid out beyond each side, for `translate`
   * @param selected id of the event whose relations are all drawn
   * @param frozen a layout at rest, whose rows stay while the reader drags or zooms; absent at rest
   */
  layout(view: View, overscan?: number, selected?: string | null, frozen?: FigureLayout): FigureLayout;
  /**
   * Pans a layout to another view of the same length. Marks and labels keep their px and `shift` says how far the scene
   * translates them; axis, eras, minimap, relation lines and sticky labels are computed for the new view.
   *
   * @param overscan the value that `layout` was called with
   */
  translate(layout: FigureLayout, laidFor: View, overscan: number, view: View, selected?: string | null): FigureLayout;
  /**
   * Shows the events that have the focus or are selected, where they have no label or an aggregate holds them. Absent where
   * a figure has no aggregates.
   */
  withActive?(layout: FigureLayout, view: View, active: ActiveEvents): FigureLayout;
  /** The figure of a filtered timeline; axis, lanes and rows stay where they are. */
  filtered(timeline: Timeline, index: EventIndex): Figure;
}

/** Orientation `auto` is vertical below this width, in px. */
const VERTICAL_BELOW_WIDTH = 480;
/** Smallest width of a layout, in px; a narrower container scrolls. */
const FIGURE_WIDTH_MIN = 240;
/** A horizontal figure of less than this height is compact, in px. */
const COMPACT_BELOW_HEIGHT = 230;
/** A narrow figure with orientation `auto` is compact below this height, in px: a column has no room there. */
const COMPACT_BELOW_HEIGHT_NARROW = 420;
/** Space above a figure without a title, in px. */
const UNTITLED_TOP = 12;
/** Length of a fold of the horizontal axis, in px; "13 months" fits above it. */
const HORIZONTAL_FOLD_LENGTH = 60;
/** Time left open on either side of a fold, in px. */
const HORIZONTAL_FOLD_PADDING = 16;

/** Whether a figure whose height leaves it the choice is vertical. */
export function isVertical({ width, orientation }: Pick<FigureRequest, "width" | "orientation">): boolean {
  return orientation === "vertical" || (orientation === "auto" && width < VERTICAL_BELOW_WIDTH);
}

export function layOut(request: FigureRequest, index: EventIndex): Figure {
  const { timeline, height, orientation, origin, opened, headingHeight, footerHeight } = request;
  const width = Math.max(FIGURE_WIDTH_MIN, request.width);
  const options: LayoutOptions = {
    ...request,
    width,
    top: headingHeight ?? UNTITLED_TOP,
    footerHeight: footerHeight,
    inPage: headingHeight === undefined,
  };
  const narrow = width < VERTICAL_BELOW_WIDTH;
  const low =
    orientation !== "vertical" &&
    height !== undefined &&
    height < (narrow && orientation === "auto" ? COMPACT_BELOW_HEIGHT_NARROW : COMPACT_BELOW_HEIGHT);
  if (!low && isVertical({ width, orientation })) {
    return new VerticalFigure(timeline, index, { type: request.scale, origin, opened }, options);
  }
  // A compact strip has no room for the words and the bar that say how time is bent.
  const automatic = !low && isSkewed(index) ? "segmented" : "time";
  const type = request.scale === "auto" || (low && request.scale === "segmented") ? automatic : request.scale;
  const open = Math.max(HORIZONTAL_FOLD_LENGTH, width - 2 * HORIZONTAL_FOLD_LENGTH);
  const folds = { foldLength: HORIZONTAL_FOLD_LENGTH / open, foldPadding: HORIZONTAL_FOLD_PADDING / open };
  const scale = timelineScale(timeline, index, {
    scale: type,
    ...folds,
    length: width - 2 * FIGURE_INSET,
    origin,
    opened,
  });
  return low
    ? new CompactFigure(timeline, index, scale, { ...options, height })
    : new HorizontalFigure(timeline, index, scale, options);
}

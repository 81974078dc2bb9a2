/** Chooses the kind of figure for a place and its scale, and lays it out. */
import type { MeasureText } from "../base/text-width.js";
import type { EventIndex } from "../model/events/event-index.js";
import type { Timeline } from "../model/timeline.js";
import type { Locale } from "../time/locale.js";
import type { Scale, ScaleType } from "../time/scale.js";
import type { Instant } from "../time/span.js";
import type { View } from "../view.js";
import { CompactFigure } from "./compact/compact-figure.js";
import { timelineScale } from "./axis/scale-domain.js";
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
  readonly relations: boolean;
  readonly markSize: MarkSize;
  readonly now: Instant | undefined;
  readonly gutterRight: boolean;
  /** Height of title and deck above a standalone picture; `undefined` where they are not part of it. */
  readonly headingHeight: number | undefined;
  /** Most room that key and note take below a standalone picture; 0 where they are not part of it. */
  readonly footerHeight: number;
  readonly opened: ReadonlySet<Instant> | undefined;
}

/** A timeline laid out for a place: it can show any part of itself. */
export interface Figure {
  readonly scale: Scale;
  /** How many times it can be magnified. */
  readonly maxZoom: number;
  /**
   * The layout of what a view shows.
   *
   * @param overscan how much is laid out on either side of the view, as a part of it, so that it can be translated there
   * @param partial leave out labels that are not worked out yet; a figure that needs no long for them leaves out none
   * @param selected id of the event whose relations are all drawn
   */
  layout(view: View, overscan?: number, partial?: boolean, selected?: string | null): FigureLayout;
  /**
   * A layout of one view, moved to another of the same length. Marks and labels keep their px, and `shift` says how far they
   * are to be moved; what keeps to the window stands where that is now.
   *
   * @param overscan what the layout was made with
   */
  translate(layout: FigureLayout, laidFor: View, overscan: number, view: View, selected?: string | null): FigureLayout;
  /** Works out what a hurried layout leaves out, a little at each turn. Absent where that is nothing. */
  finishLabels?(view: View, overscan: number): Generator<void, void, void>;
  /**
   * Works out what the next steps of a zoom into a view will need, a little at each turn. Absent where they need nothing that
   * takes long.
   */
  prepareZoom?(view: View): Generator<void, void, void>;
  /** The same figure with some of its events only: axis and rows stay. */
  filtered(timeline: Timeline, index: EventIndex): Figure;
}

/** Below this width `auto` is vertical. */
const VERTICAL_BELOW_WIDTH = 480;
/** The narrowest figure that is laid out; a container may be narrower and scroll. */
const FIGURE_WIDTH_MIN = 240;
/** A horizontal figure lower than this is a compact strip. */
const COMPACT_BELOW_HEIGHT = 230;
/** And a narrow one lower than this. */
const COMPACT_BELOW_HEIGHT_NARROW = 420;
/** Space above a figure without a title. */
const UNTITLED_TOP = 12;
/** Length of a fold of the horizontal axis, in px: room for "13 months" over it. */
const HORIZONTAL_FOLD_LENGTH = 60;
/** Open time beside a fold, in px. */
const HORIZONTAL_FOLD_PADDING = 16;

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
  // What is low stays a strip, however narrow: a column would have no room for its events.
  const low =
    orientation !== "vertical" &&
    height !== undefined &&
    height < (narrow && orientation === "auto" ? COMPACT_BELOW_HEIGHT_NARROW : COMPACT_BELOW_HEIGHT);
  if (orientation === "vertical" || (orientation === "auto" && narrow && !low)) {
    return new VerticalFigure(timeline, index, { type: request.scale, origin, opened }, options);
  }
  const type = request.scale === "auto" ? "time" : request.scale;
  const open = Math.max(HORIZONTAL_FOLD_LENGTH, width - 2 * HORIZONTAL_FOLD_LENGTH);
  const folds = { foldLength: HORIZONTAL_FOLD_LENGTH / open, foldPadding: HORIZONTAL_FOLD_PADDING / open };
  const scale = timelineScale(timeline, index, { scale: type, ...folds, origin, opened });
  return low
    ? new CompactFigure(timeline, index, scale, { ...options, height })
    : new HorizontalFigure(timeline, index, scale, options);
}

/**
 * The horizontal figure: time runs to the right, each lane has a line with labels below. The constructor computes what
 * panning and zooming does not change; `layout` does the rest, at a cost that depends on the visible events.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { overscanAxis } from "../axis/axis.js";
import { axisCounts } from "../axis/axis-counts.js";
import { nowDate } from "../axis/now-date.js";
import { type Viewport, viewportOf, withOverscan } from "../axis/viewport.js";
import { maxZoom } from "../axis/max-zoom.js";
import { segmentedAxis, trueScale, type TrueScale } from "../axis/segmented-axis.js";
import { type MinimapLayout, minimapHistogram } from "../axis/minimap-histogram.js";
import { type EraRequest, eraBoxes, eraRows } from "../axis/eras.js";
import type { LayoutOptions } from "../options.js";
import { type LabelMaker, labelMakerOf } from "../labels/label-content.js";
import { shortDates } from "../labels/short-dates.js";
import type { FigureLayout, HorizontalLayout, LaneBox, StickyLabel } from "../types.js";
import { type ActiveEvents, withActive, withActiveMarks } from "../marks/active-marks.js";
import { uncut } from "../settle/edge-labels.js";
import { freeze } from "../settle/freeze.js";
import { heldLabels } from "../settle/held-labels.js";
import { type LaneRows, settle } from "../settle/settle.js";
import { type FigureFrame, figureFrame, TALL_LANES } from "./figure-frame.js";
import { laneRelationLines } from "./lane-relation-lines.js";
import { type LaneLayout, hiddenCounts } from "../marks/lane-layout.js";
import { type ProjectedLane, projectLanes } from "../marks/projected-lane.js";
import { type LaneStack, lowered, refill, stackLanes } from "./lane-stack.js";
import { ERA_ROW, FIGURE_INSET, MINIMAP_ROOM, NOW_ROW, UPPER_AXIS_GAP, UPPER_AXIS_HEIGHT } from "../metrics.js";
import type { StackRequest } from "./request.js";
import { placedRelations, type PlacedRelation, visibleRelations } from "../relations/relation-lines.js";

/** How far text may reach over the edge of the window, in px. */
const EDGE_SLACK = 2;
/** Height of the duration above a fold, in px. */
const FOLD_TEXT_HEIGHT = 26;
interface PinnedRequest {
  readonly view: View;
  readonly selected: string | null;
  readonly window: Viewport;
  readonly wide: Viewport;
  readonly boxes: readonly LaneBox[];
  readonly laneLayouts: readonly LaneLayout[];
  readonly shift: number;
  readonly minimap: boolean;
  /** Labels at the beginning of the picture that is panned; absent where the picture is drawn anew. */
  readonly before?: readonly StickyLabel[];
}

export class HorizontalFigure {
  readonly maxZoom: number;
  private readonly lanes: readonly ProjectedLane[];
  private readonly eraRowOf: readonly number[];
  private readonly start: number;
  private readonly end: number;
  private readonly gutter: number;
  private readonly frame: FigureFrame;
  private readonly hasUpperAxis: boolean;
  private readonly lanesFrom: number;
  private readonly stack: LaneStack;
  private readonly relations: readonly PlacedRelation[];
  private readonly wideAxis = overscanAxis();
  /** Absent unless the scale is bent. */
  private readonly trueScale: TrueScale | undefined;
  private readonly make: LabelMaker;
  private readonly histogram: Pick<MinimapLayout, "ticks" | "bins">;

  constructor(
    private readonly timeline: Timeline,
    private readonly index: EventIndex,
    readonly scale: Scale,
    private readonly options: LayoutOptions,
    whole?: HorizontalFigure,
  ) {
    const { top } = options;
    this.maxZoom = maxZoom(scale);
    this.lanes = projectLanes(index, scale, options.markSize);
    const frame = whole?.frame ?? figureFrame(timeline, this.lanes, scale, options);
    this.frame = frame;
    ({ start: this.start, end: this.end, gutter: this.gutter } = frame);
    this.relations = options.relations ? placedRelations(timeline) : [];
    this.trueScale = scale.segments && trueScale(scale, index, this.start, this.end, options);
    const all = this.viewport(...scale.domain);
    this.eraRowOf = eraRows(timeline.eras, this.eraRequest(all));
    const eraCount = this.eraRowOf.reduce((most, row) => Math.max(most, row + 1), 0);
    const erasHeight = eraCount * ERA_ROW + (eraCount > 0 ? 2 : 0);
    const [first, last] = scale.domain;
    const nowAt = options.now === undefined ? Number.NaN : scale.position(options.now);
    // The date of the line at the present has a row of its own, whatever the window.
    const nowHeight = nowAt >= first && nowAt <= last ? NOW_ROW : 0;
    const lanesFrom = top + erasHeight + nowHeight + (frame.hasUpperAxis ? UPPER_AXIS_HEIGHT : 0);
    this.make = labelMakerOf(timeline, { ...options, ...shortDates(timeline, scale, options.locale) });
    const request: StackRequest = {
      make: this.make,
      timeline,
      lanes: this.lanes,
      scale,
      start: this.start,
      end: this.end,
      gutter: this.gutter,
      oneRow: frame.oneRow,
      top: lanesFrom,
      axisRoom: this.axisGap() + frame.axisHeight,
      options,
    };
    const stack = whole ? whole.stack : stackLanes(request);
    // What lanes of a figure need that chooses its height is known only now.
    const isTall = (stack.boxes.at(-1)?.bottom ?? 0) - lanesFrom > TALL_LANES;
    const isAdded = frame.isStraight && !frame.hasUpperAxis && isTall && options.height === undefined;
    this.hasUpperAxis = whole?.hasUpperAxis ?? (frame.hasUpperAxis || isAdded);
    this.stack = whole ? refill(stack, request) : isAdded ? lowered(stack, UPPER_AXIS_HEIGHT) : stack;
    this.lanesFrom = this.stack.boxes[0]?.top ?? lanesFrom;
    this.histogram = minimapHistogram(this.lanes, scale.domain, all.px);
  }

  filtered(timeline: Timeline, index: EventIndex): HorizontalFigure {
    return new HorizontalFigure(timeline, index, this.scale, this.options, this);
  }

  layout(view: View, overscan = 0, selected: string | null = null, frozen?: FigureLayout): HorizontalLayout {
    const viewport = this.viewport(view.from, view.to);
    const wide = withOverscan(viewport, overscan, this.scale.domain);
    const { now, width, gutterRight } = this.options;
    const drawn = [viewport.px(wide.from), viewport.px(wide.to)] as const;
    const laid = this.stack.plans.map((plan) => plan.layOut(wide, viewport));
    const { boxes, laneLayouts, minimap } = this.rows(view, laid, drawn, frozen);
    const lanesTo = boxes.at(-1)?.bottom ?? this.lanesFrom;
    const axisY = lanesTo + this.axisGap();
    const height = axisY + this.frame.axisHeight + (minimap ? MINIMAP_ROOM : 0);
    const nowAt = now === undefined ? undefined : this.scale.position(now);
    return {
      orientation: "horizontal",
      width,
      height,
      spare: Math.max(0, this.wholeHeight() - height),
      start: this.start,
      end: this.end,
      gutter: this.gutter,
      gutterRight,
      headX: gutterRight ? width - FIGURE_INSET : FIGURE_INSET,
      boxes,
      laneLayouts,
      erasTop: this.options.top + (this.hasUpperAxis ? UPPER_AXIS_HEIGHT : 0),
      drawn,
      axisY,
      hasLowerAxis: this.frame.hasLowerAxis,
      upperAxisY: this.hasUpperAxis ? this.options.top + UPPER_AXIS_HEIGHT - UPPER_AXIS_GAP : undefined,
      axisHeight: this.frame.axisHeight,
      trueScale: this.trueScale,
      scaleType: this.scale.type,
      lanesFrom: this.lanesFrom,
      lanesTo,
      nowDate: now === undefined ? undefined : nowDate(now, this.options.locale),
      now: nowAt !== undefined && nowAt >= wide.from && nowAt <= wide.to ? viewport.px(nowAt) : undefined,
      footless: this.stack.footless,
      ...this.pinned({ view, selected, window: viewport, wide, boxes, laneLayouts, shift: 0, minimap }),
    };
  }

  /** Height of the figure in px when everything is in view; in a page with room for the minimap, which comes when it is zoomed. */
  private wholeHeight(): number {
    const { height, inPage } = this.options;
    const lanesTo = this.stack.boxes.at(-1)?.bottom ?? this.lanesFrom;
    const minimap = inPage && height === undefined && this.hasMinimap() ? MINIMAP_ROOM : 0;
    return lanesTo + this.axisGap() + this.frame.axisHeight + minimap;
  }

  private hasMinimap(): boolean {
    return this.options.minimap && this.stack.hasMinimap && this.timeline.events.length > 1;
  }

  /** Lanes at rest, or with the rows of an earlier view at rest. */
  private rows(
    view: View,
    laneLayouts: readonly LaneLayout[],
    drawn: readonly [number, number],
    frozen: FigureLayout | undefined,
  ): LaneRows {
    const { stack, options, start, end, gutter } = this;
    if (frozen?.orientation === "horizontal") {
      const { boxes, minimap } = frozen;
      return { boxes, laneLayouts: freeze(laneLayouts, frozen.laneLayouts, drawn), minimap: minimap !== undefined };
    }
    if (view.isWhole) return { boxes: stack.boxes, laneLayouts: laneLayouts.map(uncut), minimap: false };
    const { locale, measure, height } = options;
    const [first, last] = this.scale.domain;
    // Where nothing follows, text may reach into the inset of a figure without a gutter.
    const beyond = (goesOn: boolean): number => (goesOn || gutter > 0 ? EDGE_SLACK : FIGURE_INSET - 4);
    return settle({
      stack,
      laneLayouts,
      gutter,
      start: start - beyond(view.from > first),
      end: end + beyond(view.to < last),
      minimap: this.hasMinimap(),
      fills: height !== undefined,
      locale,
      measure,
      make: this.make,
    });
  }

  withActive(layout: HorizontalLayout, view: View, active: ActiveEvents): HorizontalLayout {
    const request = {
      indexOf: ({ id }: PlacedEvent) => this.index.store.indexOf(id),
      viewport: this.viewport(view.from, view.to),
      make: this.make,
    };
    return withActiveMarks(layout, active, (laid, event, selected) => withActive(laid, event, selected, request));
  }

  translate(
    layout: HorizontalLayout,
    laidFor: View,
    overscan: number,
    view: View,
    selected: string | null = null,
  ): HorizontalLayout {
    const laid = this.viewport(laidFor.from, laidFor.to);
    const window = { ...laid, from: view.from, to: view.to };
    const laneLayouts = layout.laneLayouts.map((frame, i) => ({
      ...frame,
      ...hiddenCounts(this.lanes[i] as ProjectedLane, window),
    }));
    const shift = laid.px(laidFor.from) - laid.px(view.from);
    const wide = withOverscan(laid, overscan, this.scale.domain);
    const { boxes } = layout as HorizontalLayout;
    const minimap = layout.orientation === "horizontal" && layout.minimap !== undefined;
    return {
      ...layout,
      laneLayouts,
      ...this.pinned({
        view,
        selected,
        window,
        wide,
        boxes,
        laneLayouts,
        shift,
        minimap,
        before: layout.orientation === "horizontal" ? (layout.stickyLabels ?? []) : [],
      }),
    };
  }

  /** What keeps to the window while the rest is moved. */
  private pinned({ view, selected, window, wide, boxes, laneLayouts, shift, minimap, before }: PinnedRequest) {
    const request = this.eraRequest(window);
    const whole = this.viewport(...this.scale.domain);
    return {
      shift,
      canPan: [view.from > this.scale.domain[0], view.to < this.scale.domain[1]] as const,
      eras: eraBoxes(this.timeline.eras, this.eraRowOf, request, wide),
      axis: this.trueScale
        ? segmentedAxis({ ...request, from: wide.from, to: wide.to, vertical: false }, this.trueScale)
        : this.wideAxis(
            {
              ...request,
              vertical: false,
              oneRow: "after",
              counts: axisCounts(this.index, this.scale, laneLayouts, request.locale),
            },
            wide,
          ),
      relationLines: laneRelationLines(visibleRelations(this.relations, selected, this.options.relations), {
        ...{ view, window, boxes, laneLayouts, shift, options: this.options },
        scale: this.scale,
        start: this.start,
        hasGutter: this.gutter > 0,
      }),
      stickyLabels:
        view.from > this.scale.domain[0] ? heldLabels(this.stack.plans, window, boxes, laneLayouts, before) : undefined,
      minimap: minimap
        ? {
            ...this.histogram,
            windowFrom: whole.px(view.from),
            windowTo: whole.px(view.to),
            inView: [view.from, view.to] as const,
          }
        : undefined,
    };
  }

  private viewport(from: number, to: number): Viewport {
    return viewportOf(this.scale, from, to, this.start, this.end - this.start);
  }

  private eraRequest(view: Viewport): EraRequest {
    const { locale, measure } = this.options;
    return { scale: this.scale, from: view.from, to: view.to, px: view.px, locale, measure };
  }

  private axisGap(): number {
    return this.scale.folds.length > 0 ? FOLD_TEXT_HEIGHT : 2;
  }
}

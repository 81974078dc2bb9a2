/**
 * The vertical figure: time runs down, all events stand on one line beside the axis, their labels in one column of
 * horizontal text. Without a given height it is as high as its labels need, and the page scrolls.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { overscanAxis } from "../axis/axis.js";
import { maxZoom } from "../axis/max-zoom.js";
import { trueScale, type TrueScale } from "../axis/segmented-axis.js";
import { type Viewport, viewportOf, withOverscan } from "../axis/viewport.js";
import { columnStickyLabels } from "../labels/sticky-labels.js";
import { type ActiveEvents, withActiveMarks } from "../marks/active-marks.js";
import { hiddenCounts, type LaneLayout } from "../marks/lane-layout.js";
import { type ProjectedLane, projectLanes } from "../marks/projected-lane.js";
import { FIGURE_INSET } from "../metrics.js";
import type { LayoutOptions } from "../options.js";
import { placedRelations, type PlacedRelation } from "../relations/relation-lines.js";
import type { LaneBox, VerticalLabel, VerticalLayout } from "../types.js";
import { withActiveLabel } from "./column-active.js";
import { columnAxis, foldWordsExtent } from "./column-axis.js";
import { ColumnCrowd, NAMED_SIZE } from "./column-crowd.js";
import { columnEras, COLUMN_REACH } from "./column-eras.js";
import type { ScaleRequest } from "./column-form.js";
import { AXIS_BOTTOM_GAP, type ColumnGeometry, columnGeometry } from "./column-geometry.js";
import {
  COLUMN_GAP,
  type ColumnLabels,
  rowLabels,
  SEGMENT_HEAD,
  spreadLabels,
  type Standing,
} from "./column-labels.js";
import { columnMarks } from "./column-marks.js";
import { perUnit } from "./column-scale.js";
import { columnHeads } from "./column-segments.js";
import { mergedLane, type MergedLane } from "./merged-lane.js";
import { byLength } from "./range-order.js";
import { verticalRelationLines } from "./relation-lines.js";
import { ruledLabels } from "./ruled-labels.js";

/** Least part of the axis in a window, in px of the whole figure, where each event has a row. */
const ROWS_WINDOW_MIN = 120;
/** How far a label may reach beyond the end of the axis where the page is as long as it needs, in px. */
const OVERHANG = 40;
/** Space between the names of ranges, in px. */
const NAME_GAP_DOWN = 4;

export class VerticalFigure {
  readonly scale: Scale;
  readonly maxZoom: number;
  private readonly lanes: readonly ProjectedLane[];
  private readonly column: ColumnGeometry;
  /** The events of this figure; those of the column may be more, if it is filtered. */
  private readonly merged: MergedLane;
  private readonly labels: ColumnLabels;
  private readonly crowd: ColumnCrowd | undefined;
  private readonly relations: readonly PlacedRelation[];
  /** Absent unless time is bent into segments. */
  private readonly trueScale: TrueScale | undefined;
  private readonly overscanAxis = overscanAxis();

  constructor(
    private readonly timeline: Timeline,
    private readonly index: EventIndex,
    private readonly request: ScaleRequest,
    private readonly options: LayoutOptions,
    whole?: VerticalFigure,
  ) {
    this.column = whole?.column ?? columnGeometry(timeline, index, request, options);
    const { scale, length, kind } = this.column;
    this.scale = scale;
    this.maxZoom = kind === "rows" ? Math.max(1, length / ROWS_WINDOW_MIN) : maxZoom(scale);
    this.lanes = projectLanes(index, scale, options.markSize);
    this.merged = whole ? mergedLane(index, scale, options.markSize) : this.column.merged;
    const fit = perUnit(this.column);
    if (kind === "ruled") {
      const { merged, lanes } = this;
      this.crowd = new ColumnCrowd({ merged, lanes, scale, fit, length });
    }
    this.labels = whole && !this.isRuled ? whole.labels : this.columnLabels(fit);
    this.relations = options.relations ? placedRelations(timeline) : [];
    this.trueScale = scale.segments && trueScale(scale, index, FIGURE_INSET, options.width - FIGURE_INSET, options);
  }

  filtered(timeline: Timeline, index: EventIndex): VerticalFigure {
    return new VerticalFigure(timeline, index, this.request, this.options, this);
  }

  layout(view: View, overscan = 0, selected: string | null = null): VerticalLayout {
    const viewport = this.viewport(view.from, view.to);
    const wide = withOverscan(viewport, overscan, this.scale.domain);
    const { px } = viewport;
    // Positions in the column count from the start of the axis, which may lie far above the window.
    const zero = px(this.scale.domain[0]);
    const { start, length, axisX, lineX, labelX, footerOmitted, kind } = this.column;
    const standing = this.standing(wide);
    const labels = this.placedLabels(standing, wide, zero);
    const bottom = standing.reduce((lowest, one) => Math.max(lowest, one.top + one.height + zero), start + length);
    const end = view.isWhole ? bottom : start + length;
    const { now, width, height } = this.options;
    const nowPlace = now === undefined ? undefined : this.scale.position(now);
    const nowAt = nowPlace !== undefined && nowPlace >= wide.from && nowPlace <= wide.to ? px(nowPlace) : undefined;
    const given = height === undefined ? 0 : height - (footerOmitted ? 0 : this.options.footerHeight);
    const laneLayouts = this.marks(standing, wide, viewport);
    const heads = columnHeads({ ...this.options, scale: this.scale, index: this.index, px });
    return {
      orientation: "vertical",
      kind,
      width,
      height: Math.max(Math.ceil((given ? start + length : end) + AXIS_BOTTOM_GAP), given),
      footless: footerOmitted,
      start,
      end,
      axisX,
      lineX,
      ruler: this.crowd?.ruler(viewport.scale),
      labelX,
      boxes: this.laneBoxes(),
      laneLayouts,
      labels,
      heads,
      trueScale: this.trueScale,
      trueScaleTop: this.options.top,
      scaleType: this.scale.type,
      lanesFrom: axisX,
      lanesTo: width - FIGURE_INSET,
      now: nowAt,
      drawn: [px(wide.from), px(wide.to)],
      shift: 0,
      ...this.pinned(view, selected, viewport, wide, standing, view.isWhole ? end : px(wide.to), {
        now: nowAt,
        laneLayouts,
        labels,
        heads,
      }),
    };
  }

  withActive(layout: VerticalLayout, view: View, active: ActiveEvents): VerticalLayout {
    const request = {
      indexOf: ({ id }: PlacedEvent) => this.index.store.indexOf(id),
      viewport: this.viewport(view.from, view.to),
      content: (event: PlacedEvent) => this.column.text.label(event),
    };
    return withActiveMarks(layout, active, (laid, event, selected) => withActiveLabel(laid, event, selected, request));
  }

  translate(
    layout: VerticalLayout,
    laidFor: View,
    overscan: number,
    view: View,
    selected?: string | null,
  ): VerticalLayout {
    const laid = this.viewport(laidFor.from, laidFor.to);
    const wide = withOverscan(laid, overscan, this.scale.domain);
    const window = { ...laid, from: view.from, to: view.to };
    return {
      ...layout,
      laneLayouts: layout.laneLayouts.map((frame, i) => ({
        ...frame,
        ...hiddenCounts(this.lanes[i] as ProjectedLane, window),
      })),
      shift: this.column.start - laid.px(view.from),
      ...this.pinned(view, selected ?? null, window, wide, this.standing(wide), laid.px(wide.to), layout),
    };
  }

  /** Labels that depend on which events there are: a filter makes them anew. */
  private get isRuled(): boolean {
    return this.column.kind === "ruled" || this.column.kind === "ranges";
  }

  private columnLabels(fit: number): ColumnLabels {
    const { kind, entries, scale, text } = this.column;
    const { all } = this.merged;
    if (kind === "rows") return rowLabels(entries, scale);
    if (kind === "spread") return spreadLabels(entries, all, scale);
    const isRanges = kind === "ranges";
    return ruledLabels({
      lane: all,
      axis: scale,
      fit,
      rank: isRanges ? byLength(all) : all.rank,
      height: (at) => text.label(all.event(at)).height,
      gap: isRanges ? NAME_GAP_DOWN : COLUMN_GAP,
      mark: isRanges ? 0 : NAMED_SIZE,
      eras: entries,
      overhang: this.options.height === undefined ? OVERHANG : AXIS_BOTTOM_GAP,
    });
  }

  private marks(standing: readonly Standing[], wide: Viewport, window: Viewport): LaneLayout[] {
    const { tracks, offset, kind } = this.column;
    const positions = standing.flatMap(({ at }) => at ?? []);
    if (this.crowd)
      return this.crowd.layOut(
        positions.sort((a, b) => a - b),
        wide,
        window,
      );
    const { event } = this.isRuled ? this.merged : this.column.merged;
    const named = new Set(positions.map((at) => event[at] as number));
    const { lanes, index } = this;
    const isNamed = (one: number): boolean => named.has(one);
    return columnMarks({ lanes, index, tracks, offset, isNamed, bars: kind === "ranges" }, wide, window);
  }

  /** The parts that a pan computes anew, because they stay with the window. */
  private pinned(
    view: View,
    selected: string | null,
    window: Viewport,
    wide: Viewport,
    standing: readonly Standing[],
    end: number,
    { now, laneLayouts, labels, heads }: Pick<VerticalLayout, "now" | "laneLayouts" | "labels" | "heads">,
  ): Pick<VerticalLayout, "eras" | "axis" | "relationLines" | "stickyLabels" | "trueScaleWindow"> {
    const { locale, measure } = this.options;
    const { axisX, scale, text, kind, rowTicks } = this.column;
    const axis = columnAxis(
      { ...window, scale, locale, measure },
      { axisX, rows: rowTicks, now, drawn: wide, frame: this.overscanAxis },
    );
    // Words of folds and heads of segments stand in the column, too.
    const words = axis.folds.filter(({ inColumn }) => inColumn).map(foldWordsExtent);
    const fixed = [...words, ...heads.map((head) => ({ from: head.from, to: head.from + SEGMENT_HEAD }))];
    const eras = columnEras(this.timeline.eras, { scale, window, wide, standing, fixed, end, text });
    const names = eras.map(({ era, text: from }) => ({ from, to: from + text.eraHeight(era) }));
    const [from, to] = [window.px(view.from), window.px(view.to)];
    const content = (event: PlacedEvent) => text.label(event);
    const onBar = (place: number): number =>
      Math.max(FIGURE_INSET, Math.min(this.options.width - FIGURE_INSET, this.trueScale?.px(scale.timeAt(place)) ?? 0));
    return {
      eras,
      trueScaleWindow: this.trueScale && !view.isWhole ? [onBar(view.from), onBar(view.to)] : undefined,
      stickyLabels:
        view.from > scale.domain[0] && kind !== "ruled"
          ? columnStickyLabels({ laneLayouts, labels, taken: [...fixed, ...names], from, to, content })
          : undefined,
      axis,
      relationLines: verticalRelationLines(this.relations, view, selected, {
        boxes: this.laneBoxes(),
        laneLayouts,
        axisX,
        scale,
        px: window.px,
        relations: this.options.relations,
      }),
    };
  }

  /** The entries of the column that may reach into a viewport; those of a filtered figure that it holds. */
  private standing({ scale, from, to }: Viewport): Standing[] {
    const found = this.labels.standing(scale, from - COLUMN_REACH / scale, to + COLUMN_REACH / scale);
    if (this.isRuled || this.merged === this.column.merged) return found;
    const own = new Set(this.merged.event);
    return found.filter(({ at }) => at === undefined || own.has(this.column.merged.event[at] as number));
  }

  private viewport(from: number, to: number): Viewport {
    return viewportOf(this.scale, from, to, this.column.start, this.column.length);
  }

  private placedLabels(standing: readonly Standing[], { from, to, scale }: Viewport, zero: number): VerticalLabel[] {
    const { all } = this.isRuled ? this.merged : this.column.merged;
    return standing.flatMap(({ at, top, mark }): VerticalLabel[] => {
      if (at === undefined) return [];
      const place = all.start[at] as number;
      if (place < from || place > to) return [];
      const event = all.event(at);
      const crowd = this.crowd?.crossing(place, scale);
      return [
        {
          event,
          content: this.column.text.label(event),
          mark: mark + zero,
          top: top + zero,
          ...(crowd === undefined ? {} : { crowd }),
        },
      ];
    });
  }

  private laneBoxes(): LaneBox[] {
    const { start, length, lineX } = this.column;
    return this.timeline.lanes.map((lane, i) => ({
      lane,
      name: [],
      nameWidth: 0,
      top: start,
      bottom: start + length,
      line: lineX,
      count: this.lanes[i]?.size ?? 0,
    }));
  }
}

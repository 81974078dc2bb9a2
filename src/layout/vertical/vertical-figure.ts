/**
 * The vertical figure: time runs down, lanes are tracks side by side, all labels are in one column of horizontal text.
 * Without a given height it is as high as its labels need, and the page scrolls.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { overscanAxis } from "../axis/axis.js";
import { type Viewport, viewportOf, withOverscan } from "../axis/viewport.js";
import { columnAxis } from "./column-axis.js";
import { columnEras, COLUMN_REACH } from "./column-eras.js";
import { ColumnEvents } from "./column-events.js";
import {
  AXIS_BOTTOM_GAP,
  COLUMN_GAP,
  type ColumnGeometry,
  columnGeometry,
  FIRST_TRACK_OFFSET,
} from "./column-geometry.js";
import { ColumnTree, type Standing } from "./column-tree.js";
import type { ScaleRequest } from "./column-scale.js";
import { maxZoom } from "../axis/max-zoom.js";
import type { LayoutOptions } from "../options.js";
import type { LaneBox, VerticalLabel, VerticalLayout } from "../types.js";
import { labelledByLane } from "../labels/labelled-by-lane.js";
import { columnStickyLabels } from "../labels/sticky-labels.js";
import { LEVEL_FACTOR } from "../labels/label-levels.js";
import { type LaneLayout, layOutMarks, hiddenCounts } from "../marks/lane-layout.js";
import { type ProjectedLane, projectLanes } from "../marks/projected-lane.js";
import { FIGURE_INSET } from "../metrics.js";
import { SharedTrack } from "./shared-track.js";
import { placedRelations, type PlacedRelation } from "../relations/relation-lines.js";
import { FEW_COLUMN_EVENTS_MAX } from "./track-pitch.js";
import { trackSpace } from "./track-space.js";
import { verticalRelationLines } from "./relation-lines.js";

/** Most cluster cells of a figure with more than `FEW_COLUMN_EVENTS_MAX` events: longer figures have larger cells. */
const CLUSTER_CELLS_MAX = 160;
/** Most events of such a cell that are drawn as dots. */
const CELL_DOTS_MAX = 2;
/** Smallest length of a cluster cell, in px: a count is written across a vertical capsule. */
const CLUSTER_CELL_HEIGHT_MIN = 40;
/** Highest stack levels of marks; labelled marks use as many as they need. */
const STACK_LIMITS = { unlabelled: 2, labelled: Number.POSITIVE_INFINITY };

export class VerticalFigure {
  readonly scale: Scale;
  readonly maxZoom: number;
  private readonly lanes: readonly ProjectedLane[];
  private readonly shared: SharedTrack | undefined;
  private readonly events: ColumnEvents;
  private readonly tree: ColumnTree;
  private readonly column: ColumnGeometry;
  private readonly clusterCells: Pick<Viewport, "minCell" | "clusterLimit">;
  private readonly relations: readonly PlacedRelation[];
  private readonly overscanAxis = overscanAxis();

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    private readonly request: ScaleRequest,
    private readonly options: LayoutOptions,
    whole?: VerticalFigure,
  ) {
    this.column = columnGeometry(timeline, index, request, options, whole?.column);
    const { scale, length, text, pitch } = this.column;
    this.scale = scale;
    this.maxZoom = maxZoom(scale);
    this.events = new ColumnEvents(timeline, index, scale);
    this.tree = new ColumnTree(this.events, {
      scale: length / (scale.domain[1] - scale.domain[0]),
      gap: COLUMN_GAP,
      maxLevel: Math.ceil(Math.log(this.maxZoom) / Math.log(LEVEL_FACTOR)),
      content: (at) => text.label(this.events.event(at)),
      pins: text.pins(index, this.events, scale, length, COLUMN_GAP),
    });
    this.lanes = projectLanes(index, scale, options.markSize);
    const count = timeline.lanes.length;
    const isShared = pitch.pitch === 0 && count > 1;
    this.shared = isShared ? new SharedTrack(index, scale, this.lanes, options.markSize) : undefined;
    const cell = (length * (isShared ? 1 : Math.max(1, count))) / CLUSTER_CELLS_MAX;
    this.clusterCells =
      timeline.events.length > FEW_COLUMN_EVENTS_MAX
        ? { minCell: Math.max(CLUSTER_CELL_HEIGHT_MIN, cell), clusterLimit: CELL_DOTS_MAX }
        : { minCell: CLUSTER_CELL_HEIGHT_MIN };
    this.relations = options.relations ? placedRelations(timeline) : [];
  }

  filtered(timeline: Timeline, index: EventIndex): VerticalFigure {
    return new VerticalFigure(timeline, index, this.request, this.options, this);
  }

  layout(view: View, overscan = 0, _partial = false, selected: string | null = null): VerticalLayout {
    const viewport = this.viewport(view.from, view.to);
    const wide = withOverscan(viewport, overscan, this.scale.domain);
    const { px } = viewport;
    // Positions in the column count from the start of the axis, which may lie far above the window.
    const zero = px(this.scale.domain[0]);
    const standing = this.standing(wide);
    const labels = this.labels(standing, wide, zero);
    const places = standing.flatMap(({ at }) => at ?? []);
    const bottom = standing.reduce(
      (lowest, { top, height }) => Math.max(lowest, top + height + zero),
      this.column.start + this.column.length,
    );
    const end = view.isWhole ? bottom : this.column.start + this.column.length;
    const laneLayouts =
      this.shared?.layOut(this.events, places, wide, STACK_LIMITS, viewport) ??
      this.laneLayouts(places, wide, viewport);
    const { now, width } = this.options;
    const nowPlace = now === undefined ? undefined : this.scale.position(now);
    const nowAt = nowPlace !== undefined && nowPlace >= wide.from && nowPlace <= wide.to ? px(nowPlace) : undefined;
    const given =
      this.options.height === undefined
        ? 0
        : this.options.height - (this.column.footerOmitted ? 0 : this.options.footerHeight);
    return {
      orientation: "vertical",
      width,
      height: Math.max(Math.ceil((given ? this.column.start + this.column.length : end) + AXIS_BOTTOM_GAP), given),
      footless: this.column.footerOmitted,
      start: this.column.start,
      end,
      axisX: this.column.axisX,
      labelX: this.column.labelX,
      boxes: this.laneBoxes(),
      laneLayouts,
      labels,
      scaleType: this.scale.type,
      lanesFrom: this.column.axisX,
      lanesTo: width - FIGURE_INSET,
      headTop: this.options.top,
      now: nowAt,
      drawn: [px(wide.from), px(wide.to)],
      shift: 0,
      ...this.pinned(view, selected, viewport, wide, standing, view.isWhole ? end : px(wide.to), {
        now: nowAt,
        laneLayouts,
        labels,
      }),
    };
  }

  private laneLayouts(places: readonly number[], wide: Viewport, window: Viewport): LaneLayout[] {
    const labelled = labelledByLane(this.lanes, this.events, places);
    return this.lanes.map((lane, i) =>
      layOutMarks(lane, labelled[i] as ReadonlySet<number>, wide, STACK_LIMITS, window),
    );
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

  /** The parts that a pan computes anew, because they stay with the window. */
  private pinned(
    view: View,
    selected: string | null,
    window: Viewport,
    wide: Viewport,
    standing: readonly Standing[],
    end: number,
    { now, laneLayouts, labels }: Pick<VerticalLayout, "now" | "laneLayouts" | "labels">,
  ): Pick<VerticalLayout, "eras" | "axis" | "relationLines" | "stickyLabels"> {
    const { locale, measure } = this.options;
    const { axisX, scale, text, tracks } = this.column;
    // Relation lines run right of the axis, so that no axis text may cross it.
    const most = this.relations.length > 0 ? 0 : FIRST_TRACK_OFFSET;
    const freeTo = (from: number, to: number): number =>
      Math.min(trackSpace(tracks, laneLayouts, from, to) - axisX, most);
    const eras = columnEras(this.timeline.eras, { scale, window, wide, standing, end, text });
    const names = eras.map(({ era, text: from }) => ({ from, to: from + text.eraHeight(era) }));
    const [from, to] = [window.px(view.from), window.px(view.to)];
    const content = (event: PlacedEvent) => text.label(event);
    return {
      eras,
      stickyLabels:
        view.from > scale.domain[0]
          ? columnStickyLabels({ laneLayouts, labels, eras: names, from, to, content })
          : undefined,
      axis: columnAxis(
        { ...window, scale, locale, measure },
        { axisX, now, freeTo, drawn: wide, frame: this.overscanAxis },
      ),
      relationLines: verticalRelationLines(this.relations, view, selected, {
        boxes: this.laneBoxes(),
        laneLayouts,
        axisX,
        scale,
        px: window.px,
      }),
    };
  }

  /** The entries of the column that may reach into a viewport. */
  private standing({ scale, from, to }: Viewport): Standing[] {
    return this.tree.standing(scale, from - COLUMN_REACH / scale, to + COLUMN_REACH / scale);
  }

  private viewport(from: number, to: number): Viewport {
    return { ...viewportOf(this.scale, from, to, this.column.start, this.column.length), ...this.clusterCells };
  }

  private labels(standing: readonly Standing[], { from, to, scale }: Viewport, zero: number): VerticalLabel[] {
    return standing.flatMap(({ at, top }): VerticalLabel[] => {
      if (at === undefined) return [];
      const place = this.events.start[at] as number;
      if (place < from || place > to) return [];
      const event = this.events.event(at);
      return [
        {
          event,
          content: this.column.text.label(event),
          mark: this.events.markOffset(at, scale) + zero,
          top: top + zero,
        },
      ];
    });
  }

  private laneBoxes(): LaneBox[] {
    return this.timeline.lanes.map((lane, i) => {
      const { name = [], nameWidth = 0, top = 0 } = this.column.heads.heads[i] ?? {};
      return {
        lane,
        name,
        nameWidth,
        top: this.options.top + top,
        bottom: this.column.start + this.column.length,
        line: this.column.tracks[i] as number,
        rowsBelow: [],
        rowsAbove: [],
        count: this.lanes[i]?.size ?? 0,
      };
    });
  }
}

/**
 * The vertical figure: time runs down, lanes are tracks side by side, all labels stand in one column of horizontal text.
 * It is as high as its labels need, and the page scrolls it.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { overscanAxis } from "../axis/axis.js";
import { type Viewport, viewportOf, withOverscan } from "../axis/viewport.js";
import { axisTextWidth, columnAxis } from "./column-axis.js";
import { columnEras, COLUMN_REACH } from "./column-eras.js";
import { ColumnEvents } from "./column-events.js";
import { type ColumnHeads, columnHeads } from "./column-heads.js";
import { ColumnTree, type Standing } from "./column-tree.js";
import { firstType, type ScaleRequest, COLUMN_HEIGHT_MIN, columnScale } from "./column-scale.js";
import { ColumnText } from "./column-text.js";
import { timelineScale } from "../axis/scale-domain.js";
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
import { type TrackPitch, trackPitch } from "./track-pitch.js";
import { trackSpace } from "./track-space.js";
import { verticalRelationLines } from "./relation-lines.js";

/** The axis stands this far from the left, or as far as its words need up to the limit. */
const AXIS_X = 50;
const LOG_AXIS_X = 76;
const AXIS_X_LIMIT = 104;
const TYPICAL_LENGTH = 1200;
/** From the axis to the first track. */
const FIRST_TRACK = 17;
/** Between the capsules of the first track and the axis. */
const TRACK_AXIS_GAP = 7;
const COLUMN_LABEL_INDENT = 34;
/** Between the lanes' names and the axis. */
const HEADS_AXIS_GAP = 24;
/** Under the axis. */
const AXIS_BOTTOM_GAP = 8;
/** Labels keep this distance down the page. */
const COLUMN_GAP = 10;
/** With more events than this, clusters are the larger the longer the figure is: what it holds stays within bounds. */
const FEW_COLUMN_EVENTS_MAX = 500;
const CLUSTER_CELLS_MAX = 160;
/** Events of such a cell that are still drawn one by one. */
const CELL_DOTS_MAX = 2;
/** Otherwise cells are as long as a capsule needs down the page, where its count takes no more room than its height. */
const CLUSTER_CELL_HEIGHT_MIN = 40;
/** Marks that would touch step aside, at most so often; those with labels as often as they need. */
const STACK_LIMITS = { unlabelled: 2, labelled: Number.POSITIVE_INFINITY };

export class VerticalFigure {
  readonly scale: Scale;
  readonly maxZoom: number;
  private readonly lanes: readonly ProjectedLane[];
  private readonly shared: SharedTrack | undefined;
  private readonly events: ColumnEvents;
  private readonly tree: ColumnTree;
  private readonly text: ColumnText;
  private readonly axisX: number;
  private readonly track: TrackPitch;
  private readonly tracks: readonly number[];
  private readonly labelX: number;
  private readonly heads: ColumnHeads;
  private readonly start: number;
  private readonly footless: boolean;
  private readonly length: number;
  private readonly coarse: Pick<Viewport, "minCell" | "clusterLimit">;
  private readonly relations: readonly PlacedRelation[];
  private readonly wideAxis = overscanAxis();

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    private readonly wanted: ScaleRequest,
    private readonly options: LayoutOptions,
    whole?: VerticalFigure,
  ) {
    const count = timeline.lanes.length;
    // What a filter leaves stands on the tracks of all.
    this.track = whole?.track ?? trackPitch(index, options.width);
    const { capsule, pitch } = this.track;
    const firstTrack = Math.max(FIRST_TRACK, (pitch > 0 ? Math.min(capsule, pitch) : capsule) / 2 + TRACK_AXIS_GAP);
    // On a shared track a stair of names would lead nowhere; the list names the lanes.
    const named = pitch === 0 && count > 1 ? [] : timeline.lanes;
    const counts = index.lanes.map(({ size }) => size);
    const placed = (axisX: number) => {
      const tracks = timeline.lanes.map((_, i) => axisX + firstTrack + i * pitch);
      const labelX = (tracks.at(-1) ?? axisX + firstTrack) + COLUMN_LABEL_INDENT;
      const labelWidth = options.width - FIGURE_INSET - labelX;
      const text = new ColumnText(timeline, options, labelWidth);
      const heads = columnHeads(named, counts, labelWidth, options.measure);
      const start = options.top + heads.height + HEADS_AXIS_GAP;
      const high = options.height === undefined ? undefined : options.height - start - AXIS_BOTTOM_GAP;
      const footless = high !== undefined && high - options.footerHeight < COLUMN_HEIGHT_MIN;
      const room = high === undefined || footless ? high : high - options.footerHeight;
      const { scale, length } = whole
        ? { scale: whole.scale, length: whole.length }
        : columnScale(timeline, index, text, wanted, COLUMN_GAP, room);
      return { axisX, tracks, labelX, text, heads, start, footless, scale, length };
    };
    let column = placed(whole?.axisX ?? this.axisPlace(index, wanted));
    // The words of the axis are known now; where they are longer than they seemed, all of it moves over, once.
    const words = whole ? 0 : this.axisTextWidth(column);
    if (words > column.axisX) column = placed(words);
    const { scale, length } = column;
    this.axisX = column.axisX;
    this.tracks = column.tracks;
    this.labelX = column.labelX;
    this.text = column.text;
    this.heads = column.heads;
    this.start = column.start;
    this.footless = column.footless;
    this.scale = scale;
    this.length = length;
    this.maxZoom = maxZoom(scale);
    this.events = new ColumnEvents(timeline, index, scale);
    this.tree = new ColumnTree(this.events, {
      scale: length / (scale.domain[1] - scale.domain[0]),
      gap: COLUMN_GAP,
      maxLevel: Math.ceil(Math.log(this.maxZoom) / Math.log(LEVEL_FACTOR)),
      content: (at) => this.text.label(this.events.event(at)),
      pins: this.text.pins(index, this.events, scale, length, COLUMN_GAP),
    });
    this.lanes = projectLanes(index, scale, options.markSize);
    const isShared = pitch === 0 && count > 1;
    this.shared = isShared ? new SharedTrack(index, scale, this.lanes, options.markSize) : undefined;
    const minCell = Math.max(
      CLUSTER_CELL_HEIGHT_MIN,
      (length * (isShared ? 1 : Math.max(1, count))) / CLUSTER_CELLS_MAX,
    );
    this.coarse =
      timeline.events.length > FEW_COLUMN_EVENTS_MAX
        ? { minCell, clusterLimit: CELL_DOTS_MAX }
        : { minCell: CLUSTER_CELL_HEIGHT_MIN };
    this.relations = options.relations ? placedRelations(timeline) : [];
  }

  filtered(timeline: Timeline, index: EventIndex): VerticalFigure {
    return new VerticalFigure(timeline, index, this.wanted, this.options, this);
  }

  layout(view: View, overscan = 0, _hurried = false, selected: string | null = null): VerticalLayout {
    const viewport = this.viewport(view.from, view.to);
    const wide = withOverscan(viewport, overscan, this.scale.domain);
    const { px } = viewport;
    // Places in the column are counted from the beginning of the axis, which may lie far above the window.
    const zero = px(this.scale.domain[0]);
    const standing = this.standing(wide);
    const labels = this.labels(standing, wide, zero);
    const places = standing.flatMap(({ at }) => at ?? []);
    const bottom = standing.reduce(
      (lowest, { top, height }) => Math.max(lowest, top + height + zero),
      this.start + this.length,
    );
    const end = view.isWhole ? bottom : this.start + this.length;
    const laneLayouts =
      this.shared?.layOut(this.events, places, wide, STACK_LIMITS, viewport) ??
      this.laneLayouts(places, wide, viewport);
    const { now, width } = this.options;
    const nowPlace = now === undefined ? undefined : this.scale.position(now);
    const nowAt = nowPlace !== undefined && nowPlace >= wide.from && nowPlace <= wide.to ? px(nowPlace) : undefined;
    const given =
      this.options.height === undefined ? 0 : this.options.height - (this.footless ? 0 : this.options.footerHeight);
    return {
      orientation: "vertical",
      width,
      height: Math.max(Math.ceil((given ? this.start + this.length : end) + AXIS_BOTTOM_GAP), given),
      footless: this.footless,
      start: this.start,
      end,
      axisX: this.axisX,
      labelX: this.labelX,
      boxes: this.laneBoxes(),
      laneLayouts,
      labels,
      scaleType: this.scale.type,
      lanesFrom: this.axisX,
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
      shift: this.start - laid.px(view.from),
      ...this.pinned(view, selected ?? null, window, wide, this.standing(wide), laid.px(wide.to), layout),
    };
  }

  /** What keeps to the window while the rest is moved. */
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
    const { axisX, scale, text } = this;
    // Threads run beside the axis.
    const most = this.relations.length > 0 ? 0 : FIRST_TRACK;
    const freeTo = (from: number, to: number): number =>
      Math.min(trackSpace(this.tracks, laneLayouts, from, to) - axisX, most);
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
        { axisX, now, freeTo, drawn: wide, frame: this.wideAxis },
      ),
      relationLines: verticalRelationLines(this.relations, view, selected, {
        boxes: this.laneBoxes(),
        axisX,
        scale,
        px: window.px,
      }),
    };
  }

  /** What stands in the column beside a stretch of the axis, or reaches there. */
  private standing({ scale, from, to }: Viewport): Standing[] {
    return this.tree.standing(scale, from - COLUMN_REACH / scale, to + COLUMN_REACH / scale);
  }

  /** Far enough from the left for the words of the axis. The scale is not known yet; its words hardly depend on that. */
  private axisPlace(index: EventIndex, { type, origin, opened }: ScaleRequest): number {
    const scale = timelineScale(this.timeline, index, {
      scale: firstType(type),
      origin,
      opened,
      foldLength: 0.1,
      foldPadding: 0.02,
    });
    return Math.max(type === "log" ? LOG_AXIS_X : AXIS_X, this.axisTextWidth({ scale, length: TYPICAL_LENGTH }));
  }

  /** Where the axis would stand if its words decided alone, in px. */
  private axisTextWidth({ scale, length }: { scale: Scale; length: number }): number {
    const { locale, measure, now } = this.options;
    const [from, to] = scale.domain;
    const px = (place: number): number => ((place - from) / (to - from)) * length;
    return Math.min(
      AXIS_X_LIMIT,
      axisTextWidth({ scale, from, to, px, locale, measure }, now === undefined ? undefined : locale.figure.today),
    );
  }

  private viewport(from: number, to: number): Viewport {
    return { ...viewportOf(this.scale, from, to, this.start, this.length), ...this.coarse };
  }

  private labels(standing: readonly Standing[], { from, to, scale }: Viewport, zero: number): VerticalLabel[] {
    return standing.flatMap(({ at, top }): VerticalLabel[] => {
      if (at === undefined) return [];
      const place = this.events.start[at] as number;
      if (place < from || place > to) return [];
      const event = this.events.event(at);
      return [
        { event, content: this.text.label(event), mark: this.events.markOffset(at, scale) + zero, top: top + zero },
      ];
    });
  }

  private laneBoxes(): LaneBox[] {
    return this.timeline.lanes.map((lane, i) => {
      const { name = [], nameWidth = 0, top = 0 } = this.heads.heads[i] ?? {};
      return {
        lane,
        name,
        nameWidth,
        top: this.options.top + top,
        bottom: this.start + this.length,
        line: this.tracks[i] as number,
        rowsBelow: [],
        rowsAbove: [],
        count: this.lanes[i]?.size ?? 0,
      };
    });
  }
}

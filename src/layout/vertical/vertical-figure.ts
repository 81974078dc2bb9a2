/**
 * The vertical figure: time runs down, lanes are tracks side by side, all labels stand in one column of horizontal text.
 * It is as high as its labels need, and the page scrolls it.
 */
import type { EventIndex } from "../../model/events/event-index.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { wideAxis } from "../axis/axis.js";
import { type AxisView, axisViewOf, widened } from "../axis/viewport.js";
import { axisRoom, columnAxis } from "./column-axis.js";
import { columnEras, REACH } from "./column-eras.js";
import { ColumnEvents } from "./column-events.js";
import { type ColumnHeads, columnHeads } from "./column-heads.js";
import { ColumnTree, type Standing } from "./column-tree.js";
import { firstType, type ScaleRequest, SHORTEST, verticalScale } from "./column-scale.js";
import { ColumnText } from "./column-text.js";
import { timelineScale } from "../axis/scale-domain.js";
import { deepestOf } from "../axis/max-zoom.js";
import type { LayoutOptions } from "../options.js";
import type { LaneBox, VerticalLabel, VerticalLayout } from "../types.js";
import { labelledByLane } from "../labels/labelled-by-lane.js";
import { heldBeside } from "../labels/sticky-labels.js";
import { LEVEL_FACTOR } from "../labels/label-levels.js";
import { type LaneFrame, laneItems, outside } from "../marks/lane-layout.js";
import { type LaneMarks, laneMarks } from "../marks/lane-index.js";
import { FIGURE_INSET } from "../metrics.js";
import { SharedTrack } from "./shared-track.js";
import { relationsOf, type Related } from "../relations/relation-lines.js";
import { type TrackPitch, trackPitch } from "./track-pitch.js";
import { trackRoom } from "./track-space.js";
import { verticalThreads } from "./relation-lines.js";

/** The axis stands this far from the left, or as far as its words need up to the limit. */
const AXIS_X = 50;
const LOG_AXIS_X = 76;
const AXIS_X_LIMIT = 104;
const TYPICAL_LENGTH = 1200;
/** From the axis to the first track. */
const FIRST_TRACK = 17;
/** Between the capsules of the first track and the axis. */
const AXIS_GAP = 7;
const LABEL_INDENT = 34;
/** Between the lanes' names and the axis. */
const BELOW_HEADS = 24;
/** Under the axis. */
const BELOW = 8;
/** Labels keep this distance down the page. */
const COLUMN_GAP = 10;
/** With more events than this, clusters are the larger the longer the figure is: what it holds stays within bounds. */
const FEW = 500;
const MOST_CELLS = 160;
/** Events of such a cell that are still drawn one by one. */
const FEW_IN_CELL = 2;
/** Otherwise cells are as long as a capsule needs down the page, where its count takes no more room than its height. */
const SHORT_CELL = 40;
/** Marks that would touch step aside, at most so often; those with labels as often as they need. */
const STEPS = { unlabelled: 2, labelled: Number.POSITIVE_INFINITY };

export class VerticalFigure {
  readonly scale: Scale;
  readonly deepest: number;
  private readonly lanes: readonly LaneMarks[];
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
  private readonly coarse: Pick<AxisView, "cell" | "closer">;
  private readonly related: readonly Related[];
  private readonly wideAxis = wideAxis();

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
    const firstTrack = Math.max(FIRST_TRACK, (pitch > 0 ? Math.min(capsule, pitch) : capsule) / 2 + AXIS_GAP);
    // On a shared track a stair of names would lead nowhere; the list names the lanes.
    const named = pitch === 0 && count > 1 ? [] : timeline.lanes;
    const counts = index.lanes.map(({ size }) => size);
    const placed = (axisX: number) => {
      const tracks = timeline.lanes.map((_, i) => axisX + firstTrack + i * pitch);
      const labelX = (tracks.at(-1) ?? axisX + firstTrack) + LABEL_INDENT;
      const labelWidth = options.width - FIGURE_INSET - labelX;
      const text = new ColumnText(timeline, options, labelWidth);
      const heads = columnHeads(named, counts, labelWidth, options.measure);
      const start = options.top + heads.height + BELOW_HEADS;
      const high = options.height === undefined ? undefined : options.height - start - BELOW;
      const footless = high !== undefined && high - options.foot < SHORTEST;
      const room = high === undefined || footless ? high : high - options.foot;
      const { scale, length } = whole
        ? { scale: whole.scale, length: whole.length }
        : verticalScale(timeline, index, text, wanted, COLUMN_GAP, room);
      return { axisX, tracks, labelX, text, heads, start, footless, scale, length };
    };
    let column = placed(whole?.axisX ?? this.axisPlace(index, wanted));
    // The words of the axis are known now; where they are longer than they seemed, all of it moves over, once.
    const words = whole ? 0 : this.axisRoom(column);
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
    this.deepest = deepestOf(scale);
    this.events = new ColumnEvents(timeline, index, scale);
    this.tree = new ColumnTree(this.events, {
      scale: length / (scale.domain[1] - scale.domain[0]),
      gap: COLUMN_GAP,
      maxLevel: Math.ceil(Math.log(this.deepest) / Math.log(LEVEL_FACTOR)),
      content: (at) => this.text.label(this.events.event(at)),
      pins: this.text.pins(index, this.events, scale, length, COLUMN_GAP),
    });
    this.lanes = laneMarks(index, scale, options.markSize);
    const isShared = pitch === 0 && count > 1;
    this.shared = isShared ? new SharedTrack(index, scale, this.lanes, options.markSize) : undefined;
    const cell = Math.max(SHORT_CELL, (length * (isShared ? 1 : Math.max(1, count))) / MOST_CELLS);
    this.coarse = timeline.events.length > FEW ? { cell, closer: FEW_IN_CELL } : { cell: SHORT_CELL };
    this.related = options.relations ? relationsOf(timeline) : [];
  }

  only(timeline: Timeline, index: EventIndex): VerticalFigure {
    return new VerticalFigure(timeline, index, this.wanted, this.options, this);
  }

  frame(view: View, beyond = 0, _hurried = false, selected: string | null = null): VerticalLayout {
    const axisView = this.axisView(view.from, view.to);
    const wide = widened(axisView, beyond, this.scale.domain);
    const { px } = axisView;
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
    const frames =
      this.shared?.frames(this.events, places, wide, STEPS, axisView) ?? this.frames(places, wide, axisView);
    const { now, width } = this.options;
    const nowPlace = now === undefined ? undefined : this.scale.position(now);
    const nowAt = nowPlace !== undefined && nowPlace >= wide.from && nowPlace <= wide.to ? px(nowPlace) : undefined;
    const given = this.options.height === undefined ? 0 : this.options.height - (this.footless ? 0 : this.options.foot);
    return {
      orientation: "vertical",
      width,
      height: Math.max(Math.ceil((given ? this.start + this.length : end) + BELOW), given),
      footless: this.footless,
      start: this.start,
      end,
      axisX: this.axisX,
      labelX: this.labelX,
      boxes: this.laneBoxes(),
      frames,
      labels,
      scaleType: this.scale.type,
      lanesFrom: this.axisX,
      lanesTo: width - FIGURE_INSET,
      headTop: this.options.top,
      now: nowAt,
      drawn: [px(wide.from), px(wide.to)],
      shift: 0,
      ...this.kept(view, selected, axisView, wide, standing, view.isWhole ? end : px(wide.to), {
        now: nowAt,
        frames,
        labels,
      }),
    };
  }

  private frames(places: readonly number[], wide: AxisView, window: AxisView): LaneFrame[] {
    const labelled = labelledByLane(this.lanes, this.events, places);
    return this.lanes.map((lane, i) => laneItems(lane, labelled[i] as ReadonlySet<number>, wide, STEPS, window));
  }

  moved(layout: VerticalLayout, laidFor: View, beyond: number, view: View, selected?: string | null): VerticalLayout {
    const laid = this.axisView(laidFor.from, laidFor.to);
    const wide = widened(laid, beyond, this.scale.domain);
    const window = { ...laid, from: view.from, to: view.to };
    return {
      ...layout,
      frames: layout.frames.map((frame, i) => ({ ...frame, ...outside(this.lanes[i] as LaneMarks, window) })),
      shift: this.start - laid.px(view.from),
      ...this.kept(view, selected ?? null, window, wide, this.standing(wide), laid.px(wide.to), layout),
    };
  }

  /** What keeps to the window while the rest is moved. */
  private kept(
    view: View,
    selected: string | null,
    window: AxisView,
    wide: AxisView,
    standing: readonly Standing[],
    end: number,
    { now, frames, labels }: Pick<VerticalLayout, "now" | "frames" | "labels">,
  ): Pick<VerticalLayout, "eras" | "axis" | "threads" | "held"> {
    const { locale, measure } = this.options;
    const { axisX, scale, text } = this;
    // Threads run beside the axis.
    const most = this.related.length > 0 ? 0 : FIRST_TRACK;
    const freeTo = (from: number, to: number): number =>
      Math.min(trackRoom(this.tracks, frames, from, to) - axisX, most);
    const eras = columnEras(this.timeline.eras, { scale, window, wide, standing, end, text });
    const names = eras.map(({ era, text: from }) => ({ from, to: from + text.eraHeight(era) }));
    const [from, to] = [window.px(view.from), window.px(view.to)];
    const content = (event: PlacedEvent) => text.label(event);
    return {
      eras,
      held: view.from > scale.domain[0] ? heldBeside({ frames, labels, eras: names, from, to, content }) : undefined,
      axis: columnAxis(
        { ...window, scale, locale, measure },
        { axisX, now, freeTo, drawn: wide, frame: this.wideAxis },
      ),
      threads: verticalThreads(this.related, view, selected, { boxes: this.laneBoxes(), axisX, scale, px: window.px }),
    };
  }

  /** What stands in the column beside a stretch of the axis, or reaches there. */
  private standing({ scale, from, to }: AxisView): Standing[] {
    return this.tree.standing(scale, from - REACH / scale, to + REACH / scale);
  }

  /** Far enough from the left for the words of the axis. The scale is not known yet; its words hardly depend on that. */
  private axisPlace(index: EventIndex, { type, origin, opened }: ScaleRequest): number {
    const scale = timelineScale(this.timeline, index, {
      scale: firstType(type),
      origin,
      opened,
      foldLength: 0.1,
      foldAir: 0.02,
    });
    return Math.max(type === "log" ? LOG_AXIS_X : AXIS_X, this.axisRoom({ scale, length: TYPICAL_LENGTH }));
  }

  /** Where the axis would stand if its words decided alone, in px. */
  private axisRoom({ scale, length }: { scale: Scale; length: number }): number {
    const { locale, measure, now } = this.options;
    const [from, to] = scale.domain;
    const px = (place: number): number => ((place - from) / (to - from)) * length;
    return Math.min(
      AXIS_X_LIMIT,
      axisRoom({ scale, from, to, px, locale, measure }, now === undefined ? undefined : locale.figure.today),
    );
  }

  private axisView(from: number, to: number): AxisView {
    return { ...axisViewOf(this.scale, from, to, this.start, this.length), ...this.coarse };
  }

  private labels(standing: readonly Standing[], { from, to, scale }: AxisView, zero: number): VerticalLabel[] {
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
        rows: [],
        above: [],
        count: this.lanes[i]?.size ?? 0,
      };
    });
  }
}

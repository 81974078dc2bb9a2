/**
 * The vertical figure: time runs down, lanes are tracks side by side, all labels stand in one column of horizontal text.
 * It is as high as its labels need, and the page scrolls it.
 */
import { expectedWidth } from "../base/text-width.js";
import type { EventIndex } from "../model/event-index.js";
import type { Era, Timeline } from "../model/timeline.js";
import type { Scale, ScaleType } from "../time/scale.js";
import type { View } from "../view.js";
import { axisFrame } from "./axis.js";
import { timelineScale } from "./domain.js";
import { type EraBox, eraExtent, eraText } from "./eras.js";
import type { LaneBox, VerticalLayout } from "./figure-layout.js";
import type { LayoutOptions } from "./horizontal.js";
import { type AxisView, laneItems } from "./lane-frame.js";
import { type LaneMarks, laneMarks } from "./lane-marks.js";
import { FIGURE_INSET, TITLE_SIZE } from "./metrics.js";
import { type ColumnItem, DATE_MIDDLE, inOrder, LABEL_GAP, LabelColumn } from "./vertical-column.js";
import { spread, type VerticalLabel } from "./vertical-labels.js";

const AXIS_X = 50;
const FIRST_TRACK = 67;
const TRACK_PITCH = 15;
/** Tracks take no more room than this; beyond that lanes share it. */
const TRACKS_WIDTH = 90;
const MOST_TRACKS = 12;
const LABEL_INDENT = 34;
/** Height of a lane's name in the stair above the tracks. */
const HEAD_LINE = 19;

/** A fold is so high, in px. */
const FOLD = 48;
/** Up to so many labels; the rest are dots and clusters. */
const MOST_LABELS = 150;

export class VerticalFigure {
  readonly scale: Scale;
  private readonly lanes: readonly LaneMarks[];
  private readonly labelled: readonly ReadonlySet<number>[];
  private readonly tracks: readonly number[];
  private readonly labelX: number;
  private readonly column: LabelColumn;
  private readonly start: number;
  private readonly length: number;

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    type: ScaleType,
    private readonly options: LayoutOptions,
  ) {
    const count = timeline.lanes.length;
    const pitch = count > MOST_TRACKS ? 0 : count > 1 ? Math.min(TRACK_PITCH, TRACKS_WIDTH / (count - 1)) : 0;
    this.tracks = timeline.lanes.map((_, i) => FIRST_TRACK + i * pitch);
    this.labelX = (this.tracks.at(-1) ?? FIRST_TRACK) + LABEL_INDENT;
    this.start = options.top + this.headHeight() + 24;

    const chosen = mostImportant(index, MOST_LABELS);
    const make = (open: number): Scale => timelineScale(index, timeline.eras, { scale: type, foldLength: FOLD / open });
    this.column = new LabelColumn(timeline, options, this.labelX, index, chosen);
    const open = this.column.openLength(make);
    this.scale = make(open);
    this.length = open + this.scale.folds.length * FOLD;
    this.lanes = laneMarks(index, timeline.events, this.scale);
    this.labelled = this.lanes.map(
      (lane) =>
        new Set(Array.from({ length: lane.size }, (_, at) => at).filter((at) => chosen.has(lane.eventIndex(at)))),
    );
  }

  frame(view: View): VerticalLayout {
    const axisView = this.axisView(view.from, view.to);
    const { px } = axisView;
    const items = this.items(view);
    const tops = spread(
      items.map((item) => this.column.wish(item, px)),
      LABEL_GAP,
      this.start - DATE_MIDDLE,
    );
    const labels: VerticalLabel[] = [];
    const eraTops = new Map<Era, number>();
    items.forEach((item, i) => {
      const top = tops[i] as number;
      if (item.era) eraTops.set(item.era, top);
      else if (item.event && item.content) {
        labels.push({ event: item.event, content: item.content, mark: this.column.markAt(item, px), top });
      }
    });
    const bottom = items.reduce(
      (lowest, item, i) => Math.max(lowest, (tops[i] as number) + item.height),
      this.start + this.length,
    );
    const nowAt = this.options.now === undefined ? undefined : this.scale.position(this.options.now);
    const request = { ...axisView, scale: this.scale, locale: this.options.locale, measure: this.options.measure };
    return {
      orientation: "vertical",
      width: this.options.width,
      height: Math.ceil(bottom + 8),
      start: this.start,
      end: bottom,
      axisX: AXIS_X,
      labelX: this.labelX,
      boxes: this.laneBoxes(),
      frames: this.lanes.map((lane, i) => laneItems(lane, this.labelled[i] as ReadonlySet<number>, axisView, 2)),
      labels,
      eras: this.eraBoxes(view, px, eraTops, bottom),
      axis: axisFrame({ ...request, vertical: true }),
      lanesFrom: AXIS_X,
      lanesTo: this.options.width - FIGURE_INSET,
      headTop: this.options.top,
      now: nowAt !== undefined && nowAt >= view.from && nowAt <= view.to ? px(nowAt) : undefined,
    };
  }

  private headHeight(): number {
    return this.timeline.lanes.filter((lane) => lane.title !== undefined).length * HEAD_LINE;
  }

  private axisView(from: number, to: number): AxisView {
    const scale = this.length / (to - from);
    const [first, last] = this.scale.domain;
    return {
      scale,
      baseScale: this.length / (last - first),
      from,
      to,
      px: (place) => this.start + (place - from) * scale,
      origin: first,
    };
  }

  private items(view: View): ColumnItem[] {
    const items: ColumnItem[] = [];
    this.lanes.forEach((lane, i) => {
      for (const at of this.labelled[i] as ReadonlySet<number>) {
        const place = lane.start[at] as number;
        if (place >= view.from && place <= view.to)
          items.push(this.column.eventItem(lane.event(at), place, this.scale));
      }
    });
    for (const era of this.timeline.eras) {
      const item = this.column.eraItem(era, this.scale);
      if (item.place >= view.from && item.place <= view.to) items.push(item);
    }
    return inOrder(items);
  }

  private laneBoxes(): LaneBox[] {
    const { measure } = this.options;
    const widthOf = (name = ""): number => expectedWidth(measure(name, TITLE_SIZE, 600), 600, measure);
    return this.timeline.lanes.map((lane, i) => ({
      lane,
      nameWidth: widthOf(lane.title),
      top: this.options.top + i * HEAD_LINE,
      bottom: this.start + this.length,
      line: this.tracks[i] as number,
      rows: [],
      name: lane.title === undefined ? [] : [lane.title],
      count: this.lanes[i]?.size ?? 0,
    }));
  }

  private eraBoxes(
    view: View,
    px: (place: number) => number,
    tops: ReadonlyMap<Era, number>,
    bottom: number,
  ): EraBox[] {
    return this.timeline.eras.flatMap((era): EraBox[] => {
      const [a, b] = eraExtent(era, this.scale);
      if (b <= view.from || a >= view.to) return [];
      const text = eraText(era, this.options.locale, this.options.measure);
      const to = b >= this.scale.domain[1] ? bottom : px(b);
      const from = Math.max(this.start, px(a));
      const at = tops.get(era) ?? from + 3;
      return [
        {
          era,
          from,
          to,
          startsHere: a >= view.from,
          endsHere: b <= view.to,
          row: this.column.numbersFit(text) ? 0 : 1,
          text: at,
          ...text,
        },
      ];
    });
  }
}

/** Indices of the highest ranked events. */
function mostImportant(index: EventIndex, count: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const lane of index.lanes) {
    for (let at = 0; at < lane.size; at++) if ((lane.rank[at] as number) < count) chosen.add(lane.event[at] as number);
  }
  return chosen;
}

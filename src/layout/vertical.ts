/**
 * The vertical figure: time runs down, lanes are tracks side by side, all labels stand in one column of horizontal text.
 * It is as high as its labels need, and the page scrolls it.
 */
import { expectedWidth } from "../base/text-width.js";
import type { EventIndex } from "../model/event-index.js";
import type { Era, PlacedEvent, Timeline } from "../model/timeline.js";
import type { Scale, ScaleType } from "../time/scale.js";
import type { View } from "../view.js";
import { axisFrame } from "./axis.js";
import { timelineScale } from "./domain.js";
import { type EraBox, type EraText, eraExtent, eraText } from "./eras.js";
import type { LaneBox, VerticalLayout } from "./figure-layout.js";
import type { LayoutOptions } from "./horizontal.js";
import { type LabelContent, type LabelStyle, labelContent } from "./label.js";
import { type AxisView, laneItems } from "./lane-frame.js";
import { type LaneMarks, laneMarks } from "./lane-marks.js";
import { FIGURE_INSET, TITLE_SIZE } from "./metrics.js";
import { spread, type VerticalLabel, type Wish } from "./vertical-labels.js";

const AXIS_X = 50;
const FIRST_TRACK = 67;
const TRACK_PITCH = 15;
/** Tracks take no more room than this; beyond that lanes share it. */
const TRACKS_WIDTH = 90;
const MOST_TRACKS = 12;
const LABEL_INDENT = 34;
const WIDEST_LABEL = 420;
/** Height of a lane's name in the stair above the tracks. */
const HEAD_LINE = 19;
const LABEL_GAP = 10;
/** From the top of a label to the middle of its date. */
const DATE_MIDDLE = 8;
/** A fold is so high, in px. */
const FOLD = 48;
/** The scale is chosen so that labels stand no further than this from their marks, in px. */
const DISPLACEMENT = 80;
/** Up to so many labels; the rest are dots and clusters. */
const MOST_LABELS = 150;
/** An era's name is pinned to its beginning. */
const PINNED = 4000;

interface Item {
  readonly place: number;
  readonly end: number;
  readonly height: number;
  readonly weight: number;
  readonly event?: PlacedEvent;
  readonly content?: LabelContent;
  readonly era?: Era;
}

export class VerticalFigure {
  readonly scale: Scale;
  private readonly lanes: readonly LaneMarks[];
  private readonly labelled: readonly ReadonlySet<number>[];
  private readonly tracks: readonly number[];
  private readonly labelX: number;
  private readonly contents = new Map<PlacedEvent, LabelContent>();
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
    this.measureLabels(index, chosen);
    const open = this.openLength(index, chosen, make);
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
      items.map((item) => this.wish(item, px)),
      LABEL_GAP,
      this.start - DATE_MIDDLE,
    );
    const labels: VerticalLabel[] = [];
    const eraTops = new Map<Era, number>();
    items.forEach((item, i) => {
      const top = tops[i] as number;
      if (item.era) eraTops.set(item.era, top);
      else if (item.event && item.content) {
        labels.push({ event: item.event, content: item.content, mark: this.markAt(item, px), top });
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

  private measureLabels(index: EventIndex, chosen: ReadonlySet<number>): void {
    const { locale, measure, width } = this.options;
    const style: LabelStyle = { locale, measure, sources: this.timeline.events.length <= 60 ? "numbers" : "count" };
    const room = Math.min(WIDEST_LABEL, width - FIGURE_INSET - this.labelX);
    for (const lane of index.lanes) {
      for (const i of lane.event) {
        const event = this.timeline.events[i];
        if (!event || !chosen.has(i)) continue;
        this.contents.set(event, this.fullest(event, style, room));
      }
    }
  }

  /** The whole title in three lines or four, else the short one, else what three lines hold. */
  private fullest(event: PlacedEvent, style: LabelStyle, room: number): LabelContent {
    const three = labelContent(event, style, { title: room, lines: 3, room });
    if (!three.cut) return three;
    const four = labelContent(event, style, { title: room, lines: 4, room });
    if (!four.cut) return four;
    return event.shortTitle ? labelContent(event, style, { title: room, lines: 3, room, short: true }) : three;
  }

  /**
   * Height of the open stretches, in px: the least at which labels are displaced by no more than is easy to follow. Where
   * many events share a day no height is enough, so it also never exceeds what the labels need twice over.
   */
  private openLength(index: EventIndex, chosen: ReadonlySet<number>, make: (open: number) => Scale): number {
    let needed = 0;
    for (const content of this.contents.values()) needed += content.height + LABEL_GAP;
    const least = Math.max(240, needed * 0.8);
    const most = Math.max(least, needed * 2);
    const displacement = (open: number): number => {
      const scale = make(open);
      const [first] = scale.domain;
      const factor = open / openPart(scale, open);
      const px = (place: number): number => (place - first) * factor;
      const items = this.itemsOf(index, chosen, scale);
      const wishes = items.map((item) => this.wish(item, px));
      const tops = spread(wishes, LABEL_GAP, -DATE_MIDDLE);
      return tops.reduce((worst, top, i) => Math.max(worst, Math.abs(top - (wishes[i] as Wish).wish)), 0);
    };
    let [low, high] = [least, most];
    if (displacement(low) <= DISPLACEMENT) return low;
    while (high - low > 20) {
      const middle = (low + high) / 2;
      if (displacement(middle) <= DISPLACEMENT) high = middle;
      else low = middle;
    }
    return high;
  }

  private itemsOf(index: EventIndex, chosen: ReadonlySet<number>, scale: Scale): Item[] {
    const items: Item[] = [];
    for (const lane of index.lanes) {
      for (let at = 0; at < lane.size; at++) {
        const i = lane.event[at] as number;
        const event = this.timeline.events[i];
        if (event && chosen.has(i)) items.push(this.eventItem(event, scale.position(lane.start[at] as number), scale));
      }
    }
    for (const era of this.timeline.eras) items.push(this.eraItem(era, scale));
    return inOrder(items);
  }

  private items(view: View): Item[] {
    const items: Item[] = [];
    this.lanes.forEach((lane, i) => {
      for (const at of this.labelled[i] as ReadonlySet<number>) {
        const place = lane.start[at] as number;
        if (place >= view.from && place <= view.to) items.push(this.eventItem(lane.event(at), place, this.scale));
      }
    });
    for (const era of this.timeline.eras) {
      const item = this.eraItem(era, this.scale);
      if (item.place >= view.from && item.place <= view.to) items.push(item);
    }
    return inOrder(items);
  }

  private eventItem(event: PlacedEvent, place: number, scale: Scale): Item {
    const content = this.contents.get(event) as LabelContent;
    const end = Number.isFinite(event.span.end) ? scale.position(event.span.end) : place;
    return { place, end, height: content.height, weight: event.importance, event, content };
  }

  private eraItem(era: Era, scale: Scale): Item {
    const [from] = eraExtent(era, scale);
    const { locale, measure } = this.options;
    const text = eraText(era, locale, measure);
    return { place: from, end: from, height: this.numbersFit(text) ? 33 : 51, weight: PINNED, era };
  }

  /** Whether an era's source numbers fit after its date. */
  private numbersFit(text: EraText): boolean {
    const last = text.numbers.at(-1);
    if (!last) return true;
    return text.numbersAt + last.x + last.width <= this.options.width - FIGURE_INSET - this.labelX;
  }

  /** The level a label's leader starts from: the middle of a dot, near the beginning of something longer. */
  private markAt(item: Item, px: (place: number) => number): number {
    const start = px(item.place);
    return start + Math.min((px(item.end) - start) / 2, DATE_MIDDLE);
  }

  private wish(item: Item, px: (place: number) => number): Wish {
    const { height, weight } = item;
    return { wish: item.era ? px(item.place) + 3 : this.markAt(item, px) - DATE_MIDDLE, height, weight };
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
          row: this.numbersFit(text) ? 0 : 1,
          text: at,
          ...text,
        },
      ];
    });
  }
}

/** The open stretches of an axis, in its units. */
function openPart(scale: Scale, open: number): number {
  const [first, last] = scale.domain;
  const folds = scale.folds.reduce((sum, fold) => sum + fold.to - fold.from, 0);
  return Math.max(last - first - folds, (last - first) / (open + 1));
}

function inOrder(items: Item[]): Item[] {
  // An era's name comes before the events of its first day.
  return items.sort(
    (a, b) => a.place - b.place || Number(Boolean(b.era)) - Number(Boolean(a.era)) || b.weight - a.weight,
  );
}

/** Indices of the highest ranked events. */
function mostImportant(index: EventIndex, count: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const lane of index.lanes) {
    for (let at = 0; at < lane.size; at++) if ((lane.rank[at] as number) < count) chosen.add(lane.event[at] as number);
  }
  return chosen;
}

/** The texts of the vertical figure's column: event labels and era names, and the choice of those at level 0. */
import { expectedWidth } from "../../base/text-width.js";
import { type Wrapped, wrapText } from "../../base/wrap.js";
import type { EventIndex } from "../../model/events/event-index.js";
import type { Era, PlacedEvent, Timeline } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { ColumnEvents } from "./column-events.js";
import { ColumnSpace } from "./column-space.js";
import type { Pin } from "./column-tree.js";
import { type ColumnEra, type EraText, eraExtent, eraText } from "../axis/eras.js";
import type { LayoutOptions } from "../options.js";
import { DATE_LINE as ERA_LINE, SOURCE_NUMBER_GAP, SMALL_SIZE } from "../metrics.js";
import { type LabelContent, type LabelMaker, labelMakerOf, bindDash } from "../labels/label-content.js";

/** Widest label, in px. */
const LABEL_WIDTH_MAX = 420;
/** Number of labels that determine the height of the column; further events are dots and clusters until the reader zooms. */
export const COLUMN_LABELS_MAX = 150;
/** Weight of an era's name, so high that it stays at the era's start. */
const ERA_WEIGHT = 4000;
/** Space above an era's name, in px. */
const ERA_PADDING = 1;
/** Height of an era's line of source numbers, in px. */
const ERA_NUMBERS_HEIGHT = 18;
/** Most lines of an era's texts. */
const ERA_LINES_MAX = 4;
/** How much the labels of a stretch of the column may exceed it, in px. */
export const COLUMN_OVERFLOW_MAX = 280;

export class ColumnText {
  private readonly make: LabelMaker;
  private readonly labels = new WeakMap<PlacedEvent, LabelContent>();
  private readonly eras = new Map<Era, ReturnType<ColumnText["era"]>>();
  private readonly room: number;
  private ranked: Int32Array | undefined;

  constructor(
    private readonly timeline: Timeline,
    private readonly options: Pick<LayoutOptions, "locale" | "measure" | "height">,
    room: number,
  ) {
    this.room = Math.min(LABEL_WIDTH_MAX, room);
    this.make = labelMakerOf(timeline, options);
  }

  /** The label of an event: its title in three or four lines, else the short title, else the title cut to three lines. */
  label(event: PlacedEvent): LabelContent {
    let content = this.labels.get(event);
    if (!content) {
      content = this.fullest(event);
      this.labels.set(event, content);
    }
    return content;
  }

  private fullest(event: PlacedEvent): LabelContent {
    const { make, room } = this;
    const three = make(event, { title: room, lines: 3, room });
    if (!three.cut) return three;
    const four = make(event, { title: room, lines: 4, room });
    if (!four.cut) return four;
    return event.shortTitle ? make(event, { title: room, lines: 3, room, short: true }) : three;
  }

  /** Name and date of an era in lines that fit the column; `row` is 1 when the source numbers need a line of their own. */
  era(era: Era): EraText & Pick<ColumnEra, "nameLines" | "dateLines" | "row"> {
    let found = this.eras.get(era);
    if (!found) {
      const { locale, measure } = this.options;
      const text = eraText(era, locale, measure);
      const wrap = (words: string, weight: 400 | 600): Wrapped =>
        wrapText(words, this.room, ERA_LINES_MAX, { size: SMALL_SIZE, weight, measure });
      const name = wrap(era.title, 600);
      const date = wrap(bindDash(text.date), 400);
      const numbersAt = expectedWidth(date.widths.at(-1) ?? 0, 400, measure) + SOURCE_NUMBER_GAP;
      const last = text.numbers.at(-1);
      const row = last && numbersAt + last.x + last.width > this.room ? 1 : 0;
      found = { ...text, nameLines: name.lines, dateLines: date.lines, numbersAt, row };
      this.eras.set(era, found);
    }
    return found;
  }

  /** Height of an era's name, date and numbers, in px. */
  eraHeight(era: Era): number {
    const { nameLines, dateLines, row } = this.era(era);
    return ERA_PADDING + ERA_LINE * (nameLines.length + dateLines.length) + row * ERA_NUMBERS_HEIGHT;
  }

  /**
   * The entries of the column when the whole timeline is in view: all eras, and as many of the most important events as fit.
   */
  pins(index: EventIndex, { start }: ColumnEvents, scale: Scale, length: number, gap: number): Pin[] {
    const pins = this.eraPins(scale);
    const [first, last] = scale.domain;
    const perUnit = length / (last - first);
    const isCrowded = this.timeline.events.length > COLUMN_LABELS_MAX;
    const room = new ColumnSpace(length, isCrowded ? COLUMN_OVERFLOW_MAX : Number.POSITIVE_INFINITY);
    // A column of free height shows all of few events, even where their labels exceed it a little.
    const all = !isCrowded && this.options.height === undefined;
    for (const { place, height } of pins) room.add((place - first) * perUnit, height + gap);
    for (const at of this.byRank(index)) {
      const place = start[at] as number;
      const y = (place - first) * perUnit;
      if (!all && room.isFull(y)) continue;
      const pin = this.eventPin(at, place);
      if (all || room.take(y, pin.height + gap)) pins.push(pin);
    }
    return pins.sort(inOrder);
  }

  /** The entries that the column would show at level 0 with unlimited space. */
  wanted(index: EventIndex, scale: Scale): Pin[] {
    const pins = this.eraPins(scale);
    for (const at of this.byRank(index).subarray(0, COLUMN_LABELS_MAX))
      pins.push(this.eventPin(at, this.placeOf(at, scale)));
    return pins.sort(inOrder);
  }

  private placeOf(at: number, scale: Scale): number {
    const { start, end } = (this.timeline.events[at] as PlacedEvent).span;
    return scale.position(Number.isFinite(start) ? start : end);
  }

  /** Positions of all events, the most important first. */
  private byRank({ rank, places }: EventIndex): Int32Array {
    const size = (places ?? rank).length;
    if (this.ranked?.length === size) return this.ranked;
    const found = new Int32Array(rank.length).fill(-1);
    for (let at = 0; at < size; at++) found[rank[places ? (places[at] as number) : at] as number] = at;
    let count = 0;
    for (let i = 0; count < size; i++) {
      const at = found[i] as number;
      found[count] = at;
      if (at >= 0) count++;
    }
    this.ranked = found.subarray(0, size);
    return this.ranked;
  }

  private eventPin(at: number, place: number): Pin {
    const event = this.timeline.events[at] as PlacedEvent;
    return { at, place, height: this.label(event).height, weight: event.importance };
  }

  private eraPins(scale: Scale): Pin[] {
    return this.timeline.eras.map((era, i): Pin => {
      const [place] = eraExtent(era, scale);
      const height = this.eraHeight(era);
      return { era: i, place, height, weight: ERA_WEIGHT };
    });
  }
}

/** Orders by place; an era's name comes before events at the same place. */
function inOrder(a: Pin, b: Pin): number {
  return a.place - b.place || (a.at ?? -1) - (b.at ?? -1);
}

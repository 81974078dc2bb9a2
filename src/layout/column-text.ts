/** The texts of the vertical figure's column: labels of events, names of eras, and which of them stand there at level 0. */
import type { EventIndex } from "../model/event-index.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import type { Scale } from "../time/scale.js";
import { ColumnRoom } from "./column-room.js";
import type { Pin } from "./column-tree.js";
import { type EraText, eraExtent, eraText } from "./eras.js";
import type { LayoutOptions } from "./layout-options.js";
import { type LabelContent, type LabelMaker, labelMaker } from "./label.js";

const WIDEST_LABEL = 420;
/** So many labels decide how high the column is; of more events, the rest are dots and clusters until one looks closer. */
export const MOST_LABELS = 150;
/** Up to so many events, labels number their sources one by one. */
const NUMBERED = 60;
/** An era's name is pinned to its beginning. */
const PINNED = 4000;
const ERA_HEIGHT = 33;
const ERA_NUMBERS = 18;
/** Labels of a crowd may together be so much higher than the stretch of time they belong to, in px. */
const BEYOND = 280;

export class ColumnText {
  private readonly make: LabelMaker;
  private readonly labels = new WeakMap<PlacedEvent, LabelContent>();
  private readonly room: number;
  private ranked: Int32Array | undefined;

  constructor(
    private readonly timeline: Timeline,
    private readonly options: Pick<LayoutOptions, "locale" | "measure">,
    room: number,
  ) {
    const { locale, measure } = options;
    this.room = Math.min(WIDEST_LABEL, room);
    const sources = timeline.events.length <= NUMBERED ? "numbers" : "count";
    this.make = labelMaker({ locale, measure, sources, unsourced: timeline.sources.length > 0 });
  }

  /** The whole title in three lines or four, else the short one, else what three lines hold. */
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

  /** Whether an era's source numbers fit after its date. */
  numbersFit(text: EraText): boolean {
    const last = text.numbers.at(-1);
    return !last || text.numbersAt + last.x + last.width <= this.room;
  }

  /** Height of an era's name with its date and numbers, in px. */
  eraHeight(text: EraText): number {
    return ERA_HEIGHT + (this.numbersFit(text) ? 0 : ERA_NUMBERS);
  }

  /**
   * What stands in the column when the whole timeline is in view: the most important events, as many as there is room for,
   * and all eras.
   */
  pins(index: EventIndex, scale: Scale, length: number, gap: number): Pin[] {
    const pins = this.eraPins(scale);
    const [first, last] = scale.domain;
    const perUnit = length / (last - first);
    const crowd = this.timeline.events.length > MOST_LABELS;
    const room = new ColumnRoom(length, crowd ? BEYOND : Number.POSITIVE_INFINITY);
    for (const { place, height } of pins) room.add((place - first) * perUnit, height + gap);
    for (const at of this.byRank(index)) {
      const place = this.placeOf(at, scale);
      const y = (place - first) * perUnit;
      if (room.isFull(y)) continue;
      const pin = this.eventPin(at, place);
      if (room.take(y, pin.height + gap)) pins.push(pin);
    }
    return pins.sort(inOrder);
  }

  /** What the column would like to show at level 0, if it had room for all of it everywhere. */
  wanted(index: EventIndex, scale: Scale): Pin[] {
    const pins = this.eraPins(scale);
    for (const at of this.byRank(index).subarray(0, MOST_LABELS)) pins.push(this.eventPin(at, this.placeOf(at, scale)));
    return pins.sort(inOrder);
  }

  private placeOf(at: number, scale: Scale): number {
    const { start, end } = (this.timeline.events[at] as PlacedEvent).span;
    return scale.position(Number.isFinite(start) ? start : end);
  }

  /** All events, the most important first. */
  private byRank({ rank }: EventIndex): Int32Array {
    if (this.ranked?.length === rank.length) return this.ranked;
    const found = new Int32Array(rank.length);
    rank.forEach((place, at) => {
      found[place] = at;
    });
    this.ranked = found;
    return found;
  }

  private eventPin(at: number, place: number): Pin {
    const event = this.timeline.events[at] as PlacedEvent;
    return { at, place, height: this.label(event).height, weight: event.importance };
  }

  private eraPins(scale: Scale): Pin[] {
    const { locale, measure } = this.options;
    return this.timeline.eras.map((era, i): Pin => {
      const [place] = eraExtent(era, scale);
      const height = this.eraHeight(eraText(era, locale, measure));
      return { era: i, place, height, weight: PINNED };
    });
  }
}

/** An era's name comes before the events of its first day. */
function inOrder(a: Pin, b: Pin): number {
  return a.place - b.place || (a.at ?? -1) - (b.at ?? -1);
}

/** The texts of the vertical figure's column: labels of events, names of eras, and which of them stand there at level 0. */
import type { EventIndex } from "../model/event-index.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import type { Scale } from "../time/scale.js";
import type { Pin } from "./column-tree.js";
import { type EraText, eraExtent, eraText } from "./eras.js";
import type { LayoutOptions } from "./layout-options.js";
import { type LabelContent, type LabelMaker, labelMaker } from "./label.js";

const WIDEST_LABEL = 420;
/** Up to so many labels at level 0; the rest are dots and clusters until one looks closer. */
const MOST_LABELS = 150;
/** Up to so many events, labels number their sources one by one. */
const NUMBERED = 60;
/** An era's name is pinned to its beginning. */
const PINNED = 4000;
const ERA_HEIGHT = 33;
const ERA_NUMBERS = 18;

export class ColumnText {
  private readonly make: LabelMaker;
  private readonly labels = new WeakMap<PlacedEvent, LabelContent>();
  private readonly room: number;

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

  /**
   * What stands in the column when the whole timeline is in view: the most important events, as many as there is room for,
   * and all eras.
   */
  pins(index: EventIndex, scale: Scale, length: number, gap: number): Pin[] {
    const pins = this.eraPins(scale);
    let free = length - pins.reduce((sum, pin) => sum + pin.height + gap, 0);
    const byRank = this.byRank(index);
    for (const at of byRank) {
      const pin = this.eventPin(at, scale);
      free -= pin.height + gap;
      // The last label may hang below the axis.
      if (free < -pin.height) break;
      pins.push(pin);
    }
    // An era's name comes before the events of its first day.
    return pins.sort((a, b) => a.place - b.place || (a.at ?? -1) - (b.at ?? -1));
  }

  /** The events that may be labelled at level 0, the most important first. */
  byRank(index: EventIndex): number[] {
    const found: number[] = [];
    index.rank.forEach((rank, at) => {
      if (rank < MOST_LABELS) found[rank] = at;
    });
    return found;
  }

  private eventPin(at: number, scale: Scale): Pin {
    const event = this.timeline.events[at] as PlacedEvent;
    const { start, end } = event.span;
    const place = scale.position(Number.isFinite(start) ? start : end);
    return { at, place, height: this.label(event).height, weight: event.importance };
  }

  private eraPins(scale: Scale): Pin[] {
    const { locale, measure } = this.options;
    return this.timeline.eras.map((era, i): Pin => {
      const [place] = eraExtent(era, scale);
      const height = ERA_HEIGHT + (this.numbersFit(eraText(era, locale, measure)) ? 0 : ERA_NUMBERS);
      return { era: i, place, height, weight: PINNED };
    });
  }
}

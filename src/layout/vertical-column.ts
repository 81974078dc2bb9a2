/** The column of labels of the vertical figure: what stands in it, how high it is, and where it would like to stand. */
import type { EventIndex } from "../model/event-index.js";
import type { Era, PlacedEvent, Timeline } from "../model/timeline.js";
import type { Scale } from "../time/scale.js";
import { type EraText, eraExtent, eraText } from "./eras.js";
import type { LayoutOptions } from "./horizontal.js";
import { type LabelContent, type LabelMaker, labelMaker } from "./label.js";
import { FIGURE_INSET } from "./metrics.js";
import { spread, type Wish } from "./vertical-labels.js";

const WIDEST_LABEL = 420;
export const LABEL_GAP = 10;
/** From the top of a label to the middle of its date. */
export const DATE_MIDDLE = 8;
/** The scale is chosen so that labels stand no further than this from their marks, in px. */
const DISPLACEMENT = 80;
/** An era's name is pinned to its beginning. */
const PINNED = 4000;

export interface ColumnItem {
  readonly place: number;
  readonly end: number;
  readonly height: number;
  readonly weight: number;
  readonly event?: PlacedEvent;
  readonly content?: LabelContent;
  readonly era?: Era;
}

export class LabelColumn {
  private readonly contents = new Map<PlacedEvent, LabelContent>();

  /** @param labelX where the text begins */
  constructor(
    private readonly timeline: Timeline,
    private readonly options: LayoutOptions,
    private readonly labelX: number,
    private readonly index: EventIndex,
    private readonly chosen: ReadonlySet<number>,
  ) {
    this.measureLabels();
  }

  private measureLabels(): void {
    const { locale, measure, width } = this.options;
    const make = labelMaker({ locale, measure, sources: this.timeline.events.length <= 60 ? "numbers" : "count" });
    const room = Math.min(WIDEST_LABEL, width - FIGURE_INSET - this.labelX);
    for (const lane of this.index.lanes) {
      for (const i of lane.event) {
        const event = this.timeline.events[i];
        if (!event || !this.chosen.has(i)) continue;
        this.contents.set(event, this.fullest(event, make, room));
      }
    }
  }

  /** The whole title in three lines or four, else the short one, else what three lines hold. */
  private fullest(event: PlacedEvent, make: LabelMaker, room: number): LabelContent {
    const three = make(event, { title: room, lines: 3, room });
    if (!three.cut) return three;
    const four = make(event, { title: room, lines: 4, room });
    if (!four.cut) return four;
    return event.shortTitle ? make(event, { title: room, lines: 3, room, short: true }) : three;
  }

  /**
   * Height of the open stretches, in px: the least at which labels are displaced by no more than is easy to follow. Where
   * many events share a day no height is enough, so it also never exceeds what the labels need twice over.
   */
  openLength(make: (open: number) => Scale): number {
    let needed = 0;
    for (const content of this.contents.values()) needed += content.height + LABEL_GAP;
    const least = Math.max(240, needed * 0.8);
    const most = Math.max(least, needed * 2);
    const displacement = (open: number): number => {
      const scale = make(open);
      const [first] = scale.domain;
      const factor = open / openPart(scale, open);
      const px = (place: number): number => (place - first) * factor;
      const items = this.itemsOf(scale);
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

  private itemsOf(scale: Scale): ColumnItem[] {
    const items: ColumnItem[] = [];
    for (const lane of this.index.lanes) {
      for (let at = 0; at < lane.size; at++) {
        const i = lane.event[at] as number;
        const event = this.timeline.events[i];
        if (event && this.chosen.has(i))
          items.push(this.eventItem(event, scale.position(lane.start[at] as number), scale));
      }
    }
    for (const era of this.timeline.eras) items.push(this.eraItem(era, scale));
    return inOrder(items);
  }

  eventItem(event: PlacedEvent, place: number, scale: Scale): ColumnItem {
    const content = this.contents.get(event) as LabelContent;
    const end = Number.isFinite(event.span.end) ? scale.position(event.span.end) : place;
    return { place, end, height: content.height, weight: event.importance, event, content };
  }

  eraItem(era: Era, scale: Scale): ColumnItem {
    const [from] = eraExtent(era, scale);
    const { locale, measure } = this.options;
    const text = eraText(era, locale, measure);
    return { place: from, end: from, height: this.numbersFit(text) ? 33 : 51, weight: PINNED, era };
  }

  /** Whether an era's source numbers fit after its date. */
  numbersFit(text: EraText): boolean {
    const last = text.numbers.at(-1);
    if (!last) return true;
    return text.numbersAt + last.x + last.width <= this.options.width - FIGURE_INSET - this.labelX;
  }

  /** The level a label's leader starts from: the middle of a dot, near the beginning of something longer. */
  markAt(item: ColumnItem, px: (place: number) => number): number {
    const start = px(item.place);
    return start + Math.min((px(item.end) - start) / 2, DATE_MIDDLE);
  }

  wish(item: ColumnItem, px: (place: number) => number): Wish {
    const { height, weight } = item;
    return { wish: item.era ? px(item.place) + 3 : this.markAt(item, px) - DATE_MIDDLE, height, weight };
  }
}

/** The open stretches of an axis, in its units. */
function openPart(scale: Scale, open: number): number {
  const [first, last] = scale.domain;
  const folds = scale.folds.reduce((sum, fold) => sum + fold.to - fold.from, 0);
  return Math.max(last - first - folds, (last - first) / (open + 1));
}

/** In order of time. */
export function inOrder(items: ColumnItem[]): ColumnItem[] {
  // An era's name comes before the events of its first day.
  return items.sort(
    (a, b) => a.place - b.place || Number(Boolean(b.era)) - Number(Boolean(a.era)) || b.weight - a.weight,
  );
}

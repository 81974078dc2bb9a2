/** The texts of the vertical figure's column: labels of events and names of eras, in the form that the column uses. */
import { expectedWidth } from "../../base/text-width.js";
import { type Wrapped, wrapText } from "../../base/wrap.js";
import type { Era, PlacedEvent, Timeline } from "../../model/timeline.js";
import { type ColumnEra, type EraText, eraText } from "../axis/eras.js";
import { yearsOf } from "../labels/range-years.js";
import { headlineOf } from "../labels/headline.js";
import { bindDash, type LabelContent, type LabelMaker, labelMakerOf } from "../labels/label-content.js";
import { DATE_LINE as ERA_LINE, SMALL_SIZE, SOURCE_NUMBER_GAP } from "../metrics.js";
import type { LayoutOptions } from "../options.js";

/** Date over title; the same in two lines at most; both in one line where there are many rows; names of ranges with years. */
export type ColumnStyle = "block" | "short" | "run-in" | "name";

/** Widest label, in px. */
const LABEL_WIDTH_MAX = 420;
/** Space above an era's name, in px. */
const ERA_PADDING = 1;
/** Height of an era's line of source numbers, in px. */
const ERA_NUMBERS_HEIGHT = 18;
/** Most lines of an era's texts. */
const ERA_LINES_MAX = 4;
/** Between the date of a label and the name of its lane, in px. */
const LANE_GAP = 14;
/** Between the name of a range and its years, in px. */
const YEARS_GAP = 7;

export class ColumnText {
  private readonly make: LabelMaker;
  private readonly labels = new WeakMap<PlacedEvent, LabelContent>();
  private readonly eras = new Map<Era, ReturnType<ColumnText["era"]>>();
  private readonly room: number;

  /** @param width of the column, in px */
  constructor(
    private readonly timeline: Timeline,
    private readonly options: Pick<LayoutOptions, "locale" | "measure" | "images">,
    width: number,
    private readonly style: ColumnStyle,
    dateOf?: (event: PlacedEvent) => string | undefined,
  ) {
    this.room = Math.min(LABEL_WIDTH_MAX, width);
    const { locale, measure, images } = options;
    this.make = labelMakerOf(timeline, { locale, measure, images, ...(dateOf ? { dateOf } : {}) });
  }

  label(event: PlacedEvent): LabelContent {
    let content = this.labels.get(event);
    if (!content) {
      content = this.withLane(event, this.content(event));
      this.labels.set(event, content);
    }
    return content;
  }

  private content(event: PlacedEvent): LabelContent {
    switch (this.style) {
      case "block":
        return event === headlineOf(this.timeline) ? this.headline(event) : this.fullest(event);
      case "short":
        return this.short(event);
      case "run-in":
        return this.runIn(event);
      case "name":
        return this.named(event);
    }
  }

  /** The title in two lines, else the short title. */
  private short(event: PlacedEvent): LabelContent {
    const limits = { title: this.room, lines: 2, room: this.room, bare: true };
    const content = this.make(event, limits);
    return content.cut && event.shortTitle ? this.make(event, { ...limits, short: true }) : content;
  }

  private headline(event: PlacedEvent): LabelContent {
    const content = this.make(event, { headline: true, imageBelow: true, title: this.room, lines: 4 });
    return content.width <= this.room ? content : this.fullest(event);
  }

  /** Date and title share their lines, unless the date is wider than the column. */
  private runIn(event: PlacedEvent): LabelContent {
    const content = this.make(event, { title: this.room, lines: 3, room: this.room, runIn: true });
    return content.width <= this.room ? content : this.fullest(event);
  }

  /** The title in three or four lines, else the short title, else the title cut to three lines. */
  private fullest(event: PlacedEvent): LabelContent {
    const { make, room } = this;
    const three = make(event, { title: room, lines: 3, room });
    if (!three.cut) return three;
    const four = make(event, { title: room, lines: 4, room });
    if (!four.cut) return four;
    return event.shortTitle ? make(event, { title: room, lines: 3, room, short: true }) : three;
  }

  /** The title in one line or two, and the years after it. */
  private named(event: PlacedEvent): LabelContent {
    const { locale, measure } = this.options;
    const after = yearsOf(event.span, locale);
    const years = YEARS_GAP + measure(after, SMALL_SIZE, 400);
    const content = this.make(event, { nameOnly: true, title: this.room - years, lines: 2 });
    return { ...content, after, width: content.width + years };
  }

  /** The name of the lane at the end of the date line, where it has room. */
  private withLane(event: PlacedEvent, content: LabelContent): LabelContent {
    const { lanes } = this.timeline;
    const title = lanes.length > 1 ? lanes[event.lane]?.title : undefined;
    if (title === undefined || content.runIn || content.dateLines.length > 1) return content;
    const numbers = content.numbers.length > 0 && !content.numbersBelow ? content.numbersWidth : 0;
    const taken = content.numbersAt + numbers + LANE_GAP;
    const width = this.options.measure(title, SMALL_SIZE, 400);
    return taken + width <= this.room ? { ...content, lane: { title, end: this.room } } : content;
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
}

/** The texts of a label, broken into lines, and its size. */
import { expectedWidth, generousWidth, type Weight } from "../../base/text-width.js";
import { type Wrapper, wrapperOf, wrapText } from "../../base/wrap.js";
import { headlineImage, type LabelImage } from "./headline-image.js";
import { isSourced, type LabelContext, type SourceNumber, sourceNumbers } from "./source-numbers.js";
import { type DateLine, RUN_IN_WIDTH_MAX, runInContent, runInWrapper } from "./run-in-label.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { anniversaryNote, labelDate, noteAfter } from "./label-date.js";
import {
  DATE_LINE,
  DATE_SIZE,
  SOURCE_NUMBER_GAP,
  SOURCE_WORDS_GAP,
  HEADLINE_DATE_LINE,
  HEADLINE_DATE_SIZE,
  HEADLINE_LINE,
  HEADLINE_SIZE,
  RUN_IN_LINE,
  RUN_IN_SIZE,
  TITLE_LINE,
  TITLE_SIZE,
  TITLE_WIDTH,
} from "../metrics.js";

export interface LabelContent {
  readonly date: string;
  /** Muted words that follow the date in its line, such as ", 1 year on". */
  readonly note?: string;
  /** The date, broken into lines; more than one only in a narrow column. */
  readonly dateLines: readonly string[];
  /** From the start of the date's last line to the first number, in px. */
  readonly numbersAt: number;
  readonly numbers: readonly SourceNumber[];
  readonly numbersWidth: number;
  /** True when the numbers take a line of their own. */
  readonly numbersBelow: boolean;
  /** The title, broken into lines. */
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly width: number;
  readonly height: number;
  /** True when the title ends in an ellipsis. */
  readonly cut: boolean;
  /** Lines of the description under the title, muted. */
  readonly description?: readonly string[];
  /** Muted words after the title: when it was. */
  readonly after?: string;
  /** Name of its lane, muted at the end of the date line; `end` is its right edge, in px from the left of the label. */
  readonly lane?: { readonly title: string; readonly end: number };
  /** True when it is set larger, its date in the colour of the lane. */
  readonly headline?: true;
  /** The image of a headline. */
  readonly image?: LabelImage;
  /** True when the date begins the first line of the title, and the numbers end the last. */
  readonly runIn?: true;
}

/** Limits that shorten a label, and what sets it apart. */
export interface LabelLimits {
  /** Widest title, in px; by default the width for the event's importance. */
  readonly title?: number | undefined;
  /** Most lines of the title; default 2. */
  readonly lines?: number;
  /** Widest label including date and numbers, in px; unlimited by default. */
  readonly room?: number;
  /** Use the short title, if there is one. */
  readonly short?: boolean;
  /** Leave the sources out; the list has them. */
  readonly bare?: boolean;
  /** The date starts the first line of the title, for dense labels. */
  readonly runIn?: boolean;
  /** The date in the unit that the axis asks for. */
  readonly brief?: boolean;
  /** The title alone, in one size with the date of others: the axis says when. */
  readonly nameOnly?: boolean;
  /** Set larger: the one event that a reader shall see first. */
  readonly headline?: boolean;
  /** The image of a headline is below the text, as wide as `title`. */
  readonly imageBelow?: boolean;
  /** Weight of the title, whatever the importance. */
  readonly weight?: Weight;
}

export type LabelMaker = (event: PlacedEvent, limits?: LabelLimits) => LabelContent;

/** Cache of the variants of one event's label. */
interface CachedLabel extends DateLine {
  readonly wrappers: Map<string, Wrapper>;
  readonly forms: Map<string, LabelContent>;
}

/** Up to so many events, labels number their sources one by one; beyond, the list does. */
const NUMBERED_EVENTS_MAX = 60;

/** Creates the label maker of a timeline. */
export function labelMakerOf(
  timeline: Timeline,
  {
    locale,
    measure,
    dateOf,
    briefOf,
    images = false,
  }: Pick<LabelContext, "locale" | "measure" | "dateOf" | "briefOf" | "images">,
): LabelMaker {
  const { events, sources, store } = timeline;
  const style = events.length <= NUMBERED_EVENTS_MAX ? "numbers" : "none";
  return labelMaker({
    locale,
    measure,
    sources: style,
    images,
    unsourced: sources.length > 0 && isSourced(store),
    noteOf: (event) => anniversaryNote(event, timeline, locale),
    dateOf,
    briefOf,
  });
}

/** Creates a label maker that caches: each label is made in several variants, and again at each level. */
export function labelMaker(style: LabelContext): LabelMaker {
  const labels = new WeakMap<PlacedEvent, CachedLabel>();
  const briefs = new WeakMap<PlacedEvent, CachedLabel>();
  return (event, limits = {}) => {
    const cache = limits.brief ? briefs : labels;
    let known = cache.get(event);
    if (!known) {
      const own = style.dateOf?.(event) ?? (limits.brief ? style.briefOf?.(event) : undefined);
      const date = own ?? labelDate(event, style.locale);
      const { numbers, width: numbersWidth } = sourceNumbers(event.sources, style);
      const dateWidth = style.measure(date, DATE_SIZE, 600);
      const note = noteAfter(date, style.noteOf?.(event) ?? "", style.locale);
      const noteWidth = style.measure(note, DATE_SIZE, 400);
      known = { date, note, noteWidth, dateWidth, numbers, numbersWidth, wrappers: new Map(), forms: new Map() };
      cache.set(event, known);
    }
    const { title, lines, room, short, bare, runIn, nameOnly, headline, imageBelow, weight } = limits;
    const key = `${title} ${lines} ${room} ${short} ${bare} ${runIn} ${nameOnly} ${headline} ${imageBelow} ${weight}`;
    let form = known.forms.get(key);
    if (!form) {
      form = labelContent(event, known, style, limits);
      known.forms.set(key, form);
    }
    return form;
  };
}

/** Keeps a dash in the line of the text before it. */
export function bindDash(date: string): string {
  return date.replaceAll(" –", "\u00a0–");
}

/** Most lines of a date. */
const DATE_LINES_MAX = 4;

function labelContent(event: PlacedEvent, known: CachedLabel, style: LabelContext, limits: LabelLimits): LabelContent {
  const { title: limit, lines = 2, room = Number.POSITIVE_INFINITY, short = false, bare = false, runIn } = limits;
  if (limits.nameOnly) return nameContent(event, known, style, limits);
  if (limits.headline) return headlineContent(event, known, style, limits);
  const weight = limits.weight ?? (event.importance === 5 ? 600 : 400);
  const text = (short && event.shortTitle) || event.title;
  const key = `${runIn ?? ""}/${weight}/${text}`;
  let wrap = known.wrappers.get(key);
  if (!wrap) {
    wrap = runIn ? runInWrapper(text, weight, known, style) : titleWrapper(text, weight, style);
    known.wrappers.set(key, wrap);
  }
  if (runIn) return runInContent(known, wrap, Math.min(room, limit ?? RUN_IN_WIDTH_MAX), lines, weight, style.measure);
  const { date } = known;
  const numbers = bare ? [] : known.numbers;
  const numbersWidth = bare ? 0 : known.numbersWidth;
  const gap = numbers[0]?.plain ? SOURCE_WORDS_GAP : SOURCE_NUMBER_GAP;
  const after = numbers.length > 0 ? gap + numbersWidth : 0;
  // The numbers are links: the note leaves before them.
  const noted = known.note !== "" && known.dateWidth + known.noteWidth + after <= room;
  const dateWidth = known.dateWidth + (noted ? known.noteWidth : 0);
  const granted = generousWidth(TITLE_WIDTH[event.importance] as number, weight, style.measure);
  // A narrow limit gives way to the longest word, up to the width for the event's importance.
  const widest = limit === undefined ? granted : Math.max(limit, Math.min(granted, wrap.widest));
  const title = wrap(Math.min(room, widest), lines);
  const dates =
    dateWidth <= room
      ? undefined
      : wrapText(bindDash(date), room, DATE_LINES_MAX, { size: DATE_SIZE, weight: 600, measure: style.measure });
  const lastWidth = dates?.widths.at(-1) ?? dateWidth;
  const withNumbers = lastWidth + after;
  const numbersBelow = numbers.length > 0 && withNumbers > room;
  const dateLines = dates?.lines ?? [date];
  return {
    date,
    ...(noted ? { note: known.note } : {}),
    dateLines,
    numbersAt: expectedWidth(lastWidth, 600, style.measure) + gap,
    numbers,
    numbersWidth,
    numbersBelow,
    lines: title.lines,
    weight,
    width: Math.max(title.width, dates?.width ?? dateWidth, numbersBelow ? numbersWidth : withNumbers),
    height: DATE_LINE * dateLines.length + TITLE_LINE * title.lines.length + (numbersBelow ? DATE_LINE + 2 : 0),
    cut: title.cut,
  };
}

function nameContent(
  event: PlacedEvent,
  { date }: CachedLabel,
  { measure }: LabelContext,
  { title: widest = Number.POSITIVE_INFINITY, lines: most = 1, short }: LabelLimits,
): LabelContent {
  const text = (short && event.shortTitle) || event.title;
  const weight = event.importance === 5 ? 600 : 400;
  const title = wrapText(text, widest, most, { size: RUN_IN_SIZE, weight, measure, truncateAt: "grapheme" });
  return {
    date,
    dateLines: [],
    numbersAt: 0,
    numbers: [],
    numbersWidth: 0,
    numbersBelow: false,
    lines: title.lines,
    weight,
    width: title.width,
    height: title.lines.length * RUN_IN_LINE,
    cut: title.cut,
    runIn: true,
  };
}

function headlineContent(
  event: PlacedEvent,
  { date, note, numbers, numbersWidth }: CachedLabel,
  { measure, images }: LabelContext,
  { title: widest = Number.POSITIVE_INFINITY, lines: most = 3, imageBelow }: LabelLimits,
): LabelContent {
  const title = wrapText(event.title, widest, most, { size: HEADLINE_SIZE, weight: 600, measure });
  const dateWidth = measure(date, HEADLINE_DATE_SIZE, 600) + measure(note, HEADLINE_DATE_SIZE, 400);
  const height = HEADLINE_DATE_LINE + HEADLINE_LINE * title.lines.length;
  const image = images ? headlineImage(event, height, imageBelow ? widest : undefined) : undefined;
  return {
    date,
    ...(note === "" ? {} : { note }),
    dateLines: [date],
    numbersAt: expectedWidth(dateWidth, 600, measure) + SOURCE_NUMBER_GAP,
    numbers,
    numbersWidth,
    numbersBelow: false,
    lines: title.lines,
    weight: 600,
    width:
      Math.max(title.width, dateWidth + (numbers.length > 0 ? SOURCE_NUMBER_GAP + numbersWidth : 0)) +
      (image?.indent ?? 0),
    height: height + (image?.drop ?? 0),
    cut: title.cut,
    headline: true,
    ...(image ? { image } : {}),
  };
}

function titleWrapper(title: string, weight: Weight, { measure }: LabelContext): Wrapper {
  return wrapperOf(title, { size: TITLE_SIZE, weight, measure });
}

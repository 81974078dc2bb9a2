/** What a label says and how much room it takes. */
import { expectedWidth, generousWidth, type MeasureText, type Weight } from "../../base/text-width.js";
import { type Wrapper, wrapperOf, wrapText } from "../../base/wrap.js";
import type { PlacedEvent, Source, Timeline } from "../../model/timeline.js";
import { formatAccounts, formatDate } from "../../time/wording/format-date.js";
import { counted, type Locale } from "../../time/locale.js";
import {
  DATE_LINE,
  DATE_SIZE,
  SOURCE_NUMBER_GAP,
  SOURCE_NUMBERS_MAX,
  SOURCE_NUMBER_PITCH,
  RUN_IN_LINE,
  RUN_IN_SIZE,
  SMALL_SIZE,
  TITLE_LINE,
  TITLE_SIZE,
  TITLE_WIDTH,
} from "../metrics.js";

/** A link in a label: one numbered source, or the count of all of them. */
export interface SourceNumber {
  readonly text: string;
  /** Absent for a count, which leads to the list, and for the words that there is none. */
  readonly source?: Source;
  /** Words that lead nowhere. */
  readonly plain?: true;
  /** From the left edge of the first number, in px. */
  readonly x: number;
  readonly width: number;
}

export interface LabelContent {
  readonly date: string;
  /** The date in lines, where it has a line of its own: more than one where room is short. */
  readonly dateLines: readonly string[];
  /** From the edge of the date's last line to the first number. */
  readonly numbersAt: number;
  readonly numbers: readonly SourceNumber[];
  readonly numbersWidth: number;
  /** True when the numbers take a line of their own. */
  readonly numbersBelow: boolean;
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly width: number;
  readonly height: number;
  /** True when the title ends in an ellipsis. */
  readonly cut: boolean;
  /** True when the date begins the first line of the title, and the numbers end the last. */
  readonly runIn?: true;
}

export interface LabelContext {
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** `numbers`: one link for each source. `count`: "4 sources", for crowds. */
  readonly sources: "numbers" | "count";
  /** Say of an event without sources that it has none: where most have some. */
  readonly unsourced?: boolean;
}

/** The date line: at the event's own precision, with all accounts of it where sources differ. */
function labelDate(event: PlacedEvent, locale: Locale): string {
  const claimed = event.claims.flatMap((claim) => claim.date.span ?? []);
  return claimed.length > 0
    ? formatAccounts([event.span, ...claimed], locale)
    : formatDate(event.span, locale, "short");
}

export function sourceNumbers(
  sources: readonly Source[],
  style: LabelContext,
): { numbers: SourceNumber[]; width: number } {
  const width = (text: string): number => style.measure(text, SMALL_SIZE, 400);
  if (sources.length === 0) {
    const text = style.unsourced ? style.locale.figure.noSource : "";
    return text === ""
      ? { numbers: [], width: 0 }
      : { numbers: [{ text, x: 0, width: width(text), plain: true }], width: width(text) };
  }
  if (style.sources === "count" || sources.length > SOURCE_NUMBERS_MAX) {
    const text = counted(style.locale, style.locale.figure.sources, sources.length);
    return { numbers: [{ text, x: 0, width: width(text) }], width: width(text) };
  }
  const numbers: SourceNumber[] = [];
  let x = 0;
  for (const source of sources) {
    const text = String(source.number);
    numbers.push({ text, source, x, width: width(text) });
    x += Math.max(SOURCE_NUMBER_PITCH, width(text) + SOURCE_NUMBER_GAP);
  }
  const last = numbers.at(-1) as SourceNumber;
  return { numbers, width: last.x + last.width };
}

/** How a label may be shortened. */
export interface LabelLimits {
  /** Width of the title at most, in px; by default what its importance grants. */
  readonly title?: number | undefined;
  /** Lines of the title; default 2. */
  readonly lines?: number;
  /** Width of everything at most, in px; by default there is no such limit. */
  readonly room?: number;
  /** Take the short title, if there is one. */
  readonly short?: boolean;
  /** Leave the sources out: they are in the list. */
  readonly bare?: boolean;
  /** The date begins the first line of the title: for crowds in little height. */
  readonly runIn?: boolean;
  /** Weight of the title, whatever the importance. */
  readonly weight?: Weight;
}

/** The date line of a label, which is the same for all its forms. */
interface DateLine {
  readonly date: string;
  readonly dateWidth: number;
  readonly numbers: readonly SourceNumber[];
  readonly numbersWidth: number;
}

export type LabelMaker = (event: PlacedEvent, limits?: LabelLimits) => LabelContent;

/** What the forms of one event's label share. */
interface CachedLabel extends DateLine {
  readonly wrappers: Map<string, Wrapper>;
  readonly forms: Map<string, LabelContent>;
}

/** Up to so many events, labels number their sources one by one; beyond, they say how many there are. */
const NUMBERED_EVENTS_MAX = 60;

/** Makes the labels of a timeline, with its sources as there is room for. */
export function labelMakerOf(
  { events, sources, store }: Timeline,
  { locale, measure }: Pick<LabelContext, "locale" | "measure">,
): LabelMaker {
  const style = events.length <= NUMBERED_EVENTS_MAX ? "numbers" : "count";
  return labelMaker({ locale, measure, sources: style, unsourced: sources.length > 0 && isSourced(store) });
}

/** Whether most events have sources: where few have any, those show theirs, and the rest do not say a hundred times the same. */
function isSourced({ events, uniform }: Timeline["store"]): boolean {
  if (uniform) return false;
  return 2 * events.filter((event) => event.sources.length === 0).length <= events.length;
}

/** Makes labels of one style. A label is made in several forms before one is chosen, and asked for again at each level. */
export function labelMaker(style: LabelContext): LabelMaker {
  const labels = new WeakMap<PlacedEvent, CachedLabel>();
  return (event, limits = {}) => {
    let known = labels.get(event);
    if (!known) {
      const date = labelDate(event, style.locale);
      const { numbers, width: numbersWidth } = sourceNumbers(event.sources, style);
      const dateWidth = style.measure(date, DATE_SIZE, 600);
      known = { date, dateWidth, numbers, numbersWidth, wrappers: new Map(), forms: new Map() };
      labels.set(event, known);
    }
    const { title, lines, room, short, bare, runIn, weight } = limits;
    const key = `${title} ${lines} ${room} ${short} ${bare} ${runIn} ${weight}`;
    let form = known.forms.get(key);
    if (!form) {
      form = labelContent(event, known, style, limits);
      known.forms.set(key, form);
    }
    return form;
  };
}

/** A dash does not begin a line. */
export function bindDash(date: string): string {
  return date.replaceAll(" –", "\u00a0–");
}

/** A date takes no more lines than this. */
const DATE_LINES_MAX = 4;

function labelContent(event: PlacedEvent, known: CachedLabel, style: LabelContext, limits: LabelLimits): LabelContent {
  const { title: limit, lines = 2, room = Number.POSITIVE_INFINITY, short = false, bare = false, runIn } = limits;
  const weight = limits.weight ?? (event.importance === 5 ? 600 : 400);
  const text = (short && event.shortTitle) || event.title;
  const key = `${runIn ?? ""}/${weight}/${text}`;
  let wrap = known.wrappers.get(key);
  if (!wrap) {
    wrap = runIn ? runInWrapper(text, weight, known, style) : titleWrapper(text, weight, style);
    known.wrappers.set(key, wrap);
  }
  if (runIn) return runInContent(known, wrap, Math.min(room, limit ?? RUN_IN_WIDTH_MAX), lines, weight, style.measure);
  const { date, dateWidth } = known;
  const numbers = bare ? [] : known.numbers;
  const numbersWidth = bare ? 0 : known.numbersWidth;
  const granted = generousWidth(TITLE_WIDTH[event.importance] as number, weight, style.measure);
  // A word is not broken as long as it fits in what is granted.
  const widest = limit === undefined ? granted : Math.max(limit, Math.min(granted, wrap.widest));
  const title = wrap(Math.min(room, widest), lines);
  const dates =
    dateWidth <= room
      ? undefined
      : wrapText(bindDash(date), room, DATE_LINES_MAX, { size: DATE_SIZE, weight: 600, measure: style.measure });
  const lastWidth = dates?.widths.at(-1) ?? dateWidth;
  const withNumbers = lastWidth + (numbers.length > 0 ? SOURCE_NUMBER_GAP + numbersWidth : 0);
  const numbersBelow = numbers.length > 0 && withNumbers > room;
  const dateLines = dates?.lines ?? [date];
  return {
    date,
    dateLines,
    numbersAt: expectedWidth(lastWidth, 600, style.measure) + SOURCE_NUMBER_GAP,
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

function titleWrapper(title: string, weight: Weight, { measure }: LabelContext): Wrapper {
  return wrapperOf(title, { size: TITLE_SIZE, weight, measure });
}

/** Stands for a date in the text that is broken into lines. */
const DATE_PLACEHOLDER = "\ue000";
const RUN_IN_WIDTH_MAX = 250;

function runInWrapper(title: string, weight: Weight, { dateWidth }: DateLine, style: LabelContext): Wrapper {
  const measure: MeasureText = (text, size, bold) =>
    text.startsWith(DATE_PLACEHOLDER)
      ? dateWidth + style.measure(text.slice(1), size, bold)
      : style.measure(text, size, bold);
  return wrapperOf(`${DATE_PLACEHOLDER} ${title}`, { size: RUN_IN_SIZE, weight, measure, truncateAt: "grapheme" });
}

function runInContent(
  { date, numbers, numbersWidth }: DateLine,
  wrap: Wrapper,
  widest: number,
  most: number,
  weight: Weight,
  measure: MeasureText,
): LabelContent {
  const { lines, widths, width, cut } = wrap(widest, most);
  const last = widths.at(-1) as number;
  const numbersAt = expectedWidth(last, weight, measure) + SOURCE_NUMBER_GAP;
  return {
    date,
    dateLines: [date],
    numbersAt,
    numbers,
    numbersWidth,
    numbersBelow: false,
    lines: lines.map((line) => line.replace(DATE_PLACEHOLDER, "").trim()),
    weight,
    width: Math.max(width, numbers.length > 0 ? last + SOURCE_NUMBER_GAP + numbersWidth : 0),
    height: lines.length * RUN_IN_LINE,
    cut,
    runIn: true,
  };
}

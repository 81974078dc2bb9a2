/** Labels whose date begins the first line of the title, and the width of a name in one line. */
import { expectedWidth, type MeasureText, type Weight } from "../../base/text-width.js";
import { type Wrapper, wrapperOf } from "../../base/wrap.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { RUN_IN_LINE, RUN_IN_SIZE, SOURCE_NUMBER_GAP } from "../metrics.js";
import type { LabelContext, SourceNumber } from "./source-numbers.js";

/** Date and source numbers, shared by all variants of a label. */
export interface DateLine {
  readonly date: string;
  readonly note: string;
  readonly noteWidth: number;
  readonly dateWidth: number;
  readonly numbers: readonly SourceNumber[];
  readonly numbersWidth: number;
}

/** A name shows at least so many characters: by the first few alone, none is told from another. */
export const NAME_LENGTH = 17;

/** Width in px of the name of an event in one line: not less than its beginning takes. */
export function nameWidth({ title, importance }: PlacedEvent, least: number, measure: MeasureText): number {
  return Math.ceil(
    Math.max(least, measure(`${title.slice(0, NAME_LENGTH)}…`, RUN_IN_SIZE, importance === 5 ? 600 : 400)),
  );
}

/** Placeholder of the date in the text that is broken into lines; from the private use area of Unicode. */
const DATE_PLACEHOLDER = "\ue000";
/** Widest label whose date and title share lines, in px. */
export const RUN_IN_WIDTH_MAX = 250;

export function runInWrapper(title: string, weight: Weight, { dateWidth }: DateLine, style: LabelContext): Wrapper {
  const measure: MeasureText = (text, size, bold) =>
    text.startsWith(DATE_PLACEHOLDER)
      ? dateWidth + style.measure(text.slice(1), size, bold)
      : style.measure(text, size, bold);
  return wrapperOf(`${DATE_PLACEHOLDER} ${title}`, { size: RUN_IN_SIZE, weight, measure, truncateAt: "grapheme" });
}

/** What a label says whose date and title share lines. */
interface RunInContent extends Pick<DateLine, "date" | "numbers" | "numbersWidth"> {
  readonly dateLines: readonly string[];
  readonly numbersAt: number;
  readonly numbersBelow: false;
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly width: number;
  readonly height: number;
  readonly cut: boolean;
  readonly runIn: true;
}

export function runInContent(
  { date, numbers, numbersWidth }: DateLine,
  wrap: Wrapper,
  widest: number,
  most: number,
  weight: Weight,
  measure: MeasureText,
): RunInContent {
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

/** The numbers of sources in a label. */
import type { MeasureText } from "../../base/text-width.js";
import type { PlacedEvent, Source, Timeline } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import { SMALL_SIZE, SOURCE_NUMBERS_MAX } from "../metrics.js";

/** A link in a label: the number of one source, or the count of all sources. */
export interface SourceNumber {
  readonly text: string;
  /** Absent for a count, which links to the list, and for the text that there is no source. */
  readonly source?: Source;
  /** True for text without a link. */
  readonly plain?: true;
  /** Left edge, in px from that of the first number. */
  readonly x: number;
  readonly width: number;
}

export interface LabelContext {
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** `numbers`: one link for each source. `none`: for crowds, whose list names them. */
  readonly sources: "numbers" | "none";
  /** Say of an event without sources that it has none: where most have some. */
  readonly unsourced?: boolean;
  /** Whether a headline has its image. */
  readonly images?: boolean;
  /** Words that follow the date of an event, muted; empty for none. */
  readonly noteOf?: (event: PlacedEvent) => string;
  /** Date of a label where its place in the figure says a part of it; otherwise it is as short as it is true. */
  readonly dateOf?: ((event: PlacedEvent) => string | undefined) | undefined;
  /** A shorter date for labels that have little room; absent where there is none. */
  readonly briefOf?: ((event: PlacedEvent) => string | undefined) | undefined;
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
  if (style.sources === "none") return { numbers: [], width: 0 };
  const numbers: SourceNumber[] = [];
  let x = 0;
  const add = (text: string, source?: Source): void => {
    numbers.push({ text, x, width: width(text), ...(source ? { source } : {}) });
    x += width(`${text}, `);
  };
  const byNumber = [...sources].sort((a, b) => a.number - b.number);
  for (const source of byNumber.slice(0, SOURCE_NUMBERS_MAX)) add(String(source.number), source);
  if (sources.length > SOURCE_NUMBERS_MAX) add(`+${sources.length - SOURCE_NUMBERS_MAX}`);
  const last = numbers.at(-1) as SourceNumber;
  return { numbers, width: last.x + last.width };
}

/** Part of all events that may lack a source where it is said of each of them. */
const UNSOURCED_PART = 0.2;

/** Whether most events have sources: where few have any, those show theirs, and the rest do not say a hundred times the same. */
export function isSourced({ events, uniform }: Timeline["store"]): boolean {
  if (uniform) return false;
  return events.filter((event) => event.sources.length === 0).length <= events.length * UNSOURCED_PART;
}

/** The note below a figure: scale, folds, source numbers, mark sizes, time zone, unplaced events. */
import { memoByKey } from "../../base/memo.js";
import { markHeight, type MarkSize } from "../../layout/marks/mark-size.js";
import type { Timeline } from "../../model/timeline.js";
import { counted, fill, type Locale } from "../../time/locale.js";
import type { Precision } from "../../time/span.js";
import { durationInWords } from "../../time/wording/duration.js";
import { word } from "../accessible-names.js";
import type { LegendContents } from "./legend-contents.js";

/** @param brief without what the marks say by themselves */
export function noteText(timeline: Timeline, contents: LegendContents, locale: Locale, brief = false): string {
  const sentences: string[] = [];
  if (contents.scaleType === "equal") sentences.push(word(locale, "noteEqual"));
  if (contents.bent) {
    const { length, share } = contents.bent;
    sentences.push(fill(word(locale, "noteSegmented"), durationInWords(length, locale), percent(share, locale)));
  }
  if (contents.scaleType === "log") sentences.push(word(locale, "noteLog"));
  if (contents.folds) sentences.push(word(locale, contents.folds === "going-on" ? "noteFoldThrough" : "noteFold"));
  if (timeline.sources.length > 0) {
    const sources = counted(locale, locale.figure.sources, timeline.sources.length);
    sentences.push(contents.sourceNumbers ? fill(word(locale, "note"), sources) : `${sources}.`);
  }
  if (!(brief && contents.markSize === "importance") && marksDiffer(timeline, contents.markSize)) {
    sentences.push(word(locale, contents.markSize === "importance" ? "noteSize" : "notePublishers"));
  }
  // UTC is the default zone: times are then contents as written and need no note.
  if (timeline.timeZone !== "UTC" && showsTimes(timeline)) {
    sentences.push(fill(word(locale, "noteZone"), timeline.timeZone.replaceAll("_", " ")));
  }
  // Where there is not even an era, the picture says in its middle that nothing is placed.
  const isDrawn = timeline.events.length > 0 || timeline.eras.length > 0;
  if (isDrawn && timeline.unplaced.length > 0) {
    sentences.push(`${fill(word(locale, "notPlaced"), timeline.unplaced.length)}.`);
  } else if (isDrawn && timeline.events.length === 0) {
    sentences.push(`${word(locale, "noEvents")}.`);
  }
  return sentences.join(" ");
}

/** A share as a percentage, with one digit of a small one: "0.003". */
function percent(share: number, { numbers }: Locale): string {
  const value = share * 100;
  const digits = value >= 1 ? 0 : Math.min(12, Math.ceil(-Math.log10(value)));
  return value.toFixed(digits).replace(".", numbers.decimal);
}

const TIME_PRECISIONS: ReadonlySet<Precision | undefined> = new Set([
  "hour",
  "minute",
  "second",
  "millisecond",
] as const);

/** Whether any event has a time of day; cached per timeline. */
const showsTimes = /* @__PURE__ */ memoByKey(({ store }: Timeline): boolean =>
  store.samples.some(({ span }) => TIME_PRECISIONS.has(span.precision) || TIME_PRECISIONS.has(span.to?.precision)),
);

/** Whether marks have different sizes; cached per timeline and option. */
const marksDiffer = /* @__PURE__ */ memoByKey((timeline: Timeline, markSize: MarkSize): boolean => {
  const heights = timeline.store.samples.map((event) => markHeight(event, markSize));
  return heights.some((height) => height !== heights[0]);
});

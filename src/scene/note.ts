/** The line under a figure that says what its numbers are. */
import { markHeight } from "../layout/mark-height.js";
import { varietyOf } from "../model/event-table.js";
import type { Timeline } from "../model/timeline.js";
import { counted, fill, type Locale } from "../time/locale.js";
import { word } from "./names.js";
import type { Shown } from "./shown.js";

export function noteText(timeline: Timeline, shown: Shown, locale: Locale): string {
  const sentences: string[] = [];
  if (shown.scaleType === "equal") sentences.push(word(locale, "noteEqual"));
  if (shown.scaleType === "log") sentences.push(word(locale, "noteLog"));
  if (shown.folds) sentences.push(word(locale, shown.folds === "going-on" ? "noteFoldThrough" : "noteFold"));
  if (timeline.sources.length > 0) {
    const sources = counted(locale, locale.figure.sources, timeline.sources.length);
    sentences.push(shown.numbers ? fill(word(locale, "note"), sources) : `${sources}.`);
  }
  const heights = varietyOf(timeline.events).map((event) => markHeight(event, shown.markSize));
  if (heights.some((height) => height !== heights[0]))
    sentences.push(word(locale, shown.markSize === "importance" ? "noteSize" : "notePublishers"));
  if (timeline.unplaced.length > 0) {
    sentences.push(`${fill(word(locale, "notPlaced"), timeline.unplaced.length)}.`);
  } else if (timeline.events.length === 0) {
    sentences.push(`${word(locale, "noEvents")}.`);
  }
  return sentences.join(" ");
}

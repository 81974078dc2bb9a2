/** The line under a figure that says what its numbers are. */
import type { FigureLayout } from "../layout/figure-layout.js";
import type { Timeline } from "../model/timeline.js";
import { counted, fill, type Locale } from "../time/locale.js";
import { word } from "./names.js";

export function noteText(timeline: Timeline, layout: FigureLayout, locale: Locale): string {
  const sentences: string[] = [];
  if (layout.scaleType === "equal") sentences.push(word(locale, "noteEqual"));
  if (layout.scaleType === "log") sentences.push(word(locale, "noteLog"));
  if (layout.axis.folds.length > 0) sentences.push(word(locale, "noteFold"));
  if (timeline.sources.length > 0) {
    sentences.push(fill(word(locale, "note"), counted(locale, locale.figure.sources, timeline.sources.length)));
  }
  if (timeline.events.some((event) => event.importance !== timeline.events[0]?.importance)) {
    sentences.push(word(locale, "noteSize"));
  }
  if (timeline.unplaced.length > 0) {
    sentences.push(`${fill(word(locale, "notPlaced"), timeline.unplaced.length)}.`);
  }
  return sentences.join(" ");
}

import { word } from "../../scene/accessible-names.js";
import { fill, type Locale } from "../../time/locale.js";
import { type Moment, momentSpan } from "../../time/span.js";
import { viewportSpan } from "../../time/viewport-span.js";
import { formatDate } from "../../time/wording/format-date.js";
import type { TimelineView } from "../controller/timeline-events.js";

/** The time in view in words: "1910 to 1920". */
export function rangeText({ start, end }: TimelineView, locale: Locale): string {
  const { from, to } = viewportSpan(start, end);
  const [first, last] = [from, to].map((moment) => formatDate(momentSpan(moment as Moment), locale, "words"));
  return fill(word(locale, "window"), first ?? "", last ?? "");
}

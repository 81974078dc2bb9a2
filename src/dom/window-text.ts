/** The part of time in view in words: "1910 to 1920", as precise as its length asks for. */
import { word } from "../scene/names.js";
import { DAY, YEAR } from "../time/calendar.js";
import { formatDate } from "../time/format.js";
import { fill } from "../time/locale.js";
import { type Instant, momentSpan, type Precision } from "../time/span.js";
import type { Stage } from "./stage.js";

/** From so many ms on, ends are said to this unit. */
const PRECISIONS: readonly (readonly [number, Precision])[] = [
  [4 * YEAR, "year"],
  [120 * DAY, "month"],
  [2 * DAY, "day"],
  [0, "minute"],
];

export function windowText({ times: { start, end }, options: { locale } }: Pick<Stage, "times" | "options">): string {
  const precision = PRECISIONS.find(([length]) => end - start >= length)?.[1] ?? "minute";
  const text = (time: Instant): string =>
    formatDate(
      momentSpan({ start: time, end: time + 1, precision, approximate: false, uncertain: false }),
      locale,
      "words",
    );
  return fill(word(locale, "window"), text(start), text(end));
}

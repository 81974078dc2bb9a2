/** The day of the option `now` as text. */
import { DAY } from "../../time/calendar.js";
import type { Locale } from "../../time/locale.js";
import { type Instant, momentSpan } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";

export function nowDate(now: Instant, locale: Locale): string {
  const start = Math.floor(now / DAY) * DAY;
  const day = { start, end: start + DAY, precision: "day", approximate: false, uncertain: false } as const;
  return formatDate(momentSpan(day), locale, "short");
}

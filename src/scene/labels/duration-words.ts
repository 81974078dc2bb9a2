/** Words for the time between two events: "2 days later", "about 2 months earlier", "4 to 7 months later". */
import { type Duration, type DurationUnit, timeBetween } from "../../model/relations/time-between.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { bigNumber } from "../../time/wording/format-moment.js";
import { contracted, fill, type Locale } from "../../time/locale.js";
import { word } from "../accessible-names.js";

/** Names in date-fns of each length, and of "about" that length, where it has one. */
const TOKENS: Readonly<Record<DurationUnit, readonly [exact: string, about: string | undefined]>> = {
  years: ["xYears", "aboutXYears"],
  months: ["xMonths", "aboutXMonths"],
  days: ["xDays", undefined],
  hours: ["xHours", "aboutXHours"],
  minutes: ["xMinutes", undefined],
};

/** From this number on numbers are worded: "66 million years". */
const WORDED_NUMBER_MIN = 100_000;

export function durationBetween(gap: Duration, locale: Locale): string {
  if (gap.direction === "same-day") return word(locale, "sameDay");
  return fill(word(locale, gap.direction === "later" ? "timeAfter" : "timeBefore"), length(gap, locale));
}

/** The time from the event before, "3 days later", for readers of a bent axis; empty where the dates do not say it. */
export function timeSince(before: PlacedEvent | undefined, event: PlacedEvent, locale: Locale): string {
  const gap = before && timeBetween(before, event);
  return gap?.direction === "later" ? durationBetween(gap, locale) : "";
}

/** Words for the time since the event before in the lane of an event. */
export function timeSinceInLane({ events, store }: Timeline, locale: Locale): (event: PlacedEvent) => string {
  return (event) => {
    const at = store.indexOf(event.id);
    return timeSince(
      events.findLast(({ lane }, i) => i < at && lane === event.lane),
      event,
      locale,
    );
  };
}

/** Words for an anniversary: "first anniversary", "25th anniversary". */
export function anniversaryInWords(years: number, locale: Locale): string {
  if (years === 1) return word(locale, "firstAnniversary");
  return fill(word(locale, "anniversary"), locale.names.localize.ordinalNumber(years));
}

function length({ unit, from, to, about }: Duration, locale: Locale): string {
  const [exact, token] = TOKENS[unit];
  const number = (n: number): string => (n >= WORDED_NUMBER_MIN ? bigNumber(n, locale) : String(n));
  const words = (name: string): string =>
    contracted(
      locale.names.formatDistance(name, to).replace(String(to), to >= WORDED_NUMBER_MIN ? number(to) : "$&"),
      locale,
    );
  if (from === to) return about && token ? words(token) : qualified(words(exact), about, locale);
  return qualified(fill(word(locale, "countRange"), number(from), words(exact)), about, locale);
}

function qualified(text: string, about: boolean, locale: Locale): string {
  return about ? fill(word(locale, "aboutTime"), text) : text;
}

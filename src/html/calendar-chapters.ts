/** Chapters of a list of events by units of the calendar: years, in these months, in these days. */
import { firstIndex } from "../base/bisect.js";
import type { Timeline } from "../model/timeline.js";
import { columnName, word } from "../scene/accessible-names.js";
import { sortTime } from "../scene/reading-order.js";
import { CALENDAR_UNITS, type CalendarUnit, unitAfter, unitStart } from "../time/calendar-units.js";
import { fill, type Locale } from "../time/locale.js";
import { durationInWords } from "../time/wording/duration.js";
import type { ChapteredList } from "./list-chapters.js";

/** Most chapters side by side. */
const ROWS_MAX = 100;
/** Of more events the most important is not looked for. */
const COMPARED_MAX = 1000;

type Events = Pick<Timeline, "events">;

/** The events `from` to `to`, exclusive, by the finest unit that makes few chapters; `undefined` where that is one. */
export function splitByUnit({ events }: Events, from: number, to: number): [number, number][] | undefined {
  const time = (at: number): number => sortTime(events[at] as (typeof events)[number]);
  const unit = unitOf(time(from), time(to - 1));
  if (!unit) return undefined;
  const parts: [number, number][] = [];
  for (let a = from; a < to; ) {
    const until = unitAfter(unit, unitStart(unit, time(a)));
    const b = Math.max(
      a + 1,
      firstIndex(a, to, (at) => time(at) >= until),
    );
    parts.push([a, b]);
    a = b;
  }
  return parts.length > 1 && parts.length <= ROWS_MAX ? parts : undefined;
}

function unitOf(first: number, last: number): CalendarUnit | undefined {
  return CALENDAR_UNITS.find(({ length }) => (last - first) / length < ROWS_MAX - 1);
}

/** The finest unit that holds both times. */
function commonUnit(first: number, last: number): CalendarUnit | undefined {
  return CALENDAR_UNITS.find((unit) => unitStart(unit, first) === unitStart(unit, last));
}

/** Titles and parts of a list in order of time. */
export function calendarChapters(timeline: Events, locale: Locale): Pick<ChapteredList, "title" | "split" | "between"> {
  const { events } = timeline;
  const event = (at: number) => events[at] as (typeof events)[number];
  return {
    split: (from, to) => splitByUnit(timeline, from, to),
    title(from, to) {
      const [first, last] = [event(from), event(to - 1)];
      const unit = commonUnit(sortTime(first), sortTime(last));
      const name = columnName({ count: to - from, first, last, unit }, locale);
      if (to - from > COMPARED_MAX) return name;
      let strongest = first;
      for (let at = from; at < to; at++) if (event(at).importance > strongest.importance) strongest = event(at);
      return fill(word(locale, "clusterSame"), name, strongest.title);
    },
    between(from, at, to) {
      const unit = unitOf(sortTime(event(from)), sortTime(event(to - 1)));
      if (!unit) return undefined;
      const [before, after] = [sortTime(event(at - 1)), sortTime(event(at))];
      const empty = unitStart(unit, after) - unitAfter(unit, unitStart(unit, before));
      return empty > 0 ? fill(word(locale, "noneFor"), durationInWords(empty, locale)) : undefined;
    },
  };
}

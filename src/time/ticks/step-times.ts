/** The instants of a tick step. */
import { civilOf, DATE_LIMIT, DAY, instantOf } from "../calendar.js";
import type { Instant } from "../span.js";
import type { TickStep } from "./tick-steps.js";

/** The shortest step at the end of a month, as a fraction of the full step. */
const SHORTEST_LAST_STEP = 0.8;

/**
 * The instants of a step from `start` to `end`, both inclusive, ascending. Beyond the range of `Date` only steps of years have
 * instants.
 *
 * @param presentYear the year from which steps of years count back, where they do not count from the first year of an era
 */
export function stepTimes(step: TickStep, start: Instant, end: Instant, presentYear?: number): Instant[] {
  const { unit, count, length } = step;
  const found: Instant[] = [];
  const add = (time: Instant): void => {
    if (time >= start && time <= end) found.push(time);
  };
  const first = civilOf(start);
  if (unit === "year") {
    const zero = presentYear ?? 0;
    const last = Math.ceil((civilOf(end).year - zero) / count);
    for (let n = Math.floor((first.year - zero) / count); n <= last; n++) {
      add(presentYear === undefined ? yearTick(n * count, step) : instantOf(zero + n * count));
    }
  } else if (Math.max(Math.abs(start), Math.abs(end)) > DATE_LIMIT) {
    return found;
  } else if (length < DAY) {
    // `+ 0` turns -0 into 0.
    for (let time = Math.ceil(start / length) * length + 0; time <= end; time += length) add(time);
  } else {
    let month = instantOf(first.year, first.month);
    for (let n = first.month; month <= end; n++) {
      const next = instantOf(first.year, n + 1);
      if (unit === "month") {
        if ((n - 1) % count === 0) add(month);
      } else {
        // Steps of days restart with each month. A last step that is too short gets no tick.
        for (let time = month; next - time >= SHORTEST_LAST_STEP * length; time += length) add(time);
      }
      month = next;
    }
  }
  return found;
}

/** The last instant of a step at or before a time. */
export function floorTo(step: TickStep, time: Instant): Instant {
  const { year, month } = civilOf(time);
  const { unit, count, length } = step;
  if (unit === "year") return yearTick(Math.floor(year / count) * count, step);
  if (Math.abs(time) > DATE_LIMIT) return time;
  if (length < DAY) return Math.floor(time / length) * length;
  return stepTimes(step, instantOf(year, unit === "month" ? 1 : month), time).at(-1) ?? time;
}

/**
 * The tick of a round year. Eras have no year 0, so the tick at 0 stands at 1 CE and the one at -20 stands at 20 BCE, the
 * astronomical year -19. Steps of one year need no shift, and in steps from 10,000 years on one year does not show.
 */
function yearTick(year: number, { count }: TickStep): Instant {
  return instantOf(count === 1 || count >= 10_000 || year > 0 ? year : year + 1);
}

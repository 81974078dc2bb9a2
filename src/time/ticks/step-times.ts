/** The instants of a tick step. */
import { civilOf, DAY, instantOf } from "../calendar.js";
import type { Instant } from "../span.js";
import type { TickStep } from "./tick-steps.js";

/** The range of `Date` (ECMA-262, 21.4.1.1). Beyond it time is only counted in years. */
export const DATE_LIMIT = 8.64e15;

/** The instants of a step in a stretch, ascending; its ends belong to it. */
export function stepTimes(step: TickStep, start: Instant, end: Instant): Instant[] {
  const { unit, count, length } = step;
  const found: Instant[] = [];
  const add = (time: Instant): void => {
    if (time >= start && time <= end) found.push(time);
  };
  const first = civilOf(start);
  if (unit === "year") {
    const last = Math.ceil(civilOf(end).year / count);
    for (let n = Math.floor(first.year / count); n <= last; n++) add(yearTick(n * count, step));
  } else if (Math.max(Math.abs(start), Math.abs(end)) > DATE_LIMIT) {
    return found;
  } else if (length < DAY) {
    // `+ 0` makes 0 of -0.
    for (let time = Math.ceil(start / length) * length + 0; time <= end; time += length) add(time);
  } else {
    let month = instantOf(first.year, first.month);
    for (let n = first.month; month <= end; n++) {
      const next = instantOf(first.year, n + 1);
      if (unit === "month") {
        if ((n - 1) % count === 0) add(month);
      } else {
        // Days begin again with each month, and no two labels stand closer than the step at its end.
        for (let time = month; next - time >= 0.8 * length; time += length) add(time);
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
 * The tick of a round year. There is no year zero: what would be 0 is 1 CE, and -20 is 20 BCE, which is astronomically
 * -19. Where single years no longer show, the correction does not either.
 */
function yearTick(year: number, { count }: TickStep): Instant {
  return instantOf(count === 1 || count >= 10_000 || year > 0 ? year : year + 1);
}

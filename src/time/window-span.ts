/** The part of time in view as a date, as precise as its length asks for. */
import { civilOf, DAY, YEAR } from "./calendar.js";
import { certain, type Instant, intervalSpan, type Moment, type Precision, type Span } from "./span.js";

/** From so many ms on, ends are said to this unit. */
const PRECISIONS: readonly (readonly [number, Precision])[] = [
  [4 * YEAR, "year"],
  [120 * DAY, "month"],
  [2 * DAY, "day"],
  [0, "minute"],
];

/** From so many years back on they are counted from today, and two digits of the length in view are enough. */
const DEEP = 100_000;

/**
 * @param end exclusive: what ends with the year 1950 is said to last to 1950
 * @param finest no end is said more precisely
 */
export function windowSpan(start: Instant, end: Instant, finest: Precision = "minute"): Span {
  const length = end - start;
  const precision = PRECISIONS.find(([least, unit]) => length >= least || unit === finest)?.[1] ?? finest;
  const moment = (at: Instant): Moment => {
    const ago = 1 - civilOf(at).year;
    const unit = 10 ** Math.floor(Math.log10(Math.min(length / YEAR / 10, ago)));
    return {
      ...certain(at, at + 1, precision),
      ...(ago >= DEEP && unit >= 1 ? { ago: Math.round(ago / unit) * unit, end: at + unit * YEAR } : {}),
    };
  };
  return intervalSpan(moment(start), moment(precision === "minute" ? end : end - 1));
}

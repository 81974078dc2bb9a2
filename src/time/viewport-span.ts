/** Expresses the visible stretch of time as a date. The longer the stretch, the coarser the precision. */
import { civilOf, DAY, YEAR } from "./calendar.js";
import { DEEP_TIME_YEARS } from "./wording/format-moment.js";
import { certain, type Instant, intervalSpan, type Moment, type Precision, type Span } from "./span.js";

/** The precision of the ends of a stretch, by its shortest length in ms. */
const PRECISIONS: readonly (readonly [number, Precision])[] = [
  [4 * YEAR, "year"],
  [120 * DAY, "month"],
  [2 * DAY, "day"],
  [0, "minute"],
];

/**
 * @param end exclusive: a stretch that ends with the year 1950 is named "… to 1950"
 * @param finest the finest precision of an end
 */
export function viewportSpan(start: Instant, end: Instant, finest: Precision = "minute"): Span {
  const length = end - start;
  const precision = PRECISIONS.find(([least, unit]) => length >= least || unit === finest)?.[1] ?? finest;
  const moment = (at: Instant): Moment => {
    const ago = 1 - civilOf(at).year;
    // Two digits of the visible length are enough for a figure that is counted from today.
    const unit = 10 ** Math.floor(Math.log10(Math.min(length / YEAR / 10, ago)));
    return {
      ...certain(at, at + 1, precision),
      ...(ago >= DEEP_TIME_YEARS && unit >= 1 ? { ago: Math.round(ago / unit) * unit, end: at + unit * YEAR } : {}),
    };
  };
  return intervalSpan(moment(start), moment(precision === "minute" ? end : end - 1));
}

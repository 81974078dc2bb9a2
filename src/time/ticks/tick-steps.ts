/** The table of tick steps, from a millisecond to billions of years. */
import { DAY, HOUR, MINUTE, SECOND, YEAR } from "../calendar.js";

export type TickUnit = "millisecond" | "second" | "minute" | "hour" | "day" | "month" | "year";

export interface TickStep {
  readonly unit: TickUnit;
  /** How many units. */
  readonly count: number;
  /** Typical length, in ms. */
  readonly length: number;
  /** A less round step, used only where the round steps leave an axis with fewer than three labels. */
  readonly spare: boolean;
}

/** Steps of one unit. `counts` ascend by their size; a negative count is a spare step. */
function every(unit: TickUnit, length: number, counts: readonly number[], factor = 1): TickStep[] {
  return counts.map((signed) => {
    const count = Math.abs(signed) * factor;
    return { unit, count, length: length * count, spare: signed < 0 };
  });
}

const YEAR_COUNTS = [1, 2, -4, 5, 10, 20, -25, -40, 50] as const;
/** Counts of hundreds of years. Their labels ("3.25 billion") are wide, so there are more spare steps. */
const LONG_COUNTS = [1, 2, -3, -4, 5, -6, -8, 10, -15, 20, -25, -30, -40, 50, -60, -80] as const;
/** Powers of a hundred in the table. The last gives 10^14 years, longer than any axis. */
const POWERS = [0, 1, 2, 3, 4, 5, 6] as const;

/** All steps, ascending. */
export const ALL_STEPS: readonly TickStep[] = /* @__PURE__ */ [
  /* @__PURE__ */ every("millisecond", 1, [1, 2, 5, 10, 20, -25, 50, 100, 200, -250, 500]),
  /* @__PURE__ */ every("second", SECOND, [1, 2, -3, 5, 10, 15, -20, 30]),
  /* @__PURE__ */ every("minute", MINUTE, [1, 2, -3, 5, 10, 15, -20, 30]),
  /* @__PURE__ */ every("hour", HOUR, [1, 2, 3, -4, 6, -8, 12]),
  /* @__PURE__ */ every("day", DAY, [1, 2, -3, 5, -7, 10, 15]),
  /* @__PURE__ */ every("month", YEAR / 12, [1, 2, 3, -4, 6]),
  ...POWERS.map((power) => every("year", YEAR, power === 0 ? YEAR_COUNTS : LONG_COUNTS, 100 ** power)),
].flat();

/** The round steps, ascending. */
export const TICK_STEPS: readonly TickStep[] = /* @__PURE__ */ ALL_STEPS.filter((step) => !step.spare);

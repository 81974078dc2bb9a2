/** English names of months, weekdays, ordinals and durations. They are written out because the date-fns table is larger. */
import type { DateNames } from "../locale.js";

export const MONTHS: readonly string[] =
  /* @__PURE__ */
  "January February March April May June July August September October November December".split(" ");
export const WEEKDAYS: readonly string[] =
  /* @__PURE__ */
  "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** The number of letters of a name in each width. */
const LETTERS_BY_WIDTH = { narrow: 1, short: 2, abbreviated: 3, wide: undefined } as const;

const named =
  (names: readonly string[]): DateNames["localize"]["month"] =>
  (i, { width = "wide" } = {}) =>
    (names[i] as string).slice(0, LETTERS_BY_WIDTH[width]);

export const englishNames: DateNames = {
  localize: {
    month: /* @__PURE__ */ named(MONTHS),
    day: /* @__PURE__ */ named(WEEKDAYS),
    ordinalNumber(n) {
      const ending = Math.floor((n % 100) / 10) === 1 ? undefined : ["st", "nd", "rd"][(n % 10) - 1];
      return `${n}${ending ?? "th"}`;
    },
  },
  // The token "aboutXYears" means "about {count} years".
  formatDistance(token, count) {
    const [about = "", unit = ""] = token.split(/x/i);
    return `${about && `${about} `}${count} ${unit.slice(0, count === 1 ? -1 : undefined).toLowerCase()}`;
  },
};

/** Reads spoken periods: seasons, quarters, centuries, decades, years before the present. */
import type { Cursor, NumberToken } from "./token-cursor.js";
import type { Parts } from "./date-parts.js";
import { Refusal } from "../refusal.js";
import { crossesNewYear } from "../season.js";
import { DASHES } from "./punctuation.js";
import { refuseApostrophe, setYear } from "./year-number.js";

/** Reads "winter 1834-35", "summer of 1914", "spring 2024/25". */
export function readSeason(cursor: Cursor, parts: Parts): boolean {
  const season = cursor.valued("season");
  if (season === undefined) return false;
  parts.season = season;
  fillers(cursor);
  cursor.take("from");
  refuseApostrophe(cursor);
  const year = cursor.number();
  if (!year) return true;
  setYear(parts, year);
  cursor.take("year");
  const before = cursor.place;
  if (!cursor.sign(...DASHES, "/") && !cursor.take("to", "until")) return true;
  const second = cursor.number();
  if (isOneSeason(cursor, season, second) && isYearAfter(year, second)) cursor.take("year");
  else cursor.reset(before);
  return true;
}

/** Whether a second year belongs to the same season ("winter 1939 – 1940", "spring 2024/25") and is not the end of a range. */
function isOneSeason(cursor: Cursor, season: number, second: NumberToken | undefined): boolean {
  // "spring 1909 – 1910s" ends with a decade.
  if (!second || cursor.peek()?.kind === "decade") return false;
  if (second.joined) return true;
  // The number is a day in "spring 1216 – 17 January 1217", and an end in "spring 1909 – 1910".
  return second.digits > 2 ? crossesNewYear(season) : cursor.done;
}

function isYearAfter(year: NumberToken, second: NumberToken | undefined): boolean {
  return second !== undefined && second.value === (second.digits === 2 ? (year.value + 1) % 100 : year.value + 1);
}

/** Reads a season after its year: "1834–35년 겨울", "1834 yazı". */
export function readSeasonAfterYear(cursor: Cursor, parts: Parts, year: NumberToken): boolean {
  if (year.digits < 3) return false;
  const start = cursor.place;
  cursor.take("year");
  const single = cursor.place;
  const both =
    Boolean(cursor.sign(...DASHES, "/") ?? cursor.take("to", "and", "until")) && isYearAfter(year, cursor.number());
  if (both) cursor.take("year");
  else cursor.reset(single);
  fillers(cursor);
  const season = cursor.valued("season");
  if (season === undefined) {
    cursor.reset(start);
    return false;
  }
  parts.season = season;
  setYear(parts, year);
  return true;
}

/** Divisions of a year: the code before the first one (ISO 8601-2, table 2), and their number. */
const YEAR_DIVISIONS = { quarter: [32, 4], third: [36, 3], half: [39, 2] } as const;

type Division = keyof typeof YEAR_DIVISIONS;

/** Reads "Q3 2024", "3rd quarter of 2024", "III kwartał 2024". */
export function readQuarter(cursor: Cursor, parts: Parts): boolean {
  const before = cursor.place;
  let n = countOf(cursor);
  let division = cursor.take("quarter", "third", "half") as Division | undefined;
  // "third" is the number in "third quarter".
  const inner = division === "third" && n === undefined ? cursor.take("quarter", "third", "half") : undefined;
  if (inner) {
    n = 3;
    division = inner as Division;
  }
  n ??= countOf(cursor);
  const [base, most] = division ? YEAR_DIVISIONS[division] : [0, 0];
  if (!division || n === undefined || n < 1 || n > most) {
    cursor.reset(before);
    return false;
  }
  parts.season = base + n;
  if (parts.year !== undefined) return true;
  fillers(cursor);
  // Dutch "van" means both "from" and "of".
  cursor.take("from");
  const year = cursor.number();
  if (year) setYear(parts, year);
  cursor.take("year");
  return true;
}

function countOf(cursor: Cursor): number | undefined {
  cursor.take("ordinal");
  const n = cursor.count();
  cursor.sign(".");
  cursor.take("ordinal");
  return n;
}

/** Steps over filler words such as "the" and "of". */
export function fillers(cursor: Cursor): void {
  while (cursor.take("filler"));
}

/** Reads a century or decade whose unit stands first or whose number is no digit: "third century", "XIXe siècle", "siglo XIX", "década de 1850". */
export function readUnitFirst(cursor: Cursor, parts: Parts): boolean {
  const before = cursor.place;
  const unit = cursor.take("century", "millennium", "decade") as "century" | "millennium" | "decade" | undefined;
  if (unit) {
    fillers(cursor);
    cursor.sign("-", "\u05be");
    cursor.take("ordinal");
    const first = cursor.peek();
    const n = cursor.count();
    cursor.sign(".");
    cursor.take("ordinal");
    if (n !== undefined && (unit !== "decade" || (n % 10 === 0 && first?.kind === "number" && first.digits > 2))) {
      parts[unit] = n;
      return true;
    }
  } else if (cursor.peek()?.kind !== "number") {
    const n = cursor.count();
    const after = n !== undefined && cursor.take("century", "millennium");
    if (after) {
      parts[after as "century"] = n;
      return true;
    }
  }
  cursor.reset(before);
  return false;
}

/** Reads "66 Ma", "4.5 billion years ago", "12,000 years ago", "10,000 BP". */
export function readAgo(cursor: Cursor, parts: Parts, number: NumberToken, prefixed: boolean): boolean {
  const before = cursor.place;
  let amount = number.value;
  let unit = trailingUnit(amount);
  const point = cursor.peek();
  const fraction = cursor.peek(1);
  const isPoint = point?.kind === "sign" && (point.sign === "." || point.sign === ",");
  if (isPoint && point.joined && fraction?.kind === "number" && fraction.joined) {
    cursor.sign(".", ",");
    cursor.number();
    unit = 10 ** -fraction.digits;
    amount += fraction.value * unit;
  }
  const geological = cursor.valued("scaleAgo");
  const scale = geological ?? cursor.valued("scale");
  fillers(cursor);
  const ago = geological ? "ago" : cursor.take("ago", "beforePresent", ...(prefixed ? (["agoYears"] as const) : []));
  if (!ago) {
    cursor.reset(before);
    return false;
  }
  const factor = scale ?? 1;
  if (amount * factor < 10_000 && ago !== "beforePresent") {
    throw new Refusal("date-unrecognised", "it is relative to a present that is not stated", "Write the year itself");
  }
  // 4.6 * 1e9 is not exactly 4,600,000,000 in doubles, and years are whole.
  // The zeros of "4000 Ma" are significant, because the figure counts millions of years.
  const roughest = scale === undefined || scale > 1e6 ? Number.POSITIVE_INFINITY : 1e6;
  parts.ago = {
    years: Math.round(amount * factor),
    unit: Math.min(roughest, Math.max(1, Math.round(unit * factor))),
    scale: factor,
  };
  return true;
}

function trailingUnit(amount: number): number {
  const zeros = /0*$/.exec(String(amount))?.[0].length ?? 0;
  return 10 ** Math.min(zeros, String(amount).length - 1);
}

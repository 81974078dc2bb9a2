/** Spoken dates that are no calendar dates: seasons, quarters, years before the present. */
import type { Cursor, NumberToken } from "./cursor.js";
import type { Parts } from "./parts.js";
import { Refusal } from "./refusal.js";
import { DASHES, refuseApostrophe, setYear } from "./spoken-parts.js";

/** "winter 1834-35", "summer of 1914", "spring 2024/25". */
export function readSeason(cursor: Cursor, parts: Parts): boolean {
  const season = cursor.season();
  if (season === undefined) return false;
  parts.season = season;
  cursor.take("filler");
  refuseApostrophe(cursor);
  const year = cursor.number();
  if (!year) return true;
  setYear(parts, year);
  const before = cursor.place;
  if (cursor.sign(...DASHES, "/")) {
    const second = cursor.number();
    const next = second && (second.digits === 2 ? (year.value + 1) % 100 : year.value + 1);
    if (second?.value !== next) cursor.reset(before);
  }
  return true;
}

/** "Q3 2024", "3rd quarter of 2024". */
export function readQuarter(cursor: Cursor, parts: Parts): boolean {
  const before = cursor.place;
  let n: NumberToken | undefined;
  if (cursor.take("quarter")) n = cursor.number();
  else {
    n = cursor.number();
    cursor.take("ordinal");
    if (!n || !cursor.take("quarter")) n = undefined;
  }
  if (!n || n.value < 1 || n.value > 4) {
    cursor.reset(before);
    return false;
  }
  parts.season = 32 + n.value;
  cursor.take("filler");
  const year = cursor.number();
  if (year) setYear(parts, year);
  return true;
}

const SCALES = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  thousandAgo: 1e3,
  millionAgo: 1e6,
  billionAgo: 1e9,
} as const;

/** "66 Ma", "4.5 billion years ago", "12,000 years ago", "10,000 BP". */
export function readAgo(cursor: Cursor, parts: Parts, number: NumberToken): boolean {
  const before = cursor.place;
  let amount = number.value;
  let unit = trailingUnit(amount);
  const point = cursor.peek();
  const fraction = cursor.peek(1);
  if (point?.kind === "sign" && point.sign === "." && fraction?.kind === "number" && fraction.joined) {
    cursor.sign(".");
    cursor.number();
    unit = 10 ** -fraction.digits;
    amount += fraction.value * unit;
  }
  const geological = cursor.take("thousandAgo", "millionAgo", "billionAgo") as keyof typeof SCALES | undefined;
  const scale = geological ?? (cursor.take("thousand", "million", "billion") as keyof typeof SCALES | undefined);
  const ago = geological ?? cursor.take("ago", "beforePresent");
  if (!ago) {
    cursor.reset(before);
    return false;
  }
  const factor = scale ? SCALES[scale] : 1;
  if (amount * factor < 10_000 && ago === "ago") {
    throw new Refusal("date-unrecognised", "it is relative to a present that is not stated", "Write the year itself");
  }
  // 4.6 * 1e9 misses 4,600,000,000 by a hair; years are whole.
  parts.ago = { years: Math.round(amount * factor), unit: Math.max(1, Math.round(unit * factor)) };
  return true;
}

function trailingUnit(amount: number): number {
  const zeros = /0*$/.exec(String(amount))?.[0].length ?? 0;
  return 10 ** Math.min(zeros, String(amount).length - 1);
}

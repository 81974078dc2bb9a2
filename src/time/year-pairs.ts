/**
 * Tells in a column of dates whether `2020-21` means two years or a part of the year 2020. One such text alone has two
 * readings. Other cells of its column can settle them: `2018-19` is no month and no season, `2019-05` is no pair of years.
 */
import { pad } from "./digits.js";

/** What settles the pairs of a column: they are years, or they are months and EDTF seasons. */
export type PairMeaning = "years" | "units";

const PAIR = /^(\D{0,4})(\d{4})-(\d{1,2})([?~]?)$/;

/** From this many different pairs of successive years on, a column without other evidence is one of years. */
const SUCCESSIVE_PAIRS = 3;

interface Pair {
  readonly before: string;
  readonly year: number;
  readonly second: number;
  readonly written: string;
  readonly after: string;
}

function pairOf(text: string): Pair | undefined {
  const [, before = "", year = "", written = "", after = ""] = PAIR.exec(text.trim()) ?? [];
  return year === "" ? undefined : { before, year: Number(year), second: Number(written), written, after };
}

const isMonth = (n: number): boolean => n >= 1 && n <= 12;
const isSeason = ({ second, written }: Pair): boolean => written.length === 2 && second >= 21 && second <= 41;

/** The second year that a pair would have; `undefined` where the second number is not later than the first. */
function lastYear({ year, second, written }: Pair): number | undefined {
  const size = 10 ** written.length;
  const last = year - (year % size) + second;
  if (last > year) return last;
  return written === "00" && last + size === year + 1 ? last + size : undefined;
}

/** What the cells of a column prove together. `undefined`: no cell proves a meaning, or two cells contradict each other. */
export function findPairMeaning(texts: Iterable<unknown>): PairMeaning | undefined {
  let [years, units, all] = [false, false, true];
  const successive = new Set<number>();
  for (const text of texts) {
    const pair = typeof text === "string" ? pairOf(text) : undefined;
    if (!pair) continue;
    const last = lastYear(pair);
    const isUnit = isMonth(pair.second) || isSeason(pair);
    if (last !== undefined && !isUnit) years = true;
    if (last === undefined && isUnit) units = true;
    if (last === pair.year + 1) successive.add(pair.year);
    else all = false;
  }
  if (years !== units) return years ? "years" : "units";
  return !years && all && successive.size >= SUCCESSIVE_PAIRS ? "years" : undefined;
}

/**
 * Rewrites a pair of a column so that a document reads it as the column means it: `2020-21` as `2020/2021`. A season or two
 * years that nothing settles becomes `2020-21 or 2020/2021`, which a document refuses with both readings.
 *
 * @param meaning what {@link findPairMeaning} found for the column of the text
 */
export function settlePair(text: string, meaning: PairMeaning | undefined): string {
  const pair = pairOf(text);
  const last = pair && lastYear(pair);
  if (!pair || last === undefined) return text;
  const { before, year, second, written, after } = pair;
  if (meaning === "years") return `${before}${pad(year, 4)}${after}${before === "" ? "/" : "–"}${pad(last, 4)}${after}`;
  if (meaning === "units") {
    return written.length === 1 && isMonth(second) ? `${before}${year}-${pad(second)}${after}` : text;
  }
  return before === "" && isSeason(pair) ? `${text.trim()} or ${pad(year, 4)}/${pad(last, 4)}` : text;
}

/**
 * Hangs as many labels of a crowd as fit, the important ones first. A good fan is found; then every label that is still
 * missing, in order of rank, takes a place from less important ones if that is all that keeps it out, so that no label is
 * missing that a less important one displaced; last, labels rise into whatever room that left.
 */
import { type Found, searchFan } from "./fan-search.js";
import { Gaps } from "./gaps.js";
import { greedyFan } from "./greedy-fan.js";
import { closeEmptyRows, raise } from "./tidy-rows.js";
import { type Candidate, clash, effort, type Hung, isCrowded, missing, Places, type Room, touch } from "./hang.js";

/** Up to so many labels a search is quick, and finds what a reader would; beyond, it pays less and less. */
const SEARCHED = 12;

/**
 * @param closing where no label hangs yet, and where all rows are of one height: rows that stay empty are closed, so that
 * those beyond them are free, and a good fan is sought for longer
 */
export function arrange(candidates: readonly Candidate[], room: Room, closing = false): Hung[] {
  const options = new Places(room);
  const closed = (fan: readonly Hung[]): readonly Hung[] => (closing ? closeEmptyRows(fan) : fan);
  let fan = closed(
    candidates.length <= SEARCHED
      ? searched(candidates, options, room, closing)
      : greedyFan(candidates, options, room, closing),
  );
  // What rises leaves room behind, which may be enough for one more. It ends: no label rises for ever, and none comes that
  // is less important than what it displaces.
  for (;;) {
    const repaired = repair(fan, candidates, options, room);
    fan = closed(raise(repaired, options, room));
    if (fan.every((hung, i) => hung === repaired[i])) return repaired;
  }
}

/** @param thorough where the whole timeline is in view: from both ends of time, unless the first search has found a place for all */
function searched(candidates: readonly Candidate[], options: Places, room: Room, thorough: boolean): Hung[] {
  const onward = searchFan(candidates, options, room) as Found;
  if (!thorough || onward.fan.length === candidates.length) return onward.fan;
  return searchFan(candidates, options, room, -1, onward.cost)?.fan ?? onward.fan;
}

/** Gives every missing label, the most important first, a place that only less important ones occupy. */
function repair(fan: readonly Hung[], candidates: readonly Candidate[], options: Places, room: Room): Hung[] {
  let kept = [...fan];
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  const hungOnes = new Set(kept.map((hung) => hung.candidate));
  for (const candidate of byRank) {
    if (hungOnes.has(candidate)) continue;
    const place = placeFor(candidate, kept, options, room);
    if (!place) continue;
    for (const loser of place.losers) hungOnes.delete(loser.candidate);
    kept = kept.filter((hung) => !place.losers.includes(hung));
    kept.push(place.hung);
    hungOnes.add(candidate);
  }
  return kept.sort((a, b) => a.candidate.x - b.candidate.x || a.candidate.rank - b.candidate.rank);
}

interface Taken {
  readonly hung: Hung;
  /** Those that give way to it. */
  readonly losers: readonly Hung[];
}

/** The place where a label displaces nothing, or only less important ones and of those the least. */
function placeFor(candidate: Candidate, kept: readonly Hung[], options: Places, room: Room): Taken | undefined {
  let found: Taken | undefined;
  let least = Number.POSITIVE_INFINITY;
  // More important labels stay: what clashes with one of them is no place.
  const staying = kept.filter((other) => other.candidate.rank < candidate.rank);
  if (isCrowded(candidate, [...staying, ...room.fixed], room)) return undefined;
  const gaps = new Gaps(candidate, staying, room);
  const others = kept.filter((other) => other.candidate.rank >= candidate.rank);
  for (const hung of options.of(candidate)) {
    const taken = gaps.fits(hung) ? taking(hung, others, least) : undefined;
    if (!taken) continue;
    const near = [...kept, ...room.fixed].filter((other) => touch(candidate, other) && !taken.losers.includes(other));
    if (near.length >= room.touching) continue;
    least = taken.price;
    found = taken;
  }
  return found;
}

/** What a place costs that only `others` may be in; nothing where it is not cheaper. */
function taking(hung: Hung, others: readonly Hung[], least: number): (Taken & { price: number }) | undefined {
  const losers: Hung[] = [];
  let price = effort(hung);
  for (let i = 0; i < others.length; i++) {
    const other = others[i] as Hung;
    if (!clash(hung, other)) continue;
    losers.push(other);
    price += missing(other.candidate);
    if (price >= least) return undefined;
  }
  return price < least ? { hung, losers, price } : undefined;
}

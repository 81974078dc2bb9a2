/**
 * Hangs as many labels of a crowd as fit, the important ones first. A good fan is found; then every label that is still
 * missing, in order of rank, takes a place from less important ones if that is all that keeps it out, so that no label is
 * missing that a less important one displaced; last, labels rise into whatever room that left.
 */
import { searchFan } from "./fan-search.js";
import { greedyFan } from "./greedy-fan.js";
import { closeEmptyRows, raise } from "./tidy-rows.js";
import { type Candidate, clash, effort, type Hung, missing, places, type Room, touch } from "./hang.js";

/** Up to so many labels a search is quick, and finds what a reader would; beyond, it pays less and less. */
const SEARCHED = 12;

/**
 * @param closing rows that stay empty are closed, so that those beyond them are free: only where no label hangs yet, and
 * where all rows are of one height
 */
export function arrange(candidates: readonly Candidate[], room: Room, closing = false): Hung[] {
  const closed = (fan: readonly Hung[]): readonly Hung[] => (closing ? closeEmptyRows(fan) : fan);
  let fan = closed(candidates.length <= SEARCHED ? searched(candidates, room, closing) : greedyFan(candidates, room));
  // What rises leaves room behind, which may be enough for one more. It ends: no label rises for ever, and none comes that
  // is less important than what it displaces.
  for (;;) {
    const repaired = repair(fan, candidates, room);
    fan = closed(raise(repaired, room));
    if (fan.every((hung, i) => hung === repaired[i])) return repaired;
  }
}

/** @param thorough where the whole timeline is in view: from both ends of time, unless the first search has found a place for all */
function searched(candidates: readonly Candidate[], room: Room, thorough: boolean): Hung[] {
  const onward = searchFan(candidates, room);
  if (!thorough || onward.fan.length === candidates.length) return onward.fan;
  const back = searchFan(candidates, room, -1);
  return back.cost < onward.cost ? back.fan : onward.fan;
}

/** Gives every missing label, the most important first, a place that only less important ones occupy. */
function repair(fan: readonly Hung[], candidates: readonly Candidate[], room: Room): Hung[] {
  let kept = [...fan];
  const byRank = [...candidates].sort((a, b) => a.rank - b.rank);
  const hungOnes = new Set(kept.map((hung) => hung.candidate));
  for (const candidate of byRank) {
    if (hungOnes.has(candidate)) continue;
    const place = placeFor(candidate, kept, room);
    if (!place) continue;
    for (const loser of place.losers) hungOnes.delete(loser.candidate);
    kept = kept.filter((hung) => !place.losers.includes(hung));
    kept.push(place.hung);
    hungOnes.add(candidate);
  }
  return kept.sort((a, b) => a.candidate.x - b.candidate.x || a.candidate.rank - b.candidate.rank);
}

/** The place where a label displaces nothing, or only less important ones and of those the least. */
function placeFor(candidate: Candidate, kept: readonly Hung[], room: Room): { hung: Hung; losers: Hung[] } | undefined {
  let found: { hung: Hung; losers: Hung[]; price: number } | undefined;
  for (const hung of places(candidate, room)) {
    const losers = kept.filter((other) => clash(hung, other));
    const near = [...kept, ...room.fixed].filter((other) => !losers.includes(other) && touch(candidate, other));
    if (near.length >= room.touching) continue;
    if (losers.some((loser) => loser.candidate.rank < candidate.rank)) continue;
    const price = losers.reduce((sum, loser) => sum + missing(loser.candidate), 0) + effort(hung);
    if (!found || price < found.price) found = { hung, losers, price };
  }
  return found;
}

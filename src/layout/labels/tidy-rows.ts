/** Raises labels that hang lower than they need, and closes rows that stay empty: a picture without holes. */
import { Gaps } from "./gaps.js";
import { effort, type Hung, type Places, type Room } from "./hang.js";

/** Each label in turn, from the shallowest, takes the least effort that clashes with none. Never worse than before. */
export function raise(fan: readonly Hung[], options: Places, room: Room): Hung[] {
  const raised = [...fan];
  const order = raised.map((_, i) => i).sort((a, b) => (raised[a] as Hung).row - (raised[b] as Hung).row || a - b);
  for (const i of order) {
    const hung = raised[i] as Hung;
    if (hung.row === 0) continue;
    const own = effort(hung);
    const others = raised.filter((_, j) => j !== i);
    const gaps = new Gaps(hung.candidate, others, room);
    const better = options
      .byEffort(hung.candidate)
      .find((place) => place.size <= hung.size && effort(place) < own && gaps.fits(place));
    if (better) raised[i] = better;
  }
  return raised;
}

/** Rules between labels only compare rows, so numbering the used ones anew keeps all of them. */
export function closeEmptyRows(fan: readonly Hung[]): Hung[] {
  const used = (above: boolean): number[] =>
    [...new Set(fan.filter((hung) => hung.above === above).map(({ row }) => row))].sort((a, b) => a - b);
  const [below, over] = [used(false), used(true)];
  return fan.map((hung) => {
    const row = (hung.above ? over : below).indexOf(hung.row);
    return row === hung.row ? hung : { ...hung, row };
  });
}

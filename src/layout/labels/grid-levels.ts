/**
 * Who is named in a crowd. The axis is cut into cells on a fixed grid: cell n of level e reaches from n·2^e to (n + 1)·2^e
 * in units of the axis, which are milliseconds from 1970 where time is proportional. The level of an event is the coarsest
 * at which it ranks first in its cell. The grid does not depend on the data, so further events name the same ones.
 */

/** No two events share a cell of this level or more: one of them stands before 1970. */
export const MAX_LEVEL = 62;
/** Finer cells are not told apart: a billionth of a unit. */
export const MIN_LEVEL = -30;

const CELLS = /* @__PURE__ */ Float64Array.from({ length: MAX_LEVEL - MIN_LEVEL + 1 }, (_, i) => 2 ** (MIN_LEVEL + i));

/** Length of a cell of a level, in units of the axis. */
export function cellLength(level: number): number {
  return CELLS[level - MIN_LEVEL] as number;
}

/** The finest level at which two places share a cell; `MAX_LEVEL` + 1 where none does. */
function sharedLevel(a: number, b: number): number {
  const distance = Math.abs(a - b);
  if (distance === 0) return MIN_LEVEL;
  // No cell shorter than their distance holds both.
  let level = Math.max(MIN_LEVEL, Math.floor(Math.log2(distance)));
  while (level <= MAX_LEVEL && Math.floor(a / cellLength(level)) !== Math.floor(b / cellLength(level))) level++;
  return level;
}

/**
 * Level of each event; below `MIN_LEVEL` for one that never ranks first. Linear: only the nearest better ranked
 * neighbours on either side can keep an event from ranking first.
 *
 * @param position ascending
 * @param rank lower ranks first; no two are equal
 */
export function gridLevels(position: Float64Array, rank: Int32Array): Int8Array {
  const size = position.length;
  const levels = new Int8Array(size).fill(MAX_LEVEL);
  const better = new Int32Array(size);
  let top = 0;
  for (let at = 0; at < size; at++) {
    const own = rank[at] as number;
    const place = position[at] as number;
    while (top > 0 && (rank[better[top - 1] as number] as number) > own) {
      const beaten = better[--top] as number;
      const level = sharedLevel(position[beaten] as number, place) - 1;
      if (level < (levels[beaten] as number)) levels[beaten] = level;
    }
    if (top > 0)
      levels[at] = Math.min(MAX_LEVEL, sharedLevel(position[better[top - 1] as number] as number, place) - 1);
    better[top++] = at;
  }
  return levels;
}

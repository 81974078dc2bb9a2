/**
 * Takes the first track that is free from a place on, and occupies it. Called for intervals in order of their beginnings, it
 * uses as many tracks as intervals overlap (interval colouring).
 *
 * @param ends end of what each track holds; changed by the call
 * @param first first track to try
 */
export function takeTrack(ends: number[], from: number, to: number, first = 0): number {
  let track = first;
  while ((ends[track] ?? Number.NEGATIVE_INFINITY) > from) track++;
  ends[track] = to;
  return track;
}

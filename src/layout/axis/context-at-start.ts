import type { TickMark } from "../../time/ticks/ticks.js";

/** The context at the start of a stretch, unless its first tick or the stretch before shows it. */
export function contextAtStart(
  marks: readonly TickMark[],
  context: string | undefined,
  before: string | undefined,
): string | undefined {
  const first = marks[0];
  if (context === undefined || context === before) return undefined;
  return first?.context === context ? undefined : context;
}

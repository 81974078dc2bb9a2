import type { Issue } from "../../src/base/issue.js";

/** How often each code stands in a list of issues, in the order of their names. */
export function countCodes(issues: readonly Issue[], ...without: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of issues) if (!without.includes(code)) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How problems are printed: one a line, and a summary last. Nothing from the data reaches a terminal as a control. */
import type { Issue } from "../base/issue.js";

const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;

/** `path:row:column: severity code: message` */
export function issueLine(file: string, issue: Issue): string {
  const place = [file === "-" ? "<stdin>" : file, issue.row, issue.column]
    .filter((part) => part !== undefined)
    .join(":");
  return `${place}: ${issue.severity} ${issue.code}: ${issue.message}`.replace(CONTROLS, " ");
}

/** JSON escapes C0 by itself; a terminal obeys DEL and C1 too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    /[\u007f-\u009f]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function countBySeverity(issues: readonly Issue[]): { error: number; warning: number; info: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const issue of issues) counts[issue.severity]++;
  return counts;
}

export function summaryLine(events: number, placed: number, issues: readonly Issue[]): string {
  const counts = countBySeverity(issues);
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
  const found = `${plural(counts.error, "error")}, ${plural(counts.warning, "warning")}, ${counts.info} info`;
  return `${plural(events, "event")}, ${placed} placed in time: ${found}`;
}

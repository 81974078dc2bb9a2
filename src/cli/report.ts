/** Prints issues, one a line, and a summary last. Control characters in data never reach the terminal. */
import { groupBy } from "../base/group-by.js";
import type { Issue, Severity } from "../base/issue.js";

/** C0, C1, and characters that change the direction of text. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** Names of options in the API, and the matching arguments of the command. */
const ARGUMENT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bdateOrder to "(\w+)" or "(\w+)"/g, "--date-order to $1 or $2"],
  [/\bdateOrder to "(\w+)"/g, "--date-order to $1"],
  [/\bdateOrder\b/g, "--date-order"],
  [/\bthe options limits\.(\w+) and limits\.(\w+)/g, "--limit $1=NUMBER and --limit $2=NUMBER"],
  [/\bthe option limits\.(\w+)/g, "--limit $1=NUMBER"],
  [/\bname one with the option columns\.(\w+)/g, "name one with --column $1=HEADER"],
  [/\bthe option columns\.(\w+) to "([^"]*)"/g, '--column $1="$2"'],
  [/\bthe option columns\.(\w+)/g, "--column $1=HEADER"],
  [/\bthe option headerRow\b/g, "--header-row"],
  [/\bthe format: /g, "the format with --from: "],
  [/\bwith fromTimelineJs, or as timelinejs/g, "with --from timelinejs"],
  [/\bthe locale\b/g, "--lang"],
];

function asArgument({ message, hint }: Issue): string {
  if (hint === undefined || !message.includes(hint)) return message;
  const advice = ARGUMENT_NAMES.reduce((text, [name, argument]) => text.replace(name, argument), hint);
  return message.slice(0, message.lastIndexOf(hint)) + advice + message.slice(message.lastIndexOf(hint) + hint.length);
}

/** Formats an issue as `path:row:column: severity code: message`. */
export function issueLine(file: string, issue: Issue, isColored = false): string {
  const place = [file === "-" ? "<stdin>" : file, issue.row, issue.column]
    .filter((part) => part !== undefined)
    .join(":");
  const clean = (text: string): string => text.replace(CONTROLS, " ");
  const severity = isColored ? `\u001b[${COLORS[issue.severity]}m${issue.severity}\u001b[0m` : issue.severity;
  return `${clean(place)}: ${severity} ${issue.code}: ${clean(asArgument(issue))}`;
}

/** Issues of one kind are grouped from this count on. */
const GROUP_FROM_COUNT = 6;

/**
 * The issues as lines: infos, warnings, and last, where they stay in view, errors; each in the order of the file.
 *
 * @param all prints every issue; otherwise one line counts those of one kind
 */
export function issueLines(
  file: string,
  issues: readonly Issue[],
  { isColored = false, all = true, events = 0 }: { isColored?: boolean; all?: boolean; events?: number } = {},
): string[] {
  const lines = (["info", "warning", "error"] as const).flatMap((severity) => {
    const found = issues.filter((issue) => issue.severity === severity);
    if (all) return found;
    const kinds = groupBy(found, ({ code }) => code);
    return [...kinds.values()].flatMap((kind) => (kind.length < GROUP_FROM_COUNT ? kind : grouped(kind, events)));
  });
  return lines.map((issue) => issueLine(file, issue, isColored));
}

/** Issues of a group that are printed in full. */
const PRINTED_IN_FULL = 3;
/** Further rows that the last line of a group lists. */
const LISTED_ROWS_MAX = 5;

/** The first issues of a kind, and one that counts the others. */
function grouped(kind: readonly Issue[], events: number): readonly Issue[] {
  const { code, severity, message } = kind[0] as Issue;
  if (code === "unsourced") {
    return [{ code, severity, message: `${kind.length} of ${events} events have no source. check --all lists them` }];
  }
  if (severity === "info") {
    return [{ code, severity, message: `${kind.length} times, first ${message} check --all lists them` }];
  }
  const others = kind.slice(PRINTED_IN_FULL);
  const rows = [...new Set(others.flatMap(({ row }) => row ?? []))];
  const places = rows.length === 0 ? "" : `, in rows ${rows.slice(0, LISTED_ROWS_MAX).join(", ")}`;
  const more = rows.length > LISTED_ROWS_MAX ? " and others" : "";
  const count = {
    code,
    severity,
    message: `${others.length} more of this kind${places}${more}; check --all lists them`,
  };
  return [...kind.slice(0, PRINTED_IN_FULL), count];
}

/** Whether to use colours: only on a terminal, unless the environment forbids them (no-color.org). */
export function isColorful(
  stream: { readonly isTTY?: boolean | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}

/** Formats JSON and escapes DEL and C1, which terminals interpret; JSON.stringify escapes only C0. */
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

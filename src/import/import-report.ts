/** Collects the issues of a file while it is read. */
import { formatIssue } from "../base/format-issue.js";
import type { Issue, IssueCode, IssueDetails } from "../base/issue.js";
import { Report } from "../model/document/fields.js";

/** A repeated problem: one issue gives its count and its first places. */
interface Tally {
  readonly code: IssueCode;
  readonly problem: string;
  readonly details: IssueDetails;
  readonly rows: Where[];
  count: number;
}

/** The place of an issue: a row of a table, or a path. */
export type Where = number | string;

/** The place as a detail of an issue. */
export function placeOf(where: Where): Pick<IssueDetails, "row" | "path"> {
  return typeof where === "number" ? { row: where } : { path: where };
}

/** The place as words of a message. */
export function whereText(where: Where): string {
  return typeof where === "number" ? `row ${where}` : where;
}

/** Places that one issue lists. */
const LISTED_PLACES_MAX = 3;

export class ImportReport extends Report {
  private readonly tallies = new Map<string, Tally>();
  private readonly recorded: Issue[] = [];

  /** The issues so far; those of `tally` are added by `settle`. */
  override get issues(): Issue[] {
    return this.recorded;
  }

  override push(issue: Issue): void {
    this.recorded.push(issue);
  }

  override add(code: IssueCode, problem: string, path: string, value?: unknown, hint?: string): void {
    this.put(code, problem, { path, value, hint });
  }

  put(code: IssueCode, problem: string, details: IssueDetails = {}): void {
    this.recorded.push(formatIssue(code, problem, details));
  }

  /**
   * Counts a problem that many events share; {@link settle} reports it once. `where` is its row or path.
   * A loss that concerns one event needs an issue of its own, by {@link put}.
   */
  tally(code: IssueCode, problem: string, where: Where, details: IssueDetails = {}): void {
    const known = this.tallies.get(problem);
    if (!known) {
      this.tallies.set(problem, { code, problem, details: { ...placeOf(where), ...details }, rows: [where], count: 1 });
      return;
    }
    known.count++;
    if (known.rows.length < LISTED_PLACES_MAX) known.rows.push(where);
  }

  /** Reports every tallied problem once, with its count. */
  settle(): void {
    for (const { code, problem, details, rows, count } of this.tallies.values()) {
      this.put(code, count === 1 ? problem : `${problem} (${count} times: ${placesOf(rows, count)})`, details);
    }
    this.tallies.clear();
  }
}

function placesOf(rows: readonly Where[], count: number): string {
  const names = rows.join(", ");
  const places = typeof rows[0] === "number" ? `rows ${names}` : names;
  return count > rows.length ? `${places} and ${count - rows.length} more` : places;
}

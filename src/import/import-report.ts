/** What is wrong with a file or could not be kept, collected while it is read. */
import { formatIssue } from "../base/format-issue.js";
import type { Issue, IssueCode, IssueDetails } from "../base/issue.js";
import { Report } from "../model/document/fields.js";

/** Something that happens again and again: one issue tells how often, and where first. */
interface Tally {
  readonly code: IssueCode;
  readonly problem: string;
  readonly details: IssueDetails;
  readonly rows: (number | string)[];
  count: number;
}

const NAMED_PLACES = 3;

export class ImportReport extends Report {
  private readonly tallies = new Map<string, Tally>();
  private readonly told: Issue[] = [];

  /** Readable at any time, also while a file is still read. */
  override get issues(): Issue[] {
    return this.told;
  }

  override push(issue: Issue): void {
    this.told.push(issue);
  }

  override add(code: IssueCode, problem: string, path: string, value?: unknown, hint?: string): void {
    this.put(code, problem, { path, value, hint });
  }

  put(code: IssueCode, problem: string, details: IssueDetails = {}): void {
    this.told.push(formatIssue(code, problem, details));
  }

  /**
   * Counts one of many equal remarks, told once by {@link settle}. `where` is its row or path.
   * For what is the same in every event; what is lost of one event alone has an issue of its own.
   */
  tally(code: IssueCode, problem: string, where: number | string, details: IssueDetails = {}): void {
    const known = this.tallies.get(problem);
    if (!known) {
      const place = typeof where === "number" ? { row: where } : { path: where };
      this.tallies.set(problem, { code, problem, details: { ...place, ...details }, rows: [where], count: 1 });
      return;
    }
    known.count++;
    if (known.rows.length < NAMED_PLACES) known.rows.push(where);
  }

  /** Turns the tallies into issues. */
  settle(): void {
    for (const { code, problem, details, rows, count } of this.tallies.values()) {
      this.put(code, count === 1 ? problem : `${problem} (${count} times: ${placesOf(rows, count)})`, details);
    }
    this.tallies.clear();
  }
}

function placesOf(rows: readonly (number | string)[], count: number): string {
  const names = rows.join(", ");
  const places = typeof rows[0] === "number" ? `rows ${names}` : names;
  return count > rows.length ? `${places} and ${count - rows.length} more` : places;
}

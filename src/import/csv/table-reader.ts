/** Turns rows into a document. Shared by `fromCsv` and `fromRecords`. */
import type { EventInput, TimelineDocument } from "../../model/document/document.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import { textOfHtml } from "../html-text.js";
import type { ImportReport } from "../import-report.js";
import { type ImportLimits, reportLimit } from "../limits.js";
import { DateOrderColumn, orderedDate } from "./infer-date-order.js";
import type { Columns } from "./columns.js";
import { linkSource } from "../timelinejs/slide.js";
import { type Cell, eventOfRow } from "./row-event.js";

/** A lane column with more values becomes tags, unless the caller names it. */
const INFERRED_LANES_MAX = 20;

export class TableReader {
  readonly events: EventInput[] = [];
  /** Row number of each event; blank rows have no event. */
  readonly rows: number[] = [];
  private readonly lanes = new Map<string, string>();
  private readonly orders = { date: new DateOrderColumn(), end: new DateOrderColumn() };
  private total = 0;

  constructor(
    readonly columns: Columns,
    private readonly limits: ImportLimits,
    private readonly report: ImportReport,
    private readonly dateOrder: DateOrder | undefined,
    private readonly isLaneGiven: boolean,
  ) {}

  add(cell: Cell, width: number, row: number): void {
    this.total++;
    if (this.total > this.limits.events) return;
    const event = eventOfRow(this.columns, cell, width, row, this.report);
    this.plainTexts(event, row);
    if (event.lane !== undefined) event.lane = this.internLane(event.lane);
    if (this.dateOrder === undefined) {
      if (event.date !== undefined) this.orders.date.see(event.date as string, row);
      if (event.end !== undefined) this.orders.end.see(event.end as string, row);
    }
    this.events.push(event);
    this.rows.push(row);
  }

  /** Replaces HTML by its text. Its links become sources; the original stays in `data`. */
  private plainTexts(event: EventInput, row: number): void {
    for (const field of ["title", "description"] as const) {
      const written = event[field];
      // A single "<" is plain text; an end tag is HTML.
      if (written === undefined || !/<\/[a-z]|<br\s*\/?>|<img\s/i.test(written)) continue;
      const { text, links, marked } = textOfHtml(written);
      if (!marked) continue;
      this.report.tally("html-as-text", "HTML became text; its links became suggested sources", row);
      event[field] = text;
      event.data = { ...event.data, [`${field} (HTML)`]: written };
      if (links.length > 0) event.sources = [...(event.sources ?? []), ...links.map(linkSource)];
    }
  }

  /** Shares one string per lane between all rows, to save memory. */
  private internLane(lane: string): string {
    const known = this.lanes.get(lane);
    if (known === undefined) this.lanes.set(lane, lane);
    return known ?? lane;
  }

  /** Moves the lane of every event to its tags: a column with many values is not a lane column. */
  private lanesToTags(): void {
    const column = this.columns.single.get("lane") ?? 0;
    const name = this.columns.headers[column];
    const problem = `${name} has ${this.lanes.size} different values, too many for lanes; they are kept as tags`;
    this.report.put("lanes-many", problem, {
      row: 1,
      column: column + 1,
      hint: "Set the option columns.lane to make lanes of them",
    });
    for (const event of this.events) {
      if (event.lane === undefined) continue;
      event.tags = [...(event.tags ?? []), event.lane];
      delete event.lane;
    }
    this.lanes.clear();
  }

  finish(): TimelineDocument {
    const { columns, report, events } = this;
    if (this.total > events.length) {
      const problem = `there are ${this.total} events, and the limit is ${this.limits.events}; the first ${events.length} are kept`;
      reportLimit(report, "limit-events", problem, "events", { row: (this.rows.at(-1) ?? 1) + 1 });
    }
    for (const field of ["date", "end"] as const) {
      const column = columns.single.get(field);
      if (column === undefined) continue;
      const name = columns.headers[column] ?? "";
      const order = this.dateOrder ?? this.orders[field].settle(column + 1, name, report);
      if (order === undefined) continue;
      for (const event of events) {
        const text = event[field];
        if (typeof text === "string") event[field] = orderedDate(text, order);
      }
    }
    if (this.lanes.size > INFERRED_LANES_MAX && !this.isLaneGiven) this.lanesToTags();
    const lanes = [...this.lanes.keys()].map((id) => ({ id }));
    return { events, ...(lanes.length > 1 ? { lanes } : {}) };
  }
}

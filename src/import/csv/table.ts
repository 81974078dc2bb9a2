/** A table as a document: the heart of `fromCsv` and `fromRecords`, whatever its rows were read from. */
import type { EventInput, TimelineDocument } from "../../model/document.js";
import type { DateOrder } from "../../time/numeric-date.js";
import type { ImportReport } from "../import-report.js";
import { type ImportLimits, reportLimit } from "../limits.js";
import { DateOrderColumn, orderedDate } from "./date-order.js";
import type { Columns } from "./columns.js";
import { type Cell, eventOfRow } from "./row-event.js";

export class TableReader {
  readonly events: EventInput[] = [];
  /** Row of each event, where rows and events do not run side by side. */
  readonly rows: number[] = [];
  private readonly lanes = new Map<string, string>();
  private readonly orders = { date: new DateOrderColumn(), end: new DateOrderColumn() };
  private total = 0;

  constructor(
    readonly columns: Columns,
    private readonly limits: ImportLimits,
    private readonly report: ImportReport,
    private readonly dateOrder: DateOrder | undefined,
  ) {}

  add(cell: Cell, width: number, row: number): void {
    this.total++;
    if (this.total > this.limits.events) return;
    const event = eventOfRow(this.columns, cell, width, row, this.report);
    if (event.lane !== undefined) event.lane = this.internLane(event.lane);
    if (this.dateOrder === undefined) {
      this.orders.date.see(event.date as string, row);
      if (event.end !== undefined) this.orders.end.see(event.end as string, row);
    }
    this.events.push(event);
    this.rows.push(row);
  }

  /** One string for each lane, not one for each row. */
  private internLane(lane: string): string {
    const known = this.lanes.get(lane);
    if (known === undefined) this.lanes.set(lane, lane);
    return known ?? lane;
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
    const lanes = [...this.lanes.keys()].map((id) => ({ id }));
    return { events, ...(lanes.length > 1 ? { lanes } : {}) };
  }
}

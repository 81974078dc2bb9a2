/** Turns rows into a document. Shared by `fromCsv` and `fromRecords`. */
import type { Issue } from "../../base/issue.js";
import type { EventInput, TimelineDocument } from "../../model/document/document.js";
import { decodeReferences, textOfHtml } from "../html-text.js";
import { type ImportReport, placeOf, type Where } from "../import-report.js";
import { type ImportLimits, reportLimit } from "../limits.js";
import { linkSource } from "../timelinejs/slide.js";
import { type ColumnOptions, type Columns, headerKey } from "./columns.js";
import { DateNotations, type NotationOptions, WHOLE_DATES } from "./date-notations.js";
import { headerCompletion, withEra } from "./header-notations.js";
import type { Field } from "./header-phrases.js";
import { DATE_FIELDS, type DateCells } from "./row-candidates.js";
import { RowDateReader, type RowDates } from "./row-dates.js";
import { eventOfRow } from "./row-event.js";
import type { Cell, RowTitles } from "./row-title.js";

/** A lane column with more values becomes tags, unless the caller names it. */
const INFERRED_LANES_MAX = 20;

/** How a table is read: what its caller states. */
export interface TableSettings extends NotationOptions {
  readonly limits: ImportLimits;
  readonly given: ColumnOptions;
}

export class TableReader {
  readonly events: EventInput[] = [];
  /** Place of each event; blank rows have no event. */
  readonly places: Where[] = [];
  /** Fields of the columns that gave the date and the end of each event. */
  readonly dateFields: (readonly [date: Field, end: Field])[] = [];
  private readonly cells: DateCells[] = [];
  private readonly otherCells: (string | undefined)[][] = [];
  private readonly refusedDates = new Set<number>();
  private readonly lanes = new Map<string, string>();
  private readonly notations: DateNotations;
  private readonly completions: readonly ReturnType<typeof headerCompletion>[];
  private total = 0;

  constructor(
    readonly columns: Columns,
    private readonly titles: RowTitles,
    private readonly settings: TableSettings,
    private readonly report: ImportReport,
  ) {
    this.notations = new DateNotations(columns, settings);
    this.completions = columns.headers.map((header) => headerCompletion(headerKey(header)));
  }

  add(cell: Cell, width: number, where: Where): void {
    this.total++;
    if (this.total > this.settings.limits.events) return;
    const event = eventOfRow(this.columns, cell, width, this.titles.of(cell, where));
    this.plainTexts(event, where);
    decodeFields(event);
    if (event.lane !== undefined) event.lane = this.internLane(event.lane);
    const cells: Partial<Record<Field, string>> = {};
    for (const field of DATE_FIELDS) {
      const column = this.columns.single.get(field);
      const text = column === undefined ? undefined : cell(column);
      if (text !== undefined) cells[field] = text;
    }
    for (const field of WHOLE_DATES) {
      const text = cells[field];
      if (text === undefined) continue;
      cells[field] = this.complete(this.columns.single.get(field) as number, text, this.eraOf(field, cells));
      this.notations.see(field, cells[field], where);
    }
    this.otherCells.push(
      this.columns.otherDates.map((column) => {
        const text = cell(column);
        return text === undefined ? undefined : this.complete(column, text, cells["era"]);
      }),
    );
    this.events.push(event);
    this.places.push(where);
    this.cells.push(cells);
  }

  /** The cell of a date with what its header and the column of eras say about it. */
  private complete(column: number, text: string, era: string | undefined): string {
    if (!/\d/.test(text)) return text;
    const said = this.completions[column]?.(text) ?? text;
    const eraColumn = this.columns.single.get("era");
    const key = eraColumn === undefined ? "" : headerKey(this.columns.headers[eraColumn] as string);
    return era === undefined ? said : withEra(said, era, key);
  }

  private eraOf(field: Field, cells: DateCells): string | undefined {
    return field === "end" || field === "endYear" ? (cells["endEra"] ?? cells["era"]) : cells["era"];
  }

  /** Replaces HTML by its text. Its links become sources; the original stays in `data`. */
  private plainTexts(event: EventInput, where: Where): void {
    for (const field of ["title", "description"] as const) {
      const written = event[field];
      if (written === undefined) continue;
      // A single "<" is plain text; an end tag is HTML.
      if (!/<\/[a-z]|<br\s*\/?>|<img\s/i.test(written)) {
        event[field] = decodeReferences(written);
        continue;
      }
      const { text, links, marked } = textOfHtml(written);
      // Tags around nothing are the text itself.
      if (!marked || text === "") continue;
      this.report.tally("html-as-text", "HTML became text; its links became suggested sources", where);
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
    const { report, events, settings } = this;
    if (this.total > events.length) {
      const { limits } = settings;
      const problem = `there are ${this.total} events, and the limit is ${limits.events}; the first ${limits.events} are kept`;
      const last = this.places.at(-1);
      reportLimit(report, "limit-events", problem, "events", typeof last === "number" ? { row: last + 1 } : {});
    }
    this.notations.settle(report);
    const isDateGiven = settings.given.date !== undefined;
    const reader = new RowDateReader(this.columns, this.notations, report, settings.locale, isDateGiven);
    events.forEach((event, i) => this.putDates(event, i, reader));
    if (this.lanes.size > INFERRED_LANES_MAX && settings.given.lane === undefined) this.lanesToTags();
    const lanes = [...this.lanes.keys()].map((id) => ({ id }));
    return { events, ...(lanes.length > 1 ? { lanes } : {}) };
  }

  private putDates(event: EventInput, index: number, reader: RowDateReader): void {
    const [cells, where] = [this.cells[index] as DateCells, this.places[index] as Where];
    const dates = reader.read(cells, where, this.otherCells[index]);
    event.date = dates.date ?? "";
    if (dates.end !== undefined) {
      event.end = dates.end;
      // The model reads an event with an end and no date; a blank date would be an error.
      if (!dates.date) delete (event as Partial<EventInput>).date;
    }
    if (dates.status !== undefined) event.status ??= dates.status as NonNullable<EventInput["status"]>;
    this.dateFields.push([dates.dateField, dates.endField]);
    this.keepCells(event, cells, dates);
    for (const { field, cell, reason } of dates.refused) {
      const column = this.columns.single.get(cell);
      if (field === "date") this.refusedDates.add(index);
      this.report.put(reason.code, reason.problem, {
        ...placeOf(where),
        column: column === undefined ? undefined : column + 1,
        value: cells[cell],
        hint: reason.hint,
      });
    }
  }

  /** Keeps the cells that the dates do not express in `data`. */
  private keepCells(event: EventInput, cells: DateCells, { unused }: RowDates): void {
    const kept = [...unused].map((field): [string, string] => {
      const header = this.columns.headers[this.columns.single.get(field) as number] || field;
      return [field === "displayDate" ? field : header, cells[field] as string];
    });
    if (kept.length > 0) event.data = { ...event.data, ...Object.fromEntries(kept) };
  }

  /** Whether an issue of the document is reported already: a refused date, or dates in contradicting orders. */
  isReported({ code, path }: Issue): boolean {
    if (code === "date-order-mixed") return this.report.issues.some((issue) => issue.code === code);
    const index = code === "date-missing" ? /^events\[(\d+)\]\.date$/.exec(path ?? "")?.[1] : undefined;
    return index !== undefined && this.refusedDates.has(Number(index));
  }
}

/** Decodes the character references of a web export in short fields and addresses. */
function decodeFields(event: EventInput): void {
  for (const field of ["place", "lane", "shortTitle"] as const) {
    const text = event[field];
    if (text?.includes("&")) event[field] = decodeReferences(text);
  }
  if (event.tags?.some((tag) => tag.includes("&"))) event.tags = event.tags.map(decodeReferences);
  for (const source of event.sources ?? []) {
    if (typeof source !== "object") continue;
    if (source.url?.includes("&")) source.url = decodeReferences(source.url);
    if (source.title?.includes("&")) source.title = decodeReferences(source.title);
  }
}

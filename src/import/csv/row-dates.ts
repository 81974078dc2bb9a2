/** Chooses and writes the date and the end of one row from all its columns that say something about them. */
import { isIsoDay } from "../../time/date-order.js";
import { parseDate } from "../../time/parse-date.js";
import type { Locale } from "../../time/locale.js";
import type { Span } from "../../time/span.js";
import { type ImportReport, placeOf, type Where } from "../import-report.js";
import type { Columns } from "./columns.js";
import type { DateNotations } from "./date-notations.js";
import type { Field } from "./header-phrases.js";
import { DATE_FIELDS, type DateCandidate, type DateCells, type RefusedDate, RowCandidates } from "./row-candidates.js";
import { qualifiedDate, type QualifierField, type Qualifiers, readQualifier } from "./qualifiers.js";

export interface RowDates {
  readonly date: string | undefined;
  readonly end: string | undefined;
  /** The field of the column that the date is from. */
  readonly dateField: Field;
  readonly endField: Field;
  /** Fields whose cells the dates do not express; they are kept in `data`. */
  readonly unused: ReadonlySet<Field>;
  /** Dates that are left out because they have two readings. */
  readonly refused: readonly RefusedDate[];
  readonly status: string | undefined;
}

export class RowDateReader {
  private readonly candidates: RowCandidates;
  private readonly compared = new Set<number>();

  constructor(
    private readonly columns: Columns,
    private readonly notations: DateNotations,
    private readonly report: ImportReport,
    private readonly locale: Locale | undefined,
    /** Whether the caller named the column of the date. */
    private readonly isDateGiven: boolean,
  ) {
    this.candidates = new RowCandidates(columns, notations, report);
  }

  /** @param others cells of other columns that may hold the date, in the order of `columns.otherDates` */
  read(cells: DateCells, where: Where, others: readonly (string | undefined)[] = []): RowDates {
    const { candidates, refused } = this.candidates.read(cells, where);
    const chosen = this.choose(candidates, where);
    if (chosen && !this.isDateGiven) this.compareOthers(chosen, others, where);
    const display = this.displayed(chosen, cells, where);
    const { qualifiers, unknown } = this.qualifiers(cells, where);
    // The wording of a display date is kept, also where it gives the date.
    const used = new Set<Field>(chosen?.used);
    const qualify = (text: string | undefined): string | undefined => {
      if (text === undefined || Object.keys(qualifiers).length === 0) return text;
      // "Before" says nothing about an interval.
      const isVague = qualifiers.limit !== undefined && chosen?.end !== undefined;
      const qualified = isVague ? undefined : qualifiedDate(text, qualifiers);
      if (qualified === undefined) {
        this.report.tally("date-qualifier-unused", "this date cannot be qualified as its row says", where, {
          ...placeOf(where),
          value: text,
          hint: "Write the qualifier into the date, as in c. 1850 or 1850?",
        });
      }
      return qualified ?? text;
    };
    const date = qualify(display ?? chosen?.text);
    // A display date says the whole time.
    const end = display === undefined ? qualify(chosen?.end?.text) : undefined;
    const unused = new Set(DATE_FIELDS.filter((field) => cells[field] !== undefined && !used.has(field)));
    for (const field of ["approximate", "uncertain", "dateCertainty", "datePrecision"] as const) {
      if (!unknown.has(field)) unused.delete(field);
    }
    return {
      date,
      end: date !== undefined && end !== undefined && this.areSame(date, end) ? undefined : end,
      dateField: chosen?.field ?? "date",
      endField: chosen?.end?.field ?? "end",
      unused,
      // A refused cell does not matter if another column gives the date.
      refused: refused.filter(({ field }) => (field === "date" ? date : end) === undefined),
      status: qualifiers.status,
    };
  }

  /** The first candidate that can be read. Reports a fallback, and columns that contradict each other. */
  private choose(candidates: readonly DateCandidate[], where: Where): DateCandidate | undefined {
    const [first, ...others] = candidates;
    if (!first || others.length === 0) return first;
    const span = this.span(first);
    if (!span) {
      const next = others.find((other) => this.span(other));
      if (!next) return first;
      const problem = `this date cannot be read, so ${this.nameOf(next.field)} gives the date`;
      this.report.tally("date-fallback", problem, where, {
        ...placeOf(where),
        column: this.columnOf(first.field),
        value: first.text,
        hint: "Write the date as 2024-06-19, 19 June 2024 or c. 1848",
      });
      return next;
    }
    if (this.isDateGiven) return first;
    for (const other of others) {
      const second = this.span(other);
      if (!second) continue;
      // A date that is the start of an interval in other columns has its end there.
      if (other.end && !first.end && span.start === second.start && span.kind === "moment") return other;
      if (overlap(span, this.extent(other, second))) continue;
      this.report.tally(
        "date-columns-disagree",
        `${this.nameOf(first.field)} and ${this.nameOf(other.field)} give different dates; ${this.nameOf(first.field)} is used`,
        where,
        {
          ...placeOf(where),
          column: this.columnOf(first.field),
          value: `${first.text}, ${other.text}`,
          hint: `Set the option columns.date to choose a column`,
        },
      );
    }
    return first;
  }

  /** Warns once for each other column whose date contradicts the chosen one. */
  private compareOthers(chosen: DateCandidate, others: readonly (string | undefined)[], where: Where): void {
    others.forEach((cell, i) => {
      const column = this.columns.otherDates[i] as number;
      if (cell === undefined || cell === chosen.text || this.compared.has(column)) return;
      const [own, other] = [chosen.text, this.notations.ordered(cell)].map(
        (text) => parseDate(text, { locale: this.locale, seasonCodes: true }).span,
      );
      if (!own || !other || overlap(this.extent(chosen, own), other)) return;
      this.compared.add(column);
      const [used, name] = [this.nameOf(chosen.field), this.columns.headers[column] || `column ${column + 1}`];
      this.report.put("column-ambiguous", `${used} and ${name} both name dates; ${used} is used`, {
        ...placeOf(where),
        column: column + 1,
        value: cell,
        hint: `Set the option columns.date to "${name}" to use that column`,
      });
    });
  }

  /** The date as a display text gives it, if it is at most as precise as the chosen date and agrees with it. */
  private displayed(chosen: DateCandidate | undefined, cells: DateCells, where: Where): string | undefined {
    const text = cells["displayDate"];
    if (text === undefined) return undefined;
    const shown = this.notations.read("displayDate", text, where, this.report);
    const display =
      typeof shown === "string" ? parseDate(shown, { locale: this.locale, seasonCodes: true }).span : undefined;
    if (!display || typeof shown !== "string") return undefined;
    if (!chosen || chosen.text === "") return shown;
    const own = this.span(chosen);
    if (!own) return shown;
    const extent = this.extent(chosen, own);
    if (display.start <= extent.start && display.end >= extent.end) return shown;
    if (!chosen.end && display.start >= own.start && display.end <= own.end) return shown;
    if (display.start >= extent.start && display.end <= extent.end) return undefined;
    const name = this.nameOf(chosen.field);
    const problem = `${this.nameOf("displayDate")} and ${name} give different dates; ${name} is used`;
    this.report.tally("date-columns-disagree", problem, where, {
      ...placeOf(where),
      column: this.columnOf("displayDate"),
      value: `${text}, ${chosen.text}`,
      hint: "Correct one of them",
    });
    return undefined;
  }

  private qualifiers(cells: DateCells, where: Where): { qualifiers: Qualifiers; unknown: ReadonlySet<Field> } {
    const qualifiers: Qualifiers = {};
    const unknown = new Set<Field>();
    for (const field of ["approximate", "uncertain", "dateCertainty", "datePrecision"] as const) {
      const cell = cells[field];
      if (cell === undefined) continue;
      const read = readQualifier(field satisfies QualifierField, cell);
      if (read) Object.assign(qualifiers, read);
      else {
        unknown.add(field);
        this.report.tally("date-qualifier-unused", `this value of ${this.nameOf(field)} is not known`, where, {
          ...placeOf(where),
          column: this.columnOf(field),
          value: cell,
          hint: "Write yes, circa, uncertain or exact",
        });
      }
    }
    return { qualifiers, unknown };
  }

  /** Whether two texts are the same year, month or day, such as 1861-07-04 and 4 July 1861. */
  private areSame(date: string, end: string): boolean {
    if (date === end) return true;
    if (isIsoDay(date) && isIsoDay(end)) return false;
    const [from, to] = [date, end].map((text) => parseDate(text, { locale: this.locale, seasonCodes: true }).span);
    if (from?.kind !== "moment" || to?.kind !== "moment") return false;
    return from.start === to.start && from.end === to.end && from.precision === to.precision;
  }

  private span({ text }: DateCandidate): Span | undefined {
    return text === "" ? undefined : parseDate(text, { locale: this.locale, seasonCodes: true }).span;
  }

  /** The whole time from the start of a candidate to its end. */
  private extent({ end }: DateCandidate, { start, end: last }: Span): Pick<Span, "start" | "end"> {
    const until = end && parseDate(end.text, { locale: this.locale, seasonCodes: true }).span;
    return { start, end: Math.max(last, until?.end ?? last) };
  }

  private nameOf(field: Field): string {
    const column = this.columns.single.get(field);
    return (column === undefined ? undefined : this.columns.headers[column]) || field;
  }

  private columnOf(field: Field): number | undefined {
    const column = this.columns.single.get(field);
    return column === undefined ? undefined : column + 1;
  }
}

function overlap(a: Pick<Span, "start" | "end">, b: Pick<Span, "start" | "end">): boolean {
  return a.start < b.end && b.start < a.end;
}

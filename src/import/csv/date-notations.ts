/** Settles the notations that only a whole column shows: the order of day and month, pairs of years, serial numbers. */
import { civilOf, SECOND } from "../../time/calendar.js";
import { dayText } from "../../time/digits.js";
import { type CatalogueOptions, readCatalogueDate } from "../../time/catalogue/read-catalogue-date.js";
import { isDayOf } from "../../time/date-order.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import { findPairMeaning, type PairMeaning, settlePair } from "../../time/year-pairs.js";
import type { IssueDetails } from "../../base/issue.js";
import { type ImportReport, placeOf, type Where } from "../import-report.js";
import type { Columns } from "./columns.js";
import { integerText, isSerial, serialDate, withoutZeroParts } from "./date-cell.js";
import { DateOrderProof, orderedDate } from "./date-order-proof.js";
import type { Field } from "./header-phrases.js";

/** Fields whose cells hold whole dates. */
export const WHOLE_DATES: readonly Field[] = ["date", "start", "end", "year", "endYear"];

/** A cell that is not read, because it has two readings. */
export interface RefusedCell {
  readonly code: "date-order-unknown" | "date-unknown";
  readonly problem: string;
  readonly hint: string;
}

export interface NotationOptions {
  readonly dateOrder: DateOrder | undefined;
  readonly locale: CatalogueOptions["locale"];
  readonly calendars: CatalogueOptions["calendars"];
  /** Whether numbers in date columns may be the serial numbers of a spreadsheet. */
  readonly areNumbersSerials: boolean;
}

/** "2018-19", also with a slash. */
const YEAR_PAIR = /^\D{0,4}\d{4}[-/]\d{1,2}[?~]?$/;

interface ColumnNotes {
  /** Texts of the shape of a pair of years, once each. */
  readonly pairs: Set<string>;
  serials: number;
  others: number;
  /** Whether a year such as -425 occurs, which is no EDTF year. */
  hasShortNegative?: boolean;
  meaning?: PairMeaning | undefined;
}

export class DateNotations {
  private readonly orders = new DateOrderProof();
  private readonly notes = new Map<Field, ColumnNotes>();
  private order: DateOrder | undefined;

  constructor(
    private readonly columns: Columns,
    private readonly options: NotationOptions,
  ) {}

  see(field: Field, cell: string, where: Where): void {
    const text = integerText(cell);
    const notes = this.notes.get(field) ?? { pairs: new Set(), serials: 0, others: 0 };
    this.notes.set(field, notes);
    const isYear = field === "year" || field === "endYear";
    if (/^-[1-9]\d{0,2}$/.test(text)) notes.hasShortNegative = true;
    if (!isYear && isSerial(text)) notes.serials++;
    else notes.others++;
    if (YEAR_PAIR.test(text)) notes.pairs.add(text);
    if (!isYear && this.options.dateOrder === undefined)
      this.orders.see(text, where, this.columns.single.get(field) as number);
  }

  /** To be called once, after all cells were seen. */
  settle(report: ImportReport): void {
    this.order = this.options.dateOrder ?? this.orders.settle(this.columns.headers, report);
    for (const notes of this.notes.values()) notes.meaning = findPairMeaning([...notes.pairs].map(dashed));
  }

  /** Rewrites a numeric date in the order of the table. */
  ordered(text: string): string {
    return orderedDate(text, this.order);
  }

  /** The text of a cell in a notation that documents read, or the reason why it has none. */
  read(field: Field, cell: string, where: Where, report: ImportReport): string | RefusedCell {
    const text = integerText(cell);
    const notes = this.notes.get(field);
    const isYear = field === "year" || field === "endYear";
    const column = (this.columns.single.get(field) ?? -1) + 1;
    const place = { ...placeOf(where), column, value: text };
    if (!isYear && isSerial(text)) {
      if (!this.options.areNumbersSerials || !notes || notes.others > 0 || notes.serials < 2)
        return unclearSerial(text);
      const problem = "the numbers of this column are read as days that a spreadsheet counts from 1900";
      report.tally("date-serial", problem, where, {
        ...place,
        hint: `Format the column as dates; ${text} is ${serialDate(text)}`,
      });
      return serialDate(text);
    }
    if (ZERO_YEAR.test(text)) return YEAR_ZERO;
    const instant = /^1\d{9}(?:\d{3})?$/.exec(text)?.[0];
    if (instant !== undefined && !isYear) return unclearInstant(instant);
    if (!isYear && /^-[1-9]\d{0,3}$/.test(text) && (notes?.hasShortNegative || text.length < 5)) {
      const problem = "a negative year of a table is read as BCE: -44 is 44 BCE";
      report.tally("year-bce", problem, where, { ...place, hint: "Write 44 BC, or whole dates as EDTF writes them" });
      return `${text.slice(1)} BC`;
    }
    const compact = isYear ? COMPACT_DATE.exec(text) : null;
    if (compact && isDayOf(Number(compact[3] ?? 1), Number(compact[2]), Number(compact[1])))
      return unclearYear(text, compact);
    // "1999-00" in a column of pairs of years is 1999 to 2000.
    const isPair = notes?.meaning === "years" && YEAR_PAIR.test(text) && /99-00/.test(text);
    const known = isPair ? undefined : withoutZeroParts(text, this.order);
    if (known === "unknown") {
      return {
        code: "date-unknown",
        problem: "its year is 0, which stands for one that is not known",
        hint: "Leave the cell blank",
      };
    }
    if (known !== undefined) {
      report.tally("date-zero-part", "a part of a date that is 0 is read as unknown", where, {
        ...place,
        hint: "Leave out the parts that are not known, as in 1850-06",
      });
      return known;
    }
    const ordered = orderedDate(text, this.order);
    if (ordered !== text || !YEAR_PAIR.test(text)) {
      const found = this.catalogued(ordered, place, where, report);
      return ZERO_YEAR.test(found) ? YEAR_ZERO : found;
    }
    const isSlashed = text.includes("/");
    if (isSlashed && notes?.meaning === undefined) return text;
    const settled = settlePair(dashed(text), notes?.meaning);
    if (settled === dashed(text)) return text;
    if (notes?.meaning === "years") {
      const problem = "pairs such as this one are two years, as other rows of the column show";
      report.tally("date-years-inferred", problem, where, { ...place, hint: `Write ${settled}` });
    }
    return settled;
  }

  /** Rewrites the notation of a catalogue or of another calendar, and reports what was left out or assumed. */
  private catalogued(text: string, place: IssueDetails, where: Where, report: ImportReport): string {
    // Most cells are plain numbers.
    if (/^[\d-]*$/.test(text)) return text;
    const { locale, calendars } = this.options;
    const rewritten = readCatalogueDate(text, { dateOrder: this.order, locale, calendars });
    if (!rewritten) return text;
    for (const { code, problem, hint } of rewritten.remarks) report.tally(code, problem, where, { ...place, hint });
    return rewritten.date;
  }
}

/** "19450508" or "194505" in a column of years. */
const COMPACT_DATE = /^([12]\d{3})(\d\d)(\d\d)?$/;

function unclearYear(text: string, [, ...parts]: RegExpExecArray): RefusedCell {
  const date = parts.filter((part) => part !== undefined).join("-");
  return {
    code: "date-order-unknown",
    problem: `it could be ${date} or the year ${text}`,
    hint: `Write ${date}, or Y${text} for the year`,
  };
}

const ZERO_YEAR = /^0{1,4}$/;

const YEAR_ZERO: RefusedCell = {
  code: "date-order-unknown",
  problem: "it could be a year that is not known or the year before 1 CE",
  hint: "Leave the cell blank, or write 1 BC",
};

/** Refuses a count of seconds or milliseconds since 1970, which could be a year too. */
function unclearInstant(text: string): RefusedCell {
  const isSeconds = text.length === 10;
  const { year, month, day } = civilOf(Number(text) * (isSeconds ? SECOND : 1));
  const iso = dayText(year, month, day);
  return {
    code: "date-order-unknown",
    problem: `it could be ${iso}, counted in ${isSeconds ? "seconds" : "milliseconds"} since 1970, or the year ${text}`,
    hint: `Write ${iso} for the day`,
  };
}

function dashed(text: string): string {
  return text.replace(/^(\D{0,4}\d{4})\//, "$1-");
}

function unclearSerial(text: string): RefusedCell {
  const [day, year] = [serialDate(text).slice(0, 10), text.replace(/[.,].*/, "")];
  return {
    code: "date-order-unknown",
    problem: `it could be the day ${day}, as a spreadsheet numbers days, or the year ${year}`,
    hint: `Write ${day} for the day, or Y${year} for the year`,
  };
}

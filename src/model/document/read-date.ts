/** Reads the date fields of an event, era, claim or source. */
import { makeIssue, locateIssue } from "../../base/issue.js";
import { civilOf, DAY, MINUTE, SECOND } from "../../time/calendar.js";
import { clockText, dayText } from "../../time/digits.js";
import type { Locale } from "../../time/locale.js";
import type { DateOrder } from "../../time/spoken/numeric-date.js";
import { parseDate } from "../../time/parse-date.js";
import { certain, intervalSpan, type Moment, momentSpan, type Precision, type Span } from "../../time/span.js";
import { wallClock } from "../../time/zone.js";
import { type Fields, typeTag } from "./fields.js";
import { numberIssue } from "./number-date.js";
import type { DatedText } from "../timeline.js";

export interface DateContext {
  /** Absent when nobody stated one: then times are in UTC, and those with an offset keep it. */
  readonly timeZone: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly locale: Locale | undefined;
  /** A document is EDTF: `2020-21` is a season there. */
  readonly seasonCodes: true;
  /** What was read before without a remark. */
  readonly known: Map<unknown, DatedText>;
}

/** One date field. `undefined` when the field is absent. */
export function readDate(fields: Fields, name: string, context: DateContext): DatedText | undefined {
  const value = fields.value(name);
  return value === undefined ? undefined : dateOf(value, fields, name, context);
}

/** The last point in time of a `Date` (ECMA-262, section 21.4.1.1); the first lies as far before 1970. */
export const LAST_INSTANT = 8.64e15;

/** Texts of dates come again and again; a million of them are not a million spans. */
const MOST_KNOWN = 65_536;

function dateOf(value: unknown, fields: Fields, name: string, context: DateContext): DatedText {
  const before = context.known.get(value);
  if (before) return before;
  if (typeof value === "string") {
    const { span, issues } = parseDate(value, context);
    for (const issue of issues) fields.report.push(locateIssue(issue, fields.at(name)));
    const dated = { span, written: value.trim() };
    return issues.length === 0 ? remembered(value, dated, context) : dated;
  }
  const { report } = fields;
  const path = fields.at(name);
  const instant = instantOfValue(value);
  if (instant === undefined) {
    const hint = "Write a text such as 2024-06-19, a Date, or milliseconds since 1970";
    report.push(makeIssue("field-type", "a date must be a text, a Date or a number", { path, value, hint }));
    return { span: undefined, written: "" };
  }
  if (Number.isNaN(instant)) {
    report.push(
      makeIssue("date-invalid", "this is not a point in time", {
        path,
        value: String(value),
        hint: "Write a text such as 2024-06-19",
      }),
    );
    return { span: undefined, written: "" };
  }
  if (Math.abs(instant) > LAST_INSTANT) {
    report.push(
      makeIssue("date-out-of-range", "milliseconds reach 271,821 BCE to 275,760 CE", {
        path,
        value: String(value),
        hint: "Write a text such as Y-17E7 or 66 Ma",
      }),
    );
    return { span: undefined, written: String(value) };
  }
  const remark = typeof value === "number" ? numberIssue(instant, path) : undefined;
  if (remark) report.push(remark);
  if (remark?.severity === "error") return { span: undefined, written: String(value) };
  const span = spanOfInstant(wallClock(instant, context.timeZone ?? "UTC"));
  const dated = { span, written: isoOf(span.start) };
  return typeof value === "number" && !remark ? remembered(value, dated, context) : dated;
}

function remembered(value: unknown, dated: DatedText, { known }: DateContext): DatedText {
  if (known.size < MOST_KNOWN) known.set(value, dated);
  return dated;
}

/** Milliseconds of a number or of a `Date` from any realm; NaN when it is no point in time. */
function instantOfValue(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? Math.floor(value) : Number.NaN;
  if (typeTag(value) !== "[object Date]") return undefined;
  return Date.prototype.getTime.call(value);
}

/** A wall-clock instant at the precision that its zeros show. */
function spanOfInstant(start: number): Span {
  const size = precisionLength(start);
  const precision = { [DAY]: "day", [MINUTE]: "minute", [SECOND]: "second" }[size] ?? "millisecond";
  return momentSpan(certain(start, start + size, precision as Precision));
}

/** The precision that the zeros of an instant show, in ms: midnight is a day. */
export function precisionLength(instant: number): number {
  for (const length of [DAY, MINUTE, SECOND]) if (Math.floor(instant / length) * length === instant) return length;
  return 1;
}

function isoOf(instant: number): string {
  const c = civilOf(instant);
  const day = dayText(c.year, c.month, c.day);
  const precision = instant % MINUTE === 0 ? "minute" : instant % SECOND === 0 ? "second" : "millisecond";
  return instant % DAY === 0 ? day : `${day}T${clockText(c, precision)}`;
}

/** What `date` and `end` say together. `written` has one entry for each field that was given. */
export function readSpan(fields: Fields, context: DateContext): { span: Span | undefined; written: string[] } {
  const date = readDate(fields, "date", context);
  const end = readDate(fields, "end", context);
  const written: string[] = [];
  if (date?.written) written.push(date.written);
  if (end?.written) written.push(end.written);
  if (!date && !end) {
    fields.addIssue("date", "date-missing", "there is no date", "Write a date such as 2024-06-19, June 2024 or 1848");
    return { span: undefined, written };
  }
  if (!end) return { span: placeable(date?.span, fields), written };
  if (!date) {
    const problem = "there is an end and no start, so it is drawn as going on until then";
    fields.addIssue("end", "end-only", problem, undefined, end.written);
    return { span: placeable(end.span && untilEnd(end.span), fields), written };
  }
  if (!date.span || !end.span) return { span: placeable(date.span, fields), written };
  return { span: placeable(together(date.span, end.span, fields), fields), written };
}

/** What has an end alone. Before a limit it is what it says. */
function untilEnd(end: Span): Span {
  return end.kind === "before" ? end : intervalSpan(null, endOf(end), "unknown");
}

/** From the start of one date to the end of another. */
function together(date: Span, end: Span, fields: Fields): Span {
  const [from, to] = [startOf(date), endOf(end)];
  const [first, last] = [from?.start ?? date.start, to?.end ?? end.end];
  if (last <= first) {
    const problem = "the end lies before the start; it is drawn from the earlier date to the later";
    fields.addIssue("end", "interval-reversed", problem, "Write the earlier date as date, the later as end");
    return intervalSpan(to ?? end.to, from ?? date.from);
  }
  // A limit on one side ("before 1950") has its other one in what the event has beside it: its start.
  const isBetween = Number.isFinite(first) && Number.isFinite(last);
  const begins = from ?? (isBetween ? within(first, last, date, end) : null);
  const ends = to ?? (isBetween ? within(first, last, end, date) : null);
  if (!begins && date.kind !== "interval") remarkUnbounded("date", "a start", "an earliest", fields);
  if (!ends && end.kind !== "interval") remarkUnbounded("end", "an end", "a latest", fields);
  const open = (of: Span, side: Span["openEnd"]): Span["openEnd"] => (of.kind === "interval" && side) || "unknown";
  return intervalSpan(begins, ends, begins ? false : open(date, date.openStart), ends ? false : open(end, end.openEnd));
}

function remarkUnbounded(name: string, side: string, limit: string, fields: Fields): void {
  const problem = `${side} without ${limit} date is read as one that is not known`;
  fields.addIssue(name, "interval-shorthand", problem, "Write both limits, as in between 1950 and 1960");
}

function startOf(span: Span): Moment | null {
  return span.kind === "interval" ? span.from : softened(span);
}

function endOf(span: Span): Moment | null {
  return span.kind === "interval" ? span.to : softened(span);
}

/** One end of an interval. A choice of dates, as an end, is a stretch whose limits are known. */
function softened(span: Span): Moment | null {
  if (span.kind === "moment") return span.from;
  return Number.isFinite(span.start) && Number.isFinite(span.end) ? within(span.start, span.end, span, span) : null;
}

/** Some time between two limits, as sure as the date is that states one of them, and in its unit if they are one apart. */
function within(start: number, end: number, stated: Span, other: Span): Moment {
  const { precision, approximate, uncertain, from, to } = stated;
  const limit = (from ?? to) as Moment;
  const isPart = end - start < limit.end - limit.start;
  return { start, end, precision: isPart ? other.precision : precision, approximate, uncertain, soft: true };
}

/** A date that is open on both sides says nothing that could be drawn. */
function placeable(span: Span | undefined, fields: Fields): Span | undefined {
  if (!span || Number.isFinite(span.start) || Number.isFinite(span.end)) return span;
  const hint = "Write when it began or when it ended";
  fields.addIssue("date", "date-unknown", "this has neither a start nor an end", hint);
  return undefined;
}

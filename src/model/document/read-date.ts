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
  /** Absent when neither document nor options state one: times are then in UTC, and times with an offset keep it. */
  readonly timeZone: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly locale: Locale | undefined;
  /** Documents follow EDTF, in which `2020-21` is a season. */
  readonly seasonCodes: true;
  /** Dates that were read without an issue, by raw value. */
  readonly known: Map<unknown, DatedText>;
}

/** Reads one date field. `undefined` when the field is absent. */
export function readDate(fields: Fields, name: string, context: DateContext): DatedText | undefined {
  const value = fields.value(name);
  return value === undefined ? undefined : dateOf(value, fields, name, context);
}

/** The last point in time of a `Date` (ECMA-262, section 21.4.1.1); the first lies as far before 1970. */
export const INSTANT_MAX_MS = 8.64e15;

/** Size limit of `DateContext.known`: dates repeat, and equal texts share one span. */
const KNOWN_DATES_MAX = 65_536;

function dateOf(value: unknown, fields: Fields, name: string, context: DateContext): DatedText {
  const before = context.known.get(value);
  if (before) return before;
  if (typeof value === "string") {
    const { span, issues } = parseDate(value, context);
    for (const issue of issues) fields.report.push(locateIssue(issue, fields.at(name)));
    const dated = { span, written: value.trim() };
    return issues.length === 0 ? remember(value, dated, context) : dated;
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
  if (Math.abs(instant) > INSTANT_MAX_MS) {
    report.push(
      makeIssue("date-out-of-range", "milliseconds can only give dates from 271,821 BCE to 275,760 CE", {
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
  return typeof value === "number" && !remark ? remember(value, dated, context) : dated;
}

function remember(value: unknown, dated: DatedText, { known }: DateContext): DatedText {
  if (known.size < KNOWN_DATES_MAX) known.set(value, dated);
  return dated;
}

/** Milliseconds of a number or of a `Date` from any realm; NaN for an invalid one, `undefined` for other types. */
function instantOfValue(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? Math.floor(value) : Number.NaN;
  if (typeTag(value) !== "[object Date]") return undefined;
  return Date.prototype.getTime.call(value);
}

/** The span of an instant, with the precision that its trailing zeros imply. */
function spanOfInstant(start: number): Span {
  const size = precisionLength(start);
  const precision = { [DAY]: "day", [MINUTE]: "minute", [SECOND]: "second" }[size] ?? "millisecond";
  return momentSpan(certain(start, start + size, precision as Precision));
}

/** Length in ms of the unit that the trailing zeros of an instant imply: midnight implies a day. */
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

/** Combines `date` and `end` into one span. `written` has one entry for each given field. */
export function readSpan(fields: Fields, context: DateContext): { span: Span | undefined; written: string[] } {
  const date = readDate(fields, "date", context);
  const end = readDate(fields, "end", context);
  const written: string[] = [];
  if (date?.written) written.push(date.written);
  if (end?.written) written.push(end.written);
  if (!date && !end) {
    const hint =
      fields.value("start") === undefined
        ? "Write a date such as 2024-06-19, June 2024 or 1848"
        : 'Write "start" as "date"; fromVis of datelines/import reads items of vis-timeline';
    fields.addIssue("date", "date-missing", "there is no date", hint);
    return { span: undefined, written };
  }
  if (!end) return { span: placeable(date?.span, fields), written };
  if (!date) {
    const problem = "there is an end and no start; it is drawn as an interval with an unknown start";
    fields.addIssue("end", "end-only", problem, undefined, end.written);
    return { span: placeable(end.span && endOnlySpan(end.span), fields), written };
  }
  if (!date.span || !end.span) return { span: placeable(date.span, fields), written };
  return { span: placeable(intervalOf(date.span, end.span, fields), fields), written };
}

/** The span of an event with an end only. An end such as "before 1950" is already such a span. */
function endOnlySpan(end: Span): Span {
  return end.kind === "before" ? end : intervalSpan(null, endOf(end), "unknown");
}

/** The interval from the start of one date to the end of another. */
function intervalOf(date: Span, end: Span, fields: Fields): Span {
  const [from, to] = [startOf(date), endOf(end)];
  const [first, last] = [from?.start ?? date.start, to?.end ?? end.end];
  if (last <= first) {
    const problem = "the end lies before the start; it is drawn from the earlier date to the later";
    fields.addIssue("end", "interval-reversed", problem, "Write the earlier date as date, the later as end");
    return intervalSpan(to ?? end.to, from ?? date.from);
  }
  // A date with one limit ("before 1950") takes its other limit from the other end of the interval.
  const isBetween = Number.isFinite(first) && Number.isFinite(last);
  const begins = from ?? (isBetween ? boundedMoment(first, last, date, end) : null);
  const ends = to ?? (isBetween ? boundedMoment(first, last, end, date) : null);
  if (!begins && date.kind !== "interval") reportUnbounded("date", "a start", "an earliest", fields);
  if (!ends && end.kind !== "interval") reportUnbounded("end", "an end", "a latest", fields);
  const open = (of: Span, side: Span["openEnd"]): Span["openEnd"] => (of.kind === "interval" && side) || "unknown";
  return intervalSpan(begins, ends, begins ? false : open(date, date.openStart), ends ? false : open(end, end.openEnd));
}

function reportUnbounded(name: string, side: string, limit: string, fields: Fields): void {
  const problem = `${side} without ${limit} date is read as unknown`;
  fields.addIssue(name, "interval-shorthand", problem, "Write both limits, as in between 1950 and 1960");
}

function startOf(span: Span): Moment | null {
  return span.kind === "interval" ? span.from : asMoment(span);
}

function endOf(span: Span): Moment | null {
  return span.kind === "interval" ? span.to : asMoment(span);
}

/** One end of an interval. A date that is one of several becomes a moment between the earliest and the latest. */
function asMoment(span: Span): Moment | null {
  if (span.kind === "moment") return span.from;
  return Number.isFinite(span.start) && Number.isFinite(span.end)
    ? boundedMoment(span.start, span.end, span, span)
    : null;
}

/** A moment between two limits. Certainty comes from `stated`, and precision too if the limits are at least its unit apart. */
function boundedMoment(start: number, end: number, stated: Span, other: Span): Moment {
  const { precision, approximate, uncertain, from, to } = stated;
  const limit = (from ?? to) as Moment;
  const isPart = end - start < limit.end - limit.start;
  return { start, end, precision: isPart ? other.precision : precision, approximate, uncertain, soft: true };
}

/** The span if it can be drawn; a span that is open on both sides is reported. */
function placeable(span: Span | undefined, fields: Fields): Span | undefined {
  if (!span || Number.isFinite(span.start) || Number.isFinite(span.end)) return span;
  const hint = "Write when it began or when it ended";
  fields.addIssue("date", "date-unknown", "this has neither a start nor an end", hint);
  return undefined;
}

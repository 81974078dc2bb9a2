/** Writes a document as iCalendar (RFC 5545), which has only days and times. The date as written is kept beside them. */
import { X_DATE, X_END } from "../import/ics/x-properties.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { civilOf, DAY, instantOf } from "../time/calendar.js";
import { pad } from "../time/digits.js";
import { comparePrecision, isDayOrFiner, type Moment, type Span } from "../time/span.js";
import { utcOf } from "../time/zone.js";
import { linkOf } from "./link.js";
import { LossReport, writtenDocument, type WrittenEvent } from "./written-document.js";
import type { Exported } from "./result.js";

/** iCalendar has the years 1 to 9999. */
const FIRST_INSTANT = instantOf(1);
const END_INSTANT = instantOf(10000);

/**
 * Writes the events of a document as a calendar. A date coarser than a day spans all its days. An event without a first
 * day in the years 1 to 9999 is left out. Issues name both.
 */
export function toIcs(document: unknown, options: ParseDocumentOptions = {}): Exported {
  const report = new LossReport();
  const { raw, events, eras, timeZone } = writtenDocument(document, options, report);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//datelines//datelines//EN"];
  if (raw.title) lines.push(text("X-WR-CALNAME", String(raw.title)));
  if (raw.description) lines.push(text("X-WR-CALDESC", String(raw.description)));
  if (timeZone !== "UTC") lines.push(text("X-WR-TIMEZONE", timeZone));
  if (eras.length > 0) report.lose("a calendar has no eras", "eras");
  events.forEach((event, i) => lines.push(...eventLines(event, i, timeZone, report)));
  lines.push("END:VCALENDAR", "");
  return report.exported(lines.map(fold).join("\r\n"));
}

function eventLines(event: WrittenEvent, index: number, timeZone: string, report: LossReport): string[] {
  const { at, raw, date, end, sources } = event;
  const times = timeLines(event, timeZone, report);
  if (!times) return [];
  const uid = event.id ?? `event-${index + 1}@datelines`;
  // A constant DTSTAMP, so that the same document gives the same bytes.
  const lines = ["BEGIN:VEVENT", text("UID", uid), "DTSTAMP:19700101T000000Z", ...times];
  if (date) lines.push(text(X_DATE, date.text));
  if (end) lines.push(text(X_END, end.text));
  lines.push(text("SUMMARY", event.text("title") ?? ""));
  for (const [name, field] of [
    ["DESCRIPTION", "description"],
    ["LOCATION", "place"],
  ] as const) {
    const value = event.text(field);
    if (value !== undefined) lines.push(text(name, value));
  }
  if (raw.tags?.length) lines.push(`CATEGORIES:${raw.tags.map((tag) => escaped(String(tag))).join(",")}`);
  if (raw.status === "planned") lines.push("STATUS:TENTATIVE");
  else if (raw.status) report.lose("a calendar has no property for this status", at("status"), raw.status);
  sources.forEach(({ url }, i) => {
    const address = url === undefined ? undefined : linkOf(String(url).trim());
    if (address !== undefined) lines.push(`${i === 0 ? "URL" : "ATTACH"}:${address}`);
    else report.lose("a calendar has no property for a source without a link", `${at("sources")}[${i}]`, url);
  });
  if (sources.some((source) => Object.keys(source).some((name) => name !== "url"))) {
    report.lose("a calendar has no property for titles and publishers of sources", at("sources"));
  }
  for (const name of [
    "lane",
    "shortTitle",
    "importance",
    "headline",
    "claims",
    "relations",
    "media",
    "lang",
    "data",
  ] as const) {
    if (raw[name] !== undefined) report.lose(`a calendar has no property for ${name}`, at(name));
  }
  lines.push("END:VEVENT");
  return lines;
}

function timeLines(event: WrittenEvent, timeZone: string, report: LossReport): string[] | undefined {
  const { date, end, path, at } = event;
  const [from, to] = [date?.span, end?.span ?? date?.span];
  if (!from || !to || !Number.isFinite(from.start) || from.start < FIRST_INSTANT || from.start >= END_INSTANT) {
    const problem = "an event without a first day in the years 1 to 9999 is left out";
    report.lose(problem, path, date?.text ?? event.text("title"));
    return undefined;
  }
  if (!isPlain(from) || (end?.span && !isPlain(end.span))) {
    const problem = `a calendar has only days and times; this date is kept in ${X_DATE}, beside its first and last day`;
    report.lose(problem, at("date"), date?.text);
  }
  const isTimed = isTime(from);
  const lines = [isTimed ? `DTSTART:${instant(from.start, timeZone)}` : `DTSTART;VALUE=DATE:${day(from.start)}`];
  const last = isTimed ? timedEnd(from, end?.span) : Math.max(Math.ceil(to.end / DAY) * DAY, from.start + DAY);
  if (last === undefined || last === Number.POSITIVE_INFINITY) return lines;
  if (last < END_INSTANT) lines.push(isTimed ? `DTEND:${instant(last, timeZone)}` : `DTEND;VALUE=DATE:${day(last)}`);
  else if (isTimed || last > from.start + DAY) {
    report.lose("a calendar has no dates after the year 9999; this end is left out", at("end"), (end ?? date)?.text);
  }
  return lines;
}

function isTime({ precision }: { readonly precision: Moment["precision"] }): boolean {
  return comparePrecision(precision, "hour") <= 0;
}

/** The end of an event that starts at a time of day: a time, or the end of the last day, month or year. */
function timedEnd(from: Span, end: Span | undefined): number | undefined {
  const last = end?.to ?? (from.kind === "interval" ? from.to : undefined);
  if (!last) return undefined;
  const at = isTime(last) ? last.start : last.end;
  return at >= from.start ? at : undefined;
}

/** Whether days and times express a date completely. */
function isPlain(span: Span): boolean {
  const fine = (moment: Moment | null): boolean => moment !== null && isDayOrFiner(moment.precision) && !moment.soft;
  if (span.approximate || span.uncertain || span.members) return false;
  return (span.kind === "moment" || span.kind === "interval") && fine(span.from) && fine(span.to);
}

function day(at: number): string {
  const { year, month, day: date } = civilOf(at);
  return `${pad(year, 4)}${pad(month)}${pad(date)}`;
}

function instant(wall: number, timeZone: string): string {
  const utc = utcOf(wall, timeZone);
  const { hour, minute, second } = civilOf(utc);
  return `${day(utc)}T${pad(hour)}${pad(minute)}${pad(second)}Z`;
}

function escaped(value: string): string {
  return value
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd");
}

function text(name: string, value: string): string {
  return `${name}:${escaped(value)}`;
}

/** Octets of a line (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75;

/** Folds a line to at most 75 octets without splitting a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let start = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) as number;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LINE_OCTETS_MAX) {
      parts.push(line.slice(start, at));
      // A continued line begins with a blank.
      [start, octets] = [at, 1];
    }
    octets += size;
    at += code < 0x10000 ? 1 : 2;
  }
  parts.push(line.slice(start));
  return parts.join("\r\n ");
}

/** A document as iCalendar (RFC 5545). Days and times are all that it can say; the date as written goes beside them. */
import { X_DATE, X_END } from "../import/ics/own-properties.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { civilOf, DAY, instantOf } from "../time/calendar.js";
import { pad } from "../time/digits.js";
import { comparePrecision, isDayOrFiner, type Moment, type Span } from "../time/span.js";
import { utcOf } from "../time/zone.js";
import { LossReport, readDocument, type WrittenEvent } from "./read-document.js";
import type { Exported } from "./result.js";

const FIRST = instantOf(1);
const LAST = instantOf(10000);

/**
 * The events of a document as a calendar. A date coarser than a day is written as all its days; an event that no day of
 * the years 1 to 9999 can be given is left out. Both are named in the issues.
 */
export function toIcs(document: unknown, options: ParseDocumentOptions = {}): Exported {
  const report = new LossReport();
  const { raw, events, eras, timeZone } = readDocument(document, options, report);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//datelines//datelines//EN"];
  if (raw.title) lines.push(text("X-WR-CALNAME", String(raw.title)));
  if (raw.description) lines.push(text("X-WR-CALDESC", String(raw.description)));
  if (timeZone !== "UTC") lines.push(text("X-WR-TIMEZONE", timeZone));
  if (eras.length > 0) report.lose("a calendar has no place for eras", "eras");
  events.forEach((event, i) => lines.push(...eventLines(event, i, timeZone, report)));
  lines.push("END:VCALENDAR", "");
  return report.exported(lines.map(fold).join("\r\n"));
}

function eventLines(event: WrittenEvent, index: number, timeZone: string, report: LossReport): string[] {
  const { at, raw, date, end, sources } = event;
  const times = timeLines(event, timeZone, report);
  if (!times) return [];
  const uid = event.id ?? `event-${index + 1}@datelines`;
  // A constant stamp: the same document gives the same bytes every day.
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
  else if (raw.status) report.lose("a calendar has no place for the status of an event", at("status"), raw.status);
  sources.forEach(({ url }, i) => {
    const address = url === undefined ? "" : String(url).trim();
    if (/^https?:\/\/[^\s]+$/i.test(address))
      lines.push(`${i === 0 ? "URL" : "ATTACH"}:${address.replace(/[\u0000-\u001f]/g, "")}`);
    else report.lose("a calendar has no place for a source without a link", `${at("sources")}[${i}]`, url);
  });
  if (sources.some((source) => Object.keys(source).some((name) => name !== "url"))) {
    report.lose("a calendar has no place for titles and publishers of sources", at("sources"));
  }
  for (const name of ["lane", "shortTitle", "importance", "claims", "relations", "media", "lang", "data"] as const) {
    if (raw[name] !== undefined) report.lose(`a calendar has no place for ${name}`, at(name));
  }
  lines.push("END:VEVENT");
  return lines;
}

function timeLines(event: WrittenEvent, timeZone: string, report: LossReport): string[] | undefined {
  const { date, end, path, at } = event;
  const [from, to] = [date?.span, end?.span ?? date?.span];
  if (!from || !to || !Number.isFinite(from.start) || from.start < FIRST || from.start >= LAST) {
    const problem = "an event without a first day in the years 1 to 9999 is left out";
    report.lose(problem, path, date?.text ?? event.text("title"));
    return undefined;
  }
  if (!isPlain(from) || (end?.span && !isPlain(end.span))) {
    const problem = `a calendar knows only days and times; this date is kept in ${X_DATE}, and its first and last day are drawn`;
    report.lose(problem, at("date"), date?.text);
  }
  const isTimed = isTime(from);
  const lines = [isTimed ? `DTSTART:${instant(from.start, timeZone)}` : `DTSTART;VALUE=DATE:${day(from.start)}`];
  const last = isTimed ? timedEnd(from, end?.span) : Math.max(Math.ceil(to.end / DAY) * DAY, from.start + DAY);
  if (last === undefined || last === Number.POSITIVE_INFINITY) return lines;
  if (last < LAST) lines.push(isTimed ? `DTEND:${instant(last, timeZone)}` : `DTEND;VALUE=DATE:${day(last)}`);
  else if (isTimed || last > from.start + DAY) {
    report.lose("a calendar ends with the year 9999; this event has no end in it", at("end"), (end ?? date)?.text);
  }
  return lines;
}

function isTime({ precision }: { readonly precision: Moment["precision"] }): boolean {
  return comparePrecision(precision, "hour") <= 0;
}

/** When an event that begins at a time ends: at a time, or with the last moment of a day, a month or more. */
function timedEnd(from: Span, end: Span | undefined): number | undefined {
  const last = end?.to ?? (from.kind === "interval" ? from.to : undefined);
  if (!last) return undefined;
  const at = isTime(last) ? last.start : last.end;
  return at >= from.start ? at : undefined;
}

/** A date that days and times say in full. */
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

const LONGEST_LINE = 75;

/** Lines of at most 75 octets; a character is never cut (RFC 5545, 3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let start = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) as number;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > LONGEST_LINE) {
      parts.push(line.slice(start, at));
      // The blank in front of a line that goes on.
      [start, octets] = [at, 1];
    }
    octets += size;
    at += code < 0x10000 ? 1 : 2;
  }
  parts.push(line.slice(start));
  return parts.join("\r\n ");
}

/** Reads iCalendar (RFC 5545). */
import type { EventInput, SourceInput, TimelineDocument } from "../../model/document/document.js";
import { DAY } from "../../time/calendar.js";
import { parseDate } from "../../time/parse-date.js";
import { isTimeZone } from "../../time/zone.js";
import { draftEvent, titleOr } from "../draft-event.js";
import { ImportReport } from "../import-report.js";
import { limited, readLimits } from "../limits.js";
import { locator } from "../locator.js";
import { readInput } from "../read-input.js";
import type { ImportInput, ImportOptions, Imported } from "../result.js";
import { withTitles } from "../titled.js";
import { nameZones } from "./zones.js";
import { datesAt, lengthOf } from "./event-dates.js";
import { type IcsStart, momentText, onClock, readMoment, reportZone, startOf } from "./moment.js";
import { X_DATE, X_END } from "./x-properties.js";
import { type Component, type Property, property, readComponents, textOf } from "./read-components.js";
import { type Budget, expandRecurrence, ruleText } from "./expand-recurrence.js";
import { ReplacedDates } from "./replaced-dates.js";

export interface IcsOptions extends ImportOptions {
  /** The present, as a date, for `limits.horizonYears`. Default: only the file counts. */
  readonly now?: string | undefined;
}

/** Properties with a field in an event; the others are kept in `data`. */
const ICS_PROPERTIES = new Set([
  ...[
    "UID",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "CATEGORIES",
    "URL",
    "ATTACH",
    "DTSTART",
    "DTEND",
    "DURATION",
    "STATUS",
  ],
  ...[
    "RRULE",
    "RDATE",
    "EXDATE",
    "EXRULE",
    "DTSTAMP",
    "SEQUENCE",
    "CREATED",
    "LAST-MODIFIED",
    "TRANSP",
    "CLASS",
    X_DATE,
    X_END,
  ],
]);

/**
 * Reads the events of one or more calendars. An end without a time of day is exclusive. A recurring event becomes one
 * event per date, within `limits.occurrences`, `limits.allOccurrences` and `limits.horizonYears`. Tasks, journals and free-busy times are not
 * events and are reported. Rows are lines of the file.
 */
export function fromIcs(input: ImportInput, options: IcsOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const text = readInput(input, limits, report);
  if (text !== undefined && typeof text !== "string") throw new TypeError("fromIcs: the input must be a text or bytes");
  const root = readComponents(text ?? "", report);
  const calendars = root.children.filter(({ name }) => name === "VCALENDAR");
  if (calendars.length === 0 && text !== undefined) {
    report.put("ics-invalid", "this is not a calendar", {
      row: 1,
      value: text.slice(0, 80),
      hint: "A calendar begins with BEGIN:VCALENDAR",
    });
  }
  nameZones(calendars, report);
  const found = [root, ...calendars].flatMap((calendar) => eventsOf(calendar, report));
  const home = homeZone(calendars, found);
  const replaced = new ReplacedDates(found);
  const horizon = horizonOf(found, limits.horizonYears, options.now);
  const budget: Budget = { left: limits.allOccurrences };
  const events: EventInput[] = [];
  const rows: Component[] = [];
  for (const component of limited(found, limits, report)) {
    const uid = textOf(component, "UID");
    const startsOf: Starts = (start) =>
      expandRecurrence(component, start, replaced.of(uid, start.clock), limits, budget, horizon, report);
    for (const event of expandEvent(component, home, startsOf, report)) {
      events.push(event);
      rows.push(component);
    }
  }
  if (found.length === 0) {
    report.put("no-events", "there is no VEVENT", { row: 1, hint: "Add BEGIN:VEVENT … END:VEVENT" });
  }
  report.settle();
  const document: TimelineDocument = {
    ...titleOf(calendars),
    events,
    ...(home === undefined ? {} : { timeZone: home }),
  };
  return withTitles({ document, issues: report.issues, locate: icsLocator(rows) }, options.titleFrom);
}

/** The last instant of rules without an end: some years after the last start of the file, or after now. */
function horizonOf(events: readonly Component[], horizonYears: number, now: string | undefined): number {
  const starts = events.flatMap((event) => {
    const start = property(event, "DTSTART");
    return (start && readMoment(start, start.values[0]).instant) ?? [];
  });
  const present = now === undefined ? [] : (parseDate(now).span?.start ?? []);
  const last = starts.concat(present).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return last + horizonYears * DAYS_IN_YEAR * DAY;
}

const DAYS_IN_YEAR = 365.2425;

/** The id of an event that replaces one date of a series: it shares the UID of the series (RFC 5545, 3.8.4.4). */
function overrideId(
  component: Component,
  uid: string | undefined,
  start: IcsStart,
  home: string | undefined,
): string | undefined {
  const replaced = property(component, "RECURRENCE-ID");
  const moment = replaced && readMoment(replaced, replaced.values[0]);
  const instant = moment && onClock(moment, start.clock);
  if (uid === undefined || !moment || instant === undefined) return uid;
  return `${uid}/${momentText(instant, moment.isDay ? moment : start, home)}`;
}

function eventsOf(component: Component, report: ImportReport): Component[] {
  return component.children.flatMap((child) => {
    if (child.name === "VEVENT") return [child];
    if (child.name !== "VCALENDAR" && child.name !== "VTIMEZONE") {
      report.tally("import-loss", `a ${child.name} is not an event and is left out`, child.row);
    }
    return [];
  });
}

function titleOf(calendars: readonly Component[]): { title?: string; description?: string } {
  const [name] = calendars.flatMap((calendar) => textOf(calendar, "X-WR-CALNAME") ?? textOf(calendar, "NAME") ?? []);
  const [text] = calendars.flatMap((calendar) => textOf(calendar, "X-WR-CALDESC") ?? []);
  return { ...(name ? { title: name } : {}), ...(text ? { description: text } : {}) };
}

/** The zone of the document: the calendar's own, or the most frequent zone of its events. */
function homeZone(calendars: readonly Component[], events: readonly Component[]): string | undefined {
  const stated = calendars
    .map((calendar) => textOf(calendar, "X-WR-TIMEZONE"))
    .find((zone) => zone && isTimeZone(zone));
  if (stated) return stated;
  const counts = new Map<string, number>();
  let isUtc = false;
  for (const event of events) {
    const start = property(event, "DTSTART");
    const moment = start && readMoment(start, start.values[0]);
    if (moment?.zone !== undefined) counts.set(moment.zone, (counts.get(moment.zone) ?? 0) + 1);
    isUtc ||= moment?.isUtc ?? false;
  }
  // Times in UTC alone name their zone, so that a figure can say which clock it shows.
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? (isUtc ? "UTC" : undefined);
}

type Starts = (start: IcsStart) => { readonly starts: readonly number[] } | undefined;

function expandEvent(
  component: Component,
  home: string | undefined,
  startsOf: Starts,
  report: ImportReport,
): EventInput[] {
  const start = property(component, "DTSTART");
  const base = fieldsOf(component, report);
  const own = textOf(component, X_DATE);
  if (own !== undefined) return [draftEvent({ ...base, date: own, end: textOf(component, X_END) })];
  if (!start) return [draftEvent({ ...base, date: "" })];
  const moment = readMoment(start, start.values[0]);
  reportZone(start, moment, report);
  const from = startOf(moment, home);
  if (!from) return [draftEvent({ ...base, date: moment.written })];
  const length = lengthOf(component, from, report);
  const recurrence = property(component, "RECURRENCE-ID") ? undefined : startsOf(from);
  if (!recurrence) {
    const dates = datesAt(from, from.instant, length, home);
    return [draftEvent({ ...base, id: overrideId(component, base.id, from, home), ...dates })];
  }
  return recurrence.starts.map((instant, i) => {
    const dates = datesAt(from, instant, length, home);
    const id = base.id === undefined || i === 0 ? base.id : `${base.id}/${dates.date}`;
    return draftEvent({ ...base, id, ...dates });
  });
}

type Base = Omit<Parameters<typeof draftEvent>[0], "date" | "end">;

function fieldsOf(component: Component, report: ImportReport): Base {
  const summary = textOf(component, "SUMMARY");
  const description = textOf(component, "DESCRIPTION");
  const status = textOf(component, "STATUS")?.toLowerCase();
  const range = property(component, "RECURRENCE-ID")?.parameters["range"];
  if (range !== undefined) {
    const problem = "this change applies to all later dates too, but only this date is changed";
    report.put("import-loss", problem, { row: component.row, value: range });
  }
  for (const child of component.children) {
    report.tally("import-loss", `an event has no field for a ${child.name}; it is left out`, child.row);
  }
  const tags = component.properties
    .filter(({ name }) => name === "CATEGORIES")
    .flatMap(({ values }) => values.map(String).filter((tag) => tag.trim() !== ""));
  const base: Base = {
    id: textOf(component, "UID"),
    title: titleOr(summary, description),
    description,
    place: textOf(component, "LOCATION"),
    tags,
    sources: sourcesOf(component),
    data: restOf(component),
  };
  const known: Readonly<Record<string, string>> = { tentative: "planned" };
  return status === undefined || status === "confirmed"
    ? base
    : Object.assign(base, { status: known[status] ?? status });
}

function sourcesOf(component: Component): SourceInput[] {
  const addresses = component.properties
    .filter(({ name, type }) => name === "URL" || (name === "ATTACH" && type === "uri"))
    .map(({ values }) => String(values[0] ?? "").trim())
    .filter((url) => /^https?:\/\//i.test(url));
  return [...new Set(addresses)].map((url) => ({ url }));
}

function restOf(component: Component): Record<string, unknown> | undefined {
  const rest = new Map<string, unknown>();
  const put = (name: string, value: unknown): void => {
    const before = rest.get(name);
    rest.set(name, before === undefined ? value : [before, value].flat());
  };
  for (const entry of component.properties) {
    if (entry.name === "RRULE") put("rrule", ruleText(entry));
    else if (!ICS_PROPERTIES.has(entry.name) || isOtherAddress(entry)) put(entry.name.toLowerCase(), valueOf(entry));
  }
  return rest.size === 0 ? undefined : Object.fromEntries(rest);
}

/** Whether an address is not a web link, so that it is kept in `data`. */
function isOtherAddress({ name, values }: Property): boolean {
  return (name === "URL" || name === "ATTACH") && !/^https?:\/\//i.test(String(values[0] ?? "").trim());
}

function valueOf({ values }: Property): unknown {
  return values.length === 1 ? values[0] : [...values];
}

const ICS_NAMES: Readonly<Record<string, string>> = {
  date: "DTSTART",
  end: "DTEND",
  title: "SUMMARY",
  description: "DESCRIPTION",
  place: "LOCATION",
  tags: "CATEGORIES",
  sources: "URL",
  status: "STATUS",
  id: "UID",
};

function icsLocator(rows: readonly Component[]): Imported["locate"] {
  return locator((list, index, field) => {
    const component = list === "events" ? rows[index] : undefined;
    if (!component) return undefined;
    const name = ICS_NAMES[/^\w*/.exec(field)?.[0] ?? ""];
    const row = (name === undefined ? undefined : property(component, name)?.row) ?? component.row;
    return { row, label: `row ${row}${name === undefined ? "" : `, ${name}`}` };
  });
}

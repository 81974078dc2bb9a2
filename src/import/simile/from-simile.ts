/** Reads SIMILE Timeline, XML and JSON. */
import type { EventInput, TimelineDocument } from "../../model/document/document.js";
import { isObject, type RawObject } from "../../model/document/fields.js";
import { civilOf, instantOf, MINUTE } from "../../time/calendar.js";
import { clockText, dayText } from "../../time/digits.js";
import { draftEvent, plainText, restOf, stringOf, webAddress } from "../draft-event.js";
import { textOfHtml } from "../html-text.js";
import { parseDate } from "../../time/parse-date.js";
import { ImportReport, placeOf, type Where } from "../import-report.js";
import { limited, readLimits } from "../limits.js";
import { LineIndex } from "../line-index.js";
import { locator, pathLocator } from "../locator.js";
import { readInput } from "../read-input.js";
import { jsonValue } from "../read-json.js";
import type { ImportInput, ImportOptions, Imported } from "../result.js";
import { withTitles } from "../titled.js";
import { linkSource } from "../timelinejs/slide.js";
import { simileDate } from "./simile-date.js";
import { readXmlEvents } from "./read-xml.js";

const SIMILE_FIELDS = [
  ...["start", "latestStart", "earliestEnd", "end", "isDuration", "durationEvent", "title", "link", "image", "id"],
  ...["description", "caption"],
];
const SIMILE_NAMES = {
  date: "start",
  end: "end",
  title: "title",
  description: "description",
  sources: "link",
  media: "image",
};

/**
 * Reads events of SIMILE Timeline, XML or JSON. Where all times of day have one offset, it is the zone of the document. `latestStart` and `earliestEnd` limit an uncertain start and end. An
 * `end` without `isDuration` limits when a single moment took place.
 */
export function fromSimile(input: ImportInput, options: ImportOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const read = readInput(input, limits, report);
  if (typeof read === "string" && /^\s*</.test(read)) {
    const found = readXmlEvents(read, new LineIndex(read), report);
    if (found.length === 0) {
      const hint = 'Write <data><event start="…" title="…"/></data>';
      report.put("no-events", "there is no event element", { row: 1, hint });
    }
    const kept = limited(found, limits, report);
    const zone = commonZone(kept.map(({ fields }) => fields));
    const events = kept.map(({ fields, row }) => eventOf(fields, row, zone, report));
    report.settle();
    const locate = locator((list, index, field) => {
      const row = list === "events" ? kept[index]?.row : undefined;
      const name = (SIMILE_NAMES as Record<string, string>)[/^\w*/.exec(field)?.[0] ?? ""];
      return row === undefined ? undefined : { row, label: `row ${row}${name ? `, ${name}` : ""}` };
    });
    return withTitles({ document: documentOf(events, zone), issues: report.issues, locate }, options.titleFrom);
  }
  const raw = jsonValue(read, limits, report);
  const list = Array.isArray(raw) ? raw : isObject(raw) && Array.isArray(raw["events"]) ? raw["events"] : undefined;
  if (raw !== undefined && !list) {
    const hint = 'Write { "events": [ … ] }';
    report.put("document-invalid", "this has no events of SIMILE Timeline", { value: raw, hint });
  }
  const kept = limited(list ?? [], limits, report);
  const zone = commonZone(kept.filter(isObject));
  const events = kept.map((event, i) =>
    isObject(event) ? eventOf(event, `events[${i}]`, zone, report) : (event as EventInput),
  );
  report.settle();
  const locate = pathLocator({ events: (i) => `events[${i}]` }, SIMILE_NAMES);
  return withTitles({ document: documentOf(events, zone), issues: report.issues, locate }, options.titleFrom);
}

function documentOf(events: EventInput[], zone: string): TimelineDocument {
  return { events, ...(zone === UTC ? {} : { timeZone: `UTC${zone}` }) };
}

const UTC = "+00:00";

/** The offset that all times of day have, such as "-06:00": the axis is then in the time of the place. UTC if they differ. */
function commonZone(events: readonly RawObject[]): string {
  const offsets = new Set<string>();
  for (const event of events) {
    for (const name of LIMITS) {
      const [, zone] = /T\d\d:.*?(Z|[+-]\d\d:\d\d)?$/.exec(simileDate(stringOf(event[name]))) ?? [undefined, ""];
      if (zone !== "") offsets.add(zone ?? "Z");
    }
  }
  const [only = UTC, ...others] = offsets;
  return others.length > 0 || only === "Z" ? UTC : only;
}

function eventOf(raw: RawObject, where: Where, zone: string, report: ImportReport): EventInput {
  const text = textOfHtml(stringOf(raw["description"]));
  const title = plainText(raw["title"]) ?? plainText(raw["caption"]);
  if (text.marked) report.tally("html-as-text", "HTML became text; its links became suggested sources", where);
  const link = stringOf(raw["link"]).trim();
  const image = stringOf(raw["image"]).trim();
  const src = webAddress(image);
  if (image !== "" && src === undefined) {
    const place = typeof where === "number" ? { row: where } : { path: `${where}.image` };
    report.put("import-loss", "this picture has no web address and is left out", { ...place, value: image });
  }
  return draftEvent({
    title: title ?? "",
    ...dates(raw, where, zone, report),
    id: stringOf(raw["id"]) || undefined,
    description: text.text || undefined,
    sources: [...(link === "" ? [] : [{ url: link }]), ...text.links.map(linkSource)],
    media: src === undefined ? undefined : [{ src, alt: plainText(raw["caption"]) ?? title ?? "" }],
    data: restOf(raw, SIMILE_FIELDS),
  });
}

/** The four dates of an event, in the order of time. */
const LIMITS = ["start", "latestStart", "earliestEnd", "end"] as const;

function dates(
  raw: RawObject,
  where: Where,
  zone: string,
  report: ImportReport,
): { date: string; end: string | undefined } {
  const written = LIMITS.map((name) => stringOf(raw[name]).trim());
  const texts = written.map((text) => (text === "" ? undefined : simileDate(text)));
  // A limit that contradicts its date is left out.
  for (const [limit, date, isFirst] of [
    [1, 0, false],
    [1, 3, true],
    [2, 3, true],
    [2, 0, false],
  ] as const) {
    const [a, b] = [texts[limit], texts[date]].map((text) => (text === undefined ? undefined : parseDate(text).span));
    if (!a || !b || (isFirst ? a.start < b.end : a.end > b.start)) continue;
    report.put(
      "interval-reversed",
      `${LIMITS[limit]} is ${isFirst ? "after" : "before"} ${LIMITS[date]} "${written[date]}"; it is left out`,
      { ...placeOf(where), value: written[limit], hint: "Correct one of the dates" },
    );
    texts[limit] = undefined;
  }
  const [start, latestStart, earliestEnd, end] = texts;
  const lasts = [raw["isDuration"], raw["durationEvent"]].some((value) => value === true || value === "true");
  if (start === undefined) return { date: "", end };
  if (lasts)
    return {
      date: between(start, latestStart, zone),
      end: end === undefined ? earliestEnd : between(earliestEnd, end, zone),
    };
  return { date: between(start, end ?? latestStart ?? earliestEnd, zone), end: undefined };
}

/** Words a moment within two limits. EDTF has no notation for it with every kind of date. */
function between(first: string | undefined, last: string | undefined, zone: string): string {
  if (first === undefined || last === undefined || first === last) return first ?? last ?? "";
  return `between ${withoutOffset(first, zone)} and ${withoutOffset(last, zone)}`;
}

/** Converts a time with an offset to the zone of the document: worded dates cannot have an offset. */
function withoutOffset(text: string, zone: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!match) return text;
  const [, date = "", hour, minute, offset = ""] = match;
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const wall = instantOf(year, month, day, Number(hour), Number(minute)) - aheadOf(offset) + aheadOf(zone);
  const home = civilOf(wall);
  return `${dayText(home.year, home.month, home.day)} ${clockText(home, "minute")}`;
}

/** How far an offset is ahead of UTC, in ms. */
function aheadOf(offset: string): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === "-" ? -1 : 1);
}

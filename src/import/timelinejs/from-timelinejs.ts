/** Reads TimelineJS: JSON version 3 (`events`), version 2 (`timeline.date`), and its spreadsheet as CSV. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { EraInput, EventInput, TimelineDocument } from "../../model/document/document.js";
import { isObject, type RawObject } from "../../model/document/fields.js";
import { plainText } from "../draft-event.js";
import { ImportReport } from "../import-report.js";
import { type ImportLimits, limited, readLimits } from "../limits.js";
import { locator, pathLocator } from "../locator.js";
import { readInput } from "../read-input.js";
import { jsonValue } from "../read-json.js";
import type { ImportInput, ImportOptions, Imported } from "../result.js";
import { withTitles } from "../titled.js";
import { timelineJsDate } from "./timelinejs-date.js";
import { readSheet } from "./sheet.js";
import { readMedia, type SlideNames, slideEvent, slideText, VERSION_2, VERSION_3 } from "./slide.js";

/**
 * Reads a TimelineJS timeline: JSON of version 3 or 2 as text or object, or its spreadsheet as CSV. HTML becomes text,
 * links become sources, groups become lanes, the title slide becomes title and description. The year -44 is 44 BCE, as
 * in TimelineJS. The issues name everything that a document has no field for.
 */
export function fromTimelineJs(input: ImportInput, options: ImportOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const read = readInput(input, limits, report);
  if (typeof read === "string" && /^\s*[^\s{[]/.test(read) && /[,;\t|]/.test(read) && /headline/i.test(read)) {
    return withTitles(fromSheet(read, limits, report), options.titleFrom);
  }
  const raw = jsonValue(read, limits, report);
  if (raw !== undefined && !isTimeline(raw)) {
    const hint = 'It has { "events": [ … ] }';
    report.put("document-invalid", "this is not a TimelineJS timeline", { value: raw, hint });
  }
  const list = Array.isArray(raw) ? raw : undefined;
  const version2 = isObject(raw) && isObject(raw["timeline"]) ? raw["timeline"] : undefined;
  const isVersion2 = version2 !== undefined || Boolean(list?.some((entry) => isObject(entry) && "startDate" in entry));
  const base = list ? "" : isVersion2 ? "timeline.date" : "events";
  const document = isVersion2
    ? fromVersion2(version2 ?? { date: list }, base, limits, report)
    : fromVersion3(list ? { events: list } : isObject(raw) ? raw : {}, base, limits, report);
  report.settle();
  return withTitles({ document, issues: report.issues, locate: locatorOf(base, isVersion2) }, options.titleFrom);
}

/** A timeline, or a bare list of its slides. */
function isTimeline(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.some(isObject);
  return isObject(raw) && (isObject(raw["timeline"]) || Array.isArray(raw["events"]));
}

const fieldsOf = (names: SlideNames, inner: string): Record<string, string> => ({
  date: names.date,
  end: names.end,
  title: `${inner}headline`,
  description: `${inner}text`,
  lane: names.lane,
  id: "unique_id",
  sources: inner === "" ? "text" : "text.text",
  media: names.media,
});

function locatorOf(base: string, isVersion2: boolean): Imported["locate"] {
  const eras = isVersion2 ? "timeline.era" : "eras";
  return pathLocator(
    { events: (i) => `${base}[${i}]`, eras: (i) => `${eras}[${i}]` },
    isVersion2 ? fieldsOf(VERSION_2, "") : fieldsOf(VERSION_3, "text."),
  );
}

function fromVersion3(raw: RawObject, base: string, limits: ImportLimits, report: ImportReport): TimelineDocument {
  const slides = listOf(raw["events"]);
  const title = isObject(raw["title"]) ? titleSlide(raw["title"], "title", "media", report) : {};
  const eras = listOf(raw["eras"]).map((era, i) => slideEra(era, `eras[${i}]`, VERSION_3, report));
  const events = limited(slides, limits, report).map((slide, i) =>
    slideEvent(slide, `${base}[${i}]`, VERSION_3, report),
  );
  const lanes = lanesByHeadings(events);
  return { ...title, ...(lanes.length > 0 ? { lanes } : {}), events, ...(eras.length > 0 ? { eras } : {}) };
}

/** Lanes in the order of slides whose date is hidden; empty without such slides, so that dates decide the order. */
function lanesByHeadings(events: readonly EventInput[]): string[] {
  const named = events.filter((event) => isObject(event) && typeof event.lane === "string");
  const headings = named.filter(({ data }) => data?.["hiddenDate"] !== undefined);
  return headings.length === 0 ? [] : [...new Set([...headings, ...named].map(({ lane }) => lane as string))];
}

function fromVersion2(timeline: RawObject, base: string, limits: ImportLimits, report: ImportReport): TimelineDocument {
  const title = titleSlide(timeline, "timeline", "asset", report);
  const eras = listOf(timeline["era"]).map((era, i) => slideEra(era, `timeline.era[${i}]`, VERSION_2, report));
  const dates = limited(listOf(timeline["date"]), limits, report);
  return {
    ...title,
    events: dates.map((entry, i) => slideEvent(entry, `${base}[${i}]`, VERSION_2, report)),
    ...(eras.length > 0 ? { eras } : {}),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads title and description from the title slide. A document has no field for its picture and links. */
function titleSlide(slide: RawObject, path: string, media: string, report: ImportReport): Partial<TimelineDocument> {
  const { headline, text, sources } = slideText(slide, path, report);
  const found = readMedia(slide[media], `${path}.${media}`, new ImportReport());
  for (const { url } of [...sources, ...found.sources, ...found.images.map(({ src }) => ({ url: src }))]) {
    report.put(
      "import-loss",
      "a document has no field for links and pictures of its title slide; this one is left out",
      {
        path,
        value: url,
      },
    );
  }
  return { ...(headline ? { title: headline } : {}), ...(text ? { description: text } : {}) };
}

function slideEra(era: unknown, path: string, names: SlideNames, report: ImportReport): EraInput {
  if (!isObject(era)) return era as EraInput;
  const { headline, text, sources } = slideText(era, path, report);
  if (text) {
    report.put("import-loss", "an era has no field for a description; it is left out", {
      path: `${path}.text`,
      value: text,
    });
  }
  const end = timelineJsDate(era[names.end], `${path}.${names.end}`, report);
  return {
    title: headline ?? plainText(era["headline"]) ?? "",
    date: timelineJsDate(era[names.date], `${path}.${names.date}`, report) ?? "",
    ...omitUndefined({ end }),
    ...(sources.length > 0 ? { sources } : {}),
  };
}

function fromSheet(text: string, limits: ImportLimits, report: ImportReport): Imported {
  const sheet = readSheet(text, report);
  const before = report.issues.length;
  const document = fromVersion3(sheet.timeline, "events", limits, report);
  report.settle();
  const locate = locator((list, index) => {
    const row = list === "events" ? sheet.rows.events[index] : list === "eras" ? sheet.rows.eras[index] : undefined;
    return row === undefined ? undefined : { row, label: `row ${row}` };
  });
  const issues = [...report.issues.slice(0, before), ...locate(report.issues.slice(before))];
  return { document, issues, locate };
}

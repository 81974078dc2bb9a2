/** Writes a document as TimelineJS JSON (version 3). */
import { omitUndefined } from "../base/omit-undefined.js";
import type { MediaInput, SourceInput } from "../model/document/document.js";
import type { ParseDocumentOptions } from "../model/document/parse-document.js";
import { escapeText } from "../svg/to-text.js";
import { civilOf } from "../time/calendar.js";
import { comparePrecision, type Moment, shownAt, type Span } from "../time/span.js";
import { readDate } from "../model/document/read-date.js";
import { Fields } from "../model/document/fields.js";
import { linkOf } from "./link.js";
import { LossReport, writtenDocument, type WrittenDate, type WrittenEvent } from "./written-document.js";
import type { Exported } from "./result.js";

type DateFields = Record<string, number>;

/**
 * Writes a document for TimelineJS. Text is escaped, because TimelineJS reads it as HTML; sources become links below
 * the text. A date that its fields cannot express is kept as `display_date`. Issues name all losses.
 */
export function toTimelineJs(document: unknown, options: ParseDocumentOptions = {}): Exported {
  const report = new LossReport();
  const { raw, events, eras, lanes, context } = writtenDocument(document, options, report);
  const titles = new Map(lanes.map(({ id, title }) => [id, title ?? id]));
  const title =
    raw.title || raw.description ? { text: { headline: html(raw.title), text: html(raw.description) } } : undefined;
  const slides = events.flatMap((event) => slide(event, titles, report));
  const bands = eras.flatMap((era, i) => {
    const path = `eras[${i}]`;
    const fields = new Fields({ ...era }, path, report);
    const from = readDate(fields, "date", context)?.span;
    const to = era.end === undefined ? from : readDate(fields, "end", context)?.span;
    const [start, end] = [startOf(from), endOf(to)];
    if (!start || !end) {
      report.lose("an era of TimelineJS needs a start and an end; this one is left out", path, era.title);
      return [];
    }
    loseOffset([from, to], path, report);
    return [{ start_date: start, end_date: end, text: { headline: html(era.title) } }];
  });
  const whole = { ...(title ? { title } : {}), events: slides, ...(bands.length > 0 ? { eras: bands } : {}) };
  return report.exported(`${JSON.stringify(whole, undefined, 2)}\n`);
}

function slide(event: WrittenEvent, titles: ReadonlyMap<string, string>, report: LossReport): object[] {
  const { raw, path, at, id, date, end, sources } = event;
  const start = startOf(date?.span);
  if (!start) {
    report.lose("TimelineJS needs a start date; this event is left out", path, date?.text ?? event.text("title"));
    return [];
  }
  const last = end ? endOf(end.span) : date?.span?.kind === "interval" ? endOf(date.span) : undefined;
  const shown = displayDate(date, end);
  if (shown !== undefined) {
    report.lose("TimelineJS has no such date; the wording is displayed and the first day is drawn", at("date"), shown);
  }
  loseOffset([date?.span, end?.span], at("date"), report);
  const lane = event.text("lane");
  const [media] = raw.media ?? [];
  for (const name of [
    "tags",
    "importance",
    "headline",
    "status",
    "place",
    "claims",
    "relations",
    "shortTitle",
    "lang",
    "data",
  ] as const) {
    if (raw[name] !== undefined) report.lose(`TimelineJS has no field for ${name}`, at(name));
  }
  return [
    {
      start_date: start,
      ...(last ? { end_date: last } : {}),
      ...omitUndefined({
        display_date: shown,
        unique_id: id,
        group: lane === undefined ? lane : (titles.get(lane) ?? lane),
      }),
      text: {
        headline: html(event.text("title")),
        text: body(event.text("description"), sources, report, at("sources")),
      },
      ...(media ? { media: mediaOf(media) } : {}),
    },
  ];
}

/** Fields of a moment at its own precision. The year -44 is 44 BCE: TimelineJS has no year 0. */
function fieldsOf(moment: Moment | null, at: number | undefined): DateFields | undefined {
  if (!moment || at === undefined || !Number.isFinite(at)) return undefined;
  const { year, month, day, hour, minute, second } = civilOf(shownAt(moment, at));
  const upTo = (unit: Parameters<typeof comparePrecision>[1]): boolean => comparePrecision(moment.precision, unit) <= 0;
  return {
    year: year <= 0 ? year - 1 : year,
    ...(upTo("month") ? { month } : {}),
    ...(upTo("day") ? { day } : {}),
    ...(upTo("hour") ? { hour } : {}),
    ...(upTo("minute") ? { minute } : {}),
    ...(upTo("second") ? { second } : {}),
  };
}

function startOf(span: Span | undefined): DateFields | undefined {
  return span && fieldsOf(span.from ?? span.to, span.start);
}

function endOf(span: Span | undefined): DateFields | undefined {
  return span?.to ? fieldsOf(span.to, span.to.start) : undefined;
}

function loseOffset(spans: readonly (Span | undefined)[], path: string, report: LossReport): void {
  if (spans.some((span) => (span?.from?.offset ?? span?.to?.offset) !== undefined)) {
    report.lose("TimelineJS has no time zones; the local time is kept without its offset", path);
  }
}

/** The wording of a date that the fields cannot express; `undefined` for any other date. */
function displayDate(date: WrittenDate | undefined, end: WrittenDate | undefined): string | undefined {
  const isPlain = (written: WrittenDate | undefined): boolean => {
    const span = written?.span;
    if (!span) return written === undefined;
    const known = (moment: Moment | null): boolean =>
      moment !== null &&
      !moment.soft &&
      !moment.part &&
      moment.precision !== "season" &&
      comparePrecision(moment.precision, "year") <= 0;
    return (
      !span.approximate &&
      !span.uncertain &&
      !span.members &&
      (span.kind === "moment" || span.kind === "interval") &&
      known(span.from) &&
      known(span.to)
    );
  };
  if (isPlain(date) && isPlain(end)) return undefined;
  return html([date?.text, end?.text].filter(Boolean).join(" – "));
}

function body(
  description: string | undefined,
  sources: readonly SourceInput[],
  report: LossReport,
  at: string,
): string {
  const paragraphs = (description ?? "")
    .split(/\n{2,}/)
    .filter((text) => text !== "")
    .map((text) => `<p>${text.split("\n").map(html).join("<br>")}</p>`);
  const links = sources.map((source, i) => {
    if (source.author || source.published || source.accessed || source.archived || source.quote) {
      report.lose("TimelineJS has no field for author, dates and quotes of sources", `${at}[${i}]`);
    }
    const url = String(source.url ?? "").trim();
    const name = [source.title ?? (source.publisher ? undefined : url), source.publisher].filter(Boolean).join(", ");
    const link = linkOf(url);
    return link === undefined ? html(name) : `<a href="${html(link)}">${html(name)}</a>`;
  });
  return [...paragraphs, ...(links.length > 0 ? [`<p>${links.join(" · ")}</p>`] : [])].join("");
}

function mediaOf({ src, alt, credit, caption }: MediaInput): object {
  return {
    url: src,
    alt: html(alt),
    ...(credit ? { credit: html(credit) } : {}),
    ...(caption ? { caption: html(caption) } : {}),
  };
}

function html(text: unknown): string {
  return escapeText(String(text ?? ""));
}

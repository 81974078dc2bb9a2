/** TimelineJS JSON, version 3 (`events` of slides) and the older version 2 (`timeline.date`). */
import { makeIssue } from "../base/issue.js";
import type { EraInput, EventInput, MediaInput, SourceInput, TimelineDocument } from "../model/document.js";
import { isObject, type RawObject, Report } from "../model/fields.js";
import { textOfHtml } from "./html-text.js";
import type { Imported } from "./result.js";
import { timelineJsDate } from "./timelinejs-date.js";

/**
 * Reads a TimelineJS timeline, as text or object. HTML becomes text, the links in it become sources, groups become
 * lanes, the title slide becomes title and description. What has no place here is named in the issues.
 */
export function fromTimelineJs(input: string | object): Imported {
  const report = new Report();
  const raw = readJson(input, report);
  const timeline = raw && isObject(raw["timeline"]) ? raw["timeline"] : undefined;
  const document = timeline ? fromVersion2(timeline, report) : fromVersion3(raw ?? {}, report);
  return { document, issues: report.issues };
}

function readJson(input: string | object, report: Report): RawObject | undefined {
  let value: unknown = input;
  if (typeof input === "string") {
    try {
      value = JSON.parse(input);
    } catch (error) {
      const problem = `this is not JSON: ${error instanceof Error ? error.message : ""}`;
      report.push(makeIssue("json-invalid", problem, { value: input, hint: "Check it with a JSON editor" }));
      return undefined;
    }
  }
  if (isObject(value)) return value;
  report.push(
    makeIssue("document-invalid", "this is not a TimelineJS timeline", { value, hint: 'It has { "events": [ … ] }' }),
  );
  return undefined;
}

function fromVersion3(raw: RawObject, report: Report): TimelineDocument {
  const slides = Array.isArray(raw["events"]) ? raw["events"] : [];
  const eras = Array.isArray(raw["eras"]) ? raw["eras"] : [];
  const title = isObject(raw["title"]) ? slideText(raw["title"], "title", report) : undefined;
  return {
    ...(title?.headline ? { title: title.headline } : {}),
    ...(title?.text ? { description: title.text } : {}),
    events: slides.map((slide, i) => slideEvent(slide, `events[${i}]`, report)),
    ...(eras.length > 0 ? { eras: eras.map((era, i) => slideEra(era, `eras[${i}]`, report)) } : {}),
  };
}

function slideEvent(slide: unknown, path: string, report: Report): EventInput {
  // The model keeps what is no object as an event that cannot be read, and says so.
  if (!isObject(slide)) return slide as EventInput;
  const text = slideText(slide, path, report);
  const date = timelineJsDate(slide["start_date"], `${path}.start_date`, report);
  const end = timelineJsDate(slide["end_date"], `${path}.end_date`, report);
  const shown = shownDate(slide);
  const group = plainText(slide["group"]);
  const id = plainText(slide["unique_id"]);
  if (slide["background"] !== undefined && hasContent(slide["background"])) {
    report.add("import-loss", "the background has no place in a figure and is left out", `${path}.background`);
  }
  const media = readMedia(slide["media"], path, report);
  return event({
    title: text.headline ?? text.text?.slice(0, 80) ?? "",
    date: date ?? "",
    end,
    id,
    description: text.headline ? text.text : undefined,
    lane: group,
    sources: [...text.sources, ...media.sources],
    media: media.images,
    data: shown === undefined ? undefined : { displayDate: shown },
  });
}

/** The text the author wanted to be shown for the date. */
function shownDate(slide: RawObject): string | undefined {
  const start = slide["start_date"];
  return plainText(slide["display_date"]) ?? (isObject(start) ? plainText(start["display_date"]) : undefined);
}

function slideEra(era: unknown, path: string, report: Report): EraInput {
  if (!isObject(era)) return era as EraInput;
  const text = slideText(era, path, report);
  const end = timelineJsDate(era["end_date"] ?? era["endDate"], `${path}.end_date`, report);
  return {
    title: text.headline ?? plainText(era["headline"]) ?? "",
    date: timelineJsDate(era["start_date"] ?? era["startDate"], `${path}.start_date`, report) ?? "",
    ...(end === undefined ? {} : { end }),
  };
}

interface SlideText {
  readonly headline: string | undefined;
  readonly text: string | undefined;
  readonly sources: SourceInput[];
}

/** Headline and text of a slide: version 3 keeps them in `text`, version 2 beside the dates. */
function slideText(slide: RawObject, path: string, report: Report): SlideText {
  const inner = isObject(slide["text"]) ? slide["text"] : slide;
  const headline = textOfHtml(stringOf(inner["headline"]));
  const text = textOfHtml(stringOf(inner["text"]));
  if (headline.marked || text.marked) {
    report.add("html-as-text", "HTML became text; its links became sources", `${path}.text`);
  }
  const sources = [...headline.links, ...text.links].map(
    ({ url, title }): SourceInput => (title === "" ? { url } : { url, title }),
  );
  return { headline: headline.text || undefined, text: text.text || undefined, sources };
}

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?$/i;

function readMedia(value: unknown, path: string, report: Report): { images: MediaInput[]; sources: SourceInput[] } {
  if (!isObject(value)) return { images: [], sources: [] };
  const url = stringOf(value["url"] ?? value["media"]).trim();
  const credit = textOfHtml(stringOf(value["credit"]));
  const caption = textOfHtml(stringOf(value["caption"]));
  const linked = [...credit.links, ...caption.links].map(
    ({ url: href, title }): SourceInput => (title === "" ? { url: href } : { url: href, title }),
  );
  const link = plainText(value["link"]);
  if (link) linked.push({ url: link });
  if (url === "") return { images: [], sources: linked };
  if (/^https?:\/\//i.test(url) && IMAGE.test(url)) {
    const alt = plainText(value["alt"]) ?? caption.text;
    const image: MediaInput = {
      src: url,
      alt,
      ...(credit.text ? { credit: credit.text } : {}),
      ...(caption.text ? { caption: caption.text } : {}),
    };
    return { images: [image], sources: linked };
  }
  if (/^(?:https?:)?\/\/|^www\./i.test(url)) {
    report.add("import-loss", "this medium is not embedded; it is kept as a source", `${path}.media`, url);
    const address = url.startsWith("//") ? `https:${url}` : url;
    const title = caption.text || plainText(value["title"]);
    return { images: [], sources: [{ url: address, ...(title ? { title } : {}) }, ...linked] };
  }
  report.add("import-loss", "this medium cannot be kept", `${path}.media`, url);
  return { images: [], sources: linked };
}

function fromVersion2(timeline: RawObject, report: Report): TimelineDocument {
  const dates = Array.isArray(timeline["date"]) ? timeline["date"] : [];
  const eras = Array.isArray(timeline["era"]) ? timeline["era"] : [];
  const title = textOfHtml(stringOf(timeline["headline"])).text;
  const description = textOfHtml(stringOf(timeline["text"])).text;
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    events: dates.map((entry, i) => oldEvent(entry, `timeline.date[${i}]`, report)),
    ...(eras.length > 0 ? { eras: eras.map((era, i) => slideEra(era, `timeline.era[${i}]`, report)) } : {}),
  };
}

function oldEvent(entry: unknown, path: string, report: Report): EventInput {
  if (!isObject(entry)) return entry as EventInput;
  const text = slideText(entry, path, report);
  const media = readMedia(entry["asset"], path, report);
  return event({
    title: text.headline ?? text.text?.slice(0, 80) ?? "",
    date: timelineJsDate(entry["startDate"], `${path}.startDate`, report) ?? "",
    end: timelineJsDate(entry["endDate"], `${path}.endDate`, report),
    id: undefined,
    description: text.headline ? text.text : undefined,
    lane: plainText(entry["tag"]),
    sources: [...text.sources, ...media.sources],
    media: media.images,
    data: undefined,
  });
}

interface Draft {
  title: string;
  date: string;
  end: string | undefined;
  id: string | undefined;
  description: string | undefined;
  lane: string | undefined;
  sources: SourceInput[];
  media: MediaInput[];
  data: Record<string, unknown> | undefined;
}

/** An event with only the fields that say something. An end equal to the start is no end. */
function event(draft: Draft): EventInput {
  const { end, id, description, lane, sources, media, data } = draft;
  return {
    title: draft.title,
    date: draft.date,
    ...(end !== undefined && end !== draft.date ? { end } : {}),
    ...(id === undefined ? {} : { id }),
    ...(description === undefined ? {} : { description }),
    ...(lane === undefined ? {} : { lane }),
    ...(sources.length > 0 ? { sources } : {}),
    ...(media.length > 0 ? { media } : {}),
    ...(data === undefined ? {} : { data }),
  };
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function plainText(value: unknown): string | undefined {
  return textOfHtml(stringOf(value)).text || undefined;
}

function hasContent(value: unknown): boolean {
  return isObject(value) ? Object.values(value).some((part) => part !== "" && part !== null) : Boolean(value);
}

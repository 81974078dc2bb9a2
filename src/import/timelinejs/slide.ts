/** Converts a slide of TimelineJS to an event. */
import { omitUndefined } from "../../base/omit-undefined.js";
import type { EventInput, MediaInput, SourceInput } from "../../model/document/document.js";
import { isObject, type RawObject } from "../../model/document/fields.js";
import { draftEvent, plainText, restOf, stringOf, titleOr, webAddress } from "../draft-event.js";
import { textOfHtml } from "../html-text.js";
import type { ImportReport } from "../import-report.js";
import { timelineJsDate } from "./timelinejs-date.js";

/** Field names that differ between version 3 and version 2. */
export interface SlideNames {
  readonly date: string;
  readonly end: string;
  readonly media: string;
  readonly lane: string;
}

export const VERSION_3: SlideNames = { date: "start_date", end: "end_date", media: "media", lane: "group" };
export const VERSION_2: SlideNames = { date: "startDate", end: "endDate", media: "asset", lane: "tag" };

const SLIDE_FIELDS = [
  ...["start_date", "end_date", "startDate", "endDate", "text", "headline", "media", "asset", "group", "tag"],
  ...["unique_id", "display_date", "background", "autolink"],
];

export function slideEvent(slide: unknown, path: string, names: SlideNames, report: ImportReport): EventInput {
  // The model reports an entry that is not an object.
  if (!isObject(slide)) return slide as EventInput;
  const text = slideText(slide, path, report);
  if (hasContent(slide["background"])) {
    const problem = "a figure has no background; it is left out";
    report.tally("import-loss", problem, `${path}.background`);
  }
  const media = readMedia(slide[names.media], `${path}.${names.media}`, report);
  const shown = shownDate(slide, names);
  const rest = restOf(slide, SLIDE_FIELDS);
  const written = timelineJsDate(slide[names.date], `${path}.${names.date}`, report);
  // TimelineJS orders groups by their first slide, so authors start each group with a heading whose date is hidden.
  const hidden = shown !== undefined && !/[\p{L}\p{N}]/u.test(shown);
  if (hidden) {
    const problem = `the display_date "${shown}" hides the date, which only positions a heading; the event is listed without a date`;
    report.tally("import-loss", problem, path, { value: written });
  }
  const data = shown === undefined ? rest : { displayDate: shown, ...(hidden ? { hiddenDate: written } : {}), ...rest };
  return draftEvent({
    title: titleOr(text.headline, text.text),
    date: hidden ? "" : (written ?? ""),
    end: hidden ? undefined : timelineJsDate(slide[names.end], `${path}.${names.end}`, report),
    id: plainText(slide["unique_id"]),
    description: text.headline ? text.text : undefined,
    lane: plainText(slide[names.lane]),
    sources: [...text.sources, ...media.sources],
    media: media.images,
    data,
  });
}

/** The text to display instead of the date. */
function shownDate(slide: RawObject, names: SlideNames): string | undefined {
  const start = slide[names.date];
  return plainText(slide["display_date"]) ?? (isObject(start) ? plainText(start["display_date"]) : undefined);
}

export interface SlideText {
  readonly headline: string | undefined;
  readonly text: string | undefined;
  readonly sources: SourceInput[];
}

/** Headline and text of a slide: version 3 keeps them in `text`, version 2 beside the dates. */
export function slideText(slide: RawObject, path: string, report: ImportReport): SlideText {
  const inner = isObject(slide["text"]) ? slide["text"] : slide;
  const headline = textOfHtml(stringOf(inner["headline"]));
  const text = textOfHtml(stringOf(inner["text"]));
  if (headline.marked || text.marked) {
    report.tally("html-as-text", "HTML became text; its links became suggested sources", `${path}.text`);
  }
  const sources = [...headline.links, ...text.links].map(linkSource);
  return { headline: headline.text || undefined, text: text.text || undefined, sources };
}

export function linkSource({ url, title }: { url: string; title: string }): SourceInput {
  return title === "" ? { url } : { url, title };
}

const IMAGE_ADDRESS = /\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?$/i;

export function readMedia(
  value: unknown,
  path: string,
  report: ImportReport,
): { images: MediaInput[]; sources: SourceInput[] } {
  if (Array.isArray(value)) {
    const all = value.map((one, i) => readMedia(one, `${path}[${i}]`, report));
    return { images: all.flatMap(({ images }) => images), sources: all.flatMap(({ sources }) => sources) };
  }
  if (typeof value === "string") return readMedia({ url: value }, path, report);
  if (!isObject(value)) return { images: [], sources: [] };
  const url = stringOf(value["url"] ?? value["media"]).trim();
  const credit = textOfHtml(stringOf(value["credit"]));
  const caption = textOfHtml(stringOf(value["caption"]));
  const linked = [...credit.links, ...caption.links].map(linkSource);
  const link = plainText(value["link"]);
  const address = webAddress(url);
  const thumbnail = webAddress(stringOf(value["thumbnail"]).trim());
  const isImage = address !== undefined && IMAGE_ADDRESS.test(address);
  if (isImage || (address !== undefined && thumbnail !== undefined)) {
    // A video or an embed is its thumbnail, which leads to it.
    if (!isImage) report.tally("import-loss", "media players are not embedded; a thumbnail leads to each", path);
    if (!isImage && link) linked.push({ url: link });
    const image: MediaInput = {
      src: isImage ? address : (thumbnail as string),
      alt: plainText(value["alt"]) ?? caption.text,
      ...omitUndefined({
        credit: credit.text || undefined,
        caption: caption.text || undefined,
        link: isImage ? link : address,
        thumbnail: isImage ? thumbnail : undefined,
      }),
    };
    return { images: [image], sources: linked };
  }
  if (link) linked.push({ url: link });
  if (url === "") return { images: [], sources: linked };
  if (address !== undefined || /^www\./i.test(url)) {
    report.tally("import-loss", "media players are not embedded; the link is kept as a source", path, { value: url });
    const title = caption.text || plainText(value["title"]);
    return { images: [], sources: [{ url: address ?? url, ...(title ? { title } : {}) }, ...linked] };
  }
  // One issue per medium: its address occurs nowhere else.
  report.put("import-loss", "this medium has no web address and is left out", { path, value: url });
  return { images: [], sources: linked };
}

function hasContent(value: unknown): boolean {
  return isObject(value) ? Object.values(value).some((part) => part !== "" && part !== null) : Boolean(value);
}

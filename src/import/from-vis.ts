/** Reads vis-timeline: items, groups and nested groups. Items of type `background` become eras. */
import { omitUndefined } from "../base/omit-undefined.js";
import type { DateInput, EraInput, EventInput, LaneInput, MediaInput } from "../model/document/document.js";
import { isObject, type RawObject } from "../model/document/fields.js";
import { draftEvent, plainText, restOf, stringOf, webAddress } from "./draft-event.js";
import { dayBefore } from "./exclusive-end.js";
import { imagesOfHtml, textOfHtml } from "./html-text.js";
import { ImportReport } from "./import-report.js";
import { limited, readLimits } from "./limits.js";
import { pathLocator } from "./locator.js";
import { readInput } from "./read-input.js";
import { jsonValue } from "./read-json.js";
import type { ImportInput, ImportOptions, Imported } from "./result.js";
import { linkSource } from "./timelinejs/slide.js";
import { withTitles } from "./titled.js";

const VIS_FIELDS = ["id", "content", "start", "end", "group", "type", "title", "description"];
const VIS_NAMES = {
  date: "start",
  end: "end",
  title: "content",
  description: "title",
  media: "content",
  lane: "group",
  id: "id",
};

/**
 * Reads the items of vis-timeline: a list, or `{ items, groups }`, as JSON text or object. An end without a time of day
 * is exclusive, as vis-timeline draws it. Fields for templates are kept in `data`.
 */
export function fromVis(input: ImportInput, options: ImportOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const raw = jsonValue(readInput(input, limits, report), limits, report);
  const items = Array.isArray(raw) ? raw : isObject(raw) && Array.isArray(raw["items"]) ? raw["items"] : undefined;
  if (raw !== undefined && !items) {
    const hint = 'Write { "items": [ … ], "groups": [ … ] }';
    report.put("document-invalid", "this has no items of vis-timeline", { value: raw, hint });
  }
  const lanes = isObject(raw) && Array.isArray(raw["groups"]) ? readGroups(raw["groups"], report) : [];
  const base = Array.isArray(raw) ? "" : "items";
  const events: EventInput[] = [];
  const eras: EraInput[] = [];
  const places: { events: number[]; eras: number[] } = { events: [], eras: [] };
  limited(items ?? [], limits, report).forEach((item, i) => {
    const path = `${base}[${i}]`;
    if (isObject(item) && item["type"] === "background") {
      eras.push(eraOf(item, path, report));
      places.eras.push(i);
    } else {
      events.push(isObject(item) ? eventOf(item, path, report) : (item as EventInput));
      places.events.push(i);
    }
  });
  if (isObject(raw)) readArrows(raw["arrows"], events, report);
  report.settle();
  const at = (list: readonly number[]) => (index: number) => {
    const i = list[index];
    return i === undefined ? undefined : `${base}[${i}]`;
  };
  const document = { events, ...(lanes.length > 0 ? { lanes } : {}), ...(eras.length > 0 ? { eras } : {}) };
  const locate = pathLocator({ events: at(places.events), eras: at(places.eras) }, VIS_NAMES);
  return withTitles({ document, issues: report.issues, locate }, options.titleFrom);
}

function eventOf(item: RawObject, path: string, report: ImportReport): EventInput {
  const content = textOfHtml(stringOf(item["content"]));
  const tooltip = textOfHtml(stringOf(item["title"]));
  if (content.marked || tooltip.marked) {
    report.tally("html-as-text", "HTML became text; its links became suggested sources", `${path}.content`);
  }
  const media = imagesOf(stringOf(item["content"]), `${path}.content`, report);
  const title = content.text || tooltip.text || (media[0]?.alt ?? "");
  const rest = restOf(item, VIS_FIELDS);
  const { date, end } = dates(item, path, report);
  return draftEvent({
    title: title || composed({ ...rest, description: item["description"] }, path, report),
    date: date as string,
    end: end as string | undefined,
    id: stringOf(item["id"]) || undefined,
    description: tooltip.text && tooltip.text !== title ? tooltip.text : plainText(item["description"]),
    lane: stringOf(item["group"]) || undefined,
    sources: [...content.links, ...tooltip.links].map(linkSource),
    media,
    data: rest,
  });
}

function imagesOf(html: string, path: string, report: ImportReport): MediaInput[] {
  return imagesOfHtml(html).flatMap(({ src, alt }) => {
    const address = webAddress(src);
    if (address !== undefined) return { src: address, alt };
    report.tally("import-loss", "a picture without a web address is left out", path, { value: src });
    return [];
  });
}

/** Reads the arrows between items, as the extension timeline-arrows has them: the second item follows the first. */
function readArrows(arrows: unknown, events: readonly EventInput[], report: ImportReport): void {
  if (!Array.isArray(arrows)) return;
  const byId = new Map(events.map((event) => [isObject(event) ? event.id : undefined, event]));
  arrows.forEach((arrow: unknown, i) => {
    const [from, to] = isObject(arrow) ? [stringOf(arrow["id_item_1"]), stringOf(arrow["id_item_2"])] : ["", ""];
    const event = byId.get(to);
    if (from === "" || !event) {
      report.put("import-loss", "this arrow does not connect two items and is left out", {
        path: `arrows[${i}]`,
        value: arrow,
        hint: "Write id_item_1 and id_item_2",
      });
      return;
    }
    const note = isObject(arrow) ? plainText(arrow["title"]) : undefined;
    event.relations = [...(event.relations ?? []), { type: "follows", to: from, ...(note ? { note } : {}) }];
  });
}

function eraOf(item: RawObject, path: string, report: ImportReport): EraInput {
  const { date, end } = dates(item, path, report);
  const lane = stringOf(item["group"]);
  return {
    title: plainText(item["content"]) ?? plainText(item["title"]) ?? "",
    date,
    ...omitUndefined({ end }),
    ...(lane === "" ? {} : { lane }),
  };
}

function dates(item: RawObject, path: string, report: ImportReport): { date: DateInput; end: DateInput | undefined } {
  const date = (item["start"] ?? "") as DateInput;
  const end = (item["end"] ?? undefined) as DateInput | undefined;
  const last = typeof end === "string" ? dayBefore(end, date) : undefined;
  if (last === undefined || end === date) return { date, end: end === date || end === "" ? undefined : end };
  report.tally(
    "end-exclusive",
    "an end without a time of day is exclusive in vis-timeline; the day before is the last day",
    path,
  );
  return { date, end: last === date ? undefined : last };
}

/** The title of an item without content, whose template is not read: its first fields that hold words. */
function composed(rest: RawObject | undefined, path: string, report: ImportReport): string {
  const texts = Object.values(rest ?? {}).filter((value): value is string => {
    return typeof value === "string" && /\p{L}{3}/u.test(value);
  });
  if (texts.length === 0) return "";
  report.tally("title-composed", "this item has no content; its title is made of other fields", path);
  return texts.slice(0, 3).join(", ");
}

/** Class names of more kinds style groups one by one. */
const CLASS_GROUPS_MAX = 8;

function readGroups(groups: readonly unknown[], report: ImportReport): LaneInput[] {
  const parents = new Map<string, string>();
  const titles = new Map<string, string>();
  const known = groups.filter(isObject);
  for (const group of known) {
    const id = stringOf(group["id"]);
    titles.set(id, plainText(group["content"]) ?? plainText(group["title"]) ?? id);
    const nested = group["nestedGroups"];
    if (Array.isArray(nested)) for (const child of nested) parents.set(stringOf(child), id);
  }
  groups.forEach((group, i) => {
    if (!isObject(group)) report.add("field-type", "a group must be an object with an id", `groups[${i}]`, group);
    else if (group["visible"] === false) {
      report.put("import-loss", "this hidden group is shown", { path: `groups[${i}]`, value: group["id"] });
    }
  });
  const classes = classGroups(known);
  return [...known]
    .map((group, i) => ({ group, order: typeof group["order"] === "number" ? group["order"] : i }))
    .sort((a, b) => a.order - b.order)
    .map(({ group }): LaneInput => {
      const id = stringOf(group["id"]);
      const parent = parents.get(id) ?? classes.get(group);
      return { id, title: titles.get(id) ?? id, ...omitUndefined({ parent }) };
    });
}

/** Groups that share class names, where these tell few kinds apart: their class names. */
function classGroups(groups: readonly RawObject[]): ReadonlyMap<RawObject, string> {
  const named = new Map(groups.map((group) => [group, stringOf(group["className"])]));
  const kinds = new Set(named.values());
  const isKind = groups.length > kinds.size && kinds.size > 1 && kinds.size <= CLASS_GROUPS_MAX && !kinds.has("");
  return isKind ? named : new Map();
}

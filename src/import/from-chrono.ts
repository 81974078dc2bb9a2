/** Reads the items of react-chrono. */
import type { DateInput, EventInput, MediaInput, SourceInput } from "../model/document/document.js";
import { isObject, type RawObject } from "../model/document/fields.js";
import { parseDate } from "../time/parse-date.js";
import { draftEvent, plainText, restOf, stringOf, titleOr } from "./draft-event.js";
import { ImportReport } from "./import-report.js";
import { limited, readLimits } from "./limits.js";
import { pathLocator } from "./locator.js";
import { readInput } from "./read-input.js";
import { jsonValue } from "./read-json.js";
import type { ImportInput, ImportOptions, Imported } from "./result.js";
import { withTitles } from "./titled.js";

const CHRONO_FIELDS = [
  ...["id", "title", "date", "cardTitle", "cardSubtitle", "cardDetailedText", "url", "media", "items", "content"],
  ...["timelineContent", "hasNestedItems", "isNested", "position", "active", "visible", "_dayjs"],
];
const CHRONO_NAMES = { date: "date", title: "cardTitle", description: "cardDetailedText", sources: "url", id: "id" };

/**
 * Reads the items of react-chrono: a list, or `{ items }`, as JSON text or object. An item without `date` takes its
 * label as the date; nested items become events in a lane named after their parent item.
 */
export function fromChrono(input: ImportInput, options: ImportOptions = {}): Imported {
  const limits = readLimits(options.limits);
  const report = new ImportReport();
  const raw = jsonValue(readInput(input, limits, report), limits, report);
  const items = Array.isArray(raw) ? raw : isObject(raw) && Array.isArray(raw["items"]) ? raw["items"] : undefined;
  if (raw !== undefined && !items) {
    report.put("document-invalid", "this has no items of react-chrono", {
      value: raw,
      hint: 'Write [{ "title": "…" }]',
    });
  }
  const found: { item: unknown; path: string; lane: string | undefined }[] = [];
  const visit = (list: readonly unknown[], base: string, lane: string | undefined): void => {
    list.forEach((item, i) => {
      const path = `${base}[${i}]`;
      found.push({ item, path, lane });
      if (!isObject(item) || !Array.isArray(item["items"])) return;
      visit(item["items"], `${path}.items`, plainText(item["cardTitle"]) ?? plainText(item["title"]) ?? path);
    });
  };
  visit(items ?? [], Array.isArray(raw) ? "" : "items", undefined);
  const kept = limited(found, limits, report);
  const events = kept.map(({ item, path, lane }) =>
    isObject(item) ? eventOf(item, path, lane, report) : (item as EventInput),
  );
  report.settle();
  const locate = pathLocator({ events: (i) => kept[i]?.path }, CHRONO_NAMES);
  return withTitles({ document: { events }, issues: report.issues, locate }, options.titleFrom);
}

function eventOf(item: RawObject, path: string, lane: string | undefined, report: ImportReport): EventInput {
  const label = textOf(item, "title", path, report);
  const heading = textOf(item, "cardTitle", path, report);
  const isDate = item["date"] === undefined && label !== undefined && parseDate(label).span !== undefined;
  const date = (item["date"] ?? (isDate || heading !== undefined ? label : undefined) ?? "") as DateInput;
  const text = [textOf(item, "cardSubtitle", path, report), textOf(item, "cardDetailedText", path, report)]
    .filter((part) => part !== undefined)
    .join("\n");
  for (const name of ["content", "timelineContent"]) {
    if (item[name] !== undefined) {
      report.put("import-loss", "an event has no field for page content; it is left out", {
        path: `${path}.${name}`,
      });
    }
  }
  const title = heading ?? (isDate ? undefined : label);
  const media = readMedia(item["media"], path, report);
  const url = stringOf(item["url"]);
  const shown = title !== label && !isDate && item["date"] !== undefined ? label : undefined;
  return draftEvent({
    title: titleOr(title, text || label),
    date: date as string,
    id: stringOf(item["id"]) || undefined,
    description: text || undefined,
    lane,
    sources: [...(url === "" ? [] : [{ url }]), ...media.sources],
    media: media.images,
    data: shown === undefined ? restOf(item, CHRONO_FIELDS) : { displayDate: shown, ...restOf(item, CHRONO_FIELDS) },
  });
}

/** Reads a text or a list of texts. A React node is an object, which cannot be read and is reported. */
function textOf(item: RawObject, name: string, path: string, report: ImportReport): string | undefined {
  const value = item[name];
  const parts = Array.isArray(value) ? value : [value];
  const texts = parts.flatMap((part) => plainText(part) ?? []);
  if (parts.some((part) => isObject(part))) {
    report.put("import-loss", "this is a React node, not text; it is left out", { path: `${path}.${name}` });
  }
  return texts.length === 0 ? undefined : texts.join("\n");
}

function readMedia(
  value: unknown,
  path: string,
  report: ImportReport,
): { images: MediaInput[]; sources: SourceInput[] } {
  if (Array.isArray(value)) {
    const all = value.map((one, i) => readMedia(one, `${path}[${i}]`, report));
    return { images: all.flatMap(({ images }) => images), sources: all.flatMap(({ sources }) => sources) };
  }
  const source = isObject(value) ? value["source"] : undefined;
  if (!isObject(value) || !isObject(source)) return { images: [], sources: [] };
  const src = stringOf(source["url"]);
  if (src === "") return { images: [], sources: [] };
  const alt = plainText(value["name"]) ?? "";
  if (stringOf(value["type"]).toUpperCase() === "IMAGE") return { images: [{ src, alt }], sources: [] };
  report.tally("import-loss", "media players are not embedded; the link is kept as a source", `${path}.media`, {
    value: src,
  });
  return { images: [], sources: [{ url: src, ...(alt ? { title: alt } : {}) }] };
}

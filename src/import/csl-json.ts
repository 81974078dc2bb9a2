/** Sources from CSL-JSON, as Zotero, Pandoc and `toCslJson` write it. */
import { type Issue, makeIssue } from "../base/issue.js";
import type { SourceInput } from "../model/document/document.js";
import type { Imported } from "./result.js";

type Item = Readonly<Record<string, unknown>>;

/** CSL types that appear in a container (a newspaper, a site, a programme), which is then the publisher. */
const CONTAINED_TYPES = /^(?:article|webpage|post|broadcast|entry|interview|review)/;

/** Fields that are read, or that do not describe the source. */
const READ_FIELDS: ReadonlySet<string> = new Set([
  ...["id", "type", "citation-key", "title", "author", "container-title", "publisher", "issued", "accessed"],
  ...["URL", "DOI", "ISBN", "language", "custom"],
]);

/**
 * Reads a list of CSL-JSON items, or its text, as sources by id. The document has no events: put its `sources` into yours,
 * and cite them by their ids (Zotero's citation keys where there are some).
 *
 * One issue per item names what a source has no field for (volume, pages, editors). Never throws on data.
 */
export function fromCslJson(input: string | object): Pick<Imported, "document" | "issues"> {
  const issues: Issue[] = [];
  const sources: Record<string, SourceInput> = {};
  itemsOf(input, issues).forEach((item, i) => {
    const path = `[${i}]`;
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      issues.push(
        makeIssue("field-type", "an item must be an object", {
          path,
          value: item,
          hint: 'Write { "id", "type", "title" }',
        }),
      );
      return;
    }
    const id = idOf(item as Item, i, sources, issues);
    Object.defineProperty(sources, id, {
      value: sourceOf(item as Item, path, issues),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  });
  return { document: { events: [], sources }, issues };
}

function itemsOf(input: string | object, issues: Issue[]): readonly unknown[] {
  let value: unknown = input;
  if (typeof input === "string") {
    try {
      value = JSON.parse(input.replace(/^\ufeff/, ""));
    } catch (error) {
      const problem = `this is not JSON: ${error instanceof Error ? error.message : ""}`;
      issues.push(makeIssue("json-invalid", problem, { value: input, hint: "Export the items as CSL JSON" }));
      return [];
    }
  }
  if (Array.isArray(value)) return value;
  const { items } = (value ?? {}) as { items?: unknown };
  if (Array.isArray(items)) return items;
  issues.push(
    makeIssue("document-invalid", "CSL-JSON is a list of items", { value, hint: 'Write [ { "id": …, "title": … } ]' }),
  );
  return [];
}

function idOf(item: Item, at: number, taken: object, issues: Issue[]): string {
  const wanted = text(item["citation-key"]) ?? text(item["id"]) ?? `source-${at + 1}`;
  let id = wanted;
  for (let n = 2; Object.hasOwn(taken, id); n++) id = `${wanted}-${n}`;
  if (id !== wanted) {
    const hint = "Give each item an id of its own";
    issues.push(
      makeIssue("id-duplicate", `another item has this id; this one is renamed to "${id}"`, {
        path: `[${at}].id`,
        value: wanted,
        hint,
      }),
    );
  }
  return id;
}

function sourceOf(item: Item, path: string, issues: Issue[]): SourceInput {
  const custom = (typeof item["custom"] === "object" && item["custom"] !== null ? item["custom"] : {}) as Item;
  const [container, publisher] = [text(item["container-title"]), text(item["publisher"])];
  const contained = container !== undefined && CONTAINED_TYPES.test(text(item["type"]) ?? "");
  const isbn = text(item["ISBN"]);
  const doi = text(item["DOI"]);
  const found: Readonly<Record<keyof SourceInput, string | undefined>> = {
    url: text(item["URL"]) ?? (doi && `doi:${doi}`) ?? (isbn && `urn:isbn:${isbn}`) ?? text(custom["address"]),
    title: text(item["title"]),
    publisher: contained ? container : (publisher ?? container),
    author: namesText(item["author"]),
    published: text(custom["published"]) ?? dateText(item["issued"]),
    accessed: text(custom["accessed"]) ?? dateText(item["accessed"]),
    archived: text(custom["archived"]),
    quote: text(custom["quote"]),
    language: text(item["language"]),
  };
  const lost = Object.keys(item).filter((name) => !READ_FIELDS.has(name) && item[name] !== "" && item[name] !== null);
  if (container !== undefined && publisher !== undefined && container !== publisher)
    lost.push(contained ? "publisher" : "container-title");
  if (lost.length > 0) {
    issues.push(makeIssue("import-loss", `a source has no place for ${lost.join(", ")}`, { path, value: found.title }));
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function namesText(names: unknown): string | undefined {
  if (!Array.isArray(names)) return text(names);
  const written = names.map((name: unknown) => {
    const { literal, given, family, suffix } = (name ?? {}) as Item;
    const particles = ["dropping-particle", "non-dropping-particle"].map((key) => text((name as Item)?.[key]));
    return text(literal) ?? [text(given), ...particles, text(family), text(suffix)].filter(Boolean).join(" ");
  });
  return text(written.filter((name) => name !== "").join("; "));
}

/** A CSL date as text that the library reads. */
function dateText(date: unknown): string | undefined {
  if (typeof date !== "object" || date === null) return text(date);
  const { literal, raw, edtf, season, circa } = date as Item;
  const parts = (date as Item)["date-parts"];
  const ends = (Array.isArray(parts) ? parts : []).filter(
    (end): end is unknown[] => Array.isArray(end) && end.length > 0,
  );
  if (ends.length === 0) return text(edtf) ?? text(raw) ?? text(literal);
  const mark = circa && circa !== "false" ? "~" : "";
  const year = ends[0]?.[0];
  if (season !== undefined && ends[0]?.length === 1) {
    const number = Number(season);
    return number >= 1 && number <= 4 ? `${yearText(year)}-${20 + number}${mark}` : `${season} ${year}`;
  }
  return ends.map(([y, ...rest]) => [yearText(y), ...rest.map(two)].join("-") + mark).join("/");
}

/** A CSL year as an EDTF year. CSL has no year 0: -44 is 44 BC, which EDTF writes -0043. */
function yearText(value: unknown): string {
  const year = Number(value);
  if (!Number.isInteger(year)) return String(value);
  const counted = year < 0 ? year + 1 : year;
  return (counted < 0 ? "-" : "") + String(Math.abs(counted)).padStart(4, "0");
}

function two(value: unknown): string {
  return String(value).padStart(2, "0");
}

/** One row of a table as an event. */
import type { EventInput, Importance, MediaInput, SourceInput } from "../../model/document/document.js";
import type { Field } from "./header-phrases.js";
import { type Columns, DATA_PREFIX } from "./columns.js";
import type { Cell } from "./row-title.js";
import { sourcesOfCell } from "./source-cell.js";

/** Builds the event of a row without its dates. `width` is the number of cells in the row. */
export function eventOfRow(columns: Columns, cell: Cell, width: number, title: string | undefined): EventInput {
  const { single, rest, headers } = columns;
  const field = (name: Field): string | undefined => {
    const column = single.get(name);
    return column === undefined ? undefined : cell(column);
  };
  const description = field("description");
  const event: EventInput = { title: title ?? "", date: "" };
  for (const name of ["id", "shortTitle", "lane", "place", "lang", "status"] as const) {
    const text = field(name);
    if (text !== undefined) (event as unknown as Record<string, unknown>)[name] = text;
  }
  if (description !== undefined) event.description = description;
  const importance = field("importance");
  // Text that is not a number passes through: the model reports it.
  if (importance !== undefined) event.importance = (Number(importance) || importance) as Importance;
  const tags = field("tags");
  if (tags !== undefined) event.tags = tags.split(/[,;|]/).flatMap((tag) => tag.trim() || []);
  const sources = readSources(columns, cell);
  if (sources.length > 0) event.sources = sources;
  const media = readMedia(field);
  if (media) event.media = [media];

  const data: Record<string, unknown> = {};
  let isKept = false;
  const keep = (name: string, value: string | undefined): void => {
    if (value === undefined) return;
    isKept = true;
    // A plain assignment would lose a column named __proto__.
    if (name === "__proto__")
      Object.defineProperty(data, name, { value, enumerable: true, writable: true, configurable: true });
    else data[name] = value;
  };
  for (const column of rest) keep(dataName(headers[column] as string, column), cell(column));
  for (let column = headers.length; column < width; column++) keep(`column ${column + 1}`, cell(column));
  for (const name of media ? [] : MEDIA_DETAILS) {
    const column = single.get(name);
    if (column !== undefined) keep(headers[column] as string, cell(column));
  }
  if (isKept) event.data = data;
  return event;
}

function dataName(header: string, column: number): string {
  if (header === "") return `column ${column + 1}`;
  return header.startsWith(DATA_PREFIX) ? header.slice(DATA_PREFIX.length) : header;
}

/** Fields that describe an image; without an image they are kept in `data`. */
const MEDIA_DETAILS: readonly Field[] = ["mediaAlt", "mediaCredit", "mediaCaption"];

function readSources({ sources }: Columns, cell: Cell): SourceInput[] {
  return sources.flatMap((columns) => {
    const own = columns.get("source");
    const text = own === undefined ? undefined : cell(own);
    const titled = columns.get("sourceTitle");
    const title = titled === undefined ? undefined : cell(titled);
    // If a column holds source titles, the source cell is a plain address.
    const one: SourceInput[] = text || title ? [{ ...(text ? { url: text } : {}), ...(title ? { title } : {}) }] : [];
    const found = titled !== undefined ? one : text === undefined ? [] : sourcesOfCell(text);
    const about: SourceInput = {};
    for (const name of ["publisher", "author", "published", "quote"] as const) {
      const column = columns.get(name);
      const value = column === undefined ? undefined : cell(column);
      if (value !== undefined) about[name] = value;
    }
    if (Object.keys(about).length === 0) return found;
    return found.length === 0 ? [about] : found.map((source, i) => (i === 0 ? { ...about, ...source } : source));
  });
}

function readMedia(field: (name: Field) => string | undefined): MediaInput | undefined {
  const src = field("media");
  if (src === undefined) return undefined;
  const [alt, credit, caption] = [field("mediaAlt"), field("mediaCredit"), field("mediaCaption")];
  return { src, alt: alt ?? caption ?? "", ...(credit ? { credit } : {}), ...(caption ? { caption } : {}) };
}

/** One row of a table as an event. */
import type { EventInput, Importance, MediaInput, SourceInput } from "../../model/document/document.js";
import { COMPOSED_TITLE_LENGTH_MAX } from "../draft-event.js";
import type { ImportReport, Where } from "../import-report.js";
import type { Field } from "./header-phrases.js";
import { type Columns, DATA_PREFIX } from "./columns.js";
import { sourcesOfCell } from "./source-cell.js";

/** Returns the cell of a column by index; `undefined` if it is blank. */
export type Cell = (column: number) => string | undefined;

/** Builds the event of a row without its dates. `width` is the number of cells in the row. */
export function eventOfRow(
  columns: Columns,
  cell: Cell,
  width: number,
  where: Where,
  report: ImportReport,
): EventInput {
  const { single, rest, headers } = columns;
  const field = (name: Field): string | undefined => {
    const column = single.get(name);
    return column === undefined ? undefined : cell(column);
  };
  const description = field("description");
  let title = field("title");
  if (title === undefined) {
    title = composedTitle(columns, cell, description);
    if (single.has("title") && title !== undefined) {
      report.tally("title-composed", "the title is blank; the title is made of other columns", where, {
        hint: "Write what happened in a few words",
      });
    }
  }
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

/** The title of a row without one: the beginning of the description, or the first cells with content. */
function composedTitle(
  { rest, headers, single }: Columns,
  cell: Cell,
  description: string | undefined,
): string | undefined {
  if (description !== undefined) return shortened(description);
  // Prefer words; a number needs the name of its column to be understood.
  const [words, numbers]: [string[], string[]] = [[], []];
  for (const column of rest) {
    const value = cell(column);
    if (value === undefined) continue;
    if (/\p{L}{2}/u.test(value)) words.push(value);
    else numbers.push(`${headers[column]} ${value}`);
  }
  const parts = words.length > 0 ? words : numbers;
  if (parts.length > 0) return shortened(parts.slice(0, 3).join(", "));
  const lane = single.get("lane");
  return lane === undefined ? undefined : cell(lane);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= COMPOSED_TITLE_LENGTH_MAX) return line;
  const cut = line.slice(0, COMPOSED_TITLE_LENGTH_MAX);
  const blank = cut.lastIndexOf(" ");
  return `${blank > COMPOSED_TITLE_LENGTH_MAX / 2 ? cut.slice(0, blank) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

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

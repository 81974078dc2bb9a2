/** Steps shared by importers whose fields may hold HTML or be missing. */
import type { EventInput, MediaInput, SourceInput } from "../model/document/document.js";
import { textOfHtml } from "./html-text.js";

/** A text or a number as text, a list as its texts with commas; empty for anything else. */
export function stringOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(stringOf).filter(Boolean).join(", ");
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The text of a field that may hold HTML; `undefined` if it is blank. */
export function plainText(value: unknown): string | undefined {
  return textOfHtml(stringOf(value)).text || undefined;
}

export interface EventDraft {
  title: string;
  date: string;
  end?: string | undefined;
  id?: string | undefined;
  description?: string | undefined;
  lane?: string | undefined;
  place?: string | undefined;
  lang?: string | undefined;
  tags?: string[] | undefined;
  sources?: SourceInput[] | undefined;
  media?: MediaInput[] | undefined;
  data?: Record<string, unknown> | undefined;
}

/**
 * An address with the scheme that a page would give it, if it is an address on the web. The page is taken to be an https page,
 * because figures show only such images.
 */
export function webAddress(text: string): string | undefined {
  return text.startsWith("//") ? `https:${text}` : /^https?:\/\//i.test(text) ? text : undefined;
}

/** Builds an event without empty fields. An end equal to the start is left out. */
export function draftEvent(draft: EventDraft): EventInput {
  const event: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (name === "end" && value === draft.date) continue;
    // The model reads an event with an end and no date; a blank date would be an error.
    if (name === "date" && value === "" && draft.end !== undefined) continue;
    event[name] = value;
  }
  return event as unknown as EventInput;
}

/** The fields of an object that have no own place in an event, for its `data`; `undefined` if there are none. */
export function restOf(raw: object, known: readonly string[]): Record<string, unknown> | undefined {
  const entries = Object.entries(raw).filter(
    ([name, value]) => !known.includes(name) && value !== undefined && value !== null && value !== "",
  );
  // Object.fromEntries defines own properties, so a key named __proto__ is safe.
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Longest title made of another text, in UTF-16 code units. */
export const COMPOSED_TITLE_LENGTH_MAX = 80;

/** The title, or the beginning of the text if there is no title. */
export function titleOr(title: string | undefined, text: string | undefined): string {
  if (title !== undefined || text === undefined) return title ?? "";
  const line = text.replace(/\s+/g, " ");
  return line.length <= COMPOSED_TITLE_LENGTH_MAX
    ? line
    : `${line.slice(0, COMPOSED_TITLE_LENGTH_MAX - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

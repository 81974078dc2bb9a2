/** Small shared steps of the importers that read HTML and loose fields. */
import type { EventInput, MediaInput, SourceInput } from "../model/document/document.js";
import { textOfHtml } from "./html-text.js";

export function stringOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The text of a field that may hold HTML; `undefined` when it says nothing. */
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

/** An event with only the fields that say something. An end equal to the start is no end. */
export function draftEvent(draft: EventDraft): EventInput {
  const event: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    if (name === "end" && value === draft.date) continue;
    // An end alone says something; beside a blank date it would not.
    if (name === "date" && value === "" && draft.end !== undefined) continue;
    event[name] = value;
  }
  return event as unknown as EventInput;
}

/** The fields of an object that no other part of the event holds; `undefined` when there are none. */
export function restOf(raw: object, known: readonly string[]): Record<string, unknown> | undefined {
  const entries = Object.entries(raw).filter(
    ([name, value]) => !known.includes(name) && value !== undefined && value !== null && value !== "",
  );
  // Object.fromEntries defines own keys, so that __proto__ is a key like others.
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A title, or else the beginning of the text below it. */
export function titleOr(title: string | undefined, text: string | undefined): string {
  if (title !== undefined || text === undefined) return title ?? "";
  const line = text.replace(/\s+/g, " ");
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Reads what a reader searches for: words, and the interval of a date among them. */
import { type ParseDateOptions, parseDate } from "../../time/parse-date.js";
import type { Span } from "../../time/span.js";
import { foldCase } from "./fold-case.js";

/** An event is found by all words of the text, or by the date in the text and all words beside the date. */
export interface EventSearch {
  /** All words, folded. None finds every event. */
  readonly words: readonly string[];
  /** Absent when no part of the text is a date. */
  readonly date: { readonly span: Span; readonly otherWords: readonly string[] } | undefined;
}

/** In longer texts only the whole is tried as a date: the limit bounds the work. */
const WORDS_WITH_DATE_MAX = 12;

export function readSearch(text: string, options: ParseDateOptions): EventSearch {
  const words = text.split(/\s+/).filter(Boolean);
  return { words: words.map(foldCase), date: dateAmong(words, options) };
}

/** The date of the longest run of words that is one. A run within the text has a digit: "may" may be a verb. */
function dateAmong(words: readonly string[], options: ParseDateOptions): EventSearch["date"] {
  const { length } = words;
  const shortest = length > WORDS_WITH_DATE_MAX ? length : 1;
  for (let size = length; size >= shortest; size--) {
    for (let first = 0; first + size <= length; first++) {
      const run = words.slice(first, first + size).join(" ");
      if (size < length && !/\p{N}/u.test(run)) continue;
      const { span } = parseDate(run, options);
      if (!span || !(Number.isFinite(span.start) || Number.isFinite(span.end))) continue;
      return { span, otherWords: [...words.slice(0, first), ...words.slice(first + size)].map(foldCase) };
    }
  }
  return undefined;
}

/** Whether what an interval covers, or may cover, meets a date. */
export function meetsDate(start: number, end: number, { span }: NonNullable<EventSearch["date"]>): boolean {
  return (span.members ?? [span]).some((part) => start < part.end && (end > part.start || start === part.start));
}

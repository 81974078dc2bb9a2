/**
 * Splits long lists of a live page into chapters that the reader opens. Closed chapters have no content, so the number of
 * elements stays bounded, and opening one creates at most 50 entries. Without a script and in print a list is complete.
 */
import { type Node, node } from "../scene/node.js";

/** Keys of the open chapters; `all` without a script. */
export type OpenedChapters = "all" | ReadonlySet<string>;

/** A list with more entries is closed until the reader opens it. */
export const OPEN_ENTRIES_MAX = 30;
/** Most entries of a list without chapters. */
const UNCHAPTERED_ENTRIES_MAX = 200;
/** Most entries of a chapter, and most chapters of a parent chapter. */
const CHAPTER_ENTRIES_MAX = 50;

export function isLong(count: number, opened: OpenedChapters): opened is ReadonlySet<string> {
  return opened !== "all" && count > UNCHAPTERED_ENTRIES_MAX;
}

/** A list that can be split into chapters. */
export interface ChapteredList {
  /** Name of the list, the prefix of its chapters' keys. */
  readonly name: string;
  readonly count: number;
  /** Title of the chapter with the entries `from` to `to`, exclusive. */
  title(from: number, to: number): string;
  /** Chapters of the entries `from` to `to`, exclusive, which hold all of them; `undefined`: equal parts. */
  split?(from: number, to: number): readonly (readonly [from: number, to: number])[] | undefined;
  /** Words between two chapters of the entries `from` to `to`, of which the second begins at `at`. */
  between?(from: number, at: number, to: number): string | undefined;
  /** Node with the entries `from` to `to`, exclusive. */
  list(from: number, to: number): Node;
}

/** The complete list, or its chapters where it is long. */
export function chapterNodes(list: ChapteredList, opened: OpenedChapters): Node[] {
  return isLong(list.count, opened) ? nestedChapters(list, 0, list.count, opened) : [list.list(0, list.count)];
}

function nestedChapters(list: ChapteredList, from: number, to: number, opened: ReadonlySet<string>): Node[] {
  const chapters = list.split?.(from, to) ?? splitEvenly(from, to);
  return chapters.flatMap(([a, b]) => {
    const key = keyOf(list.name, a, b);
    const parts = b - a > CHAPTER_ENTRIES_MAX ? () => nestedChapters(list, a, b, opened) : () => [list.list(a, b)];
    const gap = a > from ? list.between?.(from, a, to) : undefined;
    const chapter = node("details", key, { className: "dl-chapter", dataChapter: key }, [
      node("summary", "summary", {}, list.title(a, b)),
      ...(opened.has(key) ? parts() : []),
    ]);
    return gap === undefined ? [chapter] : [node("p", `before-${key}`, { className: "dl-written" }, gap), chapter];
  });
}

function keyOf(name: string, from: number, to: number): string {
  return `${name}-${from}-${to}`;
}

/** Splits a range of entries into at most 50 chapters of equal length. */
function splitEvenly(from: number, to: number): [number, number][] {
  const count = to - from;
  let size = CHAPTER_ENTRIES_MAX;
  while (count > size * CHAPTER_ENTRIES_MAX) size *= CHAPTER_ENTRIES_MAX;
  const parts = Math.ceil(count / size);
  return Array.from({ length: parts }, (_, i) => [
    from + Math.floor((i * count) / parts),
    from + Math.floor(((i + 1) * count) / parts),
  ]);
}

/** Keys of the nested chapters that contain an entry, the outermost first. */
export function chaptersTo(name: string, count: number, at: number, split?: ChapteredList["split"]): string[] {
  const keys: string[] = [];
  for (let [from, to] = [0, count]; to - from > CHAPTER_ENTRIES_MAX; ) {
    const next = (split?.(from, to) ?? splitEvenly(from, to)).find(([a, b]) => at >= a && at < b);
    if (!next) break;
    [from, to] = next;
    keys.push(keyOf(name, from, to));
  }
  return keys;
}

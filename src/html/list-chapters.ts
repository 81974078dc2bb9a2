/**
 * Long lists in a live page, in chapters that open: what is closed holds nothing, so that a figure of any number of events
 * has as many elements as can be looked at, and opening one never makes more than a hundred entries. Without a script, and on
 * paper, a list stands there whole.
 */
import { type Node, node } from "../scene/node.js";

/** What is open of the long lists: the keys of their chapters. Everything, where no script is in charge. */
export type OpenedChapters = "all" | ReadonlySet<string>;

/** Up to so many entries a list is written whole. */
const UNCHAPTERED_ENTRIES_MAX = 200;
/** Entries of a chapter, and chapters of one above it, at most. */
const CHAPTER_ENTRIES_MAX = 100;

export function isLong(count: number, opened: OpenedChapters): opened is ReadonlySet<string> {
  return opened !== "all" && count > UNCHAPTERED_ENTRIES_MAX;
}

/** How a list is made of its entries. */
export interface ChapteredList {
  /** Name of the list; the keys of its chapters begin with it. */
  readonly name: string;
  readonly count: number;
  /** What the chapter of the entries `from` to `to`, exclusive, is called. */
  title(from: number, to: number): string;
  /** The list of these entries. */
  list(from: number, to: number): Node;
}

/** A list whole, or in chapters where it is long. */
export function chapterNodes(list: ChapteredList, opened: OpenedChapters): Node[] {
  return isLong(list.count, opened) ? nestedChapters(list, 0, list.count, opened) : [list.list(0, list.count)];
}

function nestedChapters(list: ChapteredList, from: number, to: number, opened: ReadonlySet<string>): Node[] {
  return splitEvenly(from, to).map(([a, b]) => {
    const key = keyOf(list.name, a, b);
    const parts = b - a > CHAPTER_ENTRIES_MAX ? () => nestedChapters(list, a, b, opened) : () => [list.list(a, b)];
    return node("details", key, { className: "dl-chapter", dataChapter: key }, [
      node("summary", "summary", {}, list.title(a, b)),
      ...(opened.has(key) ? parts() : []),
    ]);
  });
}

function keyOf(name: string, from: number, to: number): string {
  return `${name}-${from}-${to}`;
}

/** Cuts a stretch of entries into chapters of the same length, no more than a hundred of them. */
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

/** Keys of the chapters that lead to an entry, from the outermost on. */
export function chaptersTo(name: string, count: number, at: number): string[] {
  const keys: string[] = [];
  for (let [from, to] = [0, count]; to - from > CHAPTER_ENTRIES_MAX; ) {
    const next = splitEvenly(from, to).find(([a, b]) => at >= a && at < b);
    if (!next) break;
    [from, to] = next;
    keys.push(keyOf(name, from, to));
  }
  return keys;
}

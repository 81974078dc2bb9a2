/** The bibliography, and the nodes of one source that list, details and source card share. */
import { memoByKey } from "../base/memo.js";
import { entryId, sourceId } from "../scene/context.js";
import { opensNewTab, sourceName, word } from "../scene/accessible-names.js";
import { type Attributes, type Node, node } from "../scene/node.js";
import { quotesOf, sourceAbout } from "../scene/labels/source-words.js";
import type { Source, Timeline, TimelineEvent } from "../model/timeline.js";
import { counted, fill, groupDigits, type Locale } from "../time/locale.js";
import { type ChapteredList, chapterNodes, isLong, OPEN_ENTRIES_MAX, type OpenedChapters } from "./list-chapters.js";
import type { HtmlContext, WordContext } from "./context.js";

/** The words "opens in a new tab" in the name of an external link, which are read and not seen. */
export function newTabNode(locale: Locale): Node {
  return node("span", "new-tab", { className: "dl-hidden dl-new-tab" }, opensNewTab("", locale));
}

/** Attributes of an external link; the target page learns nothing about this page. */
export function externalLink(href: string): Attributes {
  return { href, rel: "noopener noreferrer", target: "_blank" };
}

/**
 * A source: its link with the line below it, its quotes, and its archived copy.
 *
 * @param event the citing event; absent in the bibliography, which shows all quotes and the day of access
 */
export function sourceNodes(source: Source, context: WordContext, event?: TimelineEvent): Node[] {
  const { locale } = context;
  const title = node("bdi", "text", { lang: source.language }, sourceName(source));
  const about = sourceAbout(source, locale, event === undefined);
  const link = source.href;
  return [
    link
      ? node("a", "link", { className: "dl-source-title", ...externalLink(link) }, [title, newTabNode(locale)])
      : node("span", "link", { className: "dl-source-title" }, [title]),
    about !== "" && node("span", "about", { className: "dl-source-about" }, about),
    ...quotesOf(source, event).map((quote, i) =>
      node("q", `quote-${i}`, { className: "dl-source-quote", lang: source.language, dir: "auto" }, quote),
    ),
    archivedNode(source, context),
  ].filter((part): part is Node => Boolean(part));
}

function archivedNode(source: Source, { locale }: WordContext): Node | undefined {
  const className = "dl-source-archived";
  const text = word(locale, "archived");
  if (source.archived)
    return node("a", "archived", { className, ...externalLink(source.archived) }, [
      node("span", "text", {}, text),
      newTabNode(locale),
    ]);
  // An address that is not allowed as a link is shown as text.
  return source.archivedAddress === undefined
    ? undefined
    : node("span", "archived", { className }, `${text}: ${source.archivedAddress}`);
}

/** Name of the bibliography in the keys of its chapters. */
export const SOURCES_NAME = "sources";

/** The bibliography, in order of source numbers; `undefined` without sources. */
export function bibliographyNode({ timeline, locale, idPrefix, chapters }: HtmlContext): Node | undefined {
  const { length } = timeline.sources;
  if (length === 0) return undefined;
  const open = length <= OPEN_ENTRIES_MAX;
  // A long bibliography that is closed has no content.
  const filled = !isLong(length, chapters) || chapters.has(SOURCES_NAME);
  const opened = isLong(length, chapters) ? chapters : "all";
  const heading = `${word(locale, "sourcesHeading")} (${groupDigits(length, locale)})`;
  return node("details", "sources", { className: "dl-sources-box", id: `${idPrefix}-sources`, open }, [
    node("summary", "summary", {}, heading),
    ...(filled ? cachedBibliography(timeline, locale, idPrefix, opened) : []),
  ]);
}

/** The bibliography, cached for each timeline. */
const cachedBibliography = /* @__PURE__ */ memoByKey(
  (timeline: Timeline, locale: Locale, idPrefix: string, chapters: OpenedChapters): readonly Node[] => {
    const { sources } = timeline;
    const context: WordContext = { timeline, locale, idPrefix };
    const items = (from: number, to: number): Node[] =>
      sources
        .slice(from, to)
        .map((source) =>
          node(
            "li",
            String(source.number),
            { id: sourceId(context, source.number), value: source.number, dataSource: source.number },
            [...sourceNodes(source, context), citedByNode(source, context)],
          ),
        );
    const list: ChapteredList = {
      name: SOURCES_NAME,
      count: sources.length,
      title: (from, to) => fill(word(locale, "window"), from + 1, to),
      list: (from, to) => node("ol", "list", { className: "dl-sources" }, items(from, to)),
    };
    return chapterNodes(list, chapters);
  },
);

/** Links to the events that cite a source, where there are several: else the event itself leads to the source. */
function citedByNode(source: Source, context: WordContext): Node | undefined {
  const { citedBy } = source;
  if (citedBy.length < 2) return undefined;
  const words = counted(context.locale, context.locale.figure.cited, citedBy.length);
  const links = citedBy.map((event) =>
    node("a", event.id, { href: `#${entryId(context, event)}` }, event.shortTitle ?? event.title),
  );
  return node("details", "cited", { className: "dl-cited" }, [
    node("summary", "summary", {}, words),
    node(
      "ul",
      "events",
      {},
      links.map((link) => node("li", link.key, {}, [link])),
    ),
  ]);
}

/** A source in words: a link where its address may be one, and who published it when. */
import { memoBeside } from "../base/memo.js";
import { entryId, sourceId } from "../scene/context.js";
import { sourceName, word } from "../scene/names.js";
import { type Attributes, type Node, node } from "../scene/node.js";
import type { DatedText, Source, Timeline } from "../model/timeline.js";
import { formatDate } from "../time/format.js";
import { counted, type Locale, type PluralForms } from "../time/locale.js";
import type { WordContext } from "./context.js";

/** Every link to the outside: the page it leads to learns nothing about this one. */
export function outside(href: string): Attributes {
  return { href, rel: "noopener noreferrer", target: "_blank" };
}

/** Link text and the line under it. */
export function sourceNodes(source: Source, context: WordContext): Node[] {
  const title = node("bdi", "text", { lang: source.language }, sourceName(source));
  const about = sourceAbout(source, context);
  return [
    source.href
      ? node("a", "link", { className: "dl-source-title", ...outside(source.href) }, [title])
      : node("span", "link", { className: "dl-source-title" }, [title]),
    ...(about ? [node("span", "about", { className: "dl-source-about" }, about)] : []),
    ...(source.quote
      ? [node("q", "quote", { className: "dl-source-quote", lang: source.language }, source.quote)]
      : []),
    ...(source.archived
      ? [
          node(
            "a",
            "archived",
            { className: "dl-source-archived", ...outside(source.archived) },
            word(context.locale, "archived"),
          ),
        ]
      : []),
  ];
}

/** "UPI, 11 January 2025, ca.news.yahoo.com". */
function sourceAbout(source: Source, context: WordContext): string {
  const name = sourceName(source);
  const parts = [
    source.author,
    source.publisher,
    source.published && dateText(source.published, context),
    source.host,
    // An address that may not be a link stays readable.
    source.href ? undefined : source.address,
  ];
  return parts.filter((part) => part && part !== name).join(", ");
}

function dateText(date: DatedText, context: WordContext): string {
  return date.span ? formatDate(date.span, context.locale, "long") : date.written;
}

/** The bibliography, in order of its numbers. */
export function bibliographyNode({ timeline, locale, idPrefix }: WordContext): Node | undefined {
  return bibliography(timeline, locale, idPrefix);
}

const bibliography = memoBeside((timeline: Timeline, locale: Locale, idPrefix: string): Node | undefined => {
  const { sources } = timeline;
  if (sources.length === 0) return undefined;
  const context: WordContext = { timeline, locale, idPrefix };
  const items = sources.map((source) =>
    node(
      "li",
      String(source.number),
      { id: sourceId(context, source.number), value: source.number, dataSource: source.number },
      [...sourceNodes(source, context), citedByNode(source, context)],
    ),
  );
  return node("section", "sources", { className: "dl-sources-box", ariaLabelledby: `${context.idPrefix}-sources` }, [
    node("h3", "heading", { id: `${context.idPrefix}-sources` }, word(locale, "sourcesHeading")),
    node("ol", "list", { className: "dl-sources" }, items),
  ]);
});

/** Back to the events that cite it. */
function citedByNode(source: Source, context: WordContext): Node | undefined {
  const { citedBy } = source;
  if (citedBy.length === 0) return undefined;
  const words = counted(context.locale, context.locale.figure["cited"] as PluralForms, citedBy.length);
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

/** The twin of the figure: the same events, dates, certainty and sources as an ordered list. */
import { memoBeside } from "../base/memo.js";
import type { Timeline, TimelineEvent } from "../model/timeline.js";
import { entryId, listId } from "../scene/context.js";
import { dateInWords, word } from "../scene/names.js";
import { type Node, node } from "../scene/node.js";
import { counted, fill, type Locale } from "../time/locale.js";
import type { HtmlContext, WordContext } from "./context.js";
import { accountsText, factNodes, sourcesNode, writtenNode } from "./event.js";

export function listNode(context: HtmlContext): Node {
  const { timeline, locale, live, layout } = context;
  const all = timeline.events.length + timeline.unplaced.length;
  const count = counted(locale, locale.figure.events, all);
  const shown = context.shown ? fill(word(locale, "windowCount"), context.shown.size, count) : count;
  const open = !live || layout.orientation === "vertical";
  return node("details", "list", { className: "dl-list-box", id: listId(context), open }, [
    node("summary", "summary", {}, `${word(locale, "list")} (${shown})`),
    entries(timeline, locale, context.idPrefix, context.shown),
    unplacedNode(context),
  ]);
}

/** The same nodes for every view: a frame that pans past ten thousand events must not say each of them anew. */
const entries = /* @__PURE__ */ memoBeside(
  (timeline: Timeline, locale: Locale, idPrefix: string, shown: ReadonlySet<string> | undefined) =>
    node(
      "ol",
      "events",
      { className: "dl-list", role: "list" },
      timeline.events.map((event) => entryNode(event, { timeline, locale, idPrefix }, shown)),
    ),
);

/** Events without a date that could be drawn, with their text and sources. */
function unplacedNode(context: HtmlContext): Node | undefined {
  const { timeline, locale } = context;
  if (timeline.unplaced.length === 0) return undefined;
  return node("section", "unplaced", { className: "dl-unplaced", ariaLabelledby: `${context.idPrefix}-unplaced` }, [
    node(
      "h3",
      "heading",
      { id: `${context.idPrefix}-unplaced` },
      fill(word(locale, "notPlaced"), timeline.unplaced.length),
    ),
    node("p", "why", {}, word(locale, "notPlacedWhy")),
    node(
      "ul",
      "events",
      { className: "dl-list", role: "list" },
      timeline.unplaced.map((event) => entryNode(event, context, context.shown)),
    ),
  ]);
}

function entryNode(event: TimelineEvent, context: WordContext, shown: ReadonlySet<string> | undefined): Node {
  const lane = context.timeline.lanes[event.lane]?.title;
  const date = dateInWords(event, context.locale, "long");
  const about = [event.place, lane].filter(Boolean).join(", ");
  return node(
    "li",
    event.id,
    {
      id: entryId(context, event),
      dataEvent: event.id,
      dataStatus: event.status,
      lang: event.lang,
      hidden: shown && !shown.has(event.id),
    },
    [
      node("p", "dateline", { className: "dl-entry-dateline" }, [
        date !== "" && node("strong", "date", { className: "dl-entry-date" }, date),
        about !== "" && node("span", "about", { className: "dl-entry-about" }, about),
      ]),
      node("p", "title", { className: "dl-entry-title" }, event.title),
      ...factNodes(event, context, accountsNode(event, context)),
      event.span ? undefined : writtenOnly(event, context),
      event.span ? writtenNode(event, context) : undefined,
      sourcesNode(event, context),
    ],
  );
}

function writtenOnly(event: TimelineEvent, context: WordContext): Node | undefined {
  if (event.written.length === 0) return undefined;
  return node(
    "p",
    "written",
    { className: "dl-written" },
    fill(word(context.locale, "asWritten"), event.written.join(" – ")),
  );
}

function accountsNode(event: TimelineEvent, context: WordContext): Node | undefined {
  const text = accountsText(event, context.locale);
  return text === "" ? undefined : node("p", "accounts", { className: "dl-accounts-line" }, text);
}

/** The twin of the figure: the same events, dates, certainty and sources as an ordered list. */
import type { TimelineEvent } from "../model/timeline.js";
import { entryId, listId } from "../scene/context.js";
import { dateInWords, word } from "../scene/names.js";
import { type Node, node } from "../scene/node.js";
import { counted, fill } from "../time/locale.js";
import type { HtmlContext } from "./context.js";
import { accountsText, factNodes, sourcesNode, writtenNode } from "./event.js";

export function listNode(context: HtmlContext): Node {
  const { timeline, locale, live, layout } = context;
  const all = timeline.events.length + timeline.unplaced.length;
  const count = counted(locale, locale.figure.events, all);
  const shown = context.shown ? fill(word(locale, "windowCount"), context.shown.size, count) : count;
  const open = !live || layout.orientation === "vertical";
  return node("details", "list", { className: "dl-list-box", id: listId(context), open }, [
    node("summary", "summary", {}, `${word(locale, "list")} (${shown})`),
    node(
      "ol",
      "events",
      { className: "dl-list", role: "list" },
      timeline.events.map((event) => entryNode(event, context)),
    ),
    unplacedNode(context),
  ]);
}

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
      timeline.unplaced.map((event) => entryNode(event, context)),
    ),
  ]);
}

function entryNode(event: TimelineEvent, context: HtmlContext): Node {
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
      hidden: context.shown && !context.shown.has(event.id),
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

function writtenOnly(event: TimelineEvent, context: HtmlContext): Node | undefined {
  if (event.written.length === 0) return undefined;
  return node(
    "p",
    "written",
    { className: "dl-written" },
    fill(word(context.locale, "asWritten"), event.written.join(" – ")),
  );
}

function accountsNode(event: TimelineEvent, context: HtmlContext): Node | undefined {
  const text = accountsText(event, context.locale);
  return text === "" ? undefined : node("p", "accounts", { className: "dl-accounts-line" }, text);
}

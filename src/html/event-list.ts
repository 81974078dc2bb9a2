/** The twin of the figure: the same events, dates, certainty and sources as an ordered list. */
import { memoBeside } from "../base/memo.js";
import type { IdSet } from "../model/events/event-filter.js";
import { placeOfEvent, tableOf } from "../model/events/event-store.js";
import { lazyList } from "../model/events/lazy-list.js";
import type { PlacedEvent, Timeline, TimelineEvent } from "../model/timeline.js";
import { entryId, listId } from "../scene/context.js";
import { clusterName, dateInWords, word } from "../scene/names.js";
import { idIn, type Node, node } from "../scene/node.js";
import { fill, groupDigits, type Locale } from "../time/locale.js";
import { type Chaptered, chapterNodes, isLong, type Opened } from "./list-chapters.js";
import type { HtmlContext, WordContext } from "./context.js";
import { accountsText, factNodes, relationsNode, sourcesNode, writtenNode } from "./event-facts.js";

/** Key of the list's own box. */
export const LIST = "list";
const UNPLACED = "unplaced";

export function listNode(context: HtmlContext): Node {
  const { timeline, locale, live, layout, idPrefix, shown, chapters } = context;
  const all = timeline.events.length + timeline.unplaced.length;
  const count = groupDigits(all, locale);
  const said = shown ? fill(word(locale, "windowCount"), groupDigits(shown.size, locale), count) : count;
  const open = !live || layout.orientation === "vertical";
  // A long list that is closed is empty.
  const filled = open || !isLong(all, chapters) || chapters.has(LIST);
  return node("details", "list", { className: "dl-list-box", id: listId(context), open }, [
    node("summary", "summary", {}, `${word(locale, "list")} (${said})`),
    ...(filled ? contents(timeline, locale, idPrefix, shown, isLong(all, chapters) ? chapters : "all") : []),
  ]);
}

/** Where an event stands among those that a list shows, by the id of its entry; -1 if it is not there. */
export function placeOfEntry(
  id: string,
  { events }: Timeline,
  shown: IdSet | undefined,
  context: Pick<HtmlContext, "idPrefix">,
): number {
  if (!tableOf(events)) return listedEvents(events, shown).findIndex((event) => entryId(context, event) === id);
  const place = placeOfEvent(events, idIn(id, entryId(context, { id: "" })));
  return shown?.places ? shown.places.indexOf(place) : place;
}

/** The events that a list shows: a long one leaves out what the filter does, a short one hides it. */
export function listedEvents<Event extends TimelineEvent>(
  events: readonly Event[],
  shown: IdSet | undefined,
): readonly Event[] {
  if (!shown) return events;
  const { places } = shown;
  if (places && tableOf(events)) return lazyList(places.length, (at) => events[places[at] as number] as Event);
  return events.filter((event) => shown.has(event.id));
}

/** The same nodes for every view: a frame that pans past ten thousand events must not say each of them anew. */
const contents = /* @__PURE__ */ memoBeside(
  (
    timeline: Timeline,
    locale: Locale,
    idPrefix: string,
    shown: IdSet | undefined,
    chapters: Opened,
  ): (Node | undefined)[] => {
    const context = { timeline, locale, idPrefix };
    const whole = chapters === "all";
    const entries = entriesOf(timeline, locale, idPrefix);
    const made = (events: readonly TimelineEvent[], tag: "ol" | "ul", from: number, to: number): Node => {
      const items = events
        .slice(from, to)
        .map((event) => entries(event, whole ? shown?.has(event.id) === false : false));
      return node(tag, "events", { className: "dl-list", role: "list" }, items);
    };
    const placed = whole ? timeline.events : listedEvents(timeline.events, shown);
    const list: Chaptered = {
      name: LIST,
      count: placed.length,
      title: (from, to) => clusterName(to - from, placed[from] as PlacedEvent, placed[to - 1] as PlacedEvent, locale),
      list: (from, to) => made(placed, "ol", from, to),
    };
    const unplaced = whole ? timeline.unplaced : listedEvents(timeline.unplaced, shown);
    const rest: Chaptered = {
      name: UNPLACED,
      count: unplaced.length,
      title: (from, to) => fill(word(locale, "window"), from + 1, to),
      list: (from, to) => made(unplaced, "ul", from, to),
    };
    return [...chapterNodes(list, chapters), unplacedNode(context, chapterNodes(rest, chapters))];
  },
);

/** The entry of each event, made once for each that shows. */
const entriesOf = /* @__PURE__ */ memoBeside((timeline: Timeline, locale: Locale, idPrefix: string) => {
  const made = new Map<TimelineEvent, Node>();
  return (event: TimelineEvent, hidden: boolean): Node => {
    const known = made.get(event);
    if (known && Boolean(known.attributes.hidden) === hidden) return known;
    const entry = entryNode(event, { timeline, locale, idPrefix }, hidden);
    made.set(event, entry);
    return entry;
  };
});

/** Events without a date that could be drawn, with their text and sources. */
function unplacedNode({ timeline, locale, idPrefix }: WordContext, lists: readonly Node[]): Node | undefined {
  if (timeline.unplaced.length === 0) return undefined;
  return node("section", "unplaced", { className: "dl-unplaced", ariaLabelledby: `${idPrefix}-unplaced` }, [
    node("h3", "heading", { id: `${idPrefix}-unplaced` }, fill(word(locale, "notPlaced"), timeline.unplaced.length)),
    node("p", "why", {}, word(locale, "notPlacedWhy")),
    ...lists,
  ]);
}

function entryNode(event: TimelineEvent, context: WordContext, hidden: boolean): Node {
  const lane = context.timeline.lanes[event.lane]?.title;
  const date = dateInWords(event, context.locale);
  const about = [event.place, lane].filter(Boolean).join(", ");
  return node(
    "li",
    event.id,
    {
      id: entryId(context, event),
      dataEvent: event.id,
      dataStatus: event.status,
      lang: event.lang,
      hidden,
    },
    [
      node("p", "dateline", { className: "dl-entry-dateline" }, [
        date !== "" && node("strong", "date", { className: "dl-entry-date" }, date),
        about !== "" && node("span", "about", { className: "dl-entry-about" }, about),
      ]),
      node("p", "title", { className: "dl-entry-title" }, event.title),
      ...factNodes(event, context, accountsLine(event, context)),
      relationsNode(event, context),
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

function accountsLine(event: TimelineEvent, context: WordContext): Node | undefined {
  const text = accountsText(event, context.locale);
  return text === "" ? undefined : node("p", "accounts", { className: "dl-accounts-line" }, text);
}

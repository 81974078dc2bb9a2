/** The event list: an ordered list with the events, dates, certainty and sources of the figure. */
import { memoByKey } from "../base/memo.js";
import type { FilteredEvents } from "../model/events/filter-events.js";
import type { PlacedEvent, Timeline, TimelineEvent } from "../model/timeline.js";
import { entryId, listId } from "../scene/context.js";
import { dateInWords, word } from "../scene/accessible-names.js";
import { coverageInWords } from "../scene/legend/coverage-words.js";
import { timeSince } from "../scene/labels/duration-words.js";
import { unprefixedId, type Node, node } from "../scene/node.js";
import { fill, groupDigits, type Locale } from "../time/locale.js";
import { calendarChapters } from "./calendar-chapters.js";
import { type ChapteredList, chapterNodes, isLong, OPEN_ENTRIES_MAX, type OpenedChapters } from "./list-chapters.js";
import { isBent, type HtmlContext, type WordContext } from "./context.js";
import { deckParts, hasShortDeck } from "./deck.js";
import { furtherMediaNodes, imageNode } from "./media.js";
import { claimsText, factNodes, relationsNode, sourcesNode, writtenNode } from "./event-facts.js";

/** Names of the lists in the keys of their chapters. */
export const LIST_NAME = "list";
const UNPLACED_NAME = "unplaced";

/** @param coverage whether the list begins with a sentence about the sources */
export function listNode(context: HtmlContext, coverage: boolean): Node {
  const { timeline, locale, idPrefix, shown, chapters } = context;
  const all = timeline.events.length + timeline.unplaced.length;
  const count = groupDigits(all, locale);
  const said = shown ? fill(word(locale, "windowCount"), groupDigits(shown.size, locale), count) : count;
  const open = all <= OPEN_ENTRIES_MAX;
  const { rest } = deckParts(timeline.description ?? "", hasShortDeck(context));
  // A long list that is closed has no content.
  const filled = open || !isLong(all, chapters) || chapters.has(LIST_NAME);
  return node("details", "list", { className: "dl-list-box", id: listId(context), open }, [
    node("summary", "summary", {}, `${word(locale, "list")} (${said})`),
    rest !== "" && filled && node("p", "deck", { className: "dl-deck" }, rest),
    coverage && filled && cachedCoverage(timeline, locale),
    ...(filled
      ? cachedContents(timeline, locale, idPrefix, shown, isLong(all, chapters) ? chapters : "all", isBent(context))
      : []),
  ]);
}

/**
 * Index of an event by the element id of its entry; -1 if no event has it.
 *
 * @param timeline timeline of the events in the list
 */
export function indexOfEntry(id: string, { events, store }: Timeline, context: Pick<HtmlContext, "idPrefix">): number {
  const at = store.indexOf(unprefixedId(id, entryId(context, { id: "" })));
  const event = events[at];
  return event && entryId(context, event) === id ? at : -1;
}

/** The sentence about the sources, cached: it counts all events. */
const cachedCoverage = /* @__PURE__ */ memoByKey((timeline: Timeline, locale: Locale): Node | undefined => {
  const text = coverageInWords(timeline, locale, false);
  return text === "" ? undefined : node("p", "coverage", { className: "dl-coverage" }, text);
});

/** Contents of the list, cached: they do not depend on the view. */
const cachedContents = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    locale: Locale,
    idPrefix: string,
    shown: FilteredEvents | undefined,
    chapters: OpenedChapters,
    saysDistances: boolean,
  ): (Node | undefined)[] => {
    const context = { timeline, locale, idPrefix };
    const whole = chapters === "all";
    const entries = entriesOf(timeline, locale, idPrefix);
    const listed = shown?.timeline ?? timeline;
    const since = (event: TimelineEvent): string => {
      const at = saysDistances ? listed.store.indexOf(event.id) : 0;
      return at > 0 ? timeSince(listed.events[at - 1], listed.events[at] as PlacedEvent, locale) : "";
    };
    const made = (events: readonly TimelineEvent[], tag: "ol" | "ul", from: number, to: number): Node => {
      const items = events
        .slice(from, to)
        .map((event) => entries(event, whole ? shown?.has(event.id) === false : false, since(event)));
      return node(tag, "events", { className: "dl-list", role: "list" }, items);
    };
    // A long list contains only the events that the filter leaves; a short one hides the others.
    const { events: placed, unplaced } = whole || !shown ? timeline : shown.timeline;
    const list: ChapteredList = {
      name: LIST_NAME,
      count: placed.length,
      ...calendarChapters({ events: placed }, locale),
      list: (from, to) => made(placed, "ol", from, to),
    };
    const rest: ChapteredList = {
      name: UNPLACED_NAME,
      count: unplaced.length,
      title: (from, to) => fill(word(locale, "window"), from + 1, to),
      list: (from, to) => made(unplaced, "ul", from, to),
    };
    return [...chapterNodes(list, chapters), unplacedNode(context, chapterNodes(rest, chapters))];
  },
);

/** Entries of events, cached per timeline and created on demand. */
const entriesOf = /* @__PURE__ */ memoByKey((timeline: Timeline, locale: Locale, idPrefix: string) => {
  const made = new Map<TimelineEvent, { readonly entry: Node; readonly since: string }>();
  return (event: TimelineEvent, hidden: boolean, since: string): Node => {
    const known = made.get(event);
    if (known?.since === since && Boolean(known.entry.attributes.hidden) === hidden) return known.entry;
    const entry = entryNode(event, { timeline, locale, idPrefix }, hidden, since);
    made.set(event, { entry, since });
    return entry;
  };
});

/** The list of unplaced events: those without a date that can be drawn. */
function unplacedNode({ timeline, locale, idPrefix }: WordContext, lists: readonly Node[]): Node | undefined {
  if (timeline.unplaced.length === 0) return undefined;
  return node("section", "unplaced", { className: "dl-unplaced", ariaLabelledby: `${idPrefix}-unplaced` }, [
    node("h3", "heading", { id: `${idPrefix}-unplaced` }, fill(word(locale, "notPlaced"), timeline.unplaced.length)),
    node("p", "why", {}, word(locale, "notPlacedWhy")),
    ...lists,
  ]);
}

/** @param since the time since the entry before, on a bent axis */
function entryNode(event: TimelineEvent, context: WordContext, hidden: boolean, since: string): Node {
  const lane = context.timeline.lanes[event.lane]?.title;
  const date = dateInWords(event, context.locale);
  const about = [since, event.place, lane].filter(Boolean).join(", ");
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
      ...factNodes(event, context, claimsLine(event, context)),
      imageNode(event, context),
      ...furtherMediaNodes(event, context),
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

function claimsLine(event: TimelineEvent, context: WordContext): Node | undefined {
  const text = claimsText(event, context.locale);
  return text === "" ? undefined : node("p", "accounts", { className: "dl-accounts-line" }, text);
}

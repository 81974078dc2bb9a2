/**
 * The details: all about the selected event, in a sheet at the lower edge of the window. The sheet is not modal: it traps no
 * focus and locks no scrolling.
 */
import { memoByKey } from "../base/memo.js";
import type { FilteredEvents } from "../model/events/filter-events.js";
import { publisherCount } from "../model/sources/publishers.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import { entryId } from "../scene/context.js";
import { clusterName, dateInWords, labelled, listed, word } from "../scene/accessible-names.js";
import { timeSince } from "../scene/labels/duration-words.js";
import { type Node, node } from "../scene/node.js";
import { laneClass, type Theme } from "../scene/theme.js";
import { counted, fill, type Locale } from "../time/locale.js";
import { claimsNode } from "./claims.js";
import { buttonsNode, glyphSvg, placeNodes, positionNode } from "./details-head.js";
import { detailedEvent, isBent, type HtmlContext, type PanelContext } from "./context.js";
import { datelineText, factNodes, relationsNode, sourcesNode, writtenNode } from "./event-facts.js";
import { furtherMediaNodes, imageNode } from "./media.js";
import { positionAmong } from "./event-position.js";

export function detailsId(context: Pick<HtmlContext, "idPrefix">): string {
  return `${context.idPrefix}-details`;
}

/** Most events of a cluster that are listed; the event list has the others. */
const GROUP_EVENTS_MAX = 1000;
/** Events that show at once; the others are in pages that the reader opens. */
const PAGE_EVENTS = 50;

/** @param custom whether to leave a slot for the page's own content */
export function detailsNode(context: HtmlContext, custom: boolean): Node {
  const { timeline, shown, locale, theme, idPrefix, live, group } = context;
  return cachedDetails(
    timeline,
    shown,
    locale,
    theme,
    idPrefix,
    live,
    detailedEvent(context),
    group,
    custom,
    isBent(context),
  );
}

/** The sheet, cached: it does not depend on the view. */
const cachedDetails = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    shown: FilteredEvents | undefined,
    locale: Locale,
    theme: Theme,
    idPrefix: string,
    live: boolean,
    selected: string | null,
    group: HtmlContext["group"],
    custom: boolean,
    saysDistances: boolean,
  ): Node => {
    const context: PanelContext = { timeline, shown, locale, theme, idPrefix, live };
    const event = selected === null ? undefined : timeline.events[timeline.store.indexOf(selected)];
    const title = event?.title ?? (group && groupTitle(group, locale));
    return node(
      "section",
      "details",
      {
        className: "dl-details",
        id: detailsId(context),
        role: "region",
        hidden: title === undefined,
        ariaLabel: title === undefined ? undefined : labelled(word(locale, "details"), title, locale),
      },
      event ? eventParts(event, context, custom, saysDistances) : group ? groupParts(group, context) : [],
    );
  },
);

function groupTitle(group: readonly PlacedEvent[], locale: Locale): string {
  const [first, last] = [group[0], group.at(-1)];
  return first && last ? clusterName(group.length, first, last, locale) : "";
}

/** The list of a cluster's events that happen at one moment, each with a link to its details. */
function groupParts(group: readonly PlacedEvent[], context: PanelContext): Node[] {
  const { locale } = context;
  const listed = group.slice(0, GROUP_EVENTS_MAX);
  const dates = listed.map((event) => dateInWords(event, locale));
  // The heading has the one date of all events.
  const differ = dates.some((date) => date !== dates[0]);
  const items = listed.map((event, i) =>
    node("li", event.id, {}, [
      node("a", "open", { href: `#${entryId(context, event)}`, dataEvent: event.id, lang: event.lang }, event.title),
      differ && node("span", "date", { className: "dl-written" }, ` ${dates[i]}`),
    ]),
  );
  const more = group.length - items.length;
  return [
    node("div", "head", { className: "dl-details-head" }, [buttonsNode(undefined, context)]),
    node("div", "body", { className: "dl-details-body" }, [
      node("div", "text", { className: "dl-details-text dl-group" }, [
        node("h3", "title", { tabindex: -1 }, groupTitle(group, locale)),
        pageNode(items, 0),
        ...Array.from({ length: Math.ceil(items.length / PAGE_EVENTS) - 1 }, (_, page) => {
          const from = (page + 1) * PAGE_EVENTS;
          const to = Math.min(items.length, from + PAGE_EVENTS);
          return node("details", `page-${page}`, { className: "dl-page" }, [
            node("summary", "summary", {}, fill(word(locale, "window"), from + 1, to)),
            pageNode(items, from),
          ]);
        }),
        more > 0 && node("p", "more", { className: "dl-written" }, counted(locale, locale.figure.moreListed, more)),
      ]),
    ]),
  ];
}

function pageNode(items: readonly Node[], from: number): Node {
  return node("ul", "events", { className: "dl-relations", role: "list" }, items.slice(from, from + PAGE_EVENTS));
}

/** The notch in the rule over the sheet, which points to the event; the browser script places it. */
function notchNode(): Node {
  const shape = { d: "M0 9 9 1l9 8", fill: "none", stroke: "currentColor", strokeWidth: 2 };
  return node(
    "svg",
    "notch",
    { className: "dl-glyph dl-notch", width: 18, height: 11, viewBox: "0 0 18 11", ariaHidden: true },
    [node("path", "ground", { className: "dl-hollow", d: "M-1 11 9 1l10 10" }), node("path", "edge", shape)],
  );
}

/**
 * The content of the sheet, in tab order: the buttons (one tab stop) precede the heading that takes the focus; the sources and
 * the related events follow it.
 */
function eventParts(
  event: PlacedEvent,
  context: PanelContext,
  custom: boolean,
  saysDistances: boolean,
): (Node | undefined)[] {
  const { locale, timeline } = context;
  const lane = timeline.lanes[event.lane];
  const place = positionAmong(event, context);
  const laneName = lane?.title;
  const since = saysDistances ? timeSince(place.before, event, locale) : "";
  return [
    notchNode(),
    node("div", "head", { className: "dl-details-head" }, [
      node("div", "where", { className: "dl-details-where" }, [
        node(
          "div",
          "place",
          { className: `dl-details-lane ${lane ? laneClass(lane.color) : ""}`.trim() },
          placeNodes(event, context),
        ),
        positionNode(place, locale),
      ]),
      buttonsNode(place, context),
    ]),
    node("div", "body", { className: "dl-details-body" }, [
      node("div", "text", { className: "dl-details-text" }, [
        // The stylesheet moves the date above the title; screen readers continue from the heading, so it comes after.
        node("h3", "title", { tabindex: -1, lang: event.lang }, event.title),
        node("p", "dateline", { className: `dl-details-dateline ${lane ? laneClass(lane.color) : ""}`.trim() }, [
          glyphSvg(event, context),
          node("span", "date", {}, listed(datelineText(event, context), since, locale)),
          laneName !== undefined && node("span", "lane", { className: "dl-details-lane-name" }, laneName),
        ]),
        ...factNodes(event, context, undefined),
        writtenNode(event, context),
        ...furtherMediaNodes(event, context),
        custom && node("div", `custom-${event.id}`, { className: "dl-details-custom", dataSlot: "details" }),
      ]),
      // The stylesheet moves it before the text.
      imageNode(event, context),
      claimsNode(event, context),
      node("div", "sources", { className: "dl-details-sources" }, [
        event.sources.length > 0 && node("p", "count", { className: "dl-details-count" }, sourceCount(event, context)),
        sourcesNode(event, context, context.live),
        relationsNode(event, context),
      ]),
    ]),
  ];
}

/** Number of sources and publishers, "4 sources from 3 publishers". */
function sourceCount(event: PlacedEvent, { locale }: PanelContext): string {
  const sources = counted(locale, locale.figure.sources, event.sources.length);
  const publishers = publisherCount(event);
  if (event.sources.length < 2 || publishers === 0) return sources;
  const voices = counted(locale, locale.figure.publishers, publishers);
  return fill(word(locale, "sourcesFrom"), sources, voices);
}

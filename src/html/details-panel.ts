/** The details panel: all about the selected event, below the figure. It is not modal. */
import { memoByKey } from "../base/memo.js";
import type { MarkBox } from "../layout/marks/lane-layout.js";
import { publisherCount } from "../model/sources/publishers.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import { entryId, eventColor } from "../scene/context.js";
import { glyphNodes } from "../scene/marks/glyph.js";
import { clusterName, dateInWords, word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { laneClass, type Theme } from "../scene/theme.js";
import { counted, fill, type Locale } from "../time/locale.js";
import { certain, momentSpan } from "../time/span.js";
import { claimsNode } from "./claims.js";
import { buttonNode } from "./button.js";
import { detailedEvent, type HtmlContext, type PanelContext } from "./context.js";
import { datelineText, factNodes, relationsNode, sourcesNode, writtenNode } from "./event-facts.js";

export function detailsId(context: Pick<HtmlContext, "idPrefix">): string {
  return `${context.idPrefix}-details`;
}

/** Most events of a cluster that are listed; the event list has the others. */
const GROUP_EVENTS_MAX = 200;

/** @param custom whether to leave a slot for the page's own content */
export function detailsNode(context: HtmlContext, custom: boolean): Node {
  const { timeline, locale, theme, idPrefix, live, group } = context;
  return cachedDetails(timeline, locale, theme, idPrefix, live, detailedEvent(context), group, custom);
}

/** The panel, cached: it does not depend on the view. */
const cachedDetails = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    locale: Locale,
    theme: Theme,
    idPrefix: string,
    live: boolean,
    selected: string | null,
    group: HtmlContext["group"],
    custom: boolean,
  ): Node => {
    const context: PanelContext = { timeline, locale, theme, idPrefix, live };
    const at = selected === null ? -1 : timeline.store.indexOf(selected);
    const event = timeline.events[at];
    const heading = `${idPrefix}-details-title`;
    return node(
      "section",
      "details",
      {
        className: "dl-details",
        id: detailsId(context),
        hidden: !event && !group,
        ariaLabelledby: event || group ? heading : undefined,
      },
      event ? panel(event, at, heading, context, custom) : group ? groupPanel(group, heading, context) : [],
    );
  },
);

/** The list of a cluster's events that happen at one moment, each with a link to its details. */
function groupPanel(group: readonly PlacedEvent[], heading: string, context: PanelContext): Node[] {
  const { locale } = context;
  const [first, last] = [group[0], group.at(-1)];
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
    node("div", "buttons", { className: "dl-details-buttons" }, [buttonNode("close", word(locale, "close"))]),
    node("div", "text", { className: "dl-details-text dl-group" }, [
      node(
        "h3",
        "title",
        { id: heading, tabindex: -1 },
        first && last ? clusterName(group.length, first, last, locale) : "",
      ),
      node("ul", "events", { className: "dl-relations", role: "list" }, items),
      more > 0 && node("p", "more", { className: "dl-written" }, counted(locale, locale.figure.more, more)),
    ]),
  ];
}

/**
 * The content of the panel, in tab order: the buttons (one tab stop) precede the heading that takes the focus; the sources and
 * the related events follow it.
 */
function panel(event: PlacedEvent, at: number, heading: string, context: PanelContext, custom: boolean): Node[] {
  const { timeline, locale } = context;
  const lane = timeline.lanes[event.lane];
  return [
    buttons(at, timeline.events.length, context),
    node("div", "place", { className: `dl-details-lane ${lane ? laneClass(lane.color) : ""}`.trim() }, [
      glyphSvg(event, context),
      lane?.title !== undefined && node("span", "lane", { className: "dl-details-lane-name" }, lane.title),
      node(
        "span",
        "position",
        { className: "dl-details-position" },
        fill(word(locale, "position"), at + 1, timeline.events.length),
      ),
    ]),
    node("div", "text", { className: "dl-details-text" }, [
      // The stylesheet moves the date above the title; screen readers continue from the heading, so it comes after.
      node("h3", "title", { id: heading, tabindex: -1, lang: event.lang }, event.title),
      node("p", "dateline", { className: "dl-details-dateline" }, datelineText(event, context)),
      ...factNodes(event, context, claimsNode(event, context)),
      writtenNode(event, context),
      custom && node("div", `custom-${event.id}`, { className: "dl-details-custom", dataSlot: "details" }),
    ]),
    node("div", "sources", { className: "dl-details-sources" }, [
      event.sources.length > 0 && node("p", "count", { className: "dl-details-count" }, sourceCount(event, context)),
      sourcesNode(event, context),
      relationsNode(event, context),
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

function buttons(at: number, count: number, context: PanelContext): Node {
  const { locale, live } = context;
  return node("div", "buttons", { className: "dl-details-buttons", hidden: !live }, [
    buttonNode("previous", word(locale, "previous"), { ariaDisabled: at === 0 }),
    buttonNode("next", word(locale, "next"), { ariaDisabled: at === count - 1 }),
    buttonNode("close", word(locale, "close")),
  ]);
}

/** The event's mark as a dot in its status, beside the name of its lane. */
function glyphSvg(event: PlacedEvent, context: PanelContext): Node {
  const mark: Pick<MarkBox, "t0" | "t1" | "height" | "claims" | "members" | "core"> = {
    t0: 3,
    t1: 13,
    height: 10,
    claims: [],
    members: [],
    core: undefined,
  };
  const dot = momentSpan(certain(0, 1, "day"));
  const glyph = { ...mark, base: 8, span: dot, status: event.status, vertical: false };
  const paint = { color: eventColor(context, event), surface: context.theme.surface };
  return node(
    "svg",
    "glyph",
    { className: "dl-glyph", width: 16, height: 16, viewBox: "0 0 16 16", ariaHidden: true },
    glyphNodes(glyph, paint),
  );
}

/** The story above the picture: a card for each step. A script shows one at a time; without one they are a list to read. */
import { memoByKey } from "../base/memo.js";
import type { PlacedEvent, Source, Timeline } from "../model/timeline.js";
import type { StoryStep } from "../options.js";
import { dateInWords, opensNewTab, sourceName, word } from "../scene/accessible-names.js";
import { sourceId } from "../scene/context.js";
import { type Node, node } from "../scene/node.js";
import { laneClass } from "../scene/theme.js";
import { fill, type Locale } from "../time/locale.js";
import { externalLink } from "./bibliography.js";
import { iconButton } from "./button.js";
import type { HtmlContext, HtmlState } from "./context.js";
import { imageNode } from "./media.js";
import { stripNode } from "./story/strip.js";

/** Of so many steps all cards are made, so that the highest one gives the room for all; of more, the present card. */
const CARDS_MAX = 200;
/** Most steps that have a dash each, and the width of a dash with its gap, in px; more steps have a bar. */
const DASHES_MAX = 8;
const DASH_PITCH = 18;
const DASH_LENGTH = 12;
const DASH_HEIGHT = 3;
const DASH_OPACITY = 0.24;
const BAR_WIDTH = 126;
/** Most source numbers beside a date. */
const NUMBERS_MAX = 4;

export function storyNode(context: HtmlContext): Node | undefined {
  const { timeline, steps, step, live, locale, idPrefix, layout, theme, measure, scale } = context;
  if (steps.length === 0) return undefined;
  // The strip runs across the page; in a figure that runs down the page the language mirrors only what stands beside time.
  const mirrored = layout.orientation !== "vertical" && context.mirrored;
  const strip =
    live &&
    timeline.events.length > 0 &&
    stripNode(timeline, { steps, step, locale, theme, measure, scale, mirrored, width: layout.width });
  return node(
    "section",
    "story",
    { className: "dl-story", ariaLabel: word(locale, "story"), dataLive: live || undefined },
    [strip, ...cachedCards(timeline, steps, step, live, locale, idPrefix)],
  );
}

/** The current step after the steps have changed, at most the last one; the narrated event stays if the step still has it. */
export function clampStep(
  steps: readonly StoryStep[],
  { step: before, narrated }: Pick<HtmlState, "step" | "narrated">,
): Pick<HtmlState, "step" | "narrated"> {
  const step = Math.max(0, Math.min(before, steps.length - 1));
  return { step, narrated: narrated === steps[step]?.event ? narrated : undefined };
}

type StoryContext = Pick<HtmlContext, "timeline" | "steps" | "step" | "live" | "locale" | "idPrefix">;

/** Cards and buttons, cached: they do not depend on the view. */
const cachedCards = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    steps: readonly StoryStep[],
    step: number,
    live: boolean,
    locale: Locale,
    idPrefix: string,
  ): readonly Node[] => {
    const context = { timeline, steps, step, live, locale, idPrefix };
    // A list of one card at a time would count wrong: the position stands beside the buttons.
    const isLong = live && steps.length > CARDS_MAX;
    const cards = steps.flatMap((one, i) => (isLong && i !== step ? [] : cardNode(one, i, context)));
    return [
      node(
        "ol",
        "steps",
        { className: isLong ? "dl-cards dl-cards-long" : "dl-cards", role: live ? "presentation" : "list" },
        cards,
      ),
      footNode(context),
    ];
  },
);

function cardNode(one: StoryStep, i: number, context: StoryContext): Node {
  const { timeline, locale, live, step } = context;
  const event = one.event === undefined ? undefined : timeline.events[timeline.store.indexOf(one.event)];
  const title = one.title ?? event?.title;
  const text = one.text ?? event?.description;
  const lane = event && timeline.lanes[event.lane];
  const className = lane ? laneClass(lane.color) : undefined;
  return node("li", String(i), { className, role: live ? "presentation" : undefined, hidden: live && i !== step }, [
    event && imageNode(event, { locale }),
    node("div", "text", { className: "dl-card-text" }, [
      event &&
        node("p", "date", { className: "dl-card-date" }, [
          node("span", "date", { className: "dl-card-when" }, dateInWords(event, locale, "long")),
          ...numberNodes(event, context),
          lane?.title !== undefined && node("span", "lane", { className: "dl-card-lane" }, lane.title),
        ]),
      title !== undefined && node("h3", "title", { tabindex: -1, lang: event?.lang }, title),
      text !== undefined && node("p", "text", { className: "dl-card-words", lang: event?.lang }, text),
    ]),
  ]);
}

/** The numbers of the first sources, each a link to its source. */
function numberNodes({ sources }: PlacedEvent, context: StoryContext): Node[] {
  return sources.slice(0, NUMBERS_MAX).map((source) =>
    node(
      "a",
      `source-${source.number}`,
      {
        className: "dl-card-source",
        dataSource: source.number,
        ...(source.href ? externalLink(source.href) : { href: `#${sourceId(context, source.number)}` }),
        ariaLabel: numberName(source, context.locale),
      },
      String(source.number),
    ),
  );
}

function numberName(source: Source, locale: Locale): string {
  const name = fill(word(locale, "sourceNumber"), source.number, sourceName(source));
  return source.href ? opensNewTab(name, locale) : name;
}

function footNode({ steps, step, live, locale, idPrefix }: StoryContext): Node {
  const position = fill(word(locale, "position"), step + 1, steps.length);
  return node("div", "buttons", { className: "dl-story-buttons", hidden: !live }, [
    progressNode(step, steps.length),
    node("span", "position", { className: "dl-details-position", id: `${idPrefix}-step` }, position),
    iconButton("step-back", "earlier", word(locale, "previous"), { ariaDisabled: step <= 0 }),
    iconButton("step-on", "later", word(locale, "next"), { ariaDisabled: step >= steps.length - 1 }),
  ]);
}

/** A dash for each step, that of the present one in full ink; of many steps one bar. */
function progressNode(step: number, count: number): Node {
  const isBar = count > DASHES_MAX;
  const width = isBar ? BAR_WIDTH : count * DASH_PITCH;
  const dash = (key: string, x: number, length: number, isFull: boolean): Node =>
    node("rect", key, {
      ...{ x, y: 0, width: length, height: DASH_HEIGHT, fill: "currentColor" },
      fillOpacity: isFull ? undefined : DASH_OPACITY,
    });
  return node(
    "svg",
    "progress",
    {
      className: "dl-story-progress",
      width,
      height: DASH_HEIGHT,
      viewBox: `0 0 ${width} ${DASH_HEIGHT}`,
      ariaHidden: true,
    },
    isBar
      ? [dash("all", 0, width, false), dash("done", 0, (width * (step + 1)) / count, true)]
      : Array.from({ length: count }, (_, i) => dash(String(i), i * DASH_PITCH, DASH_LENGTH, i === step)),
  );
}

/** Entry of the HTML: the figure with heading, toolbar, picture, details, legend, list, bibliography and JSON island. */
import { memoByKey } from "../base/memo.js";
import { GUTTER_FROM } from "../layout/metrics.js";
import type { FigureLayout } from "../layout/types.js";
import { isRtlLanguage } from "../model/document/detect-language.js";
import type { Timeline } from "../model/timeline.js";
import { stickyAxisNode, stickyTrueScaleNode } from "../scene/axis/sticky-axis.js";
import { listId, type SceneContext } from "../scene/context.js";
import { summary, word } from "../scene/accessible-names.js";
import { wholePx } from "../scene/figure.js";
import { type Node, node } from "../scene/node.js";
import { counted, type Locale } from "../time/locale.js";
import { emptyCardNode } from "./source-card.js";
import type { HtmlContext } from "./context.js";
import { deckParts, hasShortDeck } from "./deck.js";
import { detailsNode } from "./details-panel.js";
import { findNode } from "./find-panel.js";
import { helpNode } from "./help-dialog.js";
import { legendNodes, scaleSwitch } from "./legend.js";
import { listNode } from "./event-list.js";
import { bibliographyNode } from "./bibliography.js";
import { storyNode } from "./story-panel.js";
import { menuNode } from "./more-menu.js";
import { isPhone } from "./phone.js";
import { toolbarNode } from "./toolbar.js";

/** Root font size that sizes are given for, in px. */
const ROOT_FONT_SIZE = 16;

export interface HtmlFigureOptions {
  readonly theme: "auto" | "light" | "dark" | "custom";
  readonly toolbar: boolean;
  /** Formats of the download menu; no menu without formats. */
  readonly downloads: readonly string[];
  /** Whether the list begins with a sentence about the sources. */
  readonly coverage: boolean;
  /** The timeline as JSON-LD in the vocabulary of schema.org. */
  readonly jsonLd: string | undefined;
  /** Whether details have a slot for the page's own content. */
  readonly custom: boolean;
  /** JSON of document and options, for hydration. */
  readonly island: string | undefined;
  /** The picture for a narrow container, beside the wide one. */
  readonly narrow?: Node | undefined;
}

/**
 * The axis that stays in view above tall lanes, or the bar of true scale above a column. A figure that was written for another width scrolls sideways where it has no
 * script, and the axis would not: it comes with the script.
 */
export function stickyAxis(context: SceneContext & Pick<HtmlContext, "layout" | "live">): Node | undefined {
  const { layout, live } = context;
  const svg = live ? stickyPart(layout, context) : undefined;
  return svg && node("div", "sticky-axis", { className: "dl-sticky-axis", ariaHidden: true }, [svg]);
}

function stickyPart(layout: FigureLayout, context: SceneContext): Node | undefined {
  if (layout.orientation === "horizontal") return stickyAxisNode(layout, context);
  return layout.orientation === "vertical" ? stickyTrueScaleNode(layout, context) : undefined;
}

export function htmlFigure(svg: Node, context: HtmlContext, options: HtmlFigureOptions): Node {
  const { timeline, locale, idPrefix, layout, view, theme } = context;
  const isCustom = options.theme === "custom";
  const { earlier, later } = view.canMove;
  const headingId = `${idPrefix}-heading`;
  return node(
    "figure",
    "datelines",
    {
      className: "datelines",
      id: idPrefix,
      lang: timeline.lang ?? locale.code,
      dir: locale.dir === "rtl" || isRtlLanguage(timeline.lang) ? "rtl" : undefined,
      dataTheme: options.theme,
      dataInk: isCustom ? theme.ink : undefined,
      dataSurface: isCustom ? theme.surface : undefined,
      dataOrientation: layout.orientation,
      // A stylesheet cannot query the width of the figure, only that of the page.
      dataNarrow: layout.width < GUTTER_FROM || undefined,
      dataTwin: options.narrow !== undefined || undefined,
      dataPhone: isPhone(context) || undefined,
      dataZoomed: earlier || later || undefined,
      ariaLabelledby: headingId,
    },
    [
      captionNode(timeline, locale, headingId, options.toolbar, hasShortDeck(context)),
      // Without a script the list is always open; with a script the link's action opens it first.
      node(
        "a",
        "skip",
        { className: "dl-skip", href: `#${listId(context)}`, dataAction: "list" },
        word(locale, "skip"),
      ),
      options.toolbar && toolbarNode(context),
      options.toolbar && findNode(context),
      storyNode(context),
      node("div", "picture", { className: "dl-picture" }, [
        stickyAxis(context),
        node("div", "view", { className: "dl-view" }, [svg]),
      ]),
      node("p", "hint", { className: "dl-hint", ariaHidden: true, hidden: true }, word(locale, "wheelHint")),
      node("div", "tip", {
        className: "dl-tip",
        id: `${idPrefix}-tip`,
        role: "tooltip",
        hidden: true,
        dataSlot: "tip",
      }),
      node("p", "status", { className: "dl-status dl-hidden", role: "status", dataSlot: "status" }),
      ...legendNodes(context),
      options.narrow,
      options.toolbar && scaleSwitch(context),
      spareNode(layout),
      // After the picture, so that it comes next by Tab and rests below the axis; the stylesheet keeps it in the window.
      detailsNode(context, options.custom),
      node("a", "skip-end", { className: "dl-skip", href: `#${idPrefix}-end` }, word(locale, "skipEnd")),
      listNode(context, options.coverage),
      bibliographyNode(context),
      emptyCardNode(),
      options.toolbar && menuNode(context, options.downloads),
      options.jsonLd !== undefined &&
        node("script", "json-ld", { type: "application/ld+json", className: "dl-json-ld" }, options.jsonLd),
      node("p", "end", { className: "dl-hidden", id: `${idPrefix}-end`, tabindex: -1 }, word(locale, "end")),
      helpNode(context),
      options.island !== undefined &&
        node("script", "data", { type: "application/json", className: "dl-data" }, options.island),
    ],
  );
}

/** The caption, cached: it counts all events and does not depend on the view. */
const captionNode = /* @__PURE__ */ memoByKey(
  (timeline: Timeline, locale: Locale, headingId: string, toolbar: boolean, phone: boolean) => {
    const { title, description } = timeline;
    // The toolbar stands at the end of the first line.
    const className = toolbar && timeline.events.length > 0 ? "dl-caption dl-caption-beside" : "dl-caption";
    return node("figcaption", "caption", { className }, [
      node(
        "h2",
        "title",
        { id: headingId, className: title === undefined ? "dl-hidden" : "dl-heading" },
        title ?? word(locale, "timeline"),
      ),
      description !== undefined && node("p", "deck", { className: "dl-deck" }, deckParts(description, phone).deck),
      node(
        "p",
        "summary",
        { className: description === undefined ? "dl-deck" : "dl-hidden" },
        timeline.events.length === 0 && timeline.unplaced.length > 0
          ? counted(locale, locale.figure.notPlacedSee, timeline.unplaced.length)
          : summary(timeline, locale),
      ),
    ]);
  },
);

/** Space that a zoomed picture leaves of its height when everything is in view: what follows on the page stays in place. */
function spareNode(layout: FigureLayout): Node | undefined {
  if (layout.orientation !== "horizontal" || layout.spare <= 0) return undefined;
  // The picture's own height is rounded up.
  const height = layout.spare + layout.height - wholePx(layout.height);
  return node(
    "svg",
    "spare",
    { className: "dl-spare", width: 0, height: `${height / ROOT_FONT_SIZE}rem`, ariaHidden: true },
    [],
  );
}

/** Legend and note below the figure, as HTML text that wraps. */
import { memoByKey } from "../base/memo.js";
import type { Timeline } from "../model/timeline.js";
import { legendEntries } from "../scene/legend/legend.js";
import { noteText } from "../scene/legend/legend-note.js";
import { word } from "../scene/accessible-names.js";
import { type LegendContents, legendContents } from "../scene/legend/legend-contents.js";
import type { Theme } from "../scene/theme.js";
import { type Node, node } from "../scene/node.js";
import type { Locale } from "../time/locale.js";
import { buttonNode } from "./button.js";
import { isBent, type HtmlContext } from "./context.js";

/** Height of a glyph in the legend, in px. */
const LEGEND_GLYPH_HEIGHT = 24;

/** Legend and note; either is `undefined` when it has no content. */
export function legendNodes({
  timeline,
  layout,
  locale,
  theme,
  markSize,
  explained,
  mirrored,
}: HtmlContext): readonly (Node | undefined)[] {
  const timeRunsLeft = mirrored && layout.orientation !== "vertical";
  const { scaleType, bent, folds, clusters, forms, wideDates, sourceNumbers } = legendContents(
    layout,
    markSize,
    explained,
  );
  return cachedNodes(
    timeline,
    locale,
    theme,
    scaleType,
    bent,
    folds,
    markSize,
    clusters,
    forms,
    wideDates,
    sourceNumbers,
    timeRunsLeft,
  );
}

/** The button that draws skewed time in proportion, or bends it again. */
export function scaleSwitch({ isTrueScale, layout, locale, live }: HtmlContext): Node | undefined {
  if (!isTrueScale && !isBent({ layout })) return undefined;
  const text = word(locale, isTrueScale ? "drawBent" : "drawTrueScale");
  return node("p", "scale", { className: "dl-scale", hidden: !live }, [
    buttonNode("true-scale", text, { ariaKeyshortcuts: "t" }, "dl-text-button"),
  ]);
}

/** Legend and note, cached: both read all events. */
const cachedNodes = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    locale: Locale,
    theme: Theme,
    scaleType: LegendContents["scaleType"],
    bent: LegendContents["bent"],
    folds: LegendContents["folds"],
    markSize: LegendContents["markSize"],
    clusters: boolean,
    forms: LegendContents["forms"],
    wideDates: boolean,
    sourceNumbers: boolean,
    timeRunsLeft: boolean,
  ) => {
    const contents: LegendContents = {
      scaleType,
      bent,
      folds,
      markSize,
      clusters,
      forms,
      wideDates,
      sourceNumbers,
      timeRunsLeft,
    };
    return [legendNode(timeline, contents, locale, theme), noteNode(noteText(timeline, contents, locale))];
  },
);

function legendNode(timeline: Timeline, contents: LegendContents, locale: Locale, theme: Theme): Node | undefined {
  const entries = legendEntries(timeline, contents, locale, theme);
  if (entries.length === 0) return undefined;
  const items = entries.map((entry) =>
    node("li", entry.id, {}, [
      node(
        "svg",
        "glyph",
        {
          className: "dl-glyph",
          width: entry.width + 4,
          height: LEGEND_GLYPH_HEIGHT,
          viewBox: `-2 0 ${entry.width + 4} ${LEGEND_GLYPH_HEIGHT}`,
          fill: "currentColor",
          direction: "ltr",
          ariaHidden: true,
        },
        entry.draw(0, LEGEND_GLYPH_HEIGHT / 2),
      ),
      node("span", "label", {}, entry.label),
    ]),
  );
  return node("ul", "key", { className: "dl-key", role: "list", ariaLabel: word(locale, "key") }, items);
}

function noteNode(text: string): Node | undefined {
  return text === "" ? undefined : node("p", "note", { className: "dl-note" }, text);
}

/** The key and the note under the figure, as text that wraps. */
import { memoByKey } from "../base/memo.js";
import type { Timeline } from "../model/timeline.js";
import { keyEntries } from "../scene/legend/legend.js";
import { noteText } from "../scene/legend/legend-note.js";
import { word } from "../scene/names.js";
import { type Shown, shownBy } from "../scene/legend/legend-contents.js";
import type { Theme } from "../scene/theme.js";
import { type Node, node } from "../scene/node.js";
import type { Locale } from "../time/locale.js";
import type { HtmlContext } from "./context.js";

const HEIGHT = 24;

/** The key and the note, either absent where there is nothing to explain. */
export function keyNodes({
  timeline,
  layout,
  locale,
  theme,
  markSize,
  explained,
  mirrored,
}: HtmlContext): readonly (Node | undefined)[] {
  const turned = mirrored && layout.orientation !== "vertical";
  const { scaleType, folds, clusters, wideDates, numbers } = shownBy(layout, markSize, explained);
  return keyAndNote(timeline, locale, theme, scaleType, folds, markSize, clusters, wideDates, numbers, turned);
}

/** Kept from frame to frame: both look through all events. */
const keyAndNote = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    locale: Locale,
    theme: Theme,
    scaleType: Shown["scaleType"],
    folds: Shown["folds"],
    markSize: Shown["markSize"],
    clusters: boolean,
    wideDates: boolean,
    numbers: boolean,
    turned: boolean,
  ) => {
    const shown: Shown = { scaleType, folds, markSize, clusters, wideDates, numbers, turned };
    return [keyNode(timeline, shown, locale, theme), noteNode(noteText(timeline, shown, locale))];
  },
);

function keyNode(timeline: Timeline, shown: Shown, locale: Locale, theme: Theme): Node | undefined {
  const entries = keyEntries(timeline, shown, locale, theme);
  if (entries.length === 0) return undefined;
  const items = entries.map((entry) =>
    node("li", entry.id, {}, [
      node(
        "svg",
        "glyph",
        {
          className: "dl-glyph",
          width: entry.width + 4,
          height: HEIGHT,
          viewBox: `-2 0 ${entry.width + 4} ${HEIGHT}`,
          fill: "currentColor",
          direction: "ltr",
          ariaHidden: true,
        },
        entry.draw(0, HEIGHT / 2),
      ),
      node("span", "label", {}, entry.label),
    ]),
  );
  return node("ul", "key", { className: "dl-key", role: "list", ariaLabel: word(locale, "key") }, items);
}

function noteNode(text: string): Node | undefined {
  return text === "" ? undefined : node("p", "note", { className: "dl-note" }, text);
}

/** The key and the note under the figure, as text that wraps. */
import { keyEntries } from "../scene/key.js";
import { noteText } from "../scene/note.js";
import { word } from "../scene/names.js";
import { shownBy } from "../scene/shown.js";
import { type Node, node } from "../scene/node.js";
import type { HtmlContext } from "./context.js";

const HEIGHT = 24;

export function keyNode(context: HtmlContext): Node | undefined {
  const { timeline, layout, locale, theme } = context;
  const entries = keyEntries(timeline, shownBy(layout, context.markSize), locale, theme);
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
          ariaHidden: true,
        },
        entry.draw(0, HEIGHT / 2),
      ),
      node("span", "label", {}, entry.label),
    ]),
  );
  return node("ul", "key", { className: "dl-key", role: "list", ariaLabel: word(locale, "key") }, items);
}

export function noteNode(context: HtmlContext): Node | undefined {
  const text = noteText(context.timeline, shownBy(context.layout, context.markSize), context.locale);
  return text === "" ? undefined : node("p", "note", { className: "dl-note" }, text);
}

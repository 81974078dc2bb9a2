/** The keys and what they do, as a dialog. */
import { word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { buttonNode } from "./button.js";
import type { HtmlContext } from "./context.js";

/** Keys and the word for what they do. The keys' own names are the same in all languages' keyboards of today. */
const KEYS = [
  [["←", "→"], "keysAlong"],
  [["↑", "↓"], "keysAcross"],
  [["Home", "End"], "keysEnds"],
  [["Page Up", "Page Down"], "keysPage"],
  [["+", "−", "0"], "keysZoom"],
  [["Enter"], "keysOpen"],
  [["Esc"], "keysClose"],
] as const;

export function helpNode(context: HtmlContext): Node | undefined {
  const { help, locale, idPrefix, layout } = context;
  if (!help) return undefined;
  const down = layout.orientation === "vertical";
  const id = `${idPrefix}-help`;
  const rows = KEYS.flatMap(([keys, key], i) => [
    // Down the page time and lanes have changed places.
    node(
      "dt",
      key,
      {},
      ((i < 2 && down ? KEYS[1 - i]?.[0] : keys) ?? []).map((name) => node("kbd", name, {}, name)),
    ),
    node("dd", `${key}-does`, {}, word(locale, key)),
  ]);
  return node("dialog", "help", { className: "dl-help", id, ariaLabelledby: `${id}-title` }, [
    node("h3", "title", { id: `${id}-title` }, word(locale, "help")),
    node("dl", "keys", {}, rows),
    buttonNode("help", word(locale, "close")),
  ]);
}

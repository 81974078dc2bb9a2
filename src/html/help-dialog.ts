/** The help dialog: keyboard shortcuts. */
import { word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { buttonNode } from "./button.js";
import type { HtmlContext } from "./context.js";

/** Keys and the locale's word for their function. Key names are not translated. */
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
    // In a vertical figure the first two rows swap keys, because the axes are swapped.
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

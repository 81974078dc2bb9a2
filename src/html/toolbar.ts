/** Buttons for everything a pointer can do with the view. */
import { word } from "../scene/names.js";
import { type Node, node } from "../scene/node.js";
import { buttonNode } from "./button.js";
import type { HtmlContext } from "./context.js";
import { downloadsNode } from "./downloads.js";
import { findId } from "./find.js";

/** Each button's action and its word. The sign on it is for the eye; the word is its name. */
const BUTTONS = [
  ["zoom-in", "zoomIn", "+"],
  ["zoom-out", "zoomOut", "−"],
  ["fit", "fit", undefined],
  ["earlier", "showEarlier", undefined],
  ["later", "showLater", undefined],
  ["fold", "fold", undefined],
  ["unfold", "unfold", undefined],
  ["list", "list", undefined],
  ["find", "find", undefined],
  ["help", "help", undefined],
] as const;

export function toolbarNode(context: HtmlContext, downloads: readonly string[]): Node {
  const { locale, live, folds, finding, idPrefix } = context;
  const hidden: Readonly<Record<string, boolean>> = { fold: folds !== "open", unfold: folds !== "closed" };
  const buttons = BUTTONS.map(([action, key, sign]) =>
    buttonNode(action, sign ?? word(locale, key), {
      ariaLabel: sign ? word(locale, key) : undefined,
      hidden: hidden[action],
      ...(action === "find" && {
        ariaExpanded: finding ? ("true" as const) : ("false" as const),
        ariaControls: findId(idPrefix),
      }),
    }),
  );
  return node(
    "div",
    "toolbar",
    { className: "dl-toolbar", role: "toolbar", ariaLabel: word(locale, "timeline"), hidden: !live },
    [...buttons, downloads.length > 0 && downloadsNode(context, downloads)],
  );
}

/** The toolbar: buttons for everything that a pointer can do with the view. */
import { word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { buttonNode } from "./button.js";
import type { HtmlContext } from "./context.js";
import { downloadsNode } from "./download-menu.js";
import { findId } from "./find-panel.js";

/** Action, locale word and sign of each button; the word is its accessible name. */
const ZOOMS = [
  ["zoom-in", "zoomIn", "+"],
  ["zoom-out", "zoomOut", "−"],
] as const;
const PANS = [
  ["earlier", "showEarlier", undefined],
  ["later", "showLater", undefined],
] as const;
const FIT = ["fit", "showAll", undefined] as const;
const DRAW_TRUE_SCALE = ["true-scale", "drawTrueScale", undefined] as const;
const DRAW_BENT = ["true-scale", "drawBent", undefined] as const;
const BUTTONS = [
  ["fold", "fold", undefined],
  ["unfold", "unfold", undefined],
  ["list", "list", undefined],
  ["find", "find", undefined],
  ["copy-link", "copyLink", undefined],
  ["help", "help", undefined],
] as const;

type Button =
  | (typeof ZOOMS | typeof PANS | typeof BUTTONS)[number]
  | typeof FIT
  | typeof DRAW_TRUE_SCALE
  | typeof DRAW_BENT;

export function toolbarNode(context: HtmlContext, downloads: readonly string[]): Node {
  const { locale, live, folds, finding, idPrefix, timeline, view, layout, isTrueScale } = context;
  const hidden: Readonly<Record<string, boolean>> = { fold: folds !== "open", unfold: folds !== "closed" };
  const { earlier, later, closer } = view.canMove;
  const further = earlier || later;
  // A button without effect stays and keeps the focus, marked as `aria-disabled`.
  const works: Readonly<Record<string, boolean>> = {
    "zoom-in": closer,
    "zoom-out": further,
    fit: further,
    earlier,
    later,
  };
  const button = ([action, key, sign]: Button): Node =>
    buttonNode(action, sign ?? word(locale, key), {
      ariaLabel: sign ? word(locale, key) : undefined,
      hidden: hidden[action],
      ariaDisabled: works[action] === false,
      ...(action === "find" && {
        ariaExpanded: finding ? ("true" as const) : ("false" as const),
        ariaControls: findId(idPrefix),
      }),
    });
  // Buttons that undo each other form a pair.
  const pair = (key: string, both: readonly Button[]): Node =>
    node("div", key, { className: "dl-pair" }, both.map(button));
  return node(
    "div",
    "toolbar",
    {
      className: "dl-toolbar",
      role: "toolbar",
      ariaLabel: word(locale, "timeline"),
      // Without events there is nothing to move.
      hidden: !live || timeline.events.length === 0,
    },
    [
      pair("zoom", ZOOMS),
      button(FIT),
      pair("pan", PANS),
      // Only a figure that bends time has this button, in either state.
      (isTrueScale || layout.scaleType === "segmented") && button(isTrueScale ? DRAW_BENT : DRAW_TRUE_SCALE),
      ...BUTTONS.map(button),
      node("span", "told", { className: "dl-link-told", role: "status", dataSlot: "link" }),
      downloads.length > 0 && downloadsNode(context, downloads),
    ],
  );
}

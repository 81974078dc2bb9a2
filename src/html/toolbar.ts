/** The toolbar on the line of the title: a few icons. What they leave out is in the menu behind the last one. */
import { word } from "../scene/accessible-names.js";
import { type Attributes, type Node, node } from "../scene/node.js";
import type { FigureWord } from "../time/wording/figure-words.js";
import { type Icon, iconButton } from "./button.js";
import type { HtmlContext } from "./context.js";
import { findId } from "./find-panel.js";
import { menuId } from "./more-menu.js";
import { isPhone } from "./phone.js";

/** Icon, locale word and key of each button, by its action. The word is the button's name. */
const BUTTONS = {
  "zoom-out": ["minus", "zoomOut", "-"],
  "zoom-in": ["plus", "zoomIn", "+"],
  fit: ["fit", "showAll", "0"],
  earlier: ["earlier", "showEarlier", undefined],
  later: ["later", "showLater", undefined],
} as const satisfies Record<string, readonly [Icon, FigureWord, string | undefined]>;

/** Actions of the buttons that change the view. On a phone they show only while a part is in view, at the lower edge. */
const WIDE = ["zoom-out", "zoom-in", "fit"] as const;
const THUMB = ["zoom-out", "zoom-in", "fit", "earlier", "later"] as const;

export function toolbarNode(context: HtmlContext): Node {
  const { locale, live, finding, idPrefix, timeline, view, canGoBack } = context;
  const { earlier, later, closer } = view.canMove;
  const isZoomed = earlier || later;
  // A button without effect stays and keeps the focus, marked as `aria-disabled`.
  const works = { "zoom-in": closer, "zoom-out": isZoomed, fit: isZoomed, earlier, later };
  const button = (action: keyof typeof BUTTONS): Node => {
    const [icon, name, key] = BUTTONS[action];
    const attributes: Attributes = { ariaDisabled: !works[action], ariaKeyshortcuts: key };
    return iconButton(action, icon, word(locale, name), attributes);
  };
  const phone = isPhone(context);
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
      node("div", "zoom", { className: phone ? "dl-tools dl-thumb-tools" : "dl-tools", hidden: phone && !isZoomed }, [
        canGoBack && iconButton("back", "back", word(locale, "back"), { ariaKeyshortcuts: "Escape" }),
        ...(phone ? THUMB : WIDE).map(button),
      ]),
      node("div", "rest", { className: "dl-tools" }, [
        iconButton("find", finding ? "close" : "search", word(locale, "find"), {
          ariaExpanded: finding ? "true" : "false",
          ariaControls: findId(idPrefix),
        }),
        iconButton("more", "more", word(locale, "moreTools"), { popovertarget: menuId(idPrefix) }),
      ]),
    ],
  );
}

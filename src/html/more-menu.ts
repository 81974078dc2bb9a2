/** The menu behind the last button of the toolbar: what this figure can do, and the buttons leave out. */
import { labelled, word } from "../scene/accessible-names.js";
import { type Attributes, type Node, node } from "../scene/node.js";
import type { FigureWord } from "../time/wording/figure-words.js";
import { fill } from "../time/locale.js";
import { buttonNode } from "./button.js";
import type { HtmlContext } from "./context.js";
import { legendNodes } from "./legend.js";
import { isPhone } from "./phone.js";

export function menuId(idPrefix: string): string {
  return `${idPrefix}-menu`;
}

/** Formats for copying the bibliography; their names are the same in all languages. */
const COPY_FORMATS = [
  ["copy-text", undefined],
  ["copy-bibtex", "BibTeX"],
  ["copy-csl", "CSL-JSON"],
  ["copy-ris", "RIS"],
] as const;

/** @param downloads formats of the files that the reader can download */
export function menuNode(context: HtmlContext, downloads: readonly string[]): Node {
  const { locale, idPrefix, folds, view, timeline, allRelations } = context;
  const { earlier, later, closer } = view.canMove;
  const isZoomed = earlier || later;
  const phone = isPhone(context);
  /** @param isPossible an item that does nothing now is hidden, so that the menu has only what the figure can do */
  const item = (action: string, key: FigureWord, isPossible = true, attributes: Attributes = {}): Node =>
    buttonNode(action, word(locale, key), { hidden: !isPossible, ...attributes }, "dl-item");
  return node(
    "div",
    "menu",
    {
      className: "dl-menu",
      id: menuId(idPrefix),
      popover: "auto",
      role: "group",
      ariaLabel: word(locale, "moreTools"),
    },
    [
      phone && item("zoom-in", "zoomIn", closer && !isZoomed, { ariaKeyshortcuts: "+" }),
      !phone && item("earlier", "showEarlier", isZoomed, { ariaDisabled: !earlier }),
      !phone && item("later", "showLater", isZoomed, { ariaDisabled: !later }),
      folds !== undefined && item(folds === "open" ? "fold" : "unfold", folds === "open" ? "fold" : "unfold"),
      item("key", "key", legendNodes(context)[0] !== undefined),
      item("relations", "showRelations", allRelations !== undefined, {
        ariaPressed: allRelations ? "true" : "false",
      }),
      item("list", "list"),
      timeline.sources.length > 0 && item("sources", "sourcesHeading"),
      item("print", "print"),
      item("copy-link", "copyLink"),
      node("p", "told", { className: "dl-link-told dl-menu-told", role: "status", dataSlot: "link" }),
      item("help", "help", true, { ariaKeyshortcuts: "?" }),
      timeline.sources.length > 0 && citeNode(context),
      downloads.length > 0 && downloadsNode(context, downloads),
    ],
  );
}

/** Copies the bibliography, in a format for each button. */
function citeNode({ locale }: HtmlContext): Node {
  const buttons = COPY_FORMATS.map(([action, format]) => {
    const name = format ?? word(locale, "copyText");
    return buttonNode(action, name, { ariaLabel: fill(word(locale, "copyAs"), name) });
  });
  const heading = labelled(word(locale, "sourcesHeading"), fill(word(locale, "copyAs"), "…"), locale);
  return groupNode("copy", heading, "dl-copy", [
    ...buttons,
    node("p", "told", { className: "dl-copied dl-menu-told", role: "status", dataSlot: "copied" }),
  ]);
}

function downloadsNode({ locale }: HtmlContext, downloads: readonly string[]): Node {
  return groupNode("downloads", word(locale, "download"), "dl-downloads", [
    ...downloads.map((format) => buttonNode(`download-${format}`, format.toUpperCase())),
    node("p", "told", { className: "dl-downloads-told dl-menu-told", role: "status", dataSlot: "downloads" }),
  ]);
}

function groupNode(key: string, heading: string, className: string, content: readonly Node[]): Node {
  return node("div", key, { className: `dl-menu-group ${className}`, role: "group", ariaLabel: heading }, [
    node("p", "heading", { className: "dl-menu-heading" }, heading),
    ...content,
  ]);
}

/** The menu of files that the reader can download. */
import { word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { buttonNode } from "./button.js";
import type { HtmlContext } from "./context.js";

export function downloadsNode({ locale }: HtmlContext, downloads: readonly string[]): Node {
  return node("details", "downloads", { className: "dl-downloads" }, [
    node("summary", "summary", { className: "dl-button" }, word(locale, "download")),
    node("div", "menu", { className: "dl-downloads-menu" }, [
      ...downloads.map((format) => buttonNode(`download-${format}`, format.toUpperCase())),
      node("p", "told", { className: "dl-downloads-told", role: "status", dataSlot: "downloads" }),
    ]),
  ]);
}

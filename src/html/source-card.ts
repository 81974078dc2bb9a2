/** What is known of a source, beside the number that was pointed at. */
import type { Source } from "../model/timeline.js";
import { type Node, node } from "../scene/node.js";
import type { HtmlContext } from "./context.js";
import { sourceNodes } from "./bibliography.js";

/** The place of the card. Without a script it stays empty: the number leads to the bibliography, which says the same. */
export function emptyCardNode(): Node {
  return node("div", "card", { className: "dl-card", hidden: true });
}

/**
 * The card of one source.
 *
 * @param id for the link that it describes
 */
export function cardNode(source: Source, context: HtmlContext, id: string): Node {
  return node("div", "card", { className: "dl-card", id, role: "tooltip" }, [
    node("div", "body", { className: "dl-card-body" }, [
      node("span", "number", { className: "dl-card-number" }, String(source.number)),
      node("div", "text", {}, sourceNodes(source, context)),
    ]),
  ]);
}

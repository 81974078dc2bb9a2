/** The source card: details of a source, shown beside the number that the reader points at. */
import type { Source } from "../model/timeline.js";
import { type Node, node } from "../scene/node.js";
import type { HtmlContext } from "./context.js";
import { sourceNodes } from "./bibliography.js";

/** The empty card. Without a script it stays empty: the number links to the bibliography. */
export function emptyCardNode(): Node {
  return node("div", "card", { className: "dl-card", hidden: true });
}

/**
 * The card with the details of one source.
 *
 * @param id element id, for the link that the card describes
 */
export function cardNode(source: Source, context: HtmlContext, id: string): Node {
  return node("div", "card", { className: "dl-card", id, role: "tooltip" }, [
    node("div", "body", { className: "dl-card-body" }, [
      node("span", "number", { className: "dl-card-number" }, String(source.number)),
      node("div", "text", {}, sourceNodes(source, context)),
    ]),
  ]);
}

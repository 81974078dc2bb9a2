import { type Attributes, type Node, node } from "../scene/node.js";

/**
 * A button; the browser script handles its action.
 *
 * @param content visible text, and the accessible name unless the attributes give one
 */
export function buttonNode(action: string, content: string, attributes: Attributes = {}): Node {
  return node("button", action, { type: "button", className: "dl-button", dataAction: action, ...attributes }, content);
}

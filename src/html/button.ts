import { type Attributes, type Node, node } from "../scene/node.js";

/**
 * A button. What it does when a script is in charge is known by its action.
 *
 * @param content what stands on it; its name too, unless the attributes give one
 */
export function buttonNode(action: string, content: string, attributes: Attributes = {}): Node {
  return node("button", action, { type: "button", className: "dl-button", dataAction: action, ...attributes }, content);
}

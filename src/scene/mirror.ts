/** A picture in which time runs to the left: everything is turned round, and each text is turned back where it stands. */
import { type Attributes, type Node, node } from "./node.js";

/** @param width of the picture, in px */
export function mirroredNode(parts: readonly Node[], width: number): Node {
  return node("g", "mirrored", { transform: `translate(${width} 0) scale(-1 1)` }, parts.map(withReadableText));
}

/** A part of what is turned round, with its texts turned back. */
export function withReadableText(part: Node): Node {
  if (part.tag === "text") return unmirroredText(part);
  if (part.children.length === 0) return part;
  return { ...part, children: part.children.map(withReadableText) };
}

/** Turned about its own anchor: what was its left end is now its right one. */
function unmirroredText(text: Node): Node {
  const { x, textAnchor, ...rest } = text.attributes;
  const attributes: Attributes = {
    ...rest,
    ...(x === undefined ? {} : { x: -x }),
    transform: "scale(-1 1)",
    textAnchor: textAnchor === "middle" ? "middle" : textAnchor === "end" ? undefined : "end",
  };
  // What has no place of its own follows the text before it.
  const children = text.children.map((span) => {
    const { x: own } = span.attributes;
    return own === undefined ? span : { ...span, attributes: { ...span.attributes, x: -own } };
  });
  return { ...text, attributes, children };
}

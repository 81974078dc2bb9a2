/** Mirrors a picture so that time runs to the left, and mirrors each text back in place. */
import { type Attributes, type Node, node } from "./node.js";

/** @param width width of the picture, in px */
export function mirroredNode(parts: readonly Node[], width: number): Node {
  return node("g", "mirrored", { transform: `translate(${width} 0) scale(-1 1)` }, parts.map(withReadableText));
}

/** A node of a mirrored picture with its texts mirrored back. */
export function withReadableText(part: Node): Node {
  if (part.tag === "text") return unmirroredText(part);
  if (part.children.length === 0) return part;
  return { ...part, children: part.children.map(withReadableText) };
}

/** Mirrors a text about its own anchor: its left end becomes its right end. */
function unmirroredText(text: Node): Node {
  const { x, textAnchor, ...rest } = text.attributes;
  const attributes: Attributes = {
    ...rest,
    ...(x === undefined ? {} : { x: -x }),
    transform: "scale(-1 1)",
    textAnchor: textAnchor === "middle" ? "middle" : textAnchor === "end" ? undefined : "end",
  };
  // A span without its own x follows the text before it.
  const children = text.children.map((span) => {
    const { x: own } = span.attributes;
    return own === undefined ? span : { ...span, attributes: { ...span.attributes, x: -own } };
  });
  return { ...text, attributes, children };
}

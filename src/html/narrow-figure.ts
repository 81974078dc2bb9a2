/** The second picture of a page without a script, for a narrow container; the stylesheet shows one of the two. */
import { type Node, node } from "../scene/node.js";
import type { HtmlContext } from "./context.js";
import { legendNodes } from "./legend.js";

/** Width that the narrow picture is laid out for, in px; the stylesheet scales it to its container. */
export const NARROW_WIDTH_PX = 360;
/** Largest text of a narrow picture that is written, in bytes. */
export const NARROW_BYTES_MAX = 100_000;

/** Picture and legend, whose ids are not those of the wide picture. */
export function narrowFigure(svg: Node, context: HtmlContext): Node {
  const id = `${context.idPrefix}-narrow-title`;
  const picture: Node = {
    ...svg,
    attributes: { ...svg.attributes, ariaLabelledby: id },
    children: svg.children.map((child) =>
      child.tag === "title" ? { ...child, attributes: { ...child.attributes, id } } : child,
    ),
  };
  return node("div", "narrow", { className: "dl-narrow", dataOrientation: context.layout.orientation }, [
    node("div", "picture", { className: "dl-picture" }, [node("div", "view", { className: "dl-view" }, [picture])]),
    ...legendNodes(context),
  ]);
}

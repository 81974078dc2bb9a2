/** Draws the image of a headline in its label. SVG's own element for images cannot be lazy or leave out the referrer. */
import type { LabelImage } from "../../layout/labels/headline-image.js";
import { LEADER_GAP } from "../../layout/metrics.js";
import { type Attributes, type Node, node } from "../node.js";
import { INK } from "../theme.js";

/** Opacity of the ground, which shows until the image does. */
const GROUND = 0.1;

/** Attributes of an image of another host: requested when it comes near the window, and without a referrer. */
export function imageAttributes(src: string, alt: string, width: number, height: number): Attributes {
  // The browser acts on `src` at once, so the other attributes come first.
  return { className: "dl-image", loading: "lazy", referrerpolicy: "no-referrer", width, height, alt, src };
}

/** @param bottom height of the label, in px: the image ends there */
export function labelImage(image: LabelImage, bottom: number, right: boolean, dimmed: boolean): Node {
  const { src, width, height } = image;
  const box = { x: right ? LEADER_GAP : -LEADER_GAP - width, y: bottom - height, width, height };
  // Details and list have its text alternative.
  return node("g", "image", { ariaHidden: true, opacity: dimmed ? INK.dim : undefined }, [
    node("rect", "ground", { ...box, fill: "currentColor", fillOpacity: GROUND }),
    node("foreignObject", "frame", { ...box, pointerEvents: "none" }, [
      node("img", src, imageAttributes(src, "", width, height)),
    ]),
  ]);
}

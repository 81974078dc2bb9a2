/** Converts px of the screen into positions on the axis, in either orientation and direction. */
import type { FigureLayout } from "../../layout/types.js";
import type { Picture } from "../../pipeline.js";
import type { View } from "../../view.js";

/** Where the axis lies in the picture, in units of the picture from its left or upper edge. */
export interface AxisOnScreen {
  readonly start: number;
  readonly end: number;
  readonly vertical: boolean;
  /** Whether time runs to the left. */
  readonly mirrored: boolean;
}

/** @param isMirrored whether the picture is mirrored; time in a column runs down all the same */
export function axisOnScreen(layout: FigureLayout, isMirrored: boolean): AxisOnScreen {
  const { start, end, width, orientation } = layout;
  const vertical = orientation === "vertical";
  const mirrored = isMirrored && !vertical;
  return mirrored ? { start: width - end, end: width - start, vertical, mirrored } : { start, end, vertical, mirrored };
}

/** How far along the axis the pointer is: 0 at the earliest time in view, 1 at the latest. */
export function fractionAt(
  pointer: { readonly clientX: number; readonly clientY: number },
  svg: SVGSVGElement,
  { layout, context }: Picture,
): number {
  const { start, end, vertical, mirrored } = axisOnScreen(layout, context.mirrored);
  const box = svg.getBoundingClientRect();
  // A unit of the picture is a px only where the root font is 16 px.
  const unit = box.width / (svg.viewBox.baseVal.width || box.width);
  const px = (vertical ? pointer.clientY - box.top : pointer.clientX - box.left) / unit;
  const fraction = (px - start) / (end - start);
  return mirrored ? 1 - fraction : fraction;
}

/** The position on the axis that lies at a fraction of the window. */
export function positionAt(view: View, fraction: number): number {
  return view.from + fraction * (view.to - view.from);
}

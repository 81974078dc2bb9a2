/** Between px of the screen and places of the axis, for either way that time may run. */
import type { FigureLayout } from "../../layout/types.js";
import type { View } from "../../view.js";

/** Where the axis lies in the picture's own units, from its left or upper end; and whether time runs the other way. */
export interface AxisOnScreen {
  readonly start: number;
  readonly end: number;
  readonly vertical: boolean;
  readonly mirrored: boolean;
}

/** @param turned the picture is turned round; time runs down the page all the same */
export function axisOnScreen(layout: FigureLayout, turned: boolean): AxisOnScreen {
  const { start, end, width, orientation } = layout;
  const vertical = orientation === "vertical";
  const mirrored = turned && !vertical;
  return mirrored ? { start: width - end, end: width - start, vertical, mirrored } : { start, end, vertical, mirrored };
}

/** How far along the axis the pointer is: 0 at its beginning in time, 1 at its end. */
export function partAt(
  pointer: { readonly clientX: number; readonly clientY: number },
  svg: SVGSVGElement,
  { start, end, vertical, mirrored }: AxisOnScreen,
): number {
  const box = svg.getBoundingClientRect();
  // The picture is drawn in units of its own, which are px only where the root font is 16 px.
  const unit = box.width / (svg.viewBox.baseVal.width || box.width);
  const px = (vertical ? pointer.clientY - box.top : pointer.clientX - box.left) / unit;
  const part = (px - start) / (end - start);
  return mirrored ? 1 - part : part;
}

/** A part of the window as a place of the axis. */
export function placeIn(view: View, part: number): number {
  return view.from + part * (view.to - view.from);
}

/** Attributes for painting glyphs: a lane's colour or the text colour, over the surface (the background). */
import type { Attributes } from "../node.js";

export interface Paint {
  readonly color: string;
  readonly surface: string;
  /** True for the text colour, which has no class: a stylesheet must not replace it by the lane's colour. */
  readonly ink?: true;
}

/** The class with which a stylesheet replaces the lane's colour. */
function laneClassName(paint: Paint, name: string): string | undefined {
  return paint.ink ? undefined : name;
}

export function fillLane(paint: Paint): Attributes {
  return { className: laneClassName(paint, "dl-fill"), fill: paint.color };
}

/** Fill in the lane's colour with a halo in one element: the stroke is painted first and the fill covers its inner half. */
export function fillHaloed(paint: Paint): Attributes {
  const className = paint.ink ? "dl-haloed" : "dl-fill dl-haloed";
  return { ...halo(paint), className, fill: paint.color, paintOrder: "stroke" };
}

export function strokeLane(paint: Paint, width: number): Attributes {
  return { className: laneClassName(paint, "dl-stroke"), fill: "none", stroke: paint.color, strokeWidth: width };
}

/** An outline filled with the surface. */
export function outline(paint: Paint, width: number, dash?: string): Attributes {
  return {
    className: paint.ink ? "dl-hollow" : "dl-outline",
    fill: paint.surface,
    stroke: paint.color,
    strokeWidth: width,
    strokeDasharray: dash,
    strokeLinejoin: "round",
  };
}

/** A tint with an outline; it needs a halo below it, because it is translucent. */
export function tinted(paint: Paint, opacity: number, width: number): Attributes {
  return {
    className: laneClassName(paint, "dl-tint"),
    fill: paint.color,
    fillOpacity: opacity,
    stroke: paint.color,
    strokeWidth: width,
    strokeLinejoin: "round",
  };
}

/** A halo in the surface colour around and below a mark, which separates it from lines. */
export function halo(paint: Paint): Attributes {
  return {
    className: "dl-halo",
    fill: paint.surface,
    stroke: paint.surface,
    strokeWidth: 4,
    strokeLinejoin: "round",
  };
}

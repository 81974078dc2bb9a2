/** What a glyph is painted with: a lane's colour or ink, over a surface. */
import type { Attributes } from "../node.js";

export interface Paint {
  readonly color: string;
  readonly surface: string;
  /** Painted in ink: no class lets a stylesheet put the lane's colour in its place. */
  readonly ink?: true;
}

/** Classes let a stylesheet replace the colours that are written as attributes. */
function laneClassName(paint: Paint, name: string): string | undefined {
  return paint.ink ? undefined : name;
}

export function fillLane(paint: Paint): Attributes {
  return { className: laneClassName(paint, "dl-fill"), fill: paint.color };
}

/** The same with the surface round it, in one: the stroke is painted first, and what it covers of the inside is filled over. */
export function fillHaloed(paint: Paint): Attributes {
  const className = paint.ink ? "dl-haloed" : "dl-fill dl-haloed";
  return { ...halo(paint), className, fill: paint.color, paintOrder: "stroke" };
}

export function strokeLane(paint: Paint, width: number): Attributes {
  return { className: laneClassName(paint, "dl-stroke"), fill: "none", stroke: paint.color, strokeWidth: width };
}

/** An outline round the surface. */
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

/** A tint with its outline; the surface must lie under it. */
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

/** The surface round and under a mark, so that lines do not touch it. */
export function halo(paint: Paint): Attributes {
  return {
    className: "dl-halo",
    fill: paint.surface,
    stroke: paint.surface,
    strokeWidth: 4,
    strokeLinejoin: "round",
  };
}

import type { Node } from "../node.js";

/** One sample of the legend with its words. */
export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  /** Width of the glyph, in px. */
  readonly width: number;
  /** Draws the glyph with its left edge at `x` and its middle at `y`. */
  draw(x: number, y: number): Node[];
}

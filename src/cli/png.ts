/** Renders SVG as PNG with an optional package, which users install only if they need PNG. */
import type { Resvg } from "@resvg/resvg-js";
import { UsageError } from "./usage.js";

/** Device pixels per px of the figure, for dense screens and print. */
const PIXELS_PER_PX = 2;

export async function toPng(svg: string): Promise<Uint8Array> {
  const { Resvg: Renderer } = await renderer();
  const picture = new Renderer(svg, { fitTo: { mode: "zoom", value: PIXELS_PER_PX }, font: { loadSystemFonts: true } });
  return picture.render().asPng();
}

async function renderer(): Promise<{ readonly Resvg: typeof Resvg }> {
  try {
    return await import("@resvg/resvg-js");
  } catch {
    throw new UsageError(
      "PNG needs the package @resvg/resvg-js, which is not installed; add it with npm i @resvg/resvg-js",
    );
  }
}

/** An SVG as a PNG, by a prebuilt renderer that people install only if they want pictures of this kind. */
import type { Resvg } from "@resvg/resvg-js";
import { UsageError } from "./usage.js";

/** Pixels for each px of the figure: sharp on dense screens and in print. */
const ZOOM = 2;

export async function toPng(svg: string): Promise<Uint8Array> {
  const { Resvg: Renderer } = await renderer();
  const picture = new Renderer(svg, { fitTo: { mode: "zoom", value: ZOOM }, font: { loadSystemFonts: true } });
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

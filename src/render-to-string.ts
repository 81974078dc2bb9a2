import type { Figure } from "./layout/index.js";
import type { ResolvedOptions, TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { createPipeline, type Opened } from "./pipeline.js";
import { toText } from "./svg/to-text.js";
import type { View } from "./view.js";

/**
 * Renders a document as one standalone, well-formed SVG. Pure: the same input gives the same bytes on every machine.
 *
 * @param document a timeline document, or a list of events
 * @throws TypeError for invalid options; data never throws
 */
export function renderToString(document: unknown, options?: TimelineOptions): string {
  return svgOf(document, resolveOptions(options));
}

/** Renders an SVG of the current view with what the reader has opened in it, for downloads. */
export function svgOf(
  document: unknown,
  options: ResolvedOptions,
  state: { opened?: Opened | undefined; viewOf?: (initial: View, figure: Figure) => View } = {},
): string {
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, options);
  const figure = pipeline.figure(timeline, options, true, state.opened);
  const initial = pipeline.initialView(timeline, figure, options);
  const view = state.viewOf?.(initial, figure) ?? initial;
  return toText(pipeline.picture({ timeline, figure, view, options, standalone: true }).svg);
}

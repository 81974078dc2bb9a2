import type { DocumentInput } from "./model/document/document.js";
import type { Figure } from "./layout/index.js";
import type { ResolvedOptions, TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { createPipeline, type Opened } from "./pipeline.js";
import { toText } from "./svg/to-text.js";
import type { View } from "./view.js";

/**
 * Renders a document as one standalone, well-formed SVG. Pure: the same input gives the same bytes on every machine.
 *
 * @typeParam Data the type of the field `data` of events
 * @throws TypeError for invalid options; data never throws
 */
export function renderToString<Data extends object = Record<string, unknown>>(
  document: DocumentInput<Data>,
  options?: TimelineOptions<Data>,
): string {
  return svgOf(document, resolveOptions(options as TimelineOptions));
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

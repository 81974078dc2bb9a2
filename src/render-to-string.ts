import type { Figure } from "./layout/index.js";
import type { ResolvedOptions, TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { createPipeline } from "./pipeline.js";
import { toText } from "./svg/to-text.js";
import type { Instant } from "./time/span.js";
import type { View } from "./view.js";

/**
 * A document as one standalone, well-formed SVG. Pure: the same input gives the same bytes on every machine.
 *
 * @param document a timeline document, or a list of events
 * @throws TypeError for options that cannot be; data never throws
 */
export function renderToString(document: unknown, options?: TimelineOptions): string {
  return svgOf(document, resolveOptions(options));
}

/** The same of a view, and with the folds, that a reader has come to. */
export function svgOf(
  document: unknown,
  options: ResolvedOptions,
  at: { opened?: ReadonlySet<Instant> | undefined; viewOf?: (initial: View, figure: Figure) => View } = {},
): string {
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, options);
  const figure = pipeline.figure(timeline, options, true, at.opened);
  const initial = pipeline.initialView(timeline, figure, options);
  const view = at.viewOf?.(initial, figure) ?? initial;
  return toText(pipeline.picture({ timeline, figure, view, options, standalone: true }).svg);
}

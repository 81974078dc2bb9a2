import { createPipeline } from "./pipeline.js";
import { resolveOptions, type TimelineOptions } from "./options.js";
import { toText } from "./svg/to-text.js";

/**
 * A document as one standalone, well-formed SVG. Pure: the same input gives the same bytes on every machine.
 *
 * @param document a timeline document, or a list of events
 * @throws TypeError for options that cannot be; data never throws
 */
export function renderToString(document: unknown, options?: TimelineOptions): string {
  const resolved = resolveOptions(options);
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, resolved);
  const figure = pipeline.figure(timeline, resolved, true);
  const view = pipeline.initialView(timeline, figure, resolved);
  return toText(pipeline.picture(timeline, figure, view, resolved, true).svg);
}

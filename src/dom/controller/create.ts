import { omitUndefined } from "../../base/omit-undefined.js";
import { NARROW_WIDTH_PX } from "../../html/narrow-figure.js";
import type { DocumentInput } from "../../model/document/document.js";
import type { TimelineOptions } from "../../options.js";
import type { PageElement } from "../page-element.js";
import { keepShownPicture, scriptText } from "../render/hydration.js";
import { freeIdPrefix } from "./free-id-prefix.js";
import { startTimeline, type Timeline } from "./live-timeline.js";

/**
 * Shows a document as a live timeline in a container, in place of what the container held.
 *
 * @param container an element, or a selector that finds it
 * @typeParam Data the type of the field `data` of events
 * @throws TypeError when there is no such container, or for options that cannot be; data never throws
 */
export function createTimeline<Data extends object = Record<string, unknown>>(
  container: PageElement | string,
  document: DocumentInput<Data>,
  options: TimelineOptions<Data> = {},
): Timeline<Data> {
  const found = containerOf(container, "createTimeline");
  const idPrefix = options.idPrefix ?? freeIdPrefix(found);
  return startTimeline<Data>({ container: found, document, options: { ...(options as TimelineOptions), idPrefix } });
}

/**
 * Makes a figure that `renderToHtml` wrote live, without writing to it.
 *
 * @param container an element that holds the figure, or the figure itself, or a selector that finds either
 * @param document the document that the figure was made from. Default the data in the figure
 * @throws TypeError when there is no such figure, or when neither the figure nor the caller has a document
 */
export function hydrateTimeline<Data extends object = Record<string, unknown>>(
  container: PageElement | string,
  document?: DocumentInput<Data>,
  options?: TimelineOptions<Data>,
): Timeline<Data> {
  const found = containerOf(container, "hydrateTimeline");
  const figure = found.matches("figure.datelines") ? found : found.querySelector("figure.datelines");
  if (!figure) throw new TypeError("hydrateTimeline: there is no figure of datelines in the container");
  const island = readIsland(figure);
  if (document === undefined && !island) {
    throw new TypeError("hydrateTimeline: the figure carries no data; give the document it was made from");
  }
  // The server assumed a width; the page knows the true one.
  const { width: islandWidth, ...kept } = island?.options ?? {};
  const shown = keepShownPicture(figure);
  const timeline = startTimeline<Data>({
    container: figure.parentElement ?? found,
    document: document ?? island?.document,
    options: { ...kept, ...omitUndefined((options ?? {}) as TimelineOptions) },
    figure: figure as HTMLElement,
    servedWidth: shown === "narrow" ? NARROW_WIDTH_PX : (options?.width ?? islandWidth),
    keepsServed: shown,
  });
  // The stylesheet goes on making it as narrow as its container.
  figure.toggleAttribute("data-fits", shown === "wide");
  return timeline;
}

function containerOf(container: PageElement | string, name: string): Element {
  const found = typeof container === "string" ? globalThis.document?.querySelector(container) : container;
  if (!found || typeof found !== "object" || !("ownerDocument" in found)) {
    if (typeof globalThis.document === "undefined") {
      throw new TypeError(`${name} needs a browser; on a server renderToHtml writes the figure`);
    }
    const what = typeof container === "string" ? `nothing matches "${container}"` : "the container is not an element";
    throw new TypeError(`${name}: ${what}`);
  }
  return found;
}

/** Document and options in the JSON island of a figure that a server wrote. */
export function readIsland(figure: Element): { document: unknown; options: TimelineOptions } | undefined {
  const text = scriptText(figure, "dl-data");
  if (!text) return undefined;
  try {
    return JSON.parse(text) as { document: unknown; options: TimelineOptions };
  } catch {
    return undefined;
  }
}

/** The entry `datelines/lazy`: figures that a server wrote become live when the reader comes near. */
import { lazyFigures } from "./dom/lazy/lazy-figures.js";

/**
 * Makes the figures of a page live that `renderToHtml` wrote: once the page is idle and a figure is near the window, or at the
 * first press on it, which is then repeated. The code for that is loaded when the first figure needs it.
 *
 * @param root the part of the page to look for figures in. Default the page
 * @returns stops: figures that are not live yet stay as they are
 */
export function hydrateLazily(root: ParentNode = document): () => void {
  return lazyFigures(root, async () => (await import("./dom/controller/create.js")).hydrateTimeline);
}

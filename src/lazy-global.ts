/** The script-tag build of `datelines/lazy`: it begins when the page is read, and loads `datelines.min.js` from beside itself. */
import type { hydrateTimeline } from "./dom/controller/create.js";
import { lazyFigures } from "./dom/lazy/lazy-figures.js";

/** A file of its own, which the build of this one leaves alone. It defines the global `datelines`. */
const LIVE = "./datelines.min.js";

async function loadLive(): Promise<typeof hydrateTimeline> {
  await import(LIVE);
  return (globalThis as unknown as { datelines: { hydrateTimeline: typeof hydrateTimeline } }).datelines
    .hydrateTimeline;
}

const begin = (): void => void lazyFigures(document, loadLive);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

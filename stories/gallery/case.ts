import type { TimelineDocument } from "../../src/model/document/document.js";
import type { TimelineOptions } from "../../src/options.js";

/** One picture that can be looked at in Storybook and is kept as a snapshot. */
export interface GalleryCase {
  readonly document: TimelineDocument | unknown;
  readonly options?: TimelineOptions;
  /** Codes of the issues the document is meant to have. Any other fails the test. */
  readonly issues?: readonly string[];
}

/** A small repeatable generator (mulberry32), so that invented data is the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

import type { DocumentInput } from "../../src/model/document/document.js";
import type { TimelineOptions } from "../../src/options.js";

/** One picture: Storybook shows it and a golden file keeps it. */
export interface GalleryCase {
  readonly document: DocumentInput;
  readonly options?: TimelineOptions;
  /** Codes of the issues that the document has on purpose. Any other code fails the gallery test. */
  readonly issues?: readonly string[];
}

/** Seeded random numbers in [0, 1) (mulberry32): invented data is the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * How an embedded figure and the page round it agree on what is seen. Both events go to the figure, so that the two halves need
 * not be parts of one script.
 */

/** A part of the window that holds the figure, in px from its upper edge. */
export interface PartInView {
  readonly top: number;
  readonly bottom: number;
}

/** Tells the figure which part of its window the reader sees; without a detail, all of it. */
export const SEEN_EVENT = "datelines:seen";

/** Tells who listens which part of the window the reader should see. Prevented, the figure does not scroll itself. */
export const REVEAL_EVENT = "datelines:reveal";

export type RevealDetail = PartInView;

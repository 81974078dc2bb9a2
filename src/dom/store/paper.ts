/** The figure on paper: A4 within margins of 11 mm. The stylesheet scales the picture to other paper. */
import type { TimelineOptions } from "../../options.js";

/** Options that a figure on paper has in place of its own. */
export const PAPER_OPTIONS = {
  width: 710,
  orientation: "horizontal",
  minimap: false,
  images: false,
} as const satisfies TimelineOptions;

/** Height of the picture of a few events, and what each event adds, in px. */
const EMPTY_HEIGHT_PX = 160;
const EVENT_HEIGHT_PX = 26;
/** Height that leaves room for heading and legend on the page, in px. */
const HEIGHT_MAX_PX = 700;

/** Height of the picture of so many events, in px: paper has the room to name them. */
export function paperHeight(events: number): number {
  return Math.min(HEIGHT_MAX_PX, EMPTY_HEIGHT_PX + EVENT_HEIGHT_PX * events);
}

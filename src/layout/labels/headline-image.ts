/** The image in the label of the headline: beside the text, next to the leader line, or below it. */
import type { PlacedEvent } from "../../model/timeline.js";
import { LABEL_IMAGE_GAP, LABEL_IMAGE_WIDTH } from "../metrics.js";

export interface LabelImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** What it adds to the width of the label, in px; texts begin that far from the leader line. */
  readonly indent: number;
  /** What it adds to the height of the label, in px. */
  readonly drop: number;
}

/** From the top of a label to that of its letters, in px. */
const LETTERS_TOP = 2;
/** Width of an image below the text, in its heights. */
const BELOW_RATIO = 3;

/**
 * @param textHeight height of date and title, in px
 * @param below width of an image below the text, in px; `undefined` for one beside it, which is as high as the text
 */
export function headlineImage(
  { media }: PlacedEvent,
  textHeight: number,
  below: number | undefined,
): LabelImage | undefined {
  const src = media.find(({ small }) => small !== undefined)?.small;
  if (src === undefined) return undefined;
  if (below === undefined) {
    const indent = LABEL_IMAGE_WIDTH + LABEL_IMAGE_GAP;
    return { src, width: LABEL_IMAGE_WIDTH, height: textHeight - LETTERS_TOP, indent, drop: 0 };
  }
  const height = Math.round(below / BELOW_RATIO);
  return { src, width: below, height, indent: 0, drop: height + LABEL_IMAGE_GAP };
}

/** Title and description ("deck") above a standalone picture. In HTML they are text of the page. */
import type { MeasureText } from "../base/text-width.js";
import { wrapText } from "../base/wrap.js";
import { DECK_SIZE, FIGURE_INSET, HEADING_SIZE } from "../layout/metrics.js";
import type { Timeline } from "../model/timeline.js";
import { type Node, node } from "./node.js";
import { linesNode } from "./labels/text.js";
import { INK } from "./theme.js";

/** The lines of title and deck, and the height they take in px. */
export interface Heading {
  readonly title: readonly string[];
  readonly deck: readonly string[];
  readonly height: number;
  readonly size: number;
}

/** Space above a figure without title and deck, in px. */
const UNTITLED_HEIGHT = 12;
const DECK_LINE_HEIGHT = 20;
/** Most lines of title and of deck. */
const HEADING_LINES_MAX = 12;

export function layOutHeading({ title, description }: Timeline, width: number, measure: MeasureText): Heading {
  const room = width - 2 * FIGURE_INSET;
  const size = width < 480 ? 20 : HEADING_SIZE;
  const lines = title ? wrapText(title, room, HEADING_LINES_MAX, { size, weight: 600, measure }).lines : [];
  const deckLines = description
    ? wrapText(description, room, HEADING_LINES_MAX, { size: DECK_SIZE, weight: 400, measure }).lines
    : [];
  const height = lines.length * (size + 6) + deckLines.length * DECK_LINE_HEIGHT;
  return { title: lines, deck: deckLines, size, height: height > 0 ? height + 18 : UNTITLED_HEIGHT };
}

/** @param right right edge of the text in a right-to-left locale */
export function headingNode(heading: Heading, right?: number): Node {
  const { title, deck, size } = heading;
  const x = right ?? FIGURE_INSET;
  const anchor = right === undefined ? ("left" as const) : ("right" as const);
  const line = size + 6;
  const titleBaseline = FIGURE_INSET + size - 2;
  const deckBaseline = titleBaseline + (title.length - 1) * line + (title.length > 0 ? 24 : 0);
  return node("g", "heading", { ariaHidden: true }, [
    title.length > 0 && linesNode("title", x, titleBaseline, title, line, { size, weight: 600, anchor }),
    deck.length > 0 &&
      linesNode("deck", x, deckBaseline, deck, DECK_LINE_HEIGHT, { size: DECK_SIZE, ink: INK.muted, anchor }),
  ]);
}

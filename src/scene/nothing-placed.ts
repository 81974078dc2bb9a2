/** Says in the middle of a picture without a mark why it has none: there are no events, or none has a date to draw. */
import { wrapText } from "../base/wrap.js";
import { FIGURE_INSET } from "../layout/metrics.js";
import { counted } from "../time/locale.js";
import { summary, word } from "./accessible-names.js";
import { isRtlLocale, type SceneContext } from "./context.js";
import { linesNode } from "./labels/text.js";
import type { Node } from "./node.js";

const TEXT_SIZE = 14;
const LINE_HEIGHT = 20;

/**
 * @param x middle of the text, in px
 * @param y middle of the text, in px
 * @param width width of the picture, in px
 */
export function nothingPlacedNode(x: number, y: number, width: number, context: SceneContext): Node {
  const { timeline, locale, standalone, measure } = context;
  const count = timeline.unplaced.length;
  const parts =
    count === 0
      ? [summary(timeline, locale)]
      : [
          // A file has no list.
          standalone ? summary(timeline, locale) : counted(locale, locale.figure.notPlacedSee, count),
          word(locale, "notPlacedWhy"),
        ];
  const room = width - 2 * FIGURE_INSET;
  const lines = parts.flatMap((part) => wrapText(part, room, 3, { size: TEXT_SIZE, weight: 400, measure }).lines);
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2 + TEXT_SIZE / 3;
  return linesNode("nothing", x, first, lines, LINE_HEIGHT, {
    size: TEXT_SIZE,
    anchor: "middle",
    rtl: isRtlLocale(locale),
  });
}

/** The lane names above the tracks of the vertical figure, broken into lines, with room for each lane's count. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import type { Lane } from "../../model/timeline.js";
import { SMALL_SIZE, TITLE_LINE, TITLE_SIZE } from "../metrics.js";

export interface ColumnHead {
  readonly name: readonly string[];
  /** Width of the name's last line, in px. */
  readonly nameWidth: number;
  /** Top, in px from that of the first name. */
  readonly top: number;
}

export interface ColumnHeads {
  /** One entry per lane. */
  readonly heads: readonly ColumnHead[];
  readonly height: number;
}

/** Space around the lines of a name, in px. */
const HEAD_PADDING = 2;
/** Most lines of a name. */
const HEAD_NAME_LINES_MAX = 3;
/** Between a name and its count, in px. */
export const HEAD_COUNT_GAP = 12;

/**
 * @param counts number of events of each lane
 * @param width available for a name with its count, in px
 */
export function columnHeads(
  lanes: readonly Lane[],
  counts: readonly number[],
  width: number,
  measure: MeasureText,
): ColumnHeads {
  let height = 0;
  const heads = lanes.map(({ title }, i): ColumnHead => {
    const top = height;
    if (title === undefined) return { name: [], nameWidth: 0, top };
    const room = width - HEAD_COUNT_GAP - measure(String(counts[i]), SMALL_SIZE, 400);
    const { lines, widths } = wrapText(title, room, HEAD_NAME_LINES_MAX, { size: TITLE_SIZE, weight: 600, measure });
    height += lines.length * TITLE_LINE + HEAD_PADDING;
    return { name: lines, nameWidth: expectedWidth(widths.at(-1) ?? 0, 600, measure), top };
  });
  return { heads, height };
}

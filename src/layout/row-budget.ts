/** How a picture of a given height shares it out: labels come first, then the key, then the minimap. */
import { FIRST_ROW } from "./metrics.js";
import { LANE_FOOT } from "./lane-rows.js";

export interface BudgetRequest {
  /** What is left of the height for lanes, key and minimap, in px. */
  readonly free: number;
  /** Room of the key and the minimap, in px. */
  readonly foot: number;
  readonly strip: number;
  /** Of each lane: the room above its line in px, and how many events it holds. */
  readonly lanes: readonly { readonly above: number; readonly size: number }[];
  readonly rowHeight: number;
  readonly rowGap: number;
  /** Rows that a lane may have at most. */
  readonly most: number;
}

export interface Budget {
  /** Rows of labels of each lane. */
  readonly rows: readonly number[];
  readonly foot: number;
  readonly strip: number;
}

export function shareHeight({ free, foot, strip, lanes, rowHeight, rowGap, most }: BudgetRequest): Budget {
  const lines = lanes.reduce((sum, { above }) => sum + above + FIRST_ROW + LANE_FOOT, 0);
  let budget: Budget = { rows: [], foot, strip };
  for (const kept of [
    { foot, strip },
    { foot, strip: 0 },
    { foot: 0, strip: 0 },
  ]) {
    const total = Math.floor((free - kept.foot - kept.strip - lines) / (rowHeight + rowGap));
    budget = { rows: shareRows(Math.max(0, total), lanes, most), ...kept };
    if (total >= lanes.length) break;
  }
  return budget;
}

/** One row after another goes to the lane with the most events for each row it has. */
function shareRows(total: number, lanes: readonly { readonly size: number }[], most: number): number[] {
  const rows = lanes.map(() => 0);
  for (let left = total; left > 0; left--) {
    let neediest = -1;
    let need = 0;
    lanes.forEach(({ size }, i) => {
      const has = rows[i] as number;
      // The first row counts for all: no lane gets a second before each has one.
      const wants = has >= most || size === 0 ? 0 : has === 0 ? Number.POSITIVE_INFINITY : size / has;
      if (wants > need) [neediest, need] = [i, wants];
    });
    if (neediest < 0) break;
    rows[neediest] = (rows[neediest] as number) + 1;
  }
  return rows;
}

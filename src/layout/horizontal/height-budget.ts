/** How a picture of a given height shares it out: labels come first, then the key, then the minimap. */
import { laneBottomGap } from "./lane-rows.js";
import { FIRST_ROW_OFFSET, RUN_IN_LINE } from "../metrics.js";

/** What sharing must know of a lane. */
interface BudgetLane {
  /** Room above its line, in px. */
  readonly above: number;
  /** Least room below its line: that of its name and count, in px. */
  readonly head: number;
  /** How many events it holds. */
  readonly size: number;
}

export interface BudgetRequest {
  /** What is left of the height for lanes, key and minimap, in px. */
  readonly freeHeight: number;
  /** Room of the key and the minimap, in px. */
  readonly footerHeight: number;
  readonly minimapHeight: number;
  readonly lanes: readonly BudgetLane[];
  readonly rowHeight: number;
  readonly rowGap: number;
  /** Rows that a lane may have at most. */
  readonly rowsMax: number;
  /** Whether a lane may make do with a row of one line. */
  readonly singleLines: boolean;
}

export interface Budget {
  /** Heights of the rows of labels of each lane. */
  readonly rows: readonly (readonly number[])[];
  readonly footerHeight: number;
  readonly minimapHeight: number;
}

export function shareHeight(request: BudgetRequest): Budget {
  const { freeHeight, footerHeight, minimapHeight, lanes } = request;
  const least = lanes.reduce((sum, lane) => sum + lane.above + below(lane, [], request), 0);
  let budget: Budget = { rows: [], footerHeight, minimapHeight };
  for (const kept of [
    { footerHeight, minimapHeight },
    { footerHeight, minimapHeight: 0 },
    { footerHeight: 0, minimapHeight: 0 },
  ]) {
    budget = { rows: shareRows(freeHeight - kept.footerHeight - kept.minimapHeight - least, request), ...kept };
    if (budget.rows.every((rows, i) => lanes[i]?.size === 0 || rows[0] === request.rowHeight)) break;
  }
  return budget;
}

/** From the line of a lane to its end. */
function below({ head }: BudgetLane, rows: readonly number[], { rowGap }: BudgetRequest): number {
  return Math.max(
    head,
    FIRST_ROW_OFFSET + rows.reduce((sum, height) => sum + height + rowGap, 0) + laneBottomGap(rowGap),
  );
}

/**
 * One row after another goes to the lane with the most events for each row it has. The first row counts for all: no lane
 * gets a second before each has one. Where there is not even room for that, a row of one line is better than none.
 */
function shareRows(room: number, request: BudgetRequest): number[][] {
  const { lanes, rowHeight, rowsMax, singleLines } = request;
  const rows: number[][] = lanes.map(() => []);
  let left = room;
  const set = (i: number, next: number[]): boolean => {
    const lane = lanes[i] as BudgetLane;
    const cost = below(lane, next, request) - below(lane, rows[i] as number[], request);
    if (cost > left) return false;
    left -= cost;
    rows[i] = next;
    return true;
  };
  const bySize = lanes
    .map((_, i) => i)
    .filter((i) => (lanes[i] as BudgetLane).size > 0)
    .sort((a, b) => (lanes[b] as BudgetLane).size - (lanes[a] as BudgetLane).size || a - b);
  if (singleLines) for (const i of bySize) set(i, [RUN_IN_LINE]);
  if (!bySize.map((i) => set(i, [rowHeight])).every(Boolean)) return rows;
  for (;;) {
    const [neediest] = bySize
      .filter((i) => (rows[i] as number[]).length < rowsMax)
      .sort((a, b) => need(b) - need(a) || a - b);
    if (neediest === undefined || !set(neediest, [...(rows[neediest] as number[]), rowHeight])) return rows;
  }
  function need(i: number): number {
    return (lanes[i] as BudgetLane).size / (rows[i] as number[]).length;
  }
}

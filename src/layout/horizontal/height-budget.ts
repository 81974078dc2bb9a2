/** Shares a given height among labels, legend and minimap, in this order of priority. */
import { laneBottomGap } from "./lane-rows.js";
import { FIRST_ROW_OFFSET, RUN_IN_LINE } from "../metrics.js";

/** The heights and size of a lane that the shares depend on. */
interface BudgetLane {
  /** Height above its line, in px. */
  readonly above: number;
  /** Smallest height below its line in px: that of its name and count. */
  readonly head: number;
  /** Number of its events. */
  readonly size: number;
}

export interface BudgetRequest {
  /** Height available for lanes, legend and minimap, in px. */
  readonly freeHeight: number;
  /** Heights that legend and minimap need, in px. */
  readonly footerHeight: number;
  readonly minimapHeight: number;
  readonly lanes: readonly BudgetLane[];
  readonly rowHeight: number;
  readonly rowGap: number;
  /** Most rows of a lane. */
  readonly rowsMax: number;
  /** Whether a lane without room for a full row may have a row of one line. */
  readonly singleLines: boolean;
}

/** The resulting heights; legend and minimap are 0 where they have no room. */
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

/** Height of a lane below its line, with these rows. */
function below({ head }: BudgetLane, rows: readonly number[], { rowGap }: BudgetRequest): number {
  return Math.max(
    head,
    FIRST_ROW_OFFSET + rows.reduce((sum, height) => sum + height + rowGap, 0) + laneBottomGap(rowGap),
  );
}

/**
 * Gives rows one by one to the lane with the most events per row. Each lane gets its first row before any gets a second;
 * where that does not fit, lanes get rows of one line.
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

/** How a picture of a given height shares it out: labels come first, then the key, then the minimap. */
import { laneFoot } from "./lane-rows.js";
import { FIRST_ROW, RUN_IN_LINE } from "../metrics.js";

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
  readonly free: number;
  /** Room of the key and the minimap, in px. */
  readonly foot: number;
  readonly strip: number;
  readonly lanes: readonly BudgetLane[];
  readonly rowHeight: number;
  readonly rowGap: number;
  /** Rows that a lane may have at most. */
  readonly most: number;
  /** Whether a lane may make do with a row of one line. */
  readonly lines: boolean;
}

export interface Budget {
  /** Heights of the rows of labels of each lane. */
  readonly rows: readonly (readonly number[])[];
  readonly foot: number;
  readonly strip: number;
}

export function shareHeight(request: BudgetRequest): Budget {
  const { free, foot, strip, lanes } = request;
  const least = lanes.reduce((sum, lane) => sum + lane.above + below(lane, [], request), 0);
  let budget: Budget = { rows: [], foot, strip };
  for (const kept of [
    { foot, strip },
    { foot, strip: 0 },
    { foot: 0, strip: 0 },
  ]) {
    budget = { rows: shareRows(free - kept.foot - kept.strip - least, request), ...kept };
    if (budget.rows.every((rows, i) => lanes[i]?.size === 0 || rows[0] === request.rowHeight)) break;
  }
  return budget;
}

/** From the line of a lane to its end. */
function below({ head }: BudgetLane, rows: readonly number[], { rowGap }: BudgetRequest): number {
  return Math.max(head, FIRST_ROW + rows.reduce((sum, height) => sum + height + rowGap, 0) + laneFoot(rowGap));
}

/**
 * One row after another goes to the lane with the most events for each row it has. The first row counts for all: no lane
 * gets a second before each has one. Where there is not even room for that, a row of one line is better than none.
 */
function shareRows(room: number, request: BudgetRequest): number[][] {
  const { lanes, rowHeight, most, lines } = request;
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
  if (lines) for (const i of bySize) set(i, [RUN_IN_LINE]);
  if (!bySize.map((i) => set(i, [rowHeight])).every(Boolean)) return rows;
  for (;;) {
    const [neediest] = bySize
      .filter((i) => (rows[i] as number[]).length < most)
      .sort((a, b) => need(b) - need(a) || a - b);
    if (neediest === undefined || !set(neediest, [...(rows[neediest] as number[]), rowHeight])) return rows;
  }
  function need(i: number): number {
    return (lanes[i] as BudgetLane).size / (rows[i] as number[]).length;
  }
}

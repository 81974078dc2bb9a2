/** The lanes of the horizontal figure one below the other. Heights are decided once, for the whole timeline. */
import type { Lane } from "../../model/timeline.js";
import { MINIMAP_ROOM } from "../metrics.js";
import { HEIGHT_PRICE } from "../labels/search-slots.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LaneBox } from "../types.js";
import { headAbove, headBelow, LANE_PADDING, laneHead, placedBox, shiftedBox } from "./lane-boxes.js";
import type { LanePlan } from "./lane-plan.js";
import { lanePlanner, type LanePlanner } from "./lane-planner.js";
import type { StackRequest } from "./request.js";

export interface LaneStack {
  readonly plans: readonly LanePlan[];
  readonly boxes: readonly LaneBox[];
  /** Whether a given height has room for the minimap. */
  readonly hasMinimap: boolean;
  readonly footless: boolean;
}

/** A figure whose height is not given is at most so high, as a part of its width, where events can be dots. */
const HEIGHT_PART = 0.62;
/** Least height of a lane with events, and of one without, in px. */
const LANE_MIN = 44;
const LANE_EMPTY = 36;
/** What a lane of many events would take, in px; of a few, its labels say it. */
const LANE_MOST = 380;
const FEW = 12;
/** What a px of height costs in turn, until the lanes fit. */
const HEIGHT_PRICES = [15, 60];
/** The same where a height is given. */
const HEIGHT_PRICE_GIVEN = 1;
/** Less than this makes no title fuller, in px. */
const SPARE_MIN = 15;
const HEIGHT_ROUNDING = 0.5;

export function stackLanes(request: StackRequest): LaneStack {
  const { lanes, options, top, axisRoom } = request;
  const { height, footerHeight: foot, minimap } = options;
  const planner = lanePlanner(request);
  // Without a given height, the minimap takes what lanes leave when the figure is zoomed.
  const strip = minimap && height !== undefined && request.timeline.events.length > 1 ? MINIMAP_ROOM : 0;
  const heads = lanes.map(
    (lane) => LANE_PADDING + headAbove(request.timeline.lanes[lane.lane] as Lane, request.gutter),
  );
  const least = lanes.reduce((sum, lane, i) => sum + (heads[i] as number) + (lane.size > 0 ? LANE_MIN : LANE_EMPTY), 0);
  // Where a given height is short, the minimap leaves first, then the legend.
  const free = (height ?? options.width * HEIGHT_PART) - top - axisRoom;
  const choices: readonly (readonly [foot: number, strip: number])[] = [
    [foot, strip],
    [foot, 0],
  ];
  const fits = ([a, b]: readonly [number, number]): boolean => height === undefined || free - a - b >= least;
  const [footKept, stripKept] = choices.find(fits) ?? [0, 0];
  const room = heads.reduce((left, head) => left - head, free - footKept - stripKept);
  // What few events need is known once they are placed: with full titles, or with shorter ones where those are too high.
  let natural = lanes.map((lane) =>
    lane.size <= FEW || planner.isOneRow(lane) ? planner.plan(lane, Number.POSITIVE_INFINITY, undefined) : undefined,
  );
  const wanted = (): number[] =>
    lanes.map((lane, i) => {
      const plan = natural[i];
      const most = height === undefined ? LANE_MOST : Number.POSITIVE_INFINITY;
      if (lane.size === 0) return LANE_EMPTY;
      return plan ? plan.above + plan.below : (planner.rangesHeight(lane) ?? most);
    });
  const weights = lanes.map(({ size }) => Math.sqrt(Math.max(1, size)));
  let heights = share(wanted(), weights, room);
  for (const price of HEIGHT_PRICES) {
    if (natural.every((plan, i) => !plan || plan.above + plan.below <= (heights[i] as number) + HEIGHT_ROUNDING)) break;
    natural = natural.map((plan) => plan?.refit?.(Number.POSITIVE_INFINITY, price) ?? plan);
    heights = share(wanted(), weights, room);
  }
  const ribbon = planner.ribbon(heights);
  const heightOf = (plan: LanePlan): number => Math.max(LANE_MIN, plan.above + plan.below);
  const plans = lanes.map((lane, i) => {
    const plan = natural[i];
    const given = heights[i] as number;
    // Where no height is given, a few events are all named, however high; only crowds can be dots instead.
    const isFree = height === undefined && plan?.isSearched;
    if (plan && (isFree || plan.above + plan.below <= given + HEIGHT_ROUNDING)) return plan;
    return (
      plan?.refit?.(given, HEIGHT_PRICE) ??
      planner.plan(lane, planner.isOneRow(lane) ? given : Math.max(LANE_MIN, given), ribbon)
    );
  });
  // What is left goes to fuller titles of lanes with few events, first to those whose labels leave out the most.
  let left = room - plans.reduce((sum, plan) => sum + heightOf(plan), 0);
  const price = height === undefined ? HEIGHT_PRICE : HEIGHT_PRICE_GIVEN;
  const unsaid = plans.map((plan) => plan.unsaid ?? 0);
  for (const i of [...plans.keys()].sort((a, b) => (unsaid[b] as number) - (unsaid[a] as number) || a - b)) {
    const plan = plans[i] as LanePlan;
    const fuller = left >= SPARE_MIN ? plan.refit?.(heightOf(plan) + left, price) : undefined;
    if (!fuller) continue;
    plans[i] = fuller;
    left -= heightOf(fuller) - heightOf(plan);
  }
  return {
    plans,
    boxes: boxesOf(planner, plans, request, footKept),
    hasMinimap: height === undefined || stripKept !== 0,
    footless: footKept !== foot,
  };
}

/** The same lanes so many px further down. */
export function lowered(stack: LaneStack, by: number): LaneStack {
  return { ...stack, boxes: stack.boxes.map((box) => shiftedBox(box, box.top + by)) };
}

/** The same lanes with some of their events only: heights stay. */
export function refill(stack: LaneStack, request: StackRequest): LaneStack {
  return {
    ...stack,
    plans: stack.plans.map((plan, i) => plan.filtered(request.lanes[i] as ProjectedLane)),
    boxes: stack.boxes.map((box, i) => ({ ...box, count: request.lanes[i]?.size ?? 0 })),
  };
}

/** Shares room by weight; what one does not want goes to the others. */
function share(wanted: readonly number[], weights: readonly number[], room: number): number[] {
  const shares = wanted.map(() => 0);
  let open = wanted.map((_, i) => i);
  let left = room;
  for (;;) {
    const total = open.reduce((sum, i) => sum + (weights[i] as number), 0);
    const content = open.filter((i) => (wanted[i] as number) <= (left * (weights[i] as number)) / total);
    if (content.length === 0) {
      for (const i of open) shares[i] = (left * (weights[i] as number)) / total;
      return shares;
    }
    for (const i of content) {
      shares[i] = wanted[i] as number;
      left -= wanted[i] as number;
    }
    open = open.filter((i) => !content.includes(i));
    if (open.length === 0) return shares;
  }
}

/** Lanes one below the other, drawn apart evenly where a given height leaves room. */
function boxesOf(
  planner: LanePlanner,
  plans: readonly LanePlan[],
  { lanes, timeline, start, end, gutter, top, axisRoom, options }: StackRequest,
  foot: number,
): LaneBox[] {
  const { height, measure } = options;
  const isRow = (i: number): boolean => planner.isOneRow(lanes[i] as ProjectedLane);
  const groupOf = (i: number): unknown => timeline.lanes[lanes[i]?.lane ?? 0]?.group?.id;
  // Lanes of one row need no rule between them.
  const isApart = (i: number): boolean => !isRow(i) || !isRow(i - 1) || groupOf(i) !== groupOf(i - 1);
  const heads = lanes.map((lane, i) => laneHead(lane, timeline, gutter, end - start, measure, isRow(i)));
  const place = (extra: number): LaneBox[] => {
    let next = top;
    return heads.map((head, i) => {
      const { above, below: planned } = plans[i] as LanePlan;
      const oneRow = isRow(i);
      const below = oneRow ? planned : Math.max(planned, headBelow(head.name.length, gutter, planned));
      const box = placedBox(head, { above, below, top: next, gutter, extra, oneRow, rule: i > 0 && isApart(i) });
      next = box.bottom;
      return box;
    });
  };
  const boxes = place(0);
  const bottom = boxes.at(-1)?.bottom;
  if (height === undefined || bottom === undefined) return boxes;
  const spare = height - bottom - axisRoom - foot;
  return spare > 0 ? place(spare / boxes.length) : boxes;
}

/** The lanes of the horizontal figure one below the other. Heights are decided once, for the whole timeline. */
import type { Lane } from "../../model/timeline.js";
import { headlineOf } from "../labels/headline.js";
import { labelMakerOf } from "../labels/label-content.js";
import { FIGURE_INSET, MINIMAP_HEIGHT } from "../metrics.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { LaneBox } from "../types.js";
import { dotsLane } from "./dots-lane.js";
import { RangeLane } from "./range-lane.js";
import { rangePart } from "./range-part.js";
import { headAbove, LANE_PADDING, laneBox } from "./lane-boxes.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";
import type { StackRequest } from "./request.js";

export interface LaneStack {
  readonly plans: readonly LanePlan[];
  readonly boxes: readonly LaneBox[];
  readonly stripHeight: number;
  readonly footless: boolean;
}

/** A figure whose height is not given is at most so high, as a part of its width, where events can be dots. */
const HEIGHT_PART = 0.62;
/** Below the minimap, in px; less where the height is given. */
const STRIP_MARGIN = 16;
const STRIP_MARGIN_MIN = 10;
/** Least height of a lane with events, and of one without, in px. */
const LANE_MIN = 44;
const LANE_EMPTY = 36;
/** What a lane of many events would take, in px; of a few, its labels say it. */
const LANE_MOST = 380;
const FEW = 12;
/** More lanes than this have one row of names each, where more would not fit or take more than so many px. */
const MANY_LANES = 8;
const ONE_ROW_FROM = 600;
const ONE_ROW_EVENTS = 100;
/** What a px of height costs in turn, until the lanes fit. */
const HEIGHT_PRICES = [10, 20, 40, 80];
const ROUNDING = 0.5;
/** What a lane takes for each of its events, at most so much, in px. */
const ROW_OF_EVENT = 12;
const LANE_USUAL = 110;
/** Parts of a lane's events that lasted, from which their names stand on their bars: always, and where dots fail. */
const MOSTLY_RANGES = 0.5;
const FEW_RANGES = 0.2;
/** Leader lines reach at most so far, in px; further in a lane that has a given height for itself. */
const USUAL_LEADER = 94;
const LONG_LEADER = 150;

export function stackLanes(request: StackRequest): LaneStack {
  const { lanes, options, top, axisRoom } = request;
  const { height, footerHeight: foot, minimap } = options;
  const oneRow = isOneRow(request);
  const planOf = planner(request, oneRow);
  const strip =
    minimap && request.timeline.events.length > 1
      ? MINIMAP_HEIGHT + (height === undefined ? STRIP_MARGIN : STRIP_MARGIN_MIN)
      : 0;
  const heads = lanes.map(
    (lane) => LANE_PADDING + headAbove(request.timeline.lanes[lane.lane] as Lane, request.gutter),
  );
  const least = lanes.reduce((sum, lane, i) => sum + (heads[i] as number) + (lane.size > 0 ? LANE_MIN : LANE_EMPTY), 0);
  // Where a given height is short, the minimap leaves first, then the legend.
  const free = (height ?? options.width * HEIGHT_PART) - top - axisRoom;
  const kept =
    height === undefined
      ? { foot, strip }
      : ([
          { foot, strip },
          { foot, strip: 0 },
          { foot: 0, strip: 0 },
        ].find((one) => free - one.foot - one.strip >= least) ?? { foot: 0, strip: 0 });
  const room = free - kept.foot - (height === undefined ? 0 : kept.strip) - heads.reduce((sum, head) => sum + head, 0);
  // What few events need is known once they are placed: with full titles, or with shorter ones where those are too high.
  let natural = lanes.map((lane) => (lane.size <= FEW || oneRow ? planOf(lane, Number.POSITIVE_INFINITY) : undefined));
  const wanted = (): number[] =>
    lanes.map((lane, i) => {
      const plan = natural[i];
      const most = height === undefined ? LANE_MOST : Number.POSITIVE_INFINITY;
      return lane.size === 0 ? LANE_EMPTY : plan ? plan.above + plan.below : most;
    });
  const weights = lanes.map(({ size }) => Math.sqrt(Math.max(1, size)));
  let heights = share(wanted(), weights, room);
  for (const price of HEIGHT_PRICES) {
    if (natural.every((plan, i) => !plan || plan.above + plan.below <= (heights[i] as number) + ROUNDING)) break;
    natural = natural.map((plan) => plan?.refit?.(Number.POSITIVE_INFINITY, price) ?? plan);
    heights = share(wanted(), weights, room);
  }
  const plans = lanes.map((lane, i) => {
    const plan = natural[i];
    const given = heights[i] as number;
    if (plan && plan.above + plan.below <= given + ROUNDING) return plan;
    return (
      plan?.refit?.(given, HEIGHT_PRICES.at(-1) as number) ?? planOf(lane, oneRow ? given : Math.max(LANE_MIN, given))
    );
  });
  return { plans, boxes: boxesOf(plans, request, kept), stripHeight: kept.strip, footless: kept.foot < foot };
}

/** The same lanes with some of their events only: heights stay. */
export function refill(stack: LaneStack, request: StackRequest): LaneStack {
  return {
    ...stack,
    plans: stack.plans.map((plan, i) => plan.filtered(request.lanes[i] as ProjectedLane)),
    boxes: stack.boxes.map((box, i) => ({ ...box, count: request.lanes[i]?.size ?? 0 })),
  };
}

function planner({ timeline, lanes, scale, start, end, gutter, options }: StackRequest, oneRow: boolean) {
  const make = labelMakerOf(timeline, options);
  const headline = headlineOf(timeline);
  const alone = lanes.length === 1;
  // Text ends with the axis, or a little beyond it where a picture without a gutter has its inset there.
  const beyond = gutter === 0 ? FIGURE_INSET - 4 : 2;
  const [first, last] = scale.domain;
  return (lane: ProjectedLane, height: number): LanePlan => {
    const request: LanePlanRequest = {
      lane,
      scale,
      fit: (end - start) / (last - first),
      length: end - start,
      overhang: [beyond, beyond],
      height,
      leader: alone && options.height !== undefined ? LONG_LEADER : USUAL_LEADER,
      alone,
      oneRow,
      make,
      headline,
      measure: options.measure,
      locale: options.locale,
    };
    if (oneRow) return dotsLane(request);
    const ranges = rangePart(lane, request.fit);
    if (ranges >= MOSTLY_RANGES && lane.size > 1) return new RangeLane(request);
    const dots = dotsLane(request);
    return ranges > FEW_RANGES && !dots.isSearched ? new RangeLane(request) : dots;
  };
}

/** Whether lanes are so many that each has one row of names. */
function isOneRow({ lanes, options, top, axisRoom }: StackRequest): boolean {
  const room = (options.height ?? ONE_ROW_FROM) - top - axisRoom;
  const usual = lanes.reduce(
    (sum, { size }) => sum + LANE_PADDING + Math.min(LANE_USUAL, LANE_EMPTY + size * ROW_OF_EVENT),
    0,
  );
  return lanes.length > MANY_LANES && usual > room && lanes.every(({ size }) => size <= ONE_ROW_EVENTS);
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
  plans: readonly LanePlan[],
  { lanes, timeline, start, end, gutter, top, axisRoom, options }: StackRequest,
  { foot, strip }: { readonly foot: number; readonly strip: number },
): LaneBox[] {
  const { height, measure } = options;
  const place = (extra: number): LaneBox[] => {
    let next = top;
    return lanes.map(({ lane, size }, i) => {
      const { above, below } = plans[i] as LanePlan;
      const box = laneBox({
        lane: timeline.lanes[lane] as Lane,
        count: size,
        above,
        below,
        top: next,
        gutter,
        length: end - start,
        extra,
        measure,
      });
      next = box.bottom;
      return box;
    });
  };
  const boxes = place(0);
  const bottom = boxes.at(-1)?.bottom;
  if (height === undefined || bottom === undefined) return boxes;
  const spare = height - bottom - axisRoom - strip - foot;
  return spare > 0 ? place(spare / boxes.length) : boxes;
}

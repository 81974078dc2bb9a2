/** Chooses the form of each lane of the horizontal figure: by what it holds and by the width, never by the window. */
import type { LaneForm } from "../../model/document/document.js";
import { headlineOf } from "../labels/headline.js";
import { SEARCHED_MAX } from "../labels/search-slots.js";
import { concurrencyOf } from "../forms/concurrency.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { AXIS_HEIGHT, FIGURE_INSET } from "../metrics.js";
import { type DotsLane, dotsLane } from "./dots-lane.js";
import { LANE_PADDING } from "./lane-boxes.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";
import { dotsTouch, LOW_LANE } from "./lane-tiers.js";
import { mixedLane } from "../ranges/mixed-lane.js";
import { oneRowLane } from "./one-row-lane.js";
import { namedHeight, needsRibbon, rangeLane } from "../ranges/range-lane.js";
import { rangePart } from "../ranges/range-part.js";
import type { StackRequest } from "./request.js";

/** More lanes than this have one row of names each, where more would not fit or take more than so many px. */
const MANY_LANES = 8;
const ONE_ROW_FROM = 600;
const ONE_ROW_EVENTS = 100;
/** What a lane takes at least, for each of its events, and at most, in px. */
const LANE_EMPTY = 36;
const ROW_OF_EVENT = 12;
const LANE_USUAL = 110;
/** Parts of a lane's events that lasted, from which their names stand on their bars: always, and where dots fail. */
const MOSTLY_RANGES = 0.5;
const FEW_RANGES = 0.2;
/** Leader lines reach at most so far, in px; further in a lane that has a given height for itself. */
const USUAL_LEADER = 94;
const LONG_LEADER = 150;
/** A ribbon is at most so high for each range, in px, and as a part of the figure and of its lane. */
const RIBBON_MOST = 1;
const RIBBON_OF_FIGURE = 0.2;
const RIBBON_OF_LANE = 0.5;
/** Unnamed marks of all lanes of one row together. */
const MARKS_MAX = 400;
/** Height of a figure as a part of its width where none is given. */
const HEIGHT_PART = 0.62;

export interface LanePlanner {
  /** Whether a lane is one row of names. */
  isOneRow(lane: ProjectedLane): boolean;
  /** Height that a lane of ranges takes with all its names, in px; `undefined` for another lane. */
  rangesHeight(lane: ProjectedLane): number | undefined;
  /**
   * The plan of a lane in a height.
   *
   * @param ribbon px for each range of a ribbon; `undefined` where ranges without names are thin bars
   */
  plan(lane: ProjectedLane, height: number, ribbon: number | undefined): LanePlan;
  /** px for each range of the ribbons of a figure, all alike so that they compare; `undefined` where none is needed. */
  ribbon(heights: readonly number[]): number | undefined;
}

type Form = Exclude<LaneForm, "auto"> | "mixed";

export function lanePlanner(request: StackRequest): LanePlanner {
  const { timeline, lanes, scale, start, end, gutter, options, make } = request;
  const headline = headlineOf(timeline);
  const alone = lanes.length === 1;
  // Text ends with the axis, or a little beyond it where a picture without a gutter has its inset there.
  const beyond = gutter === 0 ? FIGURE_INSET - 4 : 2;
  const [first, last] = scale.domain;
  const fit = (end - start) / (last - first);
  const many = request.oneRow;
  const givenForm = (lane: ProjectedLane): LaneForm => timeline.lanes[lane.lane]?.form ?? options.form;
  const { namedLanes } = options;
  const namesAll = ({ lane }: ProjectedLane): boolean =>
    namedLanes === "all" || (namedLanes?.has(timeline.lanes[lane]?.id ?? "") ?? false);
  const planRequest = (
    lane: ProjectedLane,
    height: number,
    ribbon: number | undefined,
    form: Form,
  ): LanePlanRequest => ({
    lane,
    scale,
    fit,
    length: end - start,
    overhang: [beyond, beyond],
    height,
    namesAll: namesAll(lane),
    fixedHeight: options.height !== undefined,
    leader: alone && options.height !== undefined ? LONG_LEADER : USUAL_LEADER,
    alone,
    marksMax: Math.floor(MARKS_MAX / lanes.length),
    counted: form === "histogram",
    ribbon,
    make,
    headline,
    measure: options.measure,
    locale: options.locale,
  });
  const forms = new Map<ProjectedLane, Form>();
  const formOf = (lane: ProjectedLane): Form => {
    let form = forms.get(lane);
    if (!form) forms.set(lane, (form = choose(lane)));
    return form;
  };
  const choose = (lane: ProjectedLane): Form => {
    const given = givenForm(lane);
    if (given !== "auto") return given;
    if (many) return "single-row";
    const part = rangePart(lane, fit);
    if (part >= MOSTLY_RANGES && lane.size > 1) return "range-bars";
    if (part === 0 || !dotsTouch({ lane, fit }) || (lane.size <= SEARCHED_MAX && dotsOf(lane).isSearched))
      return "dots";
    return part > FEW_RANGES ? "range-bars" : "mixed";
  };
  const unlimited = new Map<ProjectedLane, DotsLane>();
  const dotsOf = (lane: ProjectedLane): DotsLane => {
    let plan = unlimited.get(lane);
    if (!plan) {
      plan = dotsLane(planRequest(lane, Number.POSITIVE_INFINITY, undefined, "dots"));
      unlimited.set(lane, plan);
    }
    return plan;
  };
  const hasRanges = (lane: ProjectedLane): boolean => ["range-bars", "ribbon"].includes(formOf(lane)) && lane.size > 0;
  return {
    isOneRow: (lane) => formOf(lane) === "single-row",
    rangesHeight: (lane) => (hasRanges(lane) ? namedHeight(lane, fit) : undefined),
    plan(lane, height, ribbon) {
      const form = formOf(lane);
      const isOpened = hasRanges(lane) && namesAll(lane);
      const own = planRequest(lane, isOpened ? Number.POSITIVE_INFINITY : height, isOpened ? undefined : ribbon, form);
      if (form === "single-row") return oneRowLane(own);
      if (form === "mixed") {
        const mixed = mixedLane(own);
        // A low lane has no room for two kinds of rows: it takes the form that names more.
        const bars = height < LOW_LANE ? rangeLane(own) : undefined;
        return bars && (bars.nameCount ?? 0) > (mixed.nameCount ?? 0) ? bars : mixed;
      }
      if (hasRanges(lane)) return rangeLane(own);
      return form === "dots" && height === Number.POSITIVE_INFINITY && ribbon === undefined
        ? dotsOf(lane)
        : dotsLane(own);
    },
    ribbon(heights) {
      const ranges = lanes.flatMap((lane, i) => (hasRanges(lane) ? [{ lane, height: heights[i] as number }] : []));
      const isNeeded = ranges.some(
        ({ lane, height }) =>
          givenForm(lane) === "ribbon" ||
          needsRibbon(lane, givenForm(lane) === "range-bars" ? Number.POSITIVE_INFINITY : height),
      );
      if (!isNeeded) return undefined;
      const figure = options.height ?? options.width * HEIGHT_PART;
      return ranges.reduce((most, { lane, height }) => {
        const { peak } = concurrencyOf(lane.start, lane.end);
        return Math.min(most, (RIBBON_OF_FIGURE * figure) / peak, (RIBBON_OF_LANE * height) / peak);
      }, RIBBON_MOST);
    },
  };
}

/** Whether lanes are so many that each has one row of names. */
export function areMany({ lanes, options }: Pick<StackRequest, "lanes" | "options">): boolean {
  const room = (options.height ?? ONE_ROW_FROM) - options.top - AXIS_HEIGHT;
  const usual = lanes.reduce(
    (sum, { size }) => sum + LANE_PADDING + Math.min(LANE_USUAL, LANE_EMPTY + size * ROW_OF_EVENT),
    0,
  );
  return lanes.length > MANY_LANES && usual > room && lanes.every(({ size }) => size <= ONE_ROW_EVENTS);
}

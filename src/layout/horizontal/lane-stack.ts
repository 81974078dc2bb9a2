/**
 * The lanes of the horizontal figure one below the other: what form their labels have, how many rows each lane has for
 * them, and where all of it stands. Worked out once; level 0 shows how much room each lane needs, and it keeps that room.
 */
import { generousWidth } from "../../base/text-width.js";
import type { Lane } from "../../model/timeline.js";
import type { LaneBox } from "../types.js";
import { type LabelMaker, labelMakerOf } from "../labels/label-content.js";
import { DENSE, type LabelStyle, ROOMY, TIGHT } from "../labels/label-style.js";
import { LEVEL_FACTOR } from "../labels/label-levels.js";
import { LabelTree } from "../labels/label-tree.js";
import { laneBox } from "./lane-boxes.js";
import { type LaneLayout, visibleLabels, layOutLane, type StackLimits } from "../marks/lane-layout.js";
import { type RowHeights, rowHeights, hasRows } from "./row-heights.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { usedRows } from "./lane-rows.js";
import { FIGURE_INSET, RUN_IN_LINE } from "../metrics.js";
import type { StackRequest } from "./request.js";

export interface LaneStack {
  readonly trees: readonly LabelTree[];
  readonly boxes: readonly LaneBox[];
  /** How often marks of each lane may step up. The lane has room for that. */
  readonly steps: readonly StackLimits[];
  readonly stripHeight: number;
  readonly footless: boolean;
  readonly form: LabelStyle;
  readonly make: LabelMaker;
  /** Heights of the rows of each lane below its line, and over it. */
  readonly used: Used;
  /** The whole timeline in each lane, as far as finding the steps has shown it. */
  readonly frames: readonly (LaneLayout | undefined)[];
}

type Used = readonly (readonly [readonly number[], readonly number[]])[];

/** Dense labels are harder to read: they must show so many times as many events. */
const GAIN = 1.25;
/** Lanes with so many rows would not gain a quarter more labels by the room that marks take to step up. */
const PLENTY = 8;

export function stackLanes(request: StackRequest): LaneStack {
  const { timeline, options } = request;
  const make = labelMakerOf(timeline, options);
  const labelledIn = (form: LabelStyle, heights: RowHeights) => labelLanes(form, heights, request, make);
  const stack = (labelled: Labelled) => stackOf(labelled, request, make);
  const roomy = rowHeights(ROOMY, request, make);
  if (options.height === undefined || timeline.events.length === 0) return stack(labelledIn(ROOMY, roomy));
  let best = hasRows(roomy) ? labelledIn(ROOMY, roomy) : undefined;
  for (const form of best?.labels === timeline.events.length ? [] : [DENSE, TIGHT]) {
    if (form === TIGHT && best?.form === DENSE && best.used.every((rows) => rows.flat().length >= PLENTY)) break;
    const heights = rowHeights(form, request, make);
    // What has no room for any label is only worked out where no form has.
    if (form !== TIGHT && !hasRows(heights)) continue;
    const next = labelledIn(form, heights);
    if (!best || next.bare < best.bare || (next.bare === best.bare && next.labels >= best.labels * GAIN)) best = next;
  }
  return stack(best as Labelled);
}

/** The lanes with labels of one form, before marks are drawn. */
interface Labelled extends RowHeights {
  readonly form: LabelStyle;
  readonly trees: readonly LabelTree[];
  readonly used: Used;
  /** Labels at level 0. */
  readonly labels: number;
  /** Lanes with events that have none. */
  readonly bare: number;
}

function labelLanes(form: LabelStyle, heights: RowHeights, request: StackRequest, make: LabelMaker): Labelled {
  const { lanes, whole } = request;
  const { rows, above } = heights;
  const trees = lanes.map((lane, i) => labelTree(lane, form, request, make, rows[i] ?? [], above[i] ?? []));
  const placed = trees.map((tree) => tree.labels(...visibleLabels(tree, whole)));
  const used = placed.map((labels) => [usedRows(labels, false), usedRows(labels, true)] as const);
  const labels = placed.reduce((sum, { length }) => sum + length, 0);
  const bare = lanes.filter(({ size }, i) => size > 0 && placed[i]?.length === 0).length;
  return { ...heights, form, trees, used, labels, bare };
}

function stackOf(labelled: Labelled, request: StackRequest, make: LabelMaker): LaneStack {
  const { form, trees, used, stripHeight, footless } = labelled;
  const drawn = request.lanes.map((lane, i) => drawnOut(lane, trees[i] as LabelTree, form, request));
  const steps = drawn.map((lane) => lane.steps);
  settleAll(trees, used, steps);
  const boxes = boxesOf(labelled, steps, request);
  return { trees, boxes, steps, stripHeight, footless, form, make, used, frames: drawn.map(({ frame }) => frame) };
}

function settleAll(trees: readonly LabelTree[], used: Used, steps: readonly StackLimits[]): void {
  trees.forEach((tree, i) => tree.settle(...(used[i] ?? [[], []]), (steps[i] as StackLimits).labelled));
}

/**
 * A lane grows until all labelled marks have a track, unless the height is given; unlabelled ones use the tracks there are.
 *
 * @returns also the lane as it is drawn with these steps, where it came to that
 */
function drawnOut(
  lane: ProjectedLane,
  tree: LabelTree,
  { touching }: LabelStyle,
  { options, whole }: StackRequest,
): { steps: StackLimits; frame?: LaneLayout } {
  const most = options.height === undefined ? Number.POSITIVE_INFINITY : touching;
  // A lane is first drawn with few unlabelled marks over its line.
  const few = touching - 1;
  const wanted =
    most <= 1 ? 1 : layOutLane(lane, tree, whole, { unlabelled: few, labelled: Number.POSITIVE_INFINITY }).stackLevels;
  const unlabelled = Math.max(1, Math.min(wanted, most));
  if (unlabelled <= few) return { steps: { unlabelled, labelled: unlabelled } };
  const frame = layOutLane(lane, tree, whole, { unlabelled, labelled: unlabelled });
  const labelled = Math.max(unlabelled, Math.min(frame.stackLevels, most));
  return labelled === unlabelled ? { steps: { unlabelled, labelled }, frame } : { steps: { unlabelled, labelled } };
}

/** Labels the lanes of a filtered timeline anew and keeps their rows and boxes. */
export function refill(stack: LaneStack, request: StackRequest): LaneStack {
  const { form, make, used, steps } = stack;
  const trees = request.lanes.map((lane, i) => {
    const [below, over] = used[i] ?? [[], []];
    return labelTree(lane, form, request, make, below, over);
  });
  settleAll(trees, used, steps);
  trees.forEach((tree, i) => tree.keep(stack.trees[i] as LabelTree));
  return {
    ...stack,
    trees,
    frames: [],
    boxes: stack.boxes.map((box, i) => ({ ...box, count: request.lanes[i]?.size ?? 0 })),
  };
}

function labelTree(
  lane: ProjectedLane,
  { runIn, touching, narrow }: LabelStyle,
  { domain, deepest, start, end, gutter, options }: StackRequest,
  make: LabelMaker,
  rows: readonly number[],
  above: readonly number[],
): LabelTree {
  const { measure } = options;
  const margin = FIGURE_INSET - 4;
  // In a lane with room for one line, labels have one.
  const lines = runIn && Math.max(0, ...rows, ...above) < 2 * RUN_IN_LINE ? 1 : 2;
  return new LabelTree(lane, {
    scale: (end - start) / (domain[1] - domain[0]),
    domain,
    // Text ends with the axis, or where a picture without a gutter has only its inset there, a little beyond.
    overhang: [gutter === 0 ? margin : 2, gutter === 0 ? margin : 2],
    rows,
    above,
    touching,
    maxLevel: Math.ceil(Math.log(deepest) / Math.log(LEVEL_FACTOR)),
    narrow: narrow.map((width) => generousWidth(width, 400, measure)),
    content: (at, limit) => {
      const event = lane.event(at);
      const content = make(event, { title: limit, short: limit !== undefined, runIn, lines });
      // The author's short title says more than the beginning of the long one.
      return content.cut && event.shortTitle ? make(event, { title: limit, short: true, runIn, lines }) : content;
    },
  });
}

/** Lanes one below the other, drawn apart evenly where a given height leaves room. */
function boxesOf(
  { form, used, stripHeight, footless }: Labelled,
  steps: readonly StackLimits[],
  request: StackRequest,
): LaneBox[] {
  const { timeline, start, end, gutter, axisRoom, relationLanes, options } = request;
  const { height, footerHeight, measure } = options;
  const place = (extra: number): LaneBox[] => {
    let top = request.top;
    return request.lanes.map(({ lane, size }, i) => {
      const box = laneBox({
        lane: timeline.lanes[lane] as Lane,
        count: size,
        used: used[i] as Used[number],
        top,
        stackLevels: (steps[i] as StackLimits).labelled,
        gutter,
        length: end - start,
        hasRelationLines: relationLanes.has(i),
        extra,
        rowGap: form.rowGap,
        tight: height !== undefined,
        measure,
      });
      top = box.bottom;
      return box;
    });
  };
  const boxes = place(0);
  const bottom = boxes.at(-1)?.bottom;
  if (height === undefined || bottom === undefined) return boxes;
  const free = height - bottom - axisRoom - stripHeight - (footless ? 0 : footerHeight);
  return free > 0 ? place(free / boxes.length) : boxes;
}

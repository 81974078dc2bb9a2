/**
 * The lanes of the horizontal figure one below the other: what form their labels have, how many rows each lane has for
 * them, and where all of it stands. Worked out once; level 0 shows how much room each lane needs, and it keeps that room.
 */
import { generousWidth } from "../base/text-width.js";
import type { AxisView } from "./axis-view.js";
import type { Lane, Timeline } from "../model/timeline.js";
import type { LaneBox } from "./figure-layout.js";
import { type LabelMaker, labelMakerOf } from "./label.js";
import { LEVEL_FACTOR } from "./label-level.js";
import { LabelTree } from "./label-tree.js";
import { aboveLine, headBelow, laneBox, nameLines } from "./lane-boxes.js";
import { type LaneFrame, laneFrame, type Steps } from "./lane-frame.js";
import type { LaneMarks } from "./lane-marks.js";
import { FULL_ROW, LOW_ROW, rowsFor, usedRows } from "./lane-rows.js";
import type { LayoutOptions } from "./layout-options.js";
import { FIGURE_INSET, NARROW_TITLE_WIDTH, ROW_GAP, RUN_IN_LINE, STRIP_HEIGHT } from "./metrics.js";
import { shareHeight } from "./row-budget.js";

export interface StackRequest {
  readonly timeline: Timeline;
  readonly lanes: readonly LaneMarks[];
  readonly domain: readonly [number, number];
  readonly deepest: number;
  /** The whole timeline in the figure. */
  readonly whole: AxisView;
  readonly start: number;
  readonly end: number;
  readonly gutter: number;
  /** Where the first lane begins, in px. */
  readonly top: number;
  /** From the last lane to the end of the axis, in px. */
  readonly axisRoom: number;
  /** Lanes in which threads run above the marks. */
  readonly threaded: ReadonlySet<number>;
  readonly options: LayoutOptions;
}

export interface LaneStack {
  readonly trees: readonly LabelTree[];
  readonly boxes: readonly LaneBox[];
  /** How often marks of each lane may step up. The lane has room for that. */
  readonly steps: readonly Steps[];
  readonly stripHeight: number;
  readonly footless: boolean;
  readonly form: Form;
  readonly make: LabelMaker;
  /** Heights of the rows of each lane below its line, and over it. */
  readonly used: readonly (readonly [readonly number[], readonly number[]])[];
}

/** How labels are set. */
interface Form {
  /** The date begins the first line of the title. */
  readonly runIn: boolean;
  readonly rowGap: number;
  /** Marks of labelled events that may touch: each steps up from the one before. */
  readonly touching: number;
  /** Widths of titles in crowded places, for a common face. */
  readonly narrow: readonly number[];
}

const ROOMY: Form = { runIn: false, rowGap: ROW_GAP, touching: 3, narrow: [NARROW_TITLE_WIDTH] };
/** For more events than a given height has room for. */
const DENSE: Form = { runIn: true, rowGap: 2, touching: 4, narrow: [NARROW_TITLE_WIDTH, 150, 125, 110, 100, 90] };
/** For many lanes in a given height: what marks would take to step up goes to labels. */
const TIGHT: Form = { ...DENSE, touching: 1 };
/** Dense labels are harder to read: they must show so many times as many events. */
const GAIN = 1.25;
/** Lanes with so many rows would not gain a quarter more labels by the room that marks take to step up. */
const PLENTY = 8;
/** Below the strip; less where the height is given. */
const STRIP_MARGIN = 16;
const LEAST_STRIP_MARGIN = 10;
/** Events looked at to tell whether titles have one line or two. */
const SAMPLE = 24;

export function stackLanes(request: StackRequest): LaneStack {
  const { timeline, options } = request;
  const make = labelMakerOf(timeline, options);
  const stacks = (form: Form, heights: Heights) => stackIn(form, heights, request, make);
  const roomy = heightsOf(ROOMY, request, make);
  if (options.height === undefined || timeline.events.length === 0) return stacks(ROOMY, roomy);
  let best = holdsLabels(roomy) ? stacks(ROOMY, roomy) : undefined;
  if (best?.labelled === timeline.events.length) return best;
  for (const form of [DENSE, TIGHT]) {
    if (form === TIGHT && best?.form === DENSE && best.used.every((rows) => rows.flat().length >= PLENTY)) break;
    const heights = heightsOf(form, request, make);
    // What has no room for any label is only worked out where no form has.
    if (form !== TIGHT && !holdsLabels(heights)) continue;
    const stack = stacks(form, heights);
    if (!best || stack.bare < best.bare || (stack.bare === best.bare && stack.labelled >= best.labelled * GAIN))
      best = stack;
  }
  return best as LaneStack;
}

function holdsLabels({ rows, above }: Heights): boolean {
  return [...rows, ...above].some(({ length }) => length > 0);
}

interface Heights {
  /** Of each lane: heights of rows below its line, and over it. */
  readonly rows: readonly (readonly number[])[];
  readonly above: readonly (readonly number[])[];
  readonly stripHeight: number;
  readonly footless: boolean;
}

/** @returns also how many labels show at level 0, and how many lanes with events have none */
function stackIn(
  form: Form,
  { rows, above, stripHeight, footless }: Heights,
  request: StackRequest,
  make: LabelMaker,
): LaneStack & { labelled: number; bare: number } {
  const { lanes, whole } = request;
  const trees = lanes.map((lane, i) => labelTree(lane, form, request, make, rows[i] ?? [], above[i] ?? []));
  const frames = lanes.map((lane, i) => laneFrame(lane, trees[i] as LabelTree, whole, tightly(form)));
  const steps = lanes.map((lane, i) => stepsOf(lane, trees[i] as LabelTree, frames[i] as LaneFrame, form, request));
  const used = frames.map((frame) => [usedRows(frame), usedRows(frame, true)] as const);
  used.forEach(([below, over], i) => {
    (trees[i] as LabelTree).settle(below, over, (steps[i] as Steps).labelled);
  });
  const boxes = boxesOf(form, request, frames, steps, stripHeight, footless);
  const labelled = frames.reduce((sum, frame) => sum + frame.labels.length, 0);
  const bare = frames.filter((frame) => frame.count > 0 && frame.labels.length === 0).length;
  return { trees, boxes, steps, stripHeight, footless, form, make, used, labelled, bare };
}

/** A lane is first drawn with few unlabelled marks over its line. */
function tightly({ touching }: Form): Steps {
  return { unlabelled: touching - 1, labelled: Number.POSITIVE_INFINITY };
}

/** A lane grows until all labelled marks have a track, unless the height is given; unlabelled ones use the tracks there are. */
function stepsOf(lane: LaneMarks, tree: LabelTree, frame: LaneFrame, form: Form, request: StackRequest): Steps {
  const most = request.options.height === undefined ? Number.POSITIVE_INFINITY : form.touching;
  const unlabelled = Math.max(1, Math.min(frame.steps, most));
  if (unlabelled <= tightly(form).unlabelled) return { unlabelled, labelled: unlabelled };
  const filled = laneFrame(lane, tree, request.whole, { unlabelled, labelled: unlabelled });
  return { unlabelled, labelled: Math.max(unlabelled, Math.min(filled.steps, most)) };
}

/** The same lanes with some of their events only: rows and boxes stay. */
export function refill(stack: LaneStack, request: StackRequest): LaneStack {
  const { form, make, used, steps } = stack;
  const trees = request.lanes.map((lane, i) => {
    const [below, over] = used[i] ?? [[], []];
    const tree = labelTree(lane, form, request, make, below, over);
    tree.settle(below, over, (steps[i] as Steps).labelled);
    tree.keep(stack.trees[i] as LabelTree);
    return tree;
  });
  return { ...stack, trees, boxes: stack.boxes.map((box, i) => ({ ...box, count: request.lanes[i]?.size ?? 0 })) };
}

/** Heights that rows of labels may have: by the number of lanes, or what a given height leaves for them. */
function heightsOf(form: Form, request: StackRequest, make: LabelMaker): Heights {
  const { timeline, lanes, gutter, top, axisRoom, threaded, options } = request;
  const { height, minimap, foot, measure } = options;
  const nameOf = (lane: number) =>
    nameLines(timeline.lanes[lane] as Lane, gutter, request.end - request.start, measure);
  const margin = height === undefined ? STRIP_MARGIN : LEAST_STRIP_MARGIN;
  const strip = minimap && timeline.events.length > 1 ? STRIP_HEIGHT + margin : 0;
  const most = rowsFor(Math.max(1, lanes.length));
  if (height === undefined) {
    const rows = lanes.map(({ size }) => repeated(FULL_ROW, rowsFor(lanes.length, size)));
    return { rows, above: lanes.map(() => []), stripHeight: strip, footless: false };
  }
  const rowHeight = form.runIn ? 2 * RUN_IN_LINE : mostTitlesAreShort(timeline, make) ? LOW_ROW : FULL_ROW;
  const budget = shareHeight({
    free: height - top - axisRoom,
    foot,
    strip,
    lanes: lanes.map(({ lane, size }, i) => ({
      above: aboveLine(timeline.lanes[lane] as Lane, form.touching, gutter, threaded.has(i)),
      head: headBelow(nameOf(lane).length, gutter, true),
      size,
    })),
    rowHeight,
    rowGap: form.rowGap,
    most: form.runIn ? most * 2 : most,
    lines: form.runIn,
  });
  // A single lane may hang labels on both sides of its line: two fans of half the height hold more than one.
  const both = form.runIn && lanes.length === 1 && threaded.size === 0;
  const over = budget.rows.map((rows) => (both ? Math.floor(rows.length / 2) : 0));
  return {
    rows: budget.rows.map((rows, i) => rows.slice(over[i])),
    above: budget.rows.map((rows, i) => rows.slice(0, over[i])),
    stripHeight: budget.strip,
    footless: budget.foot < foot,
  };
}

function repeated(value: number, count: number): number[] {
  return Array.from({ length: count }, () => value);
}

function mostTitlesAreShort({ events }: Timeline, make: LabelMaker): boolean {
  const sample = events.slice(0, SAMPLE);
  return sample.filter((event) => make(event).lines.length === 1).length * 2 > sample.length;
}

function labelTree(
  lane: LaneMarks,
  { runIn, touching, narrow }: Form,
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
  { rowGap }: Form,
  request: StackRequest,
  frames: readonly LaneFrame[],
  steps: readonly Steps[],
  stripHeight: number,
  footless: boolean,
): LaneBox[] {
  const { timeline, start, end, gutter, axisRoom, threaded, options } = request;
  const { height, foot, measure } = options;
  const place = (extra: number): LaneBox[] => {
    let top = request.top;
    return frames.map((frame, i) => {
      const box = laneBox({
        lane: timeline.lanes[frame.lane] as Lane,
        frame,
        top,
        steps: (steps[i] as Steps).labelled,
        gutter,
        length: end - start,
        threads: threaded.has(i),
        extra,
        rowGap,
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
  const free = height - bottom - axisRoom - stripHeight - (footless ? 0 : foot);
  return free > 0 ? place(free / boxes.length) : boxes;
}

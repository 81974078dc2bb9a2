/** The axis in px: ticks, their labels, the larger unit over them, and folds. */
import type { MeasureText } from "../../base/text-width.js";
import type { Locale } from "../../time/locale.js";
import type { Fold, Scale } from "../../time/scale.js";
import { chooseStep, type TickMark, ticks } from "../../time/ticks/ticks.js";
import { equalTicks, logTicks } from "../../time/ticks/uneven-ticks.js";
import type { TickStep } from "../../time/ticks/tick-steps.js";
import { SMALL_SIZE } from "../metrics.js";

export interface AxisTick {
  /** px along the axis. */
  readonly t: number;
  readonly label?: string;
  readonly context?: string;
  /** The label stands so many px further left, under its tick, where there is no room for all of it after the tick. */
  readonly labelShift?: number;
  /** Where the larger unit ends, in px along the axis, if it stands before its tick or under it: at the end of the axis. */
  readonly contextEnd?: number;
}

export interface AxisFold {
  readonly from: number;
  readonly to: number;
  readonly fold: Fold;
}

export interface AxisLayout {
  readonly ticks: readonly AxisTick[];
  readonly folds: readonly AxisFold[];
  /** Stretches of the line between folds, in px. */
  readonly segments: readonly (readonly [number, number])[];
}

export interface AxisRequest {
  readonly scale: Scale;
  /** Window on the axis, in its units. */
  readonly from: number;
  readonly to: number;
  readonly px: (place: number) => number;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** Down the page, labels need their height as room, not their width. */
  readonly vertical: boolean;
  /** The larger unit stands in the row of the smaller, in its place. */
  readonly oneRow?: boolean;
  /** Of the ticks; by default what suits the window. */
  readonly step?: TickStep | undefined;
}

/** A label needs this much after its tick, so that it is not cut at the end of the axis. */
const TICK_LABEL_INDENT = 5;
/** Least space before a label that stands under its tick. */
const TICK_LABEL_GAP = 8;
/** Words of a tick are no longer than this. */
const TICK_TEXT_WIDTH_MAX = 300;
/** Room of a label down the page, where it may take two lines. */
const VERTICAL_TICK_HEIGHT = 36;
/** Down the page there is little room beside the axis, so its labels are few and short. */
const VERTICAL_TICK_SPACING = 150;

export function layOutAxis(request: AxisRequest): AxisLayout {
  const { scale, from, to, px } = request;
  const folds = scale.folds
    .filter((fold) => fold.to > from && fold.from < to)
    .map((fold): AxisFold => ({ fold, from: px(fold.from), to: px(fold.to) }));
  const stretches = openStretches(request);
  return {
    ticks: request.vertical
      ? mergeContext(allTicks(request, stretches))
      : withoutCollisions(mergeContext(allTicks(request, stretches)), px(from), px(to), request),
    folds,
    segments: stretches.map(([a, b]) => [px(scale.position(a)), px(scale.position(b))]),
  };
}

/** The axis of a window, or of a longer stretch at the same px. */
export type OverscanAxis = (request: AxisRequest, drawn: Pick<AxisRequest, "from" | "to">) => AxisLayout;

/**
 * The axis of a longer stretch than the window, with the ticks that the window has. The larger unit that stands at the
 * beginning of the window stays there; the rest is remembered while the window is moved along it.
 */
export function overscanAxis(): OverscanAxis {
  let last: { readonly key: string; readonly step: TickStep | undefined; readonly frame: AxisLayout } | undefined;
  return (request, { from, to }) => {
    if (from === request.from && to === request.to) return layOutAxis(request);
    // A longer stretch might have fewer of them.
    const step = stepOf(request);
    const key = [from, to, request.px(from), request.px(to)].join(" ");
    if (last?.key !== key || last.step !== step) {
      last = { key, step, frame: layOutAxis({ ...request, from, to, step }) };
    }
    const { frame } = last;
    const first = firstTick({ ...request, step });
    const stays = first?.context !== undefined && frame.ticks.every(({ t }) => Math.abs(t - first.t) >= 0.5);
    if (!stays) return frame;
    const ticks = request.vertical ? frame.ticks : frame.ticks.map((tick) => withoutOverlap(tick, first, request));
    return { ...frame, ticks: [...ticks, first].sort((a, b) => a.t - b.t) };
  };
}

/** The first tick of the window. What is further on than this is not asked about. */
function firstTick(request: AxisRequest): AxisTick | undefined {
  const { from, to, px } = request;
  const part = Math.min(1, TICK_TEXT_WIDTH_MAX / (px(to) - px(from)));
  return layOutAxis({ ...request, to: from + (to - from) * part }).ticks[0];
}

/** A tick without the words that would run into those at the beginning of the window. */
function withoutOverlap(tick: AxisTick, first: AxisTick, request: AxisRequest): AxisTick {
  if (Math.abs(tick.t - first.t) > TICK_TEXT_WIDTH_MAX) return tick;
  const end = (t: number, text: string | undefined, weight: 400 | 600): number =>
    text === undefined ? Number.NEGATIVE_INFINITY : t + TICK_LABEL_INDENT + request.measure(text, SMALL_SIZE, weight);
  const from = tick.t - (tick.labelShift ?? 0);
  const { label, context, ...bare } = tick;
  const runsInto = (words: number): boolean =>
    words > first.t && from < end(first.t, first.context, 600) + TICK_LABEL_GAP;
  const labelStays = label !== undefined && !(request.oneRow && runsInto(end(from, label, 400)));
  const contextStays = context !== undefined && !runsInto(end(tick.t, context, 600));
  return { ...bare, ...(labelStays ? { label } : {}), ...(contextStays ? { context } : {}) };
}

/** The step of the ticks; none where they are not of time. */
function stepOf(request: AxisRequest): TickStep | undefined {
  if (request.scale.type === "equal" || request.scale.type === "log") return undefined;
  const stretches = openStretches(request);
  const [only] = stretches;
  return commonStep(request, stretches) ?? (only && chooseStep(tickRequest(request, ...only)));
}

function allTicks(request: AxisRequest, stretches: readonly (readonly [number, number])[]): AxisTick[] {
  const { scale, from, px } = request;
  const at = ({ time, label, context }: TickMark): AxisTick => ({
    t: px(scale.position(time)),
    ...(label ? { label } : {}),
    ...(context ? { context } : {}),
  });
  if (scale.type === "equal" || scale.type === "log") {
    const uneven = { ...request, room: roomOf(request, VERTICAL_TICK_HEIGHT) };
    if (scale.type === "equal") return equalTicks(uneven).map(at);
    const { marks, context } = logTicks(uneven);
    return [{ t: px(from), context }, ...marks.map(at)];
  }
  const step = request.step ?? commonStep(request, stretches);
  const found: AxisTick[] = [];
  let context: string | undefined;
  for (const [a, b] of stretches) {
    const made = ticks({ ...tickRequest(request, a, b), step });
    const opening = contextAtStart(made.marks, made.context, context);
    if (opening) found.push({ t: px(scale.position(a)), context: opening });
    found.push(...made.marks.map(at));
    context = made.marks.findLast((mark) => mark.context)?.context ?? made.context ?? context;
  }
  return found;
}

/** Room of a label along the axis: its width, or down the page a height. */
function roomOf({ vertical, measure }: AxisRequest, height: number): (label: string) => number {
  return vertical ? () => height : (label) => measure(label, SMALL_SIZE, 400) + TICK_LABEL_INDENT;
}

/** The larger unit at the beginning of a stretch, unless its first tick says it or it was said already. */
function contextAtStart(
  marks: readonly TickMark[],
  context: string | undefined,
  before: string | undefined,
): string | undefined {
  const first = marks[0];
  if (context === undefined || context === before) return undefined;
  return first?.context === context ? undefined : context;
}

/** A tick at the very beginning carries the larger unit itself. */
function mergeContext(found: readonly AxisTick[]): AxisTick[] {
  const result: AxisTick[] = [];
  for (const tick of found) {
    const before = result.at(-1);
    if (before && before.label === undefined && Math.abs(before.t - tick.t) < 0.5) {
      result[result.length - 1] = { ...tick, ...(before.context && !tick.context ? { context: before.context } : {}) };
    } else result.push(tick);
  }
  return result;
}

/** The window in time, cut at its folds. */
function openStretches({ scale, from, to }: AxisRequest): (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  let start = scale.timeAt(from);
  for (const fold of scale.folds) {
    if (fold.to <= from) continue;
    if (fold.from >= to) break;
    if (fold.start > start) stretches.push([start, fold.start]);
    start = Math.max(start, fold.end);
  }
  const end = scale.timeAt(to);
  if (end > start) stretches.push([start, end]);
  return stretches;
}

function tickRequest(request: AxisRequest, start: number, end: number) {
  const { scale, px, locale } = request;
  return {
    start,
    end,
    length: Math.max(1, px(scale.position(end)) - px(scale.position(start))),
    locale,
    room: roomOf(request, VERTICAL_TICK_SPACING),
    short: request.vertical,
  };
}

/** One step for all stretches: the one that suits them joined together. */
function commonStep(request: AxisRequest, stretches: readonly (readonly [number, number])[]): TickStep | undefined {
  if (stretches.length <= 1) return undefined;
  const length = stretches.reduce(
    (sum, [a, b]) => sum + request.px(request.scale.position(b)) - request.px(request.scale.position(a)),
    0,
  );
  const time = stretches.reduce((sum, [a, b]) => sum + b - a, 0);
  const start = (stretches[0] as readonly [number, number])[0];
  return chooseStep({ ...tickRequest(request, start, start + time), length });
}

/** Leaves out what has no room: a label before the next one, a larger unit before the next one, both at the end. */
function withoutCollisions(found: readonly AxisTick[], start: number, end: number, request: AxisRequest): AxisTick[] {
  const width = (text: string, weight: 400 | 600): number =>
    TICK_LABEL_INDENT + request.measure(text, SMALL_SIZE, weight);
  const contexts = new Set<AxisTick>();
  let contextLimit = end;
  let last: readonly [AxisTick, number] | undefined;
  const units = found.filter(({ context }) => context !== undefined);
  for (const [i, tick] of [...units.entries()].reverse()) {
    const size = width(tick.context ?? "", 600);
    if (tick.t + size + 4 <= contextLimit) {
      contexts.add(tick);
      contextLimit = tick.t;
      continue;
    }
    // The last one of all may stand before its tick, or else under it. One that a window cuts off is not the last: it would
    // come and go as one pans.
    if (contextLimit !== end || request.to < request.scale.domain[1]) continue;
    const ends = units.map(({ t, context = "" }) => t + width(context, 600) + 4);
    const free = ends.findLast((x, n) => n < i && x <= (units[n + 1]?.t ?? 0)) ?? start;
    const to = [tick.t - TICK_LABEL_INDENT, end].find((x) => x + TICK_LABEL_INDENT - size >= free);
    if (to === undefined) continue;
    contexts.add(tick);
    last = [tick, to];
    contextLimit = to - size;
  }
  // In one row the larger units come first: labels stand between them.
  const taken = request.oneRow
    ? [...contexts].map((tick): [number, number] => {
        const size = width(tick.context ?? "", 600) + 8;
        const from = tick === last?.[0] ? last[1] - size : tick.t;
        return [from, from + size];
      })
    : [];
  const isFree = (from: number, to: number): boolean => taken.every(([a, b]) => to <= a || from >= b);
  let labelLimit = end;
  const kept: AxisTick[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const tick = found[i] as AxisTick;
    const { t, label, context } = tick;
    const size = label === undefined ? 0 : width(label, 400);
    const fits = label !== undefined && t + size <= labelLimit && isFree(t, t + size);
    // The last label may stand under its tick instead of after it, if the tick is short and the label before ends there.
    const from = end - size;
    const pulled =
      !fits &&
      label !== undefined &&
      context === undefined &&
      labelLimit === end &&
      isFree(from, end) &&
      labelBefore(found, i, width) + TICK_LABEL_GAP <= from;
    if (pulled) labelLimit = from;
    else if (fits) labelLimit = t;
    kept.push({
      t,
      ...(fits || pulled ? { label } : {}),
      ...(contexts.has(tick) ? { context } : {}),
      ...(tick === last?.[0] ? { contextEnd: last[1] } : {}),
      ...(pulled ? { labelShift: t - from } : {}),
    });
  }
  return kept.reverse();
}

/** Where the last label before a tick ends. */
function labelBefore(
  found: readonly AxisTick[],
  i: number,
  width: (text: string, weight: 400 | 600) => number,
): number {
  const before = found.findLast((other, n) => n < i && other.label !== undefined);
  return before ? before.t + width(before.label ?? "", 400) : Number.NEGATIVE_INFINITY;
}

/** The axis in px: ticks with labels and context (the larger unit, such as the year above months), and folds. */
import { civilOf } from "../../time/calendar.js";
import { unitBeginning } from "../../time/ticks/tick-labels.js";
import { chooseStep, type TickMark, ticks } from "../../time/ticks/ticks.js";
import { equalTicks, logTicks } from "../../time/ticks/uneven-ticks.js";
import { stepTimes } from "../../time/ticks/step-times.js";
import type { TickStep, TickUnit } from "../../time/ticks/tick-steps.js";
import { contextAtStart } from "./context-at-start.js";
import { SMALL_SIZE, TICK_LABEL_GAP, TICK_LABEL_INDENT } from "../metrics.js";
import type { AxisFold, AxisLayout, AxisRequest, AxisTick } from "./axis-layout.js";
import { withoutCollisions } from "./tick-collisions.js";

/** Upper limit of the width of a tick's text, in px. */
const TICK_TEXT_WIDTH_MAX = 300;
/** Between the label of a tick and the count after it, in px. */
const COUNT_GAP = 8;
/** Counts stand beside years where at least so many years have a label. */
const COUNTED_LABELS_MIN = 3;
/** Units whose first tick of a larger unit says nothing beside that unit. */
const TIMES_OF_DAY: readonly TickUnit[] = ["hour", "minute"];
/** Height of a tick label of two lines on a vertical axis, in px. */
const VERTICAL_TICK_HEIGHT = 36;
/** Distance of the time ticks of a vertical axis, in px: few and short labels suit its narrow column. */
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

/** Lays out the axis of a window, or of a longer stretch with the same mapping to px. */
export type OverscanAxis = (request: AxisRequest, drawn: Pick<AxisRequest, "from" | "to">) => AxisLayout;

/**
 * Lays out the axis with overscan, using the tick step of the window. The context at the start of the window stays there;
 * everything else is cached, so that panning within the overscan does not compute ticks anew.
 */
export function overscanAxis(): OverscanAxis {
  let last: { readonly key: string; readonly step: TickStep | undefined; readonly frame: AxisLayout } | undefined;
  return (request, { from, to }) => {
    if (from === request.from && to === request.to) return layOutAxis(request);
    // The overscan must not change the tick step.
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

/** The first tick of the window. Only a short piece of the axis is laid out to find it. */
function firstTick(request: AxisRequest): AxisTick | undefined {
  const { from, to, px } = request;
  const part = Math.min(1, TICK_TEXT_WIDTH_MAX / (px(to) - px(from)));
  return layOutAxis({ ...request, to: from + (to - from) * part }).ticks[0];
}

/** A tick without the texts that would overlap the context at the start of the window. */
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

/** The tick step in time; `undefined` for scales whose ticks are not spaced in time. */
function stepOf(request: AxisRequest): TickStep | undefined {
  if (request.scale.type === "equal" || request.scale.type === "log") return undefined;
  const stretches = openStretches(request);
  const [only] = stretches;
  return commonStep(request, stretches) ?? (only && countedStep(request, ...only));
}

/** The step of a stretch: with room for counts beside the years, where years are labelled and enough of them have it. */
function countedStep(request: AxisRequest, start: number, end: number): TickStep {
  const asked = tickRequest(request, start, end);
  const step = chooseStep(asked);
  const { counts } = request;
  if (!counts || step.unit !== "year") return step;
  const room = (label: string): number => asked.room(label) + countRoom(counts.widest, request);
  const wider = chooseStep({ ...asked, room });
  return (end - start) / wider.length >= COUNTED_LABELS_MIN ? wider : step;
}

function countRoom(count: string, { measure }: AxisRequest): number {
  return COUNT_GAP + measure(count, SMALL_SIZE, 400);
}

function allTicks(request: AxisRequest, stretches: readonly (readonly [number, number])[]): AxisTick[] {
  const { scale, from, px } = request;
  const at = ({ time, label, context }: TickMark): AxisTick => ({
    t: px(scale.position(time)),
    ...(label ? { label } : {}),
    ...(context ? { context } : {}),
  });
  const counted = ({ time, label = "", context }: TickMark, step: TickStep): AxisTick["count"] => {
    const { counts, measure } = request;
    if (!counts || label === "" || context !== undefined || step.unit !== "year") return undefined;
    const [next = Number.POSITIVE_INFINITY] = stepTimes(step, time + 1, time + 1.5 * step.length);
    const text = counts.words(time, next);
    const at = TICK_LABEL_INDENT + measure(label, SMALL_SIZE, 400) + COUNT_GAP;
    return at + measure(text, SMALL_SIZE, 400) < px(scale.position(next)) - px(scale.position(time))
      ? { text, at }
      : undefined;
  };
  if (scale.type === "equal" || scale.type === "log") {
    const uneven = { ...request, room: roomOf(request, VERTICAL_TICK_HEIGHT) };
    if (scale.type === "equal") return equalTicks(uneven).map(at);
    const { marks, context } = logTicks(uneven);
    return [{ t: px(from), context }, ...marks.map(at)];
  }
  const [first] = stretches;
  const step = request.step ?? commonStep(request, stretches) ?? (first && countedStep(request, ...first));
  const found: AxisTick[] = [];
  let context: string | undefined;
  for (const [a, b] of stretches) {
    const made = ticks({ ...tickRequest(request, a, b), step });
    const opening = contextAtStart(made.marks, made.context, context);
    if (opening) found.push({ t: px(scale.position(a)), context: opening });
    let before = a;
    for (const mark of made.marks) {
      const count = counted(mark, made.step);
      const { label, ...bare } = at(mark);
      // Midnight is where the date of the day begins; its year is said once.
      const isMidnight = mark.context !== undefined && TIMES_OF_DAY.includes(made.step.unit) && !request.vertical;
      const isBrief = isMidnight && mark.time > before && civilOf(mark.time).year === civilOf(before).year;
      if (mark.context !== undefined) before = mark.time;
      found.push({
        ...bare,
        ...(label === undefined || isMidnight ? {} : { label }),
        ...(isBrief ? { context: unitBeginning(mark.time, made.step, request.locale) as string } : {}),
        ...(count ? { count } : {}),
      });
    }
    context = made.marks.findLast((mark) => mark.context)?.context ?? made.context ?? context;
  }
  return found;
}

/** Length of a label along the axis: its width, or `height` on a vertical axis. */
function roomOf({ vertical, measure }: AxisRequest, height: number): (label: string) => number {
  return vertical ? () => height : (label) => measure(label, SMALL_SIZE, 400) + TICK_LABEL_INDENT;
}

/** Merges a tick that has only a context into a tick at the same place. */
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

/** The window as stretches of time between its folds. */
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
    presentYear: scale.presentYear,
  };
}

/** One tick step for all stretches, chosen as if they were joined. */
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

/** Ticks of a linear axis in two levels: a unit, and above it the larger unit, written once ("2024" above "Oct"). */
import { civilOf, DATE_LIMIT, instantOf } from "../calendar.js";
import type { Locale } from "../locale.js";
import type { Instant } from "../span.js";
import { floorTo, stepTimes } from "./step-times.js";
import { deepTimeYear, tickContext, tickLabel } from "./tick-labels.js";
import { ALL_STEPS, TICK_STEPS, type TickStep } from "./tick-steps.js";

export interface TickMark {
  readonly time: Instant;
  /** Absent for small ticks between labelled ticks. */
  readonly label?: string;
  /** The larger unit that begins here. */
  readonly context?: string;
}

export interface Ticks {
  /** All ticks in order of time. */
  readonly marks: readonly TickMark[];
  /** The larger unit at `start`. */
  readonly context: string | undefined;
  readonly step: TickStep;
}

export interface TickRequest {
  /** The first instant of the stretch to mark. */
  readonly start: Instant;
  readonly end: Instant;
  /** Length of the stretch on the axis, in px. */
  readonly length: number;
  readonly locale: Locale;
  /** Room that a label takes along the axis, in px. */
  readonly room: (label: string) => number;
  /** Abbreviates the names of months in the larger unit too. */
  readonly short?: boolean;
  /** The year from which "years ago" count. Default {@link PRESENT_YEAR}. */
  readonly presentYear?: number | undefined;
  /** Least space between a label and the next tick, in px, where labels may stand close. Default {@link TICK_GAP_PX}. */
  readonly gap?: number | undefined;
  /** A fixed step, for several stretches of one axis that must have the same step. */
  readonly step?: TickStep | undefined;
}

/** The most labels of an axis, of which only labels of months may be more: each month has its label where there is room. */
export const MAX_TICK_LABELS = 14;
/** From this length on an axis has at least `MIN_TICK_LABELS` labels, in px. A stretch between two folds may be shorter. */
const FULL_AXIS_PX = 320;
const MIN_TICK_LABELS = 3;
/** Space between a label and the next tick, in px. */
const TICK_GAP_PX = 12;
/** The space where a wider one would leave too few labels, in px. */
const NARROW_TICK_GAP_PX = 2;
/** Months differ in length, so a step may give this part of a label more than its mean length does. */
const LABEL_COUNT_TOLERANCE = 0.1;
/** The least distance of two ticks beyond the space between label and tick, in px. */
const MIN_LABEL_PX = 6;
/** The least distance of two small ticks, in px. */
const MIN_SMALL_TICK_PX = 8;
/** The shortest month or year is at least this fraction of the mean one. */
const SHORTEST_UNIT = 0.9;

export function ticks(request: TickRequest): Ticks {
  const step = request.step ?? chooseStep(request);
  const labelled = stepTimes(step, request.start, request.end, deepTimeYear(step, request));
  const marks: TickMark[] = [];
  let context = tickContext(request.start, step, request.locale, request);
  const first = context;
  const small = smallerTimes(step, request);
  let i = 0;
  for (const time of labelled) {
    while (i < small.length && (small[i] as number) < time) marks.push({ time: small[i++] as number });
    while (i < small.length && small[i] === time) i++;
    const now = tickContext(time, step, request.locale, request);
    const label = tickLabel(time, step, request.locale, request);
    marks.push(now === context || now === undefined ? { time, label } : { time, label, context: now });
    context = now ?? context;
  }
  while (i < small.length) marks.push({ time: small[i++] as number });
  return { marks, context: first, step };
}

/** The finest round step whose labels have room. Where it gives too few labels, the finest of all steps. */
export function chooseStep(request: TickRequest): TickStep {
  const { gap } = request;
  // Close labels are measured without an allowance for short months.
  const round = finest(request, gap ?? TICK_GAP_PX, gap === undefined ? SHORTEST_UNIT : 1, false);
  if (round && (request.length < FULL_AXIS_PX || request.length / pxOf(round, request) >= MIN_TICK_LABELS))
    return round;
  const spare = finest(request, NARROW_TICK_GAP_PX, 1, true);
  return (round && spare && spare.length >= round.length ? round : (spare ?? round)) ?? (TICK_STEPS.at(-1) as TickStep);
}

function pxOf(step: TickStep, { start, end, length }: TickRequest): number {
  return (step.length * length) / (end - start);
}

/** The finest step whose labels fit. Spare steps are tried with the exact widths of all their labels. */
function finest(request: TickRequest, gap: number, share: number, spare: boolean): TickStep | undefined {
  const { start, end, length, locale, room } = request;
  const perMs = length / (end - start);
  const outside = Math.max(Math.abs(start), Math.abs(end)) > DATE_LIMIT;
  for (const step of spare ? ALL_STEPS : TICK_STEPS) {
    const px = step.length * perMs;
    if (
      (step.unit !== "month" && px < length / (MAX_TICK_LABELS - LABEL_COUNT_TOLERANCE)) ||
      px < gap + MIN_LABEL_PX ||
      (outside && step.unit !== "year")
    )
      continue;
    const times = spare
      ? [...samples(step, start, end), ...stepTimes(step, start, end, deepTimeYear(step, request))]
      : samples(step, start, end);
    const widest = times.reduce((most, time) => Math.max(most, room(tickLabel(time, step, locale, request))), 0);
    if (widest + gap <= px * share) return step;
  }
  return undefined;
}

/** Ticks whose labels are measured for the whole step: both ends and the middle, or all months, whose names differ in width. */
function samples(step: TickStep, start: Instant, end: Instant): Instant[] {
  const found = [start, (start + end) / 2, end];
  if (step.unit !== "month") return found.map((time) => floorTo(step, time));
  const year = civilOf(start).year;
  return Array.from({ length: 12 / step.count }, (_, i) => instantOf(year, 1 + i * step.count));
}

/** Ticks without labels between the labelled ticks, where a smaller step divides the step evenly. */
function smallerTimes(step: TickStep, request: TickRequest): Instant[] {
  const perMs = request.length / (request.end - request.start);
  const index = TICK_STEPS.indexOf(step);
  for (let i = Math.max(0, index - 6); i < index; i++) {
    const finer = TICK_STEPS[i] as TickStep;
    const parts = step.count / finer.count;
    const divides =
      finer.unit === step.unit
        ? Number.isInteger(parts)
        : step.unit === "year" && step.count === 1 && finer.unit === "month";
    const evenDays = finer.unit !== "day" || step.count === 1;
    if (divides && evenDays && finer.length * perMs >= MIN_SMALL_TICK_PX && (finer.unit !== step.unit || parts <= 12)) {
      return stepTimes(finer, request.start, request.end, deepTimeYear(step, request));
    }
  }
  return [];
}

/** Ticks of an axis in two levels: a unit, and above it the larger unit it belongs to, said once ("Oct" over "2024"). */
import { civilOf, instantOf } from "../calendar.js";
import type { Locale } from "../locale.js";
import type { Instant } from "../span.js";
import { DATE_LIMIT, floorTo, stepTimes } from "./step-times.js";
import { tickContext, tickLabel } from "./tick-labels.js";
import { ALL_STEPS, TICK_STEPS, type TickStep } from "./tick-steps.js";

export interface TickMark {
  readonly time: Instant;
  /** Absent for small ticks between labelled ones. */
  readonly label?: string;
  /** The larger unit that begins here. */
  readonly context?: string;
}

export interface Ticks {
  /** All ticks in order of time. */
  readonly marks: readonly TickMark[];
  /** The larger unit at the beginning of the stretch. */
  readonly context: string | undefined;
  readonly step: TickStep;
}

export interface TickRequest {
  /** The stretch to mark, in time. */
  readonly start: Instant;
  readonly end: Instant;
  /** Its length on the axis, in px. */
  readonly length: number;
  readonly locale: Locale;
  /** Room that a label takes along the axis, in px. */
  readonly room: (label: string) => number;
  /** Names of months are abbreviated in the larger unit, too. */
  readonly short?: boolean;
  /** A step to use whatever room there is, for stretches of one axis that must agree. */
  readonly step?: TickStep | undefined;
}

/** At most so many labels, however long the axis; a tenth less, since months differ in length. */
const MOST_LABELS = 14;
/** The length from which an axis has at least so many labels; a stretch between two folds may have fewer. */
const SHORTEST_AXIS = 320;
const FEWEST_LABELS = 3;
/** px between a label and the next tick; less where there would be too few labels. */
const GAP = 12;
const NARROW_GAP = 2;

export function ticks(request: TickRequest): Ticks {
  const step = request.step ?? chooseStep(request);
  const labelled = stepTimes(step, request.start, request.end);
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

/** The finest round step whose labels have room; where that leaves fewer than three labels, the finest of all steps. */
export function chooseStep(request: TickRequest): TickStep {
  const round = finest(request, GAP, 0.9, false);
  if (round && (request.length < SHORTEST_AXIS || request.length / pxOf(round, request) >= FEWEST_LABELS)) return round;
  const spare = finest(request, NARROW_GAP, 1, true);
  return (round && spare && spare.length >= round.length ? round : (spare ?? round)) ?? (TICK_STEPS.at(-1) as TickStep);
}

function pxOf(step: TickStep, { start, end, length }: TickRequest): number {
  return (step.length * length) / (end - start);
}

function finest(request: TickRequest, gap: number, share: number, spare: boolean): TickStep | undefined {
  const { start, end, length, locale, room } = request;
  const perMs = length / (end - start);
  const outside = Math.max(Math.abs(start), Math.abs(end)) > DATE_LIMIT;
  for (const step of spare ? ALL_STEPS : TICK_STEPS) {
    const px = step.length * perMs;
    if (px < length / (MOST_LABELS - 0.1) || px < gap + 6 || (outside && step.unit !== "year")) continue;
    const times = spare ? [...samples(step, start, end), ...stepTimes(step, start, end)] : samples(step, start, end);
    const widest = times.reduce((most, time) => Math.max(most, room(tickLabel(time, step, locale, request))), 0);
    // Months and years differ in length by a tenth at most.
    if (widest + gap <= px * share) return step;
  }
  return undefined;
}

/** A few ticks whose labels stand for all: those of the ends, and every month, since names differ in width. */
function samples(step: TickStep, start: Instant, end: Instant): Instant[] {
  const found = [start, (start + end) / 2, end];
  if (step.unit !== "month") return found.map((time) => floorTo(step, time));
  const year = civilOf(start).year;
  return Array.from({ length: 12 / step.count }, (_, i) => instantOf(year, 1 + i * step.count));
}

/** Ticks without labels, four or so between labelled ones: only where a smaller step divides the step evenly. */
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
    if (divides && evenDays && finer.length * perMs >= 6 && (finer.unit !== step.unit || parts <= 12)) {
      return stepTimes(finer, request.start, request.end);
    }
  }
  return [];
}

/** The axis of the vertical figure: its texts are broken into lines in a narrow column and never overlap. */
import { expectedWidth } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import { durationInWords } from "../../time/wording/duration.js";
import { layOutAxis, type OverscanAxis } from "../axis/axis.js";
import type { AxisFold, AxisRequest } from "../axis/axis-layout.js";
import { FIGURE_INSET, SMALL_SIZE } from "../metrics.js";

/** Line height of the axis texts, in px. */
export const AXIS_LINE_HEIGHT = 14;

export interface ColumnTick {
  /** px along the axis. */
  readonly t: number;
  /** Lines of the label, centred on the tick. */
  readonly label: readonly string[];
  /** Lines of the context, the larger unit. */
  readonly context: readonly string[];
  /** Middle of the first line of the context, in px along the axis. */
  readonly contextAt: number;
}

export interface ColumnFold extends AxisFold {
  /** Lines of the fold's duration, centred on the fold. */
  readonly label: readonly string[];
  /** Right edge of the label, in px from the axis. */
  readonly labelEnd: number;
}

export interface ColumnAxis {
  readonly ticks: readonly ColumnTick[];
  readonly folds: readonly ColumnFold[];
  readonly segments: readonly (readonly [number, number])[];
  /** Middle of the word "today", in px along the axis. */
  readonly nowAt: number | undefined;
}

/** Most lines of one label. */
const AXIS_LABEL_LINES_MAX = 3;
/** From the right edge of the texts to the axis, in px. */
const AXIS_TEXT_GAP = 11;
/** Left margin of the texts in px, so that none touches the edge of a phone. */
const AXIS_TEXT_INSET = 8;
/** Durations of folds wider than this are broken into lines, in px. */
const FOLD_TEXT_WIDTH_MAX = 76;
/** Gap between texts, in px. */
const AXIS_LINE_GAP = 3;
/** Free space around the text of a fold, in lines. */
const FOLD_TEXT_PADDING_LINES = 0.4;
/** How far texts may reach beyond the ends of the axis, in px; the plot is clipped there. */
const AXIS_TEXT_OVERHANG = 12;

type Request = Omit<AxisRequest, "vertical" | "oneRow">;

export interface ColumnAxisOptions {
  /** x of the axis, in px; texts stand left of it, but that of a fold may cross it. */
  readonly axisX: number;
  /** Position of the option `now`, in px along the axis. */
  readonly now: number | undefined;
  /** Free width right of the axis between two places along it, in px; negative where something crosses the axis. */
  readonly freeTo: (from: number, to: number) => number;
  /** The stretch to lay out: the window, or more with overscan. */
  readonly drawn: Pick<Request, "from" | "to">;
  readonly frame: OverscanAxis;
}

export function columnAxis(request: Request, options: ColumnAxisOptions): ColumnAxis {
  const { axisX, now, freeTo, drawn, frame } = options;
  const { ticks, folds: cuts, segments } = frame({ ...request, vertical: true }, drawn);
  const width = axisX - AXIS_TEXT_GAP - AXIS_TEXT_INSET;
  const folds = cuts.map((fold) => columnFold(fold, request, axisX, freeTo));
  const taken = folds.map(({ from, to, label }) =>
    blockOf((from + to) / 2, Math.max(1, label.length) + FOLD_TEXT_PADDING_LINES),
  );
  const nowAt = now === undefined ? undefined : nowLabelPlace(now, folds);
  if (nowAt !== undefined) taken.push(blockOf(nowAt, 1));
  const lines = linesOf(request, width);
  const kept = ticks.map((tick) => ({ t: tick.t, label: lines(tick.label, 400), context: lines(tick.context, 600) }));
  const top = request.px(drawn.from) - AXIS_TEXT_OVERHANG;
  const bottom = request.px(drawn.to) + AXIS_TEXT_OVERHANG;
  const free = (from: number, to: number): boolean =>
    from >= top && to <= bottom && taken.every(([a, b]) => to <= a || from >= b);
  const take = (middle: number, count: number): boolean => {
    const [from, to] = blockOf(middle, count);
    if (!free(from, to)) return false;
    taken.push([from, to]);
    return true;
  };
  // With overscan the plot is clipped at the window, so a text at its start stands inside.
  const cut = drawn.from < request.from ? request.px(request.from) : Number.NaN;
  const labels = kept.map(({ t, label }) => label.length > 0 && take(t, label.length));
  return {
    folds,
    segments,
    nowAt,
    ticks: kept.map(({ t, label, context }, i): ColumnTick => {
      const labelled = labels[i] as boolean;
      const places = labelled
        ? [-1, 1].map((side) => t + (side * (label.length + context.length) * AXIS_LINE_HEIGHT) / 2)
        : [t, t + (context.length * AXIS_LINE_HEIGHT) / 2].slice(Math.abs(t - cut) < 0.5 ? 1 : 0);
      const place = context.length > 0 ? places.find((middle) => take(middle, context.length)) : undefined;
      return {
        t,
        label: labelled ? label : [],
        context: place === undefined ? [] : context,
        contextAt: (place ?? t) - ((context.length - 1) * AXIS_LINE_HEIGHT) / 2,
      };
    }),
  };
}

/**
 * Smallest x of the axis at which its longest word fits left of it, in px.
 *
 * @param now the word "today", if the option `now` is set
 */
export function axisTextWidth(request: Request, now: string | undefined): number {
  const { measure } = request;
  const { ticks, folds } = layOutAxis({ ...request, vertical: true });
  const widest = (text: string | undefined, weight: 400 | 600): number =>
    Math.max(0, ...(text ?? "").split(" ").map((word) => measure(word, SMALL_SIZE, weight)));
  const ofTicks = ticks.reduce((most, tick) => Math.max(most, widest(tick.label, 400), widest(tick.context, 600)), 0);
  const ofFolds = folds.reduce((most, fold) => {
    // In one line the text may reach up to the axis, which is interrupted there.
    const words = foldWords(fold, request);
    const line = measure(words, SMALL_SIZE, 600);
    return Math.max(most, line <= FOLD_TEXT_WIDTH_MAX ? line : widest(words, 600) + AXIS_TEXT_GAP);
  }, 0);
  return AXIS_TEXT_INSET + Math.max(AXIS_TEXT_GAP + Math.max(ofTicks, widest(now, 600)), ofFolds);
}

/** Position of the word "today": at its line, or next to the text of a fold. */
function nowLabelPlace(now: number, folds: readonly ColumnFold[]): number {
  for (const { from, to, label } of folds) {
    const middle = (from + to) / 2;
    const reach = ((label.length + 1) * AXIS_LINE_HEIGHT) / 2;
    if (Math.abs(now - middle) < reach) return middle + (now < middle ? -reach : reach);
  }
  return now;
}

function foldWords({ fold }: AxisFold, { locale }: Request): string {
  return durationInWords(fold.end - fold.start, locale);
}

/** Places the duration of a fold: across the axis where nothing is drawn, else left of it in several lines. */
function columnFold(
  cut: AxisFold,
  request: Request,
  axisX: number,
  freeTo: (from: number, to: number) => number,
): ColumnFold {
  const { measure } = request;
  const words = foldWords(cut, request);
  const width = measure(words, SMALL_SIZE, 600);
  const free = Math.max(-AXIS_TEXT_GAP, freeTo(...blockOf((cut.from + cut.to) / 2, 1)));
  if (AXIS_TEXT_INSET + width <= axisX + free) {
    return {
      ...cut,
      label: [words],
      labelEnd: Math.max(-AXIS_TEXT_GAP, Math.min(free, FIGURE_INSET + expectedWidth(width, 600, measure) - axisX)),
    };
  }
  return {
    ...cut,
    label: linesOf(request, axisX - AXIS_TEXT_GAP - AXIS_TEXT_INSET)(words, 600),
    labelEnd: -AXIS_TEXT_GAP,
  };
}

/** Breaks a text into lines of a width. */
function linesOf(
  { measure }: Request,
  width: number,
): (text: string | undefined, weight: 400 | 600) => readonly string[] {
  return (text, weight) =>
    text === undefined ? [] : wrapText(text, width, AXIS_LABEL_LINES_MAX, { size: SMALL_SIZE, weight, measure }).lines;
}

function blockOf(middle: number, count: number): [number, number] {
  const half = (count * AXIS_LINE_HEIGHT) / 2;
  return [middle - half + AXIS_LINE_GAP, middle + half];
}

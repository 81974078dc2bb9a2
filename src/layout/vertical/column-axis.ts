/** The axis of the vertical figure: its texts are broken into lines in a narrow column and never overlap. */
import { wrapText } from "../../base/wrap.js";
import { durationInWords } from "../../time/wording/duration.js";
import { layOutAxis, type OverscanAxis } from "../axis/axis.js";
import type { AxisFold, AxisLayout, AxisRequest } from "../axis/axis-layout.js";
import { SMALL_SIZE } from "../metrics.js";
import { LEADER_DEPTH, SEGMENT_HEAD } from "./column-labels.js";
import type { RowTick } from "./row-ticks.js";

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
  /** The label stands in the column of labels, not left of the axis. */
  readonly inColumn: boolean;
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
/** So near to the next larger unit, in lines, one without ticks is not said. */
const PASSED_LINES = 3;
/** From the right edge of the texts to the axis, in px. */
const AXIS_TEXT_GAP = 11;
/** Left margin of the texts in px, so that none touches the edge of a phone. */
const AXIS_TEXT_INSET = 8;
/** Gap between texts, in px. */
const AXIS_LINE_GAP = 3;
/** Free space around the text of a fold, in lines. */
const FOLD_TEXT_PADDING_LINES = 0.4;
/** How far texts may reach beyond the ends of the axis, in px; the plot is clipped there. */
const AXIS_TEXT_OVERHANG = 12;

/** The stretch that the words of a fold take, in px along the axis. */
export function foldWordsExtent({ from, to, label }: ColumnFold): { readonly from: number; readonly to: number } {
  const [middle, half] = [(from + to) / 2, (label.length * AXIS_LINE_HEIGHT) / 2];
  return { from: middle - half, to: middle + half };
}

type Request = Omit<AxisRequest, "vertical" | "oneRow">;

export interface ColumnAxisOptions {
  /** x of the axis, in px; texts stand left of it. */
  readonly axisX: number;
  /** The ticks of a column of rows, whose labels leave the words of folds room beside the axis. */
  readonly rows: readonly RowTick[] | undefined;
  /** Position of the option `now`, in px along the axis. */
  readonly now: number | undefined;
  /** The stretch to lay out: the window, or more with overscan. */
  readonly drawn: Pick<Request, "from" | "to">;
  readonly frame: OverscanAxis;
}

export function columnAxis(request: Request, options: ColumnAxisOptions): ColumnAxis {
  const { axisX, rows, now, drawn, frame } = options;
  const {
    ticks,
    folds: cuts,
    segments,
  } = rows ? rowAxis(rows, request, drawn) : frame({ ...request, vertical: true }, drawn);
  const width = axisX - AXIS_TEXT_GAP - AXIS_TEXT_INSET;
  const lines = linesOf(request, width);
  const folds = cuts.map((cut): ColumnFold => {
    const words = foldWords(cut, request);
    return { ...cut, label: rows ? [words] : lines(words, 600), inColumn: rows !== undefined };
  });
  const taken = folds
    .filter(({ inColumn }) => !inColumn)
    .map(({ from, to, label }) => blockOf((from + to) / 2, Math.max(1, label.length) + FOLD_TEXT_PADDING_LINES));
  for (const { from } of rows ? (request.scale.segments ?? []) : [])
    taken.push([request.px(from) - LEADER_DEPTH, request.px(from) + SEGMENT_HEAD - LEADER_DEPTH]);
  const nowAt = now === undefined ? undefined : nowLabelPlace(now, folds);
  if (nowAt !== undefined) taken.push(blockOf(nowAt, 1));
  const kept = ticks.map(({ t, label, context }, i) => {
    // A larger unit of which hardly anything is in view would stand over that of the first tick.
    const next = ticks[i + 1];
    const isPassed = label === undefined && next?.context !== undefined && next.t - t < PASSED_LINES * AXIS_LINE_HEIGHT;
    return { t, label: lines(label, 400), context: isPassed ? [] : lines(context, 600) };
  });
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

function rowAxis(
  rows: readonly RowTick[],
  request: Request,
  { from, to }: ColumnAxisOptions["drawn"],
): Pick<AxisLayout, "ticks" | "folds" | "segments"> {
  const { px } = request;
  const { folds, segments } = layOutAxis({ ...request, from, to, vertical: true });
  const ticks = rows
    .filter(({ place }) => place >= from && place <= to)
    .map(({ place, offset, label, context }) => ({
      t: px(place) + offset,
      ...(label ? { label } : {}),
      ...(context ? { context } : {}),
    }));
  // The heads of segments stand over the whole width.
  const between = request.scale.segments?.map(
    (one) => [px(one.from) + SEGMENT_HEAD - LEADER_DEPTH, px(one.to) - LEADER_DEPTH] as const,
  );
  return { folds, segments: between ?? segments, ticks };
}

/**
 * Smallest x of the axis at which its longest word fits left of it, in px.
 *
 * @param now the word "today", if the option `now` is set
 * @param rows ticks of a column of rows
 */
export function axisTextWidth(request: Request, now: string | undefined, rows: readonly RowTick[] | undefined): number {
  const { measure } = request;
  const { ticks, folds } = rows ? rowAxis(rows, request, request) : layOutAxis({ ...request, vertical: true });
  const widest = (text: string | undefined, weight: 400 | 600): number =>
    Math.max(0, ...(text ?? "").split(" ").map((word) => measure(word, SMALL_SIZE, weight)));
  /** Width of a text of one word, or of one in two lines. */
  const inLines = (text = ""): number => {
    const words = text.split(" ");
    const width = (from: number, to?: number): number => measure(words.slice(from, to).join(" "), SMALL_SIZE, 600);
    return words.length < 2
      ? width(0)
      : Math.min(...words.slice(1).map((_, i) => Math.max(width(0, i + 1), width(i + 1))));
  };
  const wide = (text: string | undefined): number => (rows ? inLines(text) : widest(text, 600));
  // What is a tick now is a larger unit in a shorter window.
  const ofTicks = ticks.reduce(
    (most, tick) => Math.max(most, widest(tick.label, rows ? 400 : 600), wide(tick.context)),
    0,
  );
  const ofFolds = rows ? 0 : folds.reduce((most, fold) => Math.max(most, widest(foldWords(fold, request), 600)), 0);
  return AXIS_TEXT_INSET + AXIS_TEXT_GAP + Math.max(ofTicks, ofFolds, widest(now, 600));
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

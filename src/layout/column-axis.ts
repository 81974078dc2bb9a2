/** The axis of the vertical figure: its words stand in a narrow column, in lines, and not in each other's way. */
import { wrapText } from "../base/wrap.js";
import { type AxisFold, type AxisRequest, axisFrame, type WideAxis } from "./axis.js";
import { SMALL_SIZE } from "./metrics.js";

export const AXIS_LINE = 14;

export interface ColumnTick {
  /** px along the axis. */
  readonly t: number;
  /** Lines of the label, their middle at the tick. */
  readonly label: readonly string[];
  /** Lines of the larger unit. */
  readonly context: readonly string[];
  /** Middle of the first line of the larger unit, in px along the axis. */
  readonly contextAt: number;
}

export interface ColumnAxis {
  readonly ticks: readonly ColumnTick[];
  readonly folds: readonly AxisFold[];
  readonly segments: readonly (readonly [number, number])[];
}

/** Lines that one label may take. */
const MOST_LINES = 3;
/** Half the height of the words in a fold. */
const FOLD_WORDS = 9;
const GAP = 3;
/** Words reach this far over the beginning of the axis, in px; beyond, they would be cut. */
const OVER = 12;

type Request = Omit<AxisRequest, "vertical" | "oneRow">;

export interface ColumnAxisOptions {
  /** Room of the words, in px. */
  readonly width: number;
  /** Where the word for the present stands, in px along the axis. */
  readonly now: number | undefined;
  /** What is drawn: the window, or a longer stretch. */
  readonly drawn: Pick<Request, "from" | "to">;
  readonly frame: WideAxis;
}

export function columnAxis(request: Request, { width, now, drawn, frame }: ColumnAxisOptions): ColumnAxis {
  const { ticks, folds, segments } = frame({ ...request, vertical: true }, drawn);
  const taken = folds.map(({ from, to }): [number, number] => {
    const middle = (from + to) / 2;
    return [middle - FOLD_WORDS, middle + FOLD_WORDS];
  });
  if (now !== undefined) taken.push(blockOf(now, 1));
  const lines = linesOf(request, width);
  const kept = ticks.map((tick) => ({ t: tick.t, label: lines(tick.label, 400), context: lines(tick.context, 600) }));
  const top = request.px(drawn.from) - OVER;
  const free = (from: number, to: number): boolean => from >= top && taken.every(([a, b]) => to <= a || from >= b);
  const take = (middle: number, count: number): boolean => {
    const [from, to] = blockOf(middle, count);
    if (!free(from, to)) return false;
    taken.push([from, to]);
    return true;
  };
  // Where more is drawn than the window, the plot is cut at that: words at its beginning stand inside.
  const cut = drawn.from < request.from ? request.px(request.from) : Number.NaN;
  const labels = kept.map(({ t, label }) => label.length > 0 && take(t, label.length));
  return {
    folds,
    segments,
    ticks: kept.map(({ t, label, context }, i): ColumnTick => {
      const labelled = labels[i] as boolean;
      const places = labelled
        ? [-1, 1].map((side) => t + (side * (label.length + context.length) * AXIS_LINE) / 2)
        : [t, t + (context.length * AXIS_LINE) / 2].slice(Math.abs(t - cut) < 0.5 ? 1 : 0);
      const place = context.length > 0 ? places.find((middle) => take(middle, context.length)) : undefined;
      return {
        t,
        label: labelled ? label : [],
        context: place === undefined ? [] : context,
        contextAt: (place ?? t) - ((context.length - 1) * AXIS_LINE) / 2,
      };
    }),
  };
}

/** Width that the longest word of an axis needs, in px. */
export function longestWord(request: Request): number {
  const widthOf = (text: string | undefined, weight: 400 | 600): number =>
    Math.max(0, ...(text ?? "").split(" ").map((word) => request.measure(word, SMALL_SIZE, weight)));
  return axisFrame({ ...request, vertical: true }).ticks.reduce(
    (most, { label, context }) => Math.max(most, widthOf(label, 400), widthOf(context, 600)),
    0,
  );
}

/** Breaks a text wherever it can: words of an axis are short, the page is narrow. */
function linesOf(
  { measure }: Request,
  width: number,
): (text: string | undefined, weight: 400 | 600) => readonly string[] {
  return (text, weight) =>
    text === undefined ? [] : wrapText(text, width, MOST_LINES, { size: SMALL_SIZE, weight, measure }).lines;
}

function blockOf(middle: number, count: number): [number, number] {
  const half = (count * AXIS_LINE) / 2;
  return [middle - half + GAP, middle + half];
}

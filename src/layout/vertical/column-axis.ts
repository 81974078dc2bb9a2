/** The axis of the vertical figure: its words stand in a narrow column, in lines, and not in each other's way. */
import { expectedWidth } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import { durationInWords } from "../../time/wording/duration.js";
import { type AxisFold, type AxisRequest, layOutAxis, type OverscanAxis } from "../axis/axis.js";
import { FIGURE_INSET, SMALL_SIZE } from "../metrics.js";

export const AXIS_LINE_HEIGHT = 14;

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

export interface ColumnFold extends AxisFold {
  /** Lines that say how long it is, their middle at that of the fold. */
  readonly label: readonly string[];
  /** Right edge of the label, in px from the axis. */
  readonly labelEnd: number;
}

export interface ColumnAxis {
  readonly ticks: readonly ColumnTick[];
  readonly folds: readonly ColumnFold[];
  readonly segments: readonly (readonly [number, number])[];
  /** Middle of the word for the present, in px along the axis. */
  readonly nowAt: number | undefined;
}

/** Lines that one label may take. */
const AXIS_LABEL_LINES_MAX = 3;
/** Words end this far before the axis, in px. */
const AXIS_TEXT_GAP = 11;
/** Before the words, so that none touches the edge of a phone. */
const AXIS_TEXT_INSET = 8;
/** Words of a fold that are longer than this stand in lines. */
const FOLD_TEXT_WIDTH_MAX = 76;
const AXIS_LINE_GAP = 3;
/** Words of a fold keep so much of a line free around them. */
const FOLD_TEXT_PADDING_LINES = 0.4;
/** Words reach this far over the ends of the axis, in px; beyond, they would be cut. */
const AXIS_TEXT_OVERHANG = 12;

type Request = Omit<AxisRequest, "vertical" | "oneRow">;

export interface ColumnAxisOptions {
  /** Where the axis stands, in px; all words stand before it, but those of a fold may cross it. */
  readonly axisX: number;
  /** Where the word for the present stands, in px along the axis. */
  readonly now: number | undefined;
  /** How far beyond the axis there is nothing between two places along it, in px; negative before it. */
  readonly freeTo: (from: number, to: number) => number;
  /** What is drawn: the window, or a longer stretch. */
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
  // Where more is drawn than the window, the plot is cut at that: words at its beginning stand inside.
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
 * Where an axis has to stand so that its longest word has room before it, in px.
 *
 * @param now the word for the present, if that is marked
 */
export function axisTextWidth(request: Request, now: string | undefined): number {
  const { measure } = request;
  const { ticks, folds } = layOutAxis({ ...request, vertical: true });
  const widest = (text: string | undefined, weight: 400 | 600): number =>
    Math.max(0, ...(text ?? "").split(" ").map((word) => measure(word, SMALL_SIZE, weight)));
  const ofTicks = ticks.reduce((most, tick) => Math.max(most, widest(tick.label, 400), widest(tick.context, 600)), 0);
  const ofFolds = folds.reduce((most, fold) => {
    // In one line they may reach as far as the axis, which is cut there.
    const words = foldWords(fold, request);
    const line = measure(words, SMALL_SIZE, 600);
    return Math.max(most, line <= FOLD_TEXT_WIDTH_MAX ? line : widest(words, 600) + AXIS_TEXT_GAP);
  }, 0);
  return AXIS_TEXT_INSET + Math.max(AXIS_TEXT_GAP + Math.max(ofTicks, widest(now, 600)), ofFolds);
}

/** Where the word for the present stands: at its line, or clear of the words of a fold. */
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

/** How long a fold is stands in its cut, across the axis if nothing goes on there; else before it, in several lines. */
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

/** Breaks a text wherever it can: words of an axis are short, the page is narrow. */
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

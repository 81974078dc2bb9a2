/** Eras: each has a bracket with its name above the lanes and a band behind them; overlapping eras use several rows. */
import { takeTrack } from "../../base/take-track.js";
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import type { Era } from "../../model/timeline.js";
import { formatDate } from "../../time/wording/format-date.js";
import type { Locale } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import { sourceNumbers, type SourceNumber } from "../labels/source-numbers.js";
import { SOURCE_NUMBER_GAP, SMALL_SIZE } from "../metrics.js";

export interface EraBox {
  readonly era: Era;
  /** Extent along the axis, in px, cut to the laid-out stretch. */
  readonly from: number;
  readonly to: number;
  /** Whether start and end lie within the laid-out stretch. */
  readonly startsHere: boolean;
  readonly endsHere: boolean;
  /** Row above the lanes. In the vertical figure: 1 when the source numbers take a line of their own, else 0. */
  readonly row: number;
  /** Start of the text, in px along the axis. */
  readonly text: number;
  /** From the start of the text to the date, in px. */
  readonly dateAt: number;
  readonly date: string;
  /** From the start of the date to the first source number, in px. */
  readonly numbersAt: number;
  readonly numbers: readonly SourceNumber[];
  /** Width of the whole text, in px; 0 where it has no room. */
  readonly width: number;
}

/** An era of the vertical figure, whose name and date stand in the column of labels. */
export interface ColumnEra extends EraBox {
  readonly nameLines: readonly string[];
  readonly dateLines: readonly string[];
}

export interface EraRequest {
  readonly scale: Scale;
  readonly from: number;
  readonly to: number;
  readonly px: (place: number) => number;
  readonly locale: Locale;
  readonly measure: MeasureText;
}

/** Between name and date, in px. */
export const ERA_NAME_GAP = 10;
/** Horizontal distance between eras of one row, in px. */
const ERA_ROW_GAP = 16;

export interface EraText {
  readonly dateAt: number;
  readonly date: string;
  readonly numbersAt: number;
  readonly numbers: readonly SourceNumber[];
  readonly width: number;
}

/** The line of text above an era's bracket: name, date, source numbers. */
export function eraText(era: Era, locale: Locale, measure: MeasureText): EraText {
  const date = formatDate(era.span, locale, "short");
  const nameWidth = measure(era.title, SMALL_SIZE, 600);
  const dateWidth = measure(date, SMALL_SIZE, 400);
  const { numbers, width } = sourceNumbers(era.sources, { locale, measure, sources: "numbers" });
  const numbersWidth = numbers.length > 0 ? SOURCE_NUMBER_GAP + width : 0;
  return {
    dateAt: expectedWidth(nameWidth, 600, measure) + ERA_NAME_GAP,
    date,
    numbersAt: expectedWidth(dateWidth, 400, measure) + SOURCE_NUMBER_GAP,
    numbers,
    width: nameWidth + ERA_NAME_GAP + dateWidth + numbersWidth,
  };
}

/** Extent of an era in places of the axis; open ends reach to the end of the axis. */
export function eraExtent(era: Era, scale: Scale): [number, number] {
  const { start, end } = era.span;
  return [
    Number.isFinite(start) ? Math.max(scale.domain[0], scale.position(start)) : scale.domain[0],
    Number.isFinite(end) ? Math.min(scale.domain[1], scale.position(end)) : scale.domain[1],
  ];
}

/**
 * Assigns a row to each era. The whole axis decides, so that rows do not change with the zoom: zooming in only moves eras
 * apart.
 */
export function eraRows(eras: readonly Era[], request: EraRequest): number[] {
  const ends: number[] = [];
  return eras.map((era) => {
    const [a, b] = eraExtent(era, request.scale);
    const { width } = eraText(era, request.locale, request.measure);
    const [from, to] = withText(request.px(a), request.px(b), width, request);
    return takeTrack(ends, from, to + ERA_ROW_GAP);
  });
}

function withText(a: number, b: number, width: number, { px, to }: EraRequest): [number, number] {
  const text = Math.min(a, px(to) - width);
  return [Math.min(a, text), Math.max(b, text + width)];
}

/**
 * The eras that are visible in the laid-out stretch.
 *
 * @param drawn the laid-out stretch, which may be longer than the window; names stay inside the window
 */
export function eraBoxes(
  eras: readonly Era[],
  rows: readonly number[],
  request: EraRequest,
  drawn: Pick<EraRequest, "from" | "to"> = request,
): EraBox[] {
  const [left, right] = [request.px(request.from), request.px(request.to)];
  const [first, last] = [request.px(drawn.from), request.px(drawn.to)];
  const boxes = eras.flatMap((era, i): EraBox[] => {
    const [a, b] = eraExtent(era, request.scale);
    if (b <= drawn.from || a >= drawn.to) return [];
    const text = eraText(era, request.locale, request.measure);
    const from = Math.max(first, request.px(a));
    const to = Math.min(last, request.px(b));
    // An era outside the window shows its name at its start, or moved left to end with the era.
    const inView = b > request.from && a < request.to;
    // The name stays in the window as long as any of its era does; at the right edge it moves left.
    const at = inView
      ? Math.max(left, Math.min(Math.max(from, left), right - text.width))
      : Math.max(from, to - text.width);
    return [
      {
        era,
        from,
        to,
        startsHere: a >= drawn.from,
        endsHere: b <= drawn.to,
        row: rows[i] as number,
        text: at,
        ...text,
      },
    ];
  });
  // A name that the edge of the window has moved gives way to one of its row that it would meet.
  const placed = (one: EraBox): readonly [moved: number, length: number] => [
    Number(one.text !== one.from),
    one.from - one.to,
  ];
  const isFirst = (a: EraBox, b: EraBox): boolean => {
    const [[moved, length], [other, least]] = [placed(a), placed(b)];
    return moved < other || (moved === other && (length < least || (length === least && a.from < b.from)));
  };
  return boxes.map((box) => {
    const meets = ({ row, text, width }: EraBox): boolean =>
      row === box.row && text < box.text + box.width && box.text < text + width;
    return boxes.some((other) => other !== box && meets(other) && isFirst(other, box)) ? { ...box, width: 0 } : box;
  });
}

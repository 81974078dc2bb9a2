/**
 * A lane of ranges: names on their bars in rows, as many as there is room for; what has no name is a thin bar below, or is
 * counted in a ribbon that says how many run at once. Events without length are discs at the foot of their rows.
 */
import { DAY, YEAR } from "../../time/calendar.js";
import { counted } from "../../time/locale.js";
import { momentSpan, type Precision } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";
import type { Viewport } from "../axis/viewport.js";
import { concurrencyOf } from "../forms/concurrency.js";
import { NAME_INSET, type RangeRow } from "../forms/range-rows.js";
import type { LabelContent } from "../labels/label-content.js";
import { nameWidth } from "../labels/run-in-label.js";
import { yearsOf } from "../labels/range-years.js";
import { hiddenCounts, type LabelBox, type MarkBox, markBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import type { HeldLabel, LanePlan, LanePlanRequest } from "../horizontal/lane-plan.js";
import { type NamedBars, namedBars } from "./named-bars.js";
import { rangeOrder } from "./range-order.js";
import { FEW_ROWS, type RangeRest, rangeRest, ribbonHeight, THIN_BARS_MAX, thinHeight } from "./range-rest.js";

/** Distance of two rows, and from the top of a row to the middle of its bar, in px. */
const ROW_PITCH = 17.5;
const BAR_MIDDLE = 14.5;
const BAR_HEIGHT = 3;
const POINT_SIZE = 5;
/** From the lane line, at which its name stands, up to its first row, in px. */
const FIRST_ROW = 12;
/** Beyond the end of a name on its bar, and between it and the years, in px. */
const NAME_END = 3;
const YEARS_GAP = 7;
/** After the name of what is dated with doubt, where its years have no room. */
const UNCERTAIN = "?";
const NAME_WIDTH_MAX = 240;
const NAME_WIDTH_USUAL = 130;
/** Widths of names, in px: where not all show, more do that are narrower; each is as wide as its row has room for. */
const NAME_WIDTHS = [NAME_WIDTH_MAX, 180, NAME_WIDTH_USUAL] as const;
/** Size of the years and of the words in a ribbon, in px. */
const TEXT_SIZE = 12;
const ROWS_MIN = 3;
/** In a lane of less than this, in px, one row less. */
const ROWS_LOW = 56;
const ROWS_MAX = 400;
/** Part of the names that must fit on their bars so that bars have shelves. */
const SHELVES_FROM = 0.5;
/** A figure that chooses its height ends with a row that is filled to such a part. */
const ROW_PART = 0.25;
/** From the foot of a lane up to the baseline of a note in the gutter, in px. */
const NOTE_LIFT = 3;
/** Names are looked for among so many ranges. */
const NAMED_MAX = 5_000;
/** A lane of more ranges does not offer to name them all. */
const NAMEABLE_MAX = 1000;
/** In a lane of more ranges, rows of names are not fitted to the thin bars that they leave. */
const FITTED_MAX = 600;
/** Unit in which a peak is dated, on an axis of less than so many ms. */
const PEAK_UNITS: readonly { readonly most: number; readonly precision: Precision; readonly length: number }[] = [
  { most: 3 * YEAR, precision: "day", length: DAY },
  { most: 400 * YEAR, precision: "month", length: 28 * DAY },
  { most: Number.POSITIVE_INFINITY, precision: "year", length: 365 * DAY },
];

/** Height that a lane of ranges takes with all its names, in px: an estimate that makes no label. */
export function namedHeight({ start, end, size }: ProjectedLane, fit: number): number {
  const name = NAME_WIDTH_USUAL / fit;
  const { peak } =
    size > NAMED_MAX
      ? concurrencyOf(start, end)
      : concurrencyOf(
          start,
          end.map((to, at) => Math.max(to, (start[at] as number) + name)),
        );
  return Math.max(1, peak) * ROW_PITCH;
}

/** Whether thin bars for the ranges without names find no room beside the least rows of names. */
export function needsRibbon({ start, end, size }: ProjectedLane, height: number): boolean {
  if (size > THIN_BARS_MAX) return true;
  const { peak } = concurrencyOf(start, end);
  // Of a few that run at once, each is better seen as its bar.
  return peak > FEW_ROWS && thinHeight(peak) > height - leastRows(height) * ROW_PITCH;
}

function leastRows(height: number): number {
  return height < ROWS_LOW ? ROWS_MIN - 1 : ROWS_MIN;
}

/** What is decided for all ranges of a lane and stays when a filter leaves some. */
interface Decided {
  readonly named: NamedBars;
  readonly rest: RangeRest | undefined;
  readonly rowCount: number;
  readonly below: number;
  readonly shelves: boolean;
  /** Least width of a cut name, in px. */
  readonly titleWidth: number;
}

/** @param whole the plan of all events, where this one is of some of them */
export function rangeLane(request: LanePlanRequest, whole?: Decided): LanePlan {
  const { lane, fit, scale, length, ribbon, overhang, make, locale, measure, namesAll } = request;
  const contents = new Map<string, LabelContent>();
  let titleWidth: number = whole?.titleWidth ?? NAME_WIDTH_MAX;
  const dated = new Map<number, LabelContent>();
  const order = Array.from(rangeOrder(lane).subarray(0, NAMED_MAX));

  const nameOf = (at: number, title: number): LabelContent =>
    make(lane.event(at), { nameOnly: true, title: nameWidth(lane.event(at), title, measure) });

  /** A name with muted words after it. */
  const followed = (name: LabelContent, after: string): LabelContent => ({
    ...name,
    width: name.width + YEARS_GAP + measure(after, TEXT_SIZE, 400),
    after,
  });

  const contentOf = (at: number, title = titleWidth): LabelContent => {
    const key = `${at} ${title}`;
    let content = contents.get(key);
    if (!content) {
      content = nameOf(at, title);
      if (lane.event(at).span.uncertain) content = followed(content, UNCERTAIN);
      contents.set(key, content);
    }
    return content;
  };

  const widthOnBar = ({ width }: LabelContent): number => NAME_INSET + width + NAME_END;

  /** The name as its row has room for it at a scale. */
  const widestOf = (placed: RangeRow, scaleNow: number): LabelContent => {
    const { at, left } = placed;
    const least = contentOf(at);
    if (!least.cut || left || titleWidth === NAME_WIDTH_MAX) return least;
    const room = named.roomAfter(placed, scaleNow);
    const wider = NAME_WIDTHS.filter((title) => title > titleWidth).map((title) => contentOf(at, title));
    return wider.find(({ width }) => width <= room) ?? least;
  };

  /** The name with its years, if both have room on the bar, then the name alone. */
  const formsOf = (placed: RangeRow, { t0, t1, bar }: MarkBox, scaleNow: number): LabelContent[] => {
    const { at } = placed;
    const names = [widestOf(placed, scaleNow), contentOf(at)];
    if (!bar?.shelf) return names;
    let long = dated.get(at);
    if (!long) dated.set(at, (long = followed(nameOf(at, NAME_WIDTH_MAX), yearsOf(lane.event(at).span, locale))));
    return widthOnBar(long) <= t1 - t0 ? [long, ...names] : names;
  };

  const byRows = new Map<string, NamedBars>();
  const place = (rows: number): NamedBars => {
    const title = titleWidth;
    const key = `${rows} ${title}`;
    let found = byRows.get(key);
    if (!found) {
      const widthOf = (at: number): number => contentOf(at, title).width;
      const kept = whole?.named.rowsIn(lane);
      byRows.set(key, (found = namedBars({ lane, order, rows, fit, scale, overhang, nameWidth: widthOf, kept })));
    }
    return found;
  };

  const restOf = (bars: NamedBars): RangeRest => {
    const { times } = scale;
    const unit = PEAK_UNITS.find(({ most }) => times[1] - times[0] < most) as (typeof PEAK_UNITS)[number];
    const text = (count: number, at: number): string => {
      const start = scale.timeAt(at);
      const { precision } = unit;
      const moment = { start, end: start + unit.length, precision, approximate: false, uncertain: false };
      return `${counted(locale, locale.figure.atOnce, count)}, ${formatDate(momentSpan(moment), locale, "short")}`;
    };
    const words = { text, width: (said: string) => measure(said, TEXT_SIZE, 400) };
    return rangeRest({ lane, named: bars, fit, ribbon, words });
  };

  const choose = (): readonly [NamedBars, RangeRest | undefined] => {
    const { height, fixedHeight } = request;
    const rowsFor = (room: number): number =>
      Math.max(leastRows(height), Math.min(ROWS_MAX, Math.floor(room / ROW_PITCH)));
    for (const title of NAME_WIDTHS) {
      titleWidth = title;
      const all = place(rowsFor(height));
      if (all.fitting.length === lane.size) return [all, undefined];
    }
    const { peak } = concurrencyOf(lane.start, lane.end);
    const withRest = (rows: number) => [place(rows), restOf(place(rows))] as const;
    if (ribbon !== undefined) return withRest(rowsFor(height - ribbonHeight(peak, ribbon)));
    // Each row of names takes bars away from the thin ones, which leaves room for more rows.
    let [low, high] = [rowsFor(height - thinHeight(peak)), rowsFor(height)];
    let best = withRest(low);
    while (low < high && lane.size <= FITTED_MAX) {
      const rows = Math.ceil((low + high) / 2);
      const next = withRest(rows);
      if (next[0].rowCount * ROW_PITCH + next[1].height <= height) [low, best] = [rows, next];
      else high = rows - 1;
    }
    return fixedHeight ? best : withRest(best[0].filledRows(ROW_PART * length));
  };

  const decide = (): Decided => {
    const [bars, others] = choose();
    const { rowCount, fitting } = bars;
    const onBars = fitting.filter(({ at }) => widthOnBar(contentOf(at)) <= lane.length(at) * fit).length;
    return {
      named: bars,
      rest: others,
      rowCount,
      titleWidth,
      below: rowCount * ROW_PITCH - FIRST_ROW + (others?.height ?? 0),
      shelves: onBars >= SHELVES_FROM * Math.max(1, fitting.length),
    };
  };
  // A filtered lane keeps the rows that were decided for all events.
  const kept = whole && place(whole.rowCount);
  const decided = whole && kept ? { ...whole, named: kept, rest: whole.rest && restOf(kept) } : decide();
  const { named, rest, rowCount, below, shelves } = decided;

  const markOf = (placed: RangeRow, viewport: Viewport): MarkBox => {
    const { at, row } = placed;
    const name = widestOf(placed, viewport.scale);
    const point = lane.event(at).span.kind === "moment" && lane.length(at) * viewport.scale < POINT_SIZE;
    const box = markBox(lane, at, point ? POINT_SIZE : BAR_HEIGHT, viewport);
    return {
      ...box,
      labelled: true,
      lineOffset: row * ROW_PITCH - FIRST_ROW + BAR_MIDDLE,
      bar: { shelf: shelves && !point && widthOnBar(name) <= box.t1 - box.t0 ? BAR_MIDDLE - BAR_HEIGHT / 2 : 0 },
    };
  };

  const labelBox = ({ at, row }: RangeRow, content: LabelContent, x: number, inset = NAME_INSET): LabelBox => ({
    event: lane.event(at),
    content,
    leader: x + inset - LEADER_GAP,
    row,
    offset: row * ROW_PITCH - FIRST_ROW - 1,
    side: "below",
    flow: "right",
    onBar: true,
  });

  const labelOf = (
    placed: RangeRow,
    mark: MarkBox,
    { from, to, px, scale: scaleNow }: Viewport,
  ): LabelBox | undefined => {
    const inset = mark.bar?.shelf ? NAME_INSET : 0;
    // The years leave before the name does, where the window ends.
    for (const content of formsOf(placed, mark, scaleNow)) {
      const width = NAME_INSET + content.width;
      // On its bar a name begins where the bar does; beside it, it may have to end where the bar does.
      const x = placed.left && width + NAME_END > mark.t1 - mark.t0 ? mark.t1 - content.width - inset : mark.t0;
      if (x >= px(from) - overhang[0] && x + width <= px(to) + overhang[1]) {
        return labelBox(placed, content, x, inset);
      }
    }
    return undefined;
  };

  return {
    above: FIRST_ROW,
    below,
    nameCount: named.fitting.length,
    filtered: (part) => rangeLane({ ...request, lane: part }, decided),
    layOut(viewport, window) {
      const reach = POINT_SIZE / viewport.scale;
      const shown = named.touching(viewport.from - reach, viewport.to + reach, viewport.scale);
      const marks = shown.map((row) => markOf(row, viewport));
      const clusters = rest?.layOut(viewport, rowCount * ROW_PITCH - FIRST_ROW) ?? [];
      const note = clusters[0] && rest?.note(clusters[0]);
      return {
        lane: lane.lane,
        count: lane.size,
        labels: shown.flatMap((row, i) => labelOf(row, marks[i] as MarkBox, viewport) ?? []),
        marks,
        clusters,
        ...hiddenCounts(lane, window),
        lineless: true,
        ...(lane.size <= NAMEABLE_MAX && (namesAll || rest) ? { naming: namesAll ? "all" : "some" } : {}),
        ...(note ? { note: { ...note, offset: below - NOTE_LIFT } } : {}),
        rows: { count: rowCount, pitch: ROW_PITCH, first: -FIRST_ROW },
      };
    },
    held(window, laid, before) {
      const edge = window.px(window.from);
      const labels = new Map(laid.labels.map((label) => [label.event, label]));
      return named.touching(window.from, window.from, window.scale).flatMap((row): HeldLabel[] => {
        const mark = markOf(row, window);
        const own = labels.get(mark.event);
        const content = formsOf(row, mark, window.scale).find((form) => mark.t1 - edge >= widthOnBar(form));
        // While the picture is panned as it is, what was not held before waits until its own label has left.
        const waits = before && own && !before.has(mark.event) && own.leader + LEADER_GAP + own.content.width > edge;
        if (!content || mark.t0 >= edge || waits) return [];
        return [{ ...labelBox(row, content, edge), mark }];
      });
    },
  };
}

/**
 * A lane of ranges: names on their bars in rows, as many as there is room for; what has no name is a thin bar below, or is
 * counted in a ribbon that says how many run at once. Events without length are discs at the foot of their rows.
 */
import { concurrencyOf, type Concurrency, stepsIn } from "../forms/concurrency.js";
import { type RangeRow, rangeRows } from "../forms/range-rows.js";
import { type ThinRows, thinRows } from "../forms/thin-bars.js";
import { civilOf } from "../../time/calendar.js";
import type { Locale } from "../../time/locale.js";
import type { Span } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";
import { formatYear } from "../../time/wording/format-moment.js";
import type { Viewport } from "../axis/viewport.js";
import type { LabelContent } from "../labels/label-content.js";
import {
  type ClusterBox,
  hiddenCounts,
  type LabelBox,
  type LaneLayout,
  type MarkBox,
  markBox,
} from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";

/** Distance of two rows, and from the top of a row to the baseline of its name and to the middle of its bar, in px. */
const ROW_PITCH = 17.5;
const BAR_MIDDLE = 14.5;
const BAR_HEIGHT = 3;
const POINT_SIZE = 5;
/** From the lane line, at which its name stands, up to its first row, in px. */
const FIRST_ROW = 12;
/** From the beginning of a bar to its name, beyond its own end to the years, and beyond these, in px. */
const NAME_INSET = 4;
const NAME_END = 3;
const YEARS_GAP = 7;
const FOOT = 12;
const THIN_ROW = 2.25;
const THIN_GAP = 5;
const THIN_LEAST = 2;
/** Thin bars take at most so much of a lane; rows of names at least so many. */
const THIN_PART = 0.5;
const ROWS_MIN = 3;
const ROWS_MAX = 400;
/** px for each range of a ribbon, at least and at most. */
const RIBBON_LEAST = 0.4;
const RIBBON_MOST = 1;
const RIBBON_PART = 0.35;
/** Names are looked for among so many ranges, the longest. */
const NAMED_MAX = 5_000;
const SHELVES_FROM = 0.5;

export class RangeLane implements LanePlan {
  readonly above = FIRST_ROW;
  readonly below: number;
  private readonly rows: readonly RangeRow[];
  private readonly rowCount: number;
  private readonly contents = new Map<number, LabelContent>();
  private readonly ribbon: Concurrency | undefined;
  private readonly ribbonScale: number;
  private readonly thin: ThinRows | undefined;
  private readonly shelves: boolean;

  constructor(
    private readonly request: LanePlanRequest,
    whole?: RangeLane,
  ) {
    const { lane, fit, scale, overhang, height } = request;
    const { start: from, end: to, size } = lane;
    const order = orderOf(lane);
    const place = (rows: number): RangeRow[] =>
      rangeRows({
        events: { from, to },
        order,
        nameWidth: (at) => this.content(at).width,
        rows,
        fit,
        last: scale.domain[1],
        overhang: overhang[1],
      });
    const rowsIn = (room: number): number =>
      Math.max(ROWS_MIN, Math.min(ROWS_MAX, Math.floor((room - FOOT) / ROW_PITCH)));
    let rows = place(whole?.rowCount ?? rowsIn(height));
    const isNamed = (): boolean => rows.length === size && rows.every((row) => row.scale <= fit);
    this.ribbonScale = whole?.ribbonScale ?? 0;
    if (!isNamed() && size > 0) {
      const all = concurrencyOf(from, to);
      const thinHeight = all.peak * THIN_ROW + THIN_GAP;
      if (whole ? whole.thin : thinHeight <= THIN_PART * height) {
        if (!whole) rows = place(rowsIn(height - thinHeight));
        this.thin = thinRows(from, to, Number.POSITIVE_INFINITY);
      } else {
        this.ribbonScale =
          whole?.ribbonScale ?? Math.max(RIBBON_LEAST, Math.min(RIBBON_MOST, (RIBBON_PART * height) / all.peak));
        if (!whole) rows = place(rowsIn(height - all.peak * this.ribbonScale));
        this.ribbon = all;
      }
    }
    this.rows = rows;
    const used = rows.reduce((most, { row }) => Math.max(most, row + 1), 0);
    this.rowCount = whole?.rowCount ?? used;
    this.thin = this.thin && this.thinLeft(rows);
    const under = this.ribbon
      ? this.ribbon.peak * this.ribbonScale + 4
      : this.thin
        ? THIN_GAP + this.thin.rows * THIN_ROW
        : 0;
    this.below = whole?.below ?? this.rowCount * ROW_PITCH - FIRST_ROW + under;
    const fits = rows.filter(({ at }) => this.content(at).width + LEADER_GAP <= lane.length(at) * fit).length;
    this.shelves = whole?.shelves ?? fits >= rows.length * SHELVES_FROM;
  }

  filtered(lane: ProjectedLane): LanePlan {
    return new RangeLane({ ...this.request, lane }, this);
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane } = this.request;
    const shown = this.rows.filter(({ at, scale }) => scale <= viewport.scale && this.isIn(at, viewport));
    const marks = shown.map((row) => this.mark(row, viewport));
    const labels = shown.flatMap((row, i) => this.label(row, marks[i] as MarkBox, viewport) ?? []);
    const named = new Set(this.rows.filter(({ scale }) => scale <= viewport.scale).map(({ at }) => at));
    return {
      lane: lane.lane,
      count: lane.size,
      labels,
      marks,
      clusters: this.rest(named, viewport),
      ...hiddenCounts(lane, window),
      stackLevels: 0,
      lineless: true,
    };
  }

  /** Thin rows of those without a name when everything fits. */
  private thinLeft(rows: readonly RangeRow[]): ThinRows {
    const { lane, fit } = this.request;
    const named = new Set(rows.filter(({ scale }) => scale <= fit).map(({ at }) => at));
    const left = Array.from({ length: lane.size }, (_, at) => at).filter((at) => !named.has(at));
    const least = THIN_LEAST / fit;
    const from = left.map((at) => lane.start[at] as number);
    const to = left.map((at) => Math.max(lane.end[at] as number, (lane.start[at] as number) + least));
    const found = thinRows(from, to, Number.POSITIVE_INFINITY) as ThinRows;
    const row = new Int32Array(lane.size);
    left.forEach((at, i) => (row[at] = found.row[i] as number));
    return { row, rows: found.rows };
  }

  private isIn(at: number, { from, to, scale }: Viewport): boolean {
    const { lane } = this.request;
    const reach = (this.content(at).width + NAME_INSET) / scale;
    return (lane.end[at] as number) + reach >= from && (lane.start[at] as number) - reach <= to;
  }

  private mark({ at, row }: RangeRow, viewport: Viewport): MarkBox {
    const { lane } = this.request;
    const point = lane.event(at).span.kind === "moment" && lane.length(at) * viewport.scale < POINT_SIZE;
    const box = markBox(lane, at, point ? POINT_SIZE : BAR_HEIGHT, viewport);
    const name = this.content(at).width + NAME_INSET + NAME_END;
    return {
      ...box,
      labelled: true,
      lineOffset: row * ROW_PITCH - FIRST_ROW + BAR_MIDDLE,
      bar: { shelf: this.shelves && !point && name <= box.t1 - box.t0 ? BAR_MIDDLE - BAR_HEIGHT / 2 : 0 },
    };
  }

  /** The name of a range. Cut by the beginning of the window, it stands there as long as what is left of the bar holds it. */
  private label({ at, row, left }: RangeRow, mark: MarkBox, viewport: Viewport): LabelBox | undefined {
    const { lane, overhang } = this.request;
    const content = this.withYears(at, mark);
    const [first, last] = [viewport.px(viewport.from), viewport.px(viewport.to)];
    let x = left ? Math.max(mark.t0, mark.t1 - content.width - NAME_INSET) : mark.t0;
    if (x < first) {
      if (mark.t1 - first < content.width + NAME_INSET + NAME_END) return undefined;
      x = first;
    }
    if (left) x = Math.min(x, mark.t1 - content.width - NAME_INSET);
    if (x + NAME_INSET + content.width > last + overhang[1]) return undefined;
    return {
      event: lane.event(at),
      content,
      leader: x + NAME_INSET - LEADER_GAP,
      row,
      offset: row * ROW_PITCH - FIRST_ROW - 1,
      side: "below",
      flow: "right",
      onBar: true,
    };
  }

  private withYears(at: number, { t0, t1 }: MarkBox): LabelContent {
    const content = this.content(at);
    const { locale, measure } = this.request;
    const date = yearsOf(this.request.lane.event(at).span, locale);
    const width = content.width + YEARS_GAP + measure(date, 12, 400);
    return this.shelves && NAME_INSET + width + NAME_END <= t1 - t0 ? { ...content, width, after: date } : content;
  }

  private content(at: number): LabelContent {
    let content = this.contents.get(at);
    if (!content)
      this.contents.set(at, (content = this.request.make(this.request.lane.event(at), { nameOnly: true, title: 240 })));
    return content;
  }

  private rest(named: ReadonlySet<number>, viewport: Viewport): ClusterBox[] {
    const { lane } = this.request;
    if (!this.thin && !this.ribbon) return [];
    const count = lane.size - named.size;
    if (count === 0) return [];
    const members: number[] = [];
    for (let at = 0; at < lane.size && members.length < count; at++) if (!named.has(at)) members.push(at);
    const top = this.rowCount * ROW_PITCH - FIRST_ROW;
    const [first, last] = [members[0] as number, members.at(-1) as number];
    const events = (): ReturnType<ClusterBox["events"]> => members.map((at) => lane.event(at));
    const base = { events, first: lane.event(first), last: lane.event(last), count };
    const [from, to] = [viewport.px(viewport.from), viewport.px(viewport.to)];
    if (this.ribbon) {
      const k = this.ribbonScale;
      const { peak, peakAt } = this.ribbon;
      const steps = stepsIn(this.ribbon, viewport.from, viewport.to, to - from);
      const x = viewport.px(peakAt);
      return [
        {
          ...base,
          from,
          to,
          shape: {
            kind: "ribbon",
            base: top + 4 + peak * k,
            height: peak * k,
            steps: [
              ...steps.map(([place, high]) => [viewport.px(place), high * k] as const),
              [to, (steps.at(-1)?.[1] ?? 0) * k],
            ],
            peak: x >= from && x <= to ? { x, count: peak } : undefined,
          },
        },
      ];
    }
    const { row } = this.thin as ThinRows;
    const bars = members
      .filter((at) => (lane.end[at] as number) >= viewport.from && (lane.start[at] as number) <= viewport.to)
      .map((at) => {
        const t0 = viewport.px(lane.start[at] as number);
        return {
          from: Math.max(from, t0),
          to: Math.min(to, Math.max(t0 + THIN_LEAST, viewport.px(lane.end[at] as number) - 1)),
          row: row[at] as number,
        };
      });
    return bars.length === 0 ? [] : [{ ...base, from, to, shape: { kind: "thin-bars", top: top + THIN_GAP, bars } }];
  }
}

/** "2000–2021", or the date where it is of one year. */
function yearsOf(span: Span, locale: Locale): string {
  const [start, end] = [span.start, span.end].map((time) => (Number.isFinite(time) ? civilOf(time).year : undefined));
  // An end that is the first instant of a year is the end of the one before.
  const last = end !== undefined && civilOf(span.end - 1).year;
  if (start === undefined || last === undefined || last === false || start === last)
    return formatDate(span, locale, "short");
  return `${formatYear(start, locale)}–${formatYear(last, locale)}`;
}

/** Importance, then what goes on, then length, then beginning: the order in which ranges are named. */
function orderOf(lane: ProjectedLane): number[] {
  const order = Array.from({ length: lane.size }, (_, at) => at);
  const length = (at: number): number => lane.length(at);
  if (lane.isWeighed) {
    return order.sort((a, b) => (lane.rank[a] as number) - (lane.rank[b] as number)).slice(0, NAMED_MAX);
  }
  if (lane.size > NAMED_MAX) {
    return order.sort((a, b) => length(b) - length(a) || a - b).slice(0, NAMED_MAX);
  }
  const goesOn = order.map((at) => Number(lane.event(at).span.end === Number.POSITIVE_INFINITY));
  const weight = order.map((at) => lane.importance(at));
  return order.sort(
    (a, b) =>
      (weight[b] as number) - (weight[a] as number) ||
      (goesOn[b] as number) - (goesOn[a] as number) ||
      length(b) - length(a) ||
      a - b,
  );
}

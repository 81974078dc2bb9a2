/**
 * A lane of ranges: names on their bars in rows, as many as there is room for; what has no name is a thin bar below, or is
 * counted in a ribbon that says how many run at once. Events without length are discs at the foot of their rows.
 */
import { DAY, YEAR } from "../../time/calendar.js";
import { counted } from "../../time/locale.js";
import { momentSpan, type Precision } from "../../time/span.js";
import { formatDate } from "../../time/wording/format-date.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Viewport } from "../axis/viewport.js";
import { concurrencyOf } from "../forms/concurrency.js";
import { NAME_INSET, type RangeRow } from "../forms/range-rows.js";
import type { LabelContent } from "../labels/label-content.js";
import { yearsOf } from "../labels/range-years.js";
import { hiddenCounts, type LabelBox, type LaneLayout, type MarkBox, markBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import type { HeldLabel, LanePlan, LanePlanRequest } from "../horizontal/lane-plan.js";
import { NAMED_MAX, NamedBars } from "./named-bars.js";
import { RangeRest, ribbonHeight, THIN_BARS_MAX, thinHeight } from "./range-rest.js";

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
/** Size of the years and of the words in a ribbon, in px. */
const TEXT_SIZE = 12;
const ROWS_MIN = 3;
const ROWS_MAX = 400;
/** Part of the names that must fit on their bars so that bars have shelves. */
const SHELVES_FROM = 0.5;
/** A figure that chooses its height ends with a row that is filled to such a part. */
const ROW_PART = 0.25;
/** From the foot of a lane up to the baseline of a note in the gutter, in px. */
const NOTE_LIFT = 3;
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
  return size > THIN_BARS_MAX || thinHeight(concurrencyOf(start, end).peak) > height - ROWS_MIN * ROW_PITCH;
}

export class RangeLane implements LanePlan {
  readonly above = FIRST_ROW;
  readonly below: number;
  private readonly named: NamedBars;
  private readonly rowCount: number;
  private readonly contents = new Map<number, LabelContent>();
  private readonly dated = new Map<number, LabelContent>();
  private readonly rest: RangeRest | undefined;
  private readonly shelves: boolean;

  /** @param whole the plan of all events, where this one is of some of them */
  constructor(
    private readonly request: LanePlanRequest,
    whole?: RangeLane,
  ) {
    const { fit } = request;
    const [named, rest] = whole ? this.fill(whole) : this.choose();
    this.named = named;
    this.rest = rest;
    this.rowCount = whole?.rowCount ?? named.rowCount;
    this.below = whole?.below ?? this.rowCount * ROW_PITCH - FIRST_ROW + (rest?.height ?? 0);
    this.shelves =
      whole?.shelves ?? named.partOnBars(fit, (at) => NAME_INSET + this.content(at).width + NAME_END) >= SHELVES_FROM;
  }

  private place(rows: number, whole?: NamedBars): NamedBars {
    return new NamedBars(this.request.lane, this.request, rows, (at) => this.content(at).width, whole);
  }

  /** The same rows with some of the events. */
  private fill(whole: RangeLane): [NamedBars, RangeRest | undefined] {
    const named = this.place(whole.rowCount, whole.named);
    return [named, whole.rest && this.restOf(named)];
  }

  private choose(): [NamedBars, RangeRest | undefined] {
    const { lane, height, ribbon, fit, length, fixedHeight } = this.request;
    const rowsFor = (room: number): number => Math.max(ROWS_MIN, Math.min(ROWS_MAX, Math.floor(room / ROW_PITCH)));
    const all = this.place(rowsFor(height));
    if (all.fitting === lane.size) return [all, undefined];
    const { peak } = concurrencyOf(lane.start, lane.end);
    const withRest = (rows: number): [NamedBars, RangeRest] => {
      const named = this.place(rows);
      return [named, this.restOf(named)];
    };
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
    return fixedHeight ? best : withRest(best[0].filledRows(fit, ROW_PART * length));
  }

  private restOf(named: NamedBars): RangeRest {
    const { lane, fit, ribbon, scale, locale, measure } = this.request;
    const { times } = scale;
    const { precision, length } = PEAK_UNITS.find(
      ({ most }) => times[1] - times[0] < most,
    ) as (typeof PEAK_UNITS)[number];
    const text = (count: number, place: number): string => {
      const start = scale.timeAt(place);
      const moment = { start, end: start + length, precision, approximate: false, uncertain: false };
      return `${counted(locale, locale.figure.atOnce, count)}, ${formatDate(momentSpan(moment), locale, "short")}`;
    };
    const words = { text, width: (said: string) => measure(said, TEXT_SIZE, 400) };
    return new RangeRest({ lane, named, fit, ribbon, words });
  }

  filtered(lane: ProjectedLane): RangeLane {
    return new RangeLane({ ...this.request, lane }, this);
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane } = this.request;
    const reach = POINT_SIZE / viewport.scale;
    const shown = this.named.touching(viewport.from - reach, viewport.to + reach, viewport.scale);
    const marks = shown.map((row) => this.mark(row, viewport));
    const clusters = this.rest?.layOut(viewport, this.rowCount * ROW_PITCH - FIRST_ROW) ?? [];
    const note = clusters[0] && this.rest?.note(clusters[0]);
    return {
      lane: lane.lane,
      count: lane.size,
      labels: shown.flatMap((row, i) => this.label(row, marks[i] as MarkBox, viewport) ?? []),
      marks,
      clusters,
      ...hiddenCounts(lane, window),
      lineless: true,
      ...(lane.size <= NAMEABLE_MAX && (this.request.namesAll || this.rest)
        ? { naming: this.request.namesAll ? ("all" as const) : ("some" as const) }
        : {}),
      ...(note ? { note: { ...note, offset: this.below - NOTE_LIFT } } : {}),
      rows: { count: this.rowCount, pitch: ROW_PITCH, first: -FIRST_ROW },
    };
  }

  held(window: Viewport, laid: LaneLayout, before: ReadonlySet<PlacedEvent> | undefined): HeldLabel[] {
    const edge = window.px(window.from);
    const labels = new Map(laid.labels.map((label) => [label.event, label]));
    return this.named.touching(window.from, window.from, window.scale).flatMap((row): HeldLabel[] => {
      const mark = this.mark(row, window);
      const own = labels.get(mark.event);
      const holds = ({ width }: LabelContent): boolean => mark.t1 - edge >= NAME_INSET + width + NAME_END;
      const content = this.forms(row.at, mark).find(holds);
      // While the picture is panned as it is, what was not held before waits until its own label has left.
      const waits = before && own && !before.has(mark.event) && own.leader + LEADER_GAP + own.content.width > edge;
      if (!content || mark.t0 >= edge || waits) return [];
      return [{ ...this.labelBox(row, content, edge), mark }];
    });
  }

  private mark({ at, row }: RangeRow, viewport: Viewport): MarkBox {
    const { lane } = this.request;
    const point = lane.event(at).span.kind === "moment" && lane.length(at) * viewport.scale < POINT_SIZE;
    const box = markBox(lane, at, point ? POINT_SIZE : BAR_HEIGHT, viewport);
    const name = NAME_INSET + this.content(at).width + NAME_END;
    return {
      ...box,
      labelled: true,
      lineOffset: row * ROW_PITCH - FIRST_ROW + BAR_MIDDLE,
      bar: { shelf: this.shelves && !point && name <= box.t1 - box.t0 ? BAR_MIDDLE - BAR_HEIGHT / 2 : 0 },
    };
  }

  private label(placed: RangeRow, mark: MarkBox, viewport: Viewport): LabelBox | undefined {
    const { overhang } = this.request;
    const inset = mark.bar?.shelf ? NAME_INSET : 0;
    const [first, last] = [viewport.px(viewport.from) - overhang[0], viewport.px(viewport.to) + overhang[1]];
    // The years leave before the name does, where the window ends.
    for (const content of this.forms(placed.at, mark)) {
      const width = NAME_INSET + content.width;
      // On its bar a name begins where the bar does; beside it, it may have to end where the bar does.
      const x = placed.left && width + NAME_END > mark.t1 - mark.t0 ? mark.t1 - content.width - inset : mark.t0;
      if (x >= first && x + width <= last) return this.labelBox(placed, content, x, inset);
    }
    return undefined;
  }

  /** The name with its years, if both have room on the bar, then the name alone. */
  private forms(at: number, mark: MarkBox): LabelContent[] {
    return [this.withYears(at, mark), this.content(at)];
  }

  private labelBox({ at, row }: RangeRow, content: LabelContent, x: number, inset = NAME_INSET): LabelBox {
    return {
      event: this.request.lane.event(at),
      content,
      leader: x + inset - LEADER_GAP,
      row,
      offset: row * ROW_PITCH - FIRST_ROW - 1,
      side: "below",
      flow: "right",
      onBar: true,
    };
  }

  private withYears(at: number, { t0, t1, bar }: MarkBox): LabelContent {
    const content = this.content(at);
    if (!bar?.shelf) return content;
    let dated = this.dated.get(at);
    if (!dated) {
      const { locale, make, lane } = this.request;
      const event = lane.event(at);
      const name = make(event, { nameOnly: true, title: NAME_WIDTH_MAX });
      this.dated.set(at, (dated = this.followed(name, yearsOf(event.span, locale))));
    }
    return NAME_INSET + dated.width + NAME_END <= t1 - t0 ? dated : content;
  }

  /** A name with muted words after it. */
  private followed(name: LabelContent, after: string): LabelContent {
    return { ...name, width: name.width + YEARS_GAP + this.request.measure(after, TEXT_SIZE, 400), after };
  }

  private content(at: number): LabelContent {
    let content = this.contents.get(at);
    if (!content) {
      const { make, lane } = this.request;
      const event = lane.event(at);
      content = make(event, { nameOnly: true, title: NAME_WIDTH_MAX });
      if (event.span.uncertain) content = this.followed(content, UNCERTAIN);
      this.contents.set(at, content);
    }
    return content;
  }
}

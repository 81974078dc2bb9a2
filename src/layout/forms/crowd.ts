/**
 * Crowds of points: piles of dots where they fit, else bars of counts. Both lie on a grid that does not depend on the window,
 * and stay the same between two zoom levels, so that panning changes nothing.
 */
import { firstIndex } from "../../base/bisect.js";
import { CALENDAR_UNITS, type CalendarUnit, unitAfter, unitStart } from "../../time/calendar-units.js";
import type { Scale } from "../../time/scale.js";

/** Zoom levels are so many times apart. */
export const ZOOM_STEP = Math.SQRT2;
/** Width of a column of a pile, in px: the largest that fits. */
const DOT_PITCHES = [7, 6, 5, 4, 3] as const;
/** Dots in one and a half windows, at most. */
const DOTS_MAX = 1500;
const WINDOWS = 1.5;
/** Part of the filled columns that may be cut where no pitch fits them all. */
const CUT_PART = 0.01;
/** Narrowest bar, in px. */
const BAR_MIN = 1.4;
/** Lowest bar, in px. */
const BAR_LEAST = 1;
/** An unnamed event stands on the line where its neighbours are so far away, in px; a named one must be farther. */
const ALONE = 7;
const ALONE_NAMED = 11;

export interface Piles {
  readonly kind: "piles";
  /** Width of a column and height of a dot at the zoom level, in px. */
  readonly pitch: number;
  /** Most dots of a column. */
  readonly most: number;
  /** px per unit at the zoom level. */
  readonly scale: number;
}

export interface Bars {
  readonly kind: "bars";
  readonly unit: CalendarUnit;
  /** Height of one event in a unit of mean length, in px. */
  readonly height: number;
  readonly scale: number;
}

export type CrowdForm = Piles | Bars;

/** A column of dots, or a bar. */
export interface CrowdColumn {
  /** Extent on the axis. */
  readonly from: number;
  readonly to: number;
  /** Its events, `[first, end)` in the lane, named ones among them. */
  readonly first: number;
  readonly end: number;
  /** Height over the foot of the crowd, in px. */
  readonly height: number;
}

type UnitBar = Omit<CrowdColumn, "height"> & { readonly value: number };

/** The units of one kind that hold events, in order of time. */
interface UnitBars {
  readonly bars: readonly UnitBar[];
  readonly highest: number;
}

interface CrowdRequest {
  /** Ascending. */
  readonly position: Float64Array;
  readonly scale: Scale;
  /** px per unit at which everything fits. */
  readonly fit: number;
  /** Width of the window, in px. */
  readonly width: number;
  /** Height at most, in px. */
  readonly budget: number;
  /** Whether bars are drawn even where piles fit, and no event stands alone. Default false. */
  readonly counted?: boolean;
}

export class Crowd {
  private readonly forms = new Map<number, CrowdForm>();
  private readonly bars = new Map<CalendarUnit, UnitBars>();

  constructor(private readonly request: CrowdRequest) {}

  /** Height at most, in px. */
  get budget(): number {
    return this.request.budget;
  }

  /** The zoom level of a scale. */
  levelOf(scale: number): number {
    return Math.max(0, Math.floor(Math.log(scale / this.request.fit) / Math.log(ZOOM_STEP) + 1e-6));
  }

  form(scale: number): CrowdForm {
    const level = this.levelOf(scale);
    let form = this.forms.get(level);
    if (!form) this.forms.set(level, (form = this.choose(this.request.fit * ZOOM_STEP ** level)));
    return form;
  }

  /** The columns that a stretch of the axis touches. */
  columns(form: CrowdForm, from: number, to: number): CrowdColumn[] {
    return form.kind === "piles" ? this.pileColumns(form, from, to) : this.barColumns(form, from, to);
  }

  /**
   * Height of the columns that a stretch of the axis touches, in px over the foot of the crowd.
   *
   * @param lonely whether an event that stands on the line counts. Default true
   */
  heightIn(form: CrowdForm, from: number, to: number, lonely = true): number {
    let most = 0;
    const add = (first: number, end: number, height: number): void => {
      if (height > most && (lonely || end - first > 1 || !this.isLonely(form, first))) most = height;
    };
    if (form.kind === "piles") {
      this.eachPile(form, from, to, (first, end) => add(first, end, Math.min(end - first, form.most) * form.pitch));
      return most;
    }
    const { bars } = this.barsOf(form.unit);
    for (let i = firstIndex(0, bars.length, (at) => (bars[at] as UnitBar).to > from); i < bars.length; i++) {
      const bar = bars[i] as UnitBar;
      if (bar.from >= to) break;
      add(bar.first, bar.end, Math.max(BAR_LEAST, bar.value * form.height));
    }
    return most;
  }

  /** Number of events in a stretch of the axis. */
  countIn(from: number, to: number): number {
    const { position } = this.request;
    const first = firstIndex(0, position.length, (i) => (position[i] as number) >= from);
    return firstIndex(first, position.length, (i) => (position[i] as number) > to) - first;
  }

  /**
   * Whether an unnamed event stands alone on the line.
   *
   * @param named distance to the nearest named event, in units of the axis
   */
  isAlone(form: CrowdForm, at: number, named: number): boolean {
    const { position, counted } = this.request;
    if (counted) return false;
    const own = position[at] as number;
    const near = Math.min(
      own - (position[at - 1] ?? Number.NEGATIVE_INFINITY),
      (position[at + 1] ?? Number.POSITIVE_INFINITY) - own,
    );
    return near * form.scale >= ALONE && named * form.scale >= ALONE_NAMED;
  }

  /** Whether an event stands on the line, named or not, whichever others are named. */
  isLonely(form: CrowdForm, at: number): boolean {
    const { position } = this.request;
    const own = position[at] as number;
    const near = Math.min(
      own - (position[at - 1] ?? Number.NEGATIVE_INFINITY),
      (position[at + 1] ?? Number.POSITIVE_INFINITY) - own,
    );
    return near * form.scale >= ALONE_NAMED;
  }

  private choose(scale: number): CrowdForm {
    const { budget, counted } = this.request;
    if (!counted && this.densest((WINDOWS * this.request.width) / scale) <= DOTS_MAX) {
      for (const part of [0, CUT_PART]) {
        for (const pitch of DOT_PITCHES) {
          const most = Math.floor(budget / pitch);
          if (this.fits(pitch / scale, most, part)) return { kind: "piles", pitch, most, scale };
        }
      }
    }
    // Units are told apart by their length in time; on an axis that bends it, by the mean.
    const [first, last] = this.request.scale.domain;
    const [begin, end] = this.request.scale.times;
    const perMs = (scale * (last - first)) / (end - begin);
    const unit =
      CALENDAR_UNITS.find(({ length }) => length * perMs >= BAR_MIN) ?? (CALENDAR_UNITS.at(-1) as CalendarUnit);
    return { kind: "bars", unit, height: budget / this.barsOf(unit).highest, scale };
  }

  /** Most events in any stretch of a length. */
  private densest(length: number): number {
    const { position } = this.request;
    let most = 0;
    for (let i = 0, j = 0; i < position.length; i++) {
      while ((position[i] as number) - (position[j] as number) > length) j++;
      if (i - j + 1 > most) most = i - j + 1;
    }
    return most;
  }

  /** Whether at most a part of the filled columns holds more events than `most`. */
  private fits(column: number, most: number, part: number): boolean {
    const { position } = this.request;
    let [filled, over] = [0, 0];
    for (let i = 0; i < position.length; ) {
      const next = this.columnEnd(i, column);
      filled++;
      if (next - i > most && ++over > 0 && part === 0) return false;
      i = next;
    }
    return over <= part * filled;
  }

  /** One past the last event in the column of an event. */
  private columnEnd(at: number, column: number): number {
    const { position } = this.request;
    const own = Math.floor((position[at] as number) / column);
    let end = at + 1;
    while (end < position.length && Math.floor((position[end] as number) / column) === own) end++;
    return end;
  }

  private pileColumns(form: Piles, from: number, to: number): CrowdColumn[] {
    const { pitch, most, scale } = form;
    const column = pitch / scale;
    const found: CrowdColumn[] = [];
    this.eachPile(form, from, to, (first, end, n) =>
      found.push({ from: n * column, to: (n + 1) * column, first, end, height: Math.min(end - first, most) * pitch }),
    );
    return found;
  }

  private eachPile(
    { pitch, scale }: Piles,
    from: number,
    to: number,
    visit: (first: number, end: number, n: number) => void,
  ): void {
    const { position } = this.request;
    const column = pitch / scale;
    const begin = Math.floor(from / column) * column;
    let first = firstIndex(0, position.length, (i) => (position[i] as number) >= begin);
    while (first < position.length) {
      const n = Math.floor((position[first] as number) / column);
      if (n * column >= to) break;
      const end = this.columnEnd(first, column);
      visit(first, end, n);
      first = end;
    }
  }

  private barColumns({ unit, height }: Bars, from: number, to: number): CrowdColumn[] {
    const { bars } = this.barsOf(unit);
    const found: CrowdColumn[] = [];
    for (let i = firstIndex(0, bars.length, (at) => (bars[at] as UnitBar).to > from); i < bars.length; i++) {
      const bar = bars[i] as UnitBar;
      if (bar.from >= to) break;
      found.push({ ...bar, height: Math.max(BAR_LEAST, bar.value * height) });
    }
    return found;
  }

  private barsOf(unit: CalendarUnit): UnitBars {
    let known = this.bars.get(unit);
    if (!known) this.bars.set(unit, (known = this.count(unit)));
    return known;
  }

  private count(unit: CalendarUnit): UnitBars {
    const { position, scale } = this.request;
    const bars: UnitBar[] = [];
    let highest = 1;
    for (let first = 0; first < position.length; ) {
      let begin = unitStart(unit, scale.timeAt(position[first] as number));
      let until = unitAfter(unit, begin);
      // There and back, a time may come out a rounding earlier.
      if (scale.position(until) <= (position[first] as number)) [begin, until] = [until, unitAfter(unit, until)];
      const to = scale.position(until);
      const end = Math.max(
        first + 1,
        firstIndex(first, position.length, (i) => (position[i] as number) >= to),
      );
      // Units of unequal length: as many events in a longer one make a lower bar, so that areas compare.
      const value = ((end - first) * unit.length) / (until - begin);
      bars.push({ from: scale.position(begin), to, first, end, value });
      highest = Math.max(highest, value);
      first = end;
    }
    return { bars, highest };
  }
}

/**
 * Crowds of points: piles of dots where they fit, else bars of counts. Both lie on a grid that does not depend on the window,
 * and stay the same between two zoom levels, so that panning changes nothing.
 */
import { firstAbove, firstAtLeast, firstIndex } from "../../base/bisect.js";
import { CALENDAR_UNITS, type CalendarUnit, unitAfter, unitStart } from "../../time/calendar-units.js";
import type { Scale } from "../../time/scale.js";
import { isDenser, ZOOM_STEP, zoomLevel } from "./zoom-level.js";

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

/** A bar of a unit of the calendar: its height counts events in a unit of mean length. */
type UnitBar = CrowdColumn;

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

export interface Crowd {
  /** Height at most, in px. */
  readonly budget: number;
  form(scale: number): CrowdForm;
  /** The columns that a stretch of the axis touches. */
  columns(form: CrowdForm, from: number, to: number): CrowdColumn[];
  /**
   * Height of the columns that a stretch of the axis touches, in px over the foot of the crowd.
   *
   * @param lonely whether an event that stands on the line, whichever others are named, counts. Default true
   */
  heightIn(form: CrowdForm, from: number, to: number, lonely?: boolean): number;
  /** Number of events in a stretch of the axis. */
  countIn(from: number, to: number): number;
  /**
   * Whether an unnamed event stands alone on the line.
   *
   * @param named distance to the nearest named event, in units of the axis
   */
  isAlone(form: CrowdForm, at: number, named: number): boolean;
}

export function createCrowd({ position, scale: axis, fit, width, budget, counted }: CrowdRequest): Crowd {
  const size = position.length;
  const forms = new Map<number, CrowdForm>();
  const units = new Map<CalendarUnit, UnitBars>();

  const formAt = (scale: number): CrowdForm => {
    if (!counted && !isDenser(position, (WINDOWS * width) / scale, DOTS_MAX)) {
      for (const part of [0, CUT_PART]) {
        for (const pitch of DOT_PITCHES) {
          const most = Math.floor(budget / pitch);
          if (fits(pitch / scale, most, part)) return { kind: "piles", pitch, most, scale };
        }
      }
    }
    // Units are told apart by their length in time; on an axis that bends it, by the mean.
    const [first, last] = axis.domain;
    const [begin, end] = axis.times;
    const perMs = (scale * (last - first)) / (end - begin);
    const unit =
      CALENDAR_UNITS.find(({ length }) => length * perMs >= BAR_MIN) ?? (CALENDAR_UNITS.at(-1) as CalendarUnit);
    return { kind: "bars", unit, height: budget / barsOf(unit).highest, scale };
  };

  /** Whether at most a part of the filled columns holds more events than `most`. */
  const fits = (column: number, most: number, part: number): boolean => {
    let [filled, over] = [0, 0];
    for (let i = 0; i < size; ) {
      const next = columnEnd(i, column);
      filled++;
      if (next - i > most && ++over > 0 && part === 0) return false;
      i = next;
    }
    return over <= part * filled;
  };

  const columnOf = (at: number, column: number): number => Math.floor((position[at] as number) / column);

  /** One past the last event in the column of an event. */
  const columnEnd = (at: number, column: number): number => {
    const own = columnOf(at, column);
    let end = at + 1;
    while (end < size && columnOf(end, column) === own) end++;
    return end;
  };

  const barsOf = (unit: CalendarUnit): UnitBars => {
    let known = units.get(unit);
    if (!known) units.set(unit, (known = countUnits(unit)));
    return known;
  };

  const countUnits = (unit: CalendarUnit): UnitBars => {
    const bars: UnitBar[] = [];
    let highest = 1;
    for (let first = 0; first < size; ) {
      const own = position[first] as number;
      let begin = unitStart(unit, axis.timeAt(own));
      let until = unitAfter(unit, begin);
      // There and back, a time may come out a rounding earlier.
      if (axis.position(until) <= own) [begin, until] = [until, unitAfter(unit, until)];
      const to = axis.position(until);
      const end = Math.max(first + 1, firstAtLeast(position, to, first));
      // Units of unequal length: as many events in a longer one make a lower bar, so that areas compare.
      const height = ((end - first) * unit.length) / (until - begin);
      bars.push({ from: axis.position(begin), to, first, end, height });
      highest = Math.max(highest, height);
      first = end;
    }
    return { bars, highest };
  };

  /** Visits the columns that a stretch touches: their events, their height, and their extents. */
  const eachColumn = (
    form: CrowdForm,
    from: number,
    to: number,
    visit: (first: number, end: number, height: number, from: number, to: number) => void,
  ): void => {
    if (form.kind === "piles") {
      const { pitch, most, scale } = form;
      const column = pitch / scale;
      for (let first = firstAtLeast(position, Math.floor(from / column) * column); first < size; ) {
        const n = columnOf(first, column);
        if (n * column >= to) break;
        const end = columnEnd(first, column);
        visit(first, end, Math.min(end - first, most) * pitch, n * column, (n + 1) * column);
        first = end;
      }
      return;
    }
    const { bars } = barsOf(form.unit);
    for (let i = firstIndex(0, bars.length, (at) => (bars[at] as UnitBar).to > from); i < bars.length; i++) {
      const bar = bars[i] as UnitBar;
      if (bar.from >= to) break;
      visit(bar.first, bar.end, Math.max(BAR_LEAST, bar.height * form.height), bar.from, bar.to);
    }
  };

  /** Distance of an event to its neighbours, in px at the zoom level. */
  const apart = ({ scale }: CrowdForm, at: number): number => {
    const own = position[at] as number;
    const before = position[at - 1] ?? Number.NEGATIVE_INFINITY;
    const after = position[at + 1] ?? Number.POSITIVE_INFINITY;
    return Math.min(own - before, after - own) * scale;
  };

  return {
    budget,
    form(scale) {
      const level = zoomLevel(scale, fit);
      let form = forms.get(level);
      if (!form) forms.set(level, (form = formAt(fit * ZOOM_STEP ** level)));
      return form;
    },
    columns(form, from, to) {
      const found: CrowdColumn[] = [];
      eachColumn(form, from, to, (first, end, height, a, b) => found.push({ from: a, to: b, first, end, height }));
      return found;
    },
    heightIn(form, from, to, lonely = true) {
      let most = 0;
      eachColumn(form, from, to, (first, end, height) => {
        if (height > most && (lonely || end - first > 1 || apart(form, first) < ALONE_NAMED)) most = height;
      });
      return most;
    },
    countIn: (from, to) => {
      const first = firstAtLeast(position, from);
      return firstAbove(position, to, first) - first;
    },
    isAlone: (form, at, named) => !counted && apart(form, at) >= ALONE && named * form.scale >= ALONE_NAMED,
  };
}

/** Shapes of many events that are drawn as one mark, in px. */
import type { CalendarUnit } from "../../time/calendar-units.js";

/** Events of a lane in order of time: `[first, end)` of all, those that are drawn elsewhere among them. */
export interface LanePart {
  readonly first: number;
  readonly end: number;
}

/** Dots one on the other. */
export interface PileShape extends LanePart {
  readonly kind: "pile";
  /** From the lane line to the lowest dot. */
  readonly foot: number;
  /** Height of a dot with the space over it. */
  readonly pitch: number;
  /** Dots that have room; a higher pile is cut and says its count. */
  readonly most: number;
  readonly count: number;
  /** Whether it says how many it holds. */
  readonly said: boolean;
  /** The number that it says, where piles of several lanes stand on one another; its own count if absent. */
  readonly total?: number;
}

export interface CountBar extends LanePart {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** From the foot to where it begins: on the bars of other lanes. */
  readonly base?: number;
}

/** One bar for each unit of the calendar. */
export interface BarsShape {
  readonly kind: "bars";
  readonly foot: number;
  /** The unit that each bar counts; absent where bars stand for piles that have no room. */
  readonly unit?: CalendarUnit;
  readonly bars: readonly CountBar[];
  /** The highest bar of the lane, where it is in view. */
  readonly peak: (Pick<CountBar, "first" | "from" | "to" | "height"> & { readonly count: number }) | undefined;
  /** Height of one event in a unit of mean length, in px, and the most events of a unit; absent where lanes share bars. */
  readonly ruler?: { readonly perEvent: number; readonly most: number };
}

/** Bars without names, in rows. */
export interface ThinBarsShape {
  readonly kind: "thin-bars";
  /** From the lane line down to the first row. */
  readonly top: number;
  /** Distance of two rows, and height of a bar. */
  readonly pitch: number;
  readonly height: number;
  readonly bars: readonly {
    /** Place of the event in its lane; absent where a bar joins several. */
    readonly at?: number;
    readonly from: number;
    readonly to: number;
    readonly row: number;
  }[];
}

/** How many run at once, as a step line. */
export interface RibbonShape {
  readonly kind: "ribbon";
  /** From the lane line down to the foot of the ribbon. */
  readonly base: number;
  readonly height: number;
  /** Height of one range, in px. */
  readonly perRange: number;
  readonly steps: readonly (readonly [x: number, height: number])[];
  /** The highest number, where it is in view. */
  readonly peak:
    | {
        readonly x: number;
        /** Words inside the ribbon, and from its peak down to where it is wide enough for them; absent where it is nowhere. */
        readonly words: { readonly text: string; readonly top: number } | undefined;
      }
    | undefined;
}

export type CrowdShape = PileShape | BarsShape | ThinBarsShape | RibbonShape;

/** What stands below the line of a lane, so many px further down; a crowd stays on its line. */
export function movedShape<Box extends { readonly shape?: CrowdShape }>(box: Box, by: number): Box {
  const { shape } = box;
  if (shape?.kind === "thin-bars") return { ...box, shape: { ...shape, top: shape.top + by } };
  return shape?.kind === "ribbon" ? { ...box, shape: { ...shape, base: shape.base + by } } : box;
}

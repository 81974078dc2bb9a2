/**
 * Labels of the vertical figure at every scale: which show, and where they stand in the column.
 *
 * The idea is that of `label-tree.ts`. At level 0 the labels of the whole timeline are spread along the column, as near to
 * their marks as their neighbours allow. As the scale grows, neighbours only move apart, since the gaps of an isotonic
 * regression never shrink when all wishes are stretched. So a label of a later level that fits between two others at one
 * scale fits there at every larger one; it is laid out between them without moving them, and cells do not depend on each
 * other.
 */
import { type ColumnEvents, ERA_DEPTH, LEADER_DEPTH } from "./column-events.js";
import type { LabelContent } from "../labels/label-content.js";
import { LEVEL_FACTOR } from "../labels/label-levels.js";
import { isotonicPlacement } from "../labels/isotonic.js";

/** Something that stands in the column at level 0: a label, or the name of an era. */
export interface Pin {
  /** Position among the events; absent for an era. */
  readonly at?: number;
  readonly era?: number;
  readonly place: number;
  readonly height: number;
  readonly weight: number;
}

/** What stands in the column at a scale, with its top in px from the beginning of the axis. */
export interface Standing {
  readonly at?: number;
  readonly era?: number;
  readonly top: number;
  readonly height: number;
}

export interface ColumnOptions {
  /** px per unit of the axis at level 0. */
  readonly scale: number;
  readonly gap: number;
  readonly maxLevel: number;
  readonly content: (at: number) => LabelContent;
  /** In order of their places. */
  readonly pins: readonly Pin[];
}

/** Candidates tried in one cell. */
const TRIED = 8;
/** A label of a later level stands no further than this from its mark, in px. */
const DISPLACEMENT = 60;
/** Labels may reach so far beyond the end of the axis, in px. */
const OVERHANG = 48;

/** A stretch of events between two labels of lower levels. */
interface Cell {
  readonly level: number;
  /** Events `from` to `to`, exclusive. */
  readonly from: number;
  readonly to: number;
  /** The stretch of the column it has to itself at a scale. */
  readonly edges: (scale: number) => readonly [above: number, below: number];
  parts: { labels: readonly number[]; cells: readonly Cell[] } | undefined;
}

export class ColumnTree {
  private readonly cells: readonly Cell[];
  private lastTops: { scale: number; tops: readonly number[] } | undefined;

  constructor(
    private readonly events: ColumnEvents,
    private readonly options: ColumnOptions,
  ) {
    const { pins } = options;
    const ends = pins.map((pin) => pin.at ?? events.firstFrom(pin.place));
    this.cells = [0, ...pins.map((pin, i) => (ends[i] as number) + (pin.at === undefined ? 0 : 1))].map(
      (from, i): Cell => {
        const to = Math.max(from, ends[i] ?? events.size);
        return { level: 1, from, to, parts: undefined, edges: (scale) => this.pinEdges(i, scale) };
      },
    );
  }

  /** Everything whose mark stands between two places of the axis at a scale, in order. */
  standing(scale: number, from: number, to: number): Standing[] {
    const { pins } = this.options;
    const tops = this.pinTops(scale);
    const level = this.levelOf(scale);
    const found: Standing[] = [];
    this.cells.forEach((cell, i) => {
      const pin = pins[i - 1];
      if (pin && pin.place >= from && pin.place <= to) {
        const { at, era, height } = pin;
        found.push({
          top: tops[i - 1] as number,
          height,
          ...(at === undefined ? {} : { at }),
          ...(era === undefined ? {} : { era }),
        });
      }
      this.collect(cell, level, scale, from, to, found);
    });
    return found;
  }

  private levelOf(scale: number): number {
    const level = Math.floor(Math.log(scale / this.options.scale) / Math.log(LEVEL_FACTOR) + 1e-6);
    return Math.max(0, Math.min(this.options.maxLevel, level));
  }

  private pinTops(scale: number): readonly number[] {
    if (this.lastTops?.scale !== scale) {
      const wishes = this.options.pins.map(({ at, place, height, weight }) => {
        const wish = this.events.offset(place, scale) + (at === undefined ? ERA_DEPTH : -LEADER_DEPTH);
        return { wish, height, weight };
      });
      this.lastTops = { scale, tops: isotonicPlacement(wishes, this.options.gap, -LEADER_DEPTH) ?? [] };
    }
    return this.lastTops.tops;
  }

  /**
   * Where a label would like to stand: its date level with the beginning of its mark. Linear in the scale, as the promise
   * of this file needs it.
   */
  private wish(at: number, scale: number): number {
    return this.events.offset(this.events.start[at] as number, scale) - LEADER_DEPTH;
  }

  /** The column between two pins. */
  private pinEdges(i: number, scale: number): [number, number] {
    const { pins, gap } = this.options;
    const tops = this.pinTops(scale);
    const before = pins[i - 1];
    const above = before ? (tops[i - 1] as number) + before.height + gap : -LEADER_DEPTH;
    const below = i < pins.length ? (tops[i] as number) - gap : this.events.length(scale) + OVERHANG;
    return [above, below];
  }

  private collect(cell: Cell, level: number, scale: number, from: number, to: number, found: Standing[]): void {
    if (cell.level > level || cell.from >= cell.to) return;
    const { start } = this.events;
    if ((start[cell.from] as number) > to || (start[cell.to - 1] as number) < from) return;
    cell.parts ??= this.workOut(cell);
    const { labels, cells } = cell.parts;
    const tops = this.topsOf(cell, labels, scale) ?? [];
    cells.forEach((part, i) => {
      this.collect(part, level, scale, from, to, found);
      const at = labels[i];
      if (at === undefined) return;
      const place = start[at] as number;
      if (place < from || place > to) return;
      found.push({ at, top: tops[i] as number, height: this.options.content(at).height });
    });
  }

  /** Tops of labels in their cell, or nothing when they have no room. */
  private topsOf(cell: Cell, labels: readonly number[], scale: number): number[] | undefined {
    const wishes = labels.map((at) => ({
      wish: this.wish(at, scale),
      height: this.options.content(at).height,
      weight: this.events.importance(at),
    }));
    return isotonicPlacement(wishes, this.options.gap, ...cell.edges(scale));
  }

  private workOut(cell: Cell): { labels: readonly number[]; cells: readonly Cell[] } {
    const { maxLevel, scale: base } = this.options;
    const scale = base * LEVEL_FACTOR ** cell.level;
    let labels: number[] = [];
    for (const at of this.events.mostImportant(cell.from, cell.to, TRIED)) {
      const trial = [...labels, at].sort((a, b) => a - b);
      if (this.fits(cell, trial, scale)) labels = trial;
    }
    if (labels.length === 0) {
      const level = cell.level + 1;
      return { labels, cells: level > maxLevel ? [] : [{ ...cell, level, parts: undefined }] };
    }
    const stops = [...labels, cell.to];
    const cells = stops.map((to, i): Cell => {
      const from = i === 0 ? cell.from : (stops[i - 1] as number) + 1;
      return { level: cell.level + 1, from, to, parts: undefined, edges: (s) => this.labelEdges(cell, labels, i, s) };
    });
    return { labels, cells };
  }

  private fits(cell: Cell, labels: readonly number[], scale: number): boolean {
    const tops = this.topsOf(cell, labels, scale);
    if (!tops) return false;
    return labels.every((at, i) => {
      const wish = this.wish(at, scale);
      return Math.abs((tops[i] as number) - wish) <= DISPLACEMENT;
    });
  }

  /** The column between two labels of a cell, or between one and the cell's own edge. */
  private labelEdges(cell: Cell, labels: readonly number[], i: number, scale: number): [number, number] {
    const { gap, content } = this.options;
    const [above, below] = cell.edges(scale);
    const tops = this.topsOf(cell, labels, scale) ?? [];
    const before = labels[i - 1];
    return [
      before === undefined ? above : (tops[i - 1] as number) + content(before).height + gap,
      i < labels.length ? (tops[i] as number) - gap : below,
    ];
  }
}

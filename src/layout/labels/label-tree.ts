/**
 * Which labels of a lane show at which scale, for every scale at once (consistent dynamic labelling, active ranges).
 *
 * A label has a smallest scale from which it shows, and keeps its row and side at all scales beyond. Scales are cut into
 * levels. Level 0 is the whole timeline in the figure; there all labels compete. The labels of a level cut time into
 * cells, and a label of the next level stays inside its cell: so cells do not depend on each other, and only those that
 * the reader looks into are ever worked out. The result does not depend on where the reader looked before.
 */
import { arrange } from "./arrange.js";
import { type Candidate, type Hung, type Room } from "./hang.js";
import type { LabelContent } from "./label-content.js";
import { LabelGrowth } from "./expand-titles.js";
import { hungFrom, LEVEL_FACTOR, type LabelTreeOptions, type PlacedLabel, REACH, scaleAt } from "./label-levels.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_OFFSET_MAX, LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";

/** A cell narrower than this holds no label. */
const SMALLEST_CELL = 2 * LEADER_CLEARANCE + LEADER_GAP + 24;
/** At an edge of the timeline a title may become this narrow, in px, rather than be left out. */
const EDGE_LIMIT = 140;
/** Characters that are worth showing of a title. */
const LEAST_OF_TITLE = 14;

/** A stretch of events between two labels of lower levels, or the edge of the timeline. */
interface Cell {
  readonly level: number;
  /** Events `from` to `to`, exclusive. */
  readonly from: number;
  readonly to: number;
  readonly left: PlacedLabel | undefined;
  readonly right: PlacedLabel | undefined;
  parts: { labels: readonly PlacedLabel[]; cells: readonly Cell[] } | undefined;
}

/** A candidate with the forms of its label, which are made when they are asked for: many find no place whatever their size. */
class Labelling implements Candidate {
  readonly length: number;
  readonly rank: number;
  readonly importance: number;
  private contents: readonly LabelContent[] | undefined;

  constructor(
    lane: ProjectedLane,
    readonly at: number,
    readonly x: number,
    private readonly make: (at: number, x: number) => readonly LabelContent[],
  ) {
    this.length = lane.length(at);
    this.rank = lane.rank[at] as number;
    this.importance = lane.importance(at);
    this.contents = undefined;
  }

  get sizes(): readonly LabelContent[] {
    return (this.contents ??= this.make(this.at, this.x));
  }
}

type PartsOf = (cell: Cell) => Cell["parts"];

export class LabelTree {
  private readonly root: Cell;
  private readonly growth: LabelGrowth;
  /** Room that level 0 turned out to need; later levels make do with it, so that lanes do not grow while one zooms. */
  private room: Pick<Room, "rows" | "above" | "touching">;
  /** Labels of level 0 that have their places already. */
  private kept: readonly PlacedLabel[] | undefined;

  constructor(
    private readonly lane: ProjectedLane,
    private readonly options: LabelTreeOptions,
  ) {
    const { rows, above, touching } = options;
    this.room = { rows, above, touching };
    this.growth = new LabelGrowth(
      lane,
      options,
      (level, from, to) => this.placed(level, from, to),
      (level, from, to) => this.worked(level, from, to),
    );
    this.root = { level: 0, from: 0, to: lane.size, left: undefined, right: undefined, parts: undefined };
  }

  /** Fixes the room of all levels after 0. Call it once level 0 is known and before any other level. */
  settle(rows: readonly number[], above: readonly number[], touching: number): void {
    this.room = { rows, above, touching };
  }

  /** Leaves the labels of level 0 that the same lane has with more events where they are. Call it before any level is known. */
  keep(whole: LabelTree): void {
    const { lane } = this;
    this.kept = whole.labels(0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).flatMap((label) => {
      const place = whole.lane.start[label.at] as number;
      const { id } = whole.lane.event(label.at);
      let at = lane.firstFrom(place);
      while (lane.start[at] === place && lane.event(at).id !== id) at++;
      return lane.start[at] === place ? { ...label, at } : [];
    });
  }

  /** The level whose labels show at a scale, in px per unit. */
  levelOf(scale: number): number {
    const level = Math.floor(Math.log(scale / this.options.scale) / Math.log(LEVEL_FACTOR) + 1e-6);
    return Math.max(0, Math.min(this.options.maxLevel, level));
  }

  /** The labels that show at a level and whose event begins between two places of the axis, in order of time. */
  labels(level: number, from: number, to: number): readonly PlacedLabel[] {
    return this.placed(level, from, to).map((label) => this.growth.at(label, level));
  }

  /** Those of them that were worked out already: none overlap, and more may come between them. */
  known(level: number, from: number, to: number): readonly PlacedLabel[] {
    return this.worked(level, from, to).map((label) => this.growth.known(label, level));
  }

  private worked(level: number, from: number, to: number): readonly PlacedLabel[] {
    return this.placed(level, from, to, (cell) => cell.parts);
  }

  /** The same as they were placed. */
  private placed(level: number, from: number, to: number, partsOf: PartsOf = this.expand): readonly PlacedLabel[] {
    const found: PlacedLabel[] = [];
    this.collect(this.root, level, from, to, found, partsOf);
    return found;
  }

  /** Works out what `labels` will be asked for: a part at each turn, so that it can be done between other things. */
  *ahead(level: number, from: number, to: number): Generator<void, void, void> {
    yield* this.expandWithin(this.root, level, from, to);
    for (const label of this.placed(level, from, to)) {
      yield* this.growth.ahead(label, level, (next, a, b) => this.expandWithin(this.root, next, a, b));
    }
  }

  private *expandWithin(cell: Cell, level: number, from: number, to: number): Generator<void, void, void> {
    if (!this.reaches(cell, level, from, to)) return;
    if (!cell.parts) {
      // What it asks of its surroundings comes first, or it would all be done at this turn.
      if (cell.level > 0 && this.fits(cell)) yield* this.ahead(cell.level - 1, ...this.surroundings(cell));
      this.expand(cell);
      yield;
    }
    for (const part of this.expand(cell).cells) yield* this.expandWithin(part, level, from, to);
  }

  private reaches(cell: Cell, level: number, from: number, to: number): boolean {
    if (cell.level > level || cell.from >= cell.to) return false;
    const { start } = this.lane;
    return (start[cell.from] as number) <= to && (start[cell.to - 1] as number) >= from;
  }

  private collect(cell: Cell, level: number, from: number, to: number, found: PlacedLabel[], partsOf: PartsOf): void {
    if (!this.reaches(cell, level, from, to)) return;
    const { start } = this.lane;
    const { labels = [], cells = [] } = partsOf(cell) ?? {};
    for (let i = 0; i < cells.length; i++) {
      this.collect(cells[i] as Cell, level, from, to, found, partsOf);
      const label = labels[i];
      if (!label) continue;
      const place = start[label.at] as number;
      if (place >= from && place <= to) found.push(label);
    }
  }

  private readonly expand = (cell: Cell): NonNullable<Cell["parts"]> => (cell.parts ??= this.workOut(cell));

  private workOut(cell: Cell): { labels: readonly PlacedLabel[]; cells: readonly Cell[] } {
    // A lane that got no row has no labels, at whatever scale.
    if (this.room.rows.length + this.room.above.length === 0) return { labels: [], cells: [] };
    const labels = this.fits(cell) ? this.hang(cell) : [];
    if (labels.length === 0) {
      const level = this.nextLevel(cell);
      return { labels, cells: level > this.options.maxLevel ? [] : [{ ...cell, level, parts: undefined }] };
    }
    const edges = [cell.left, ...labels, cell.right];
    const cells = edges.slice(1).map((right, i): Cell => {
      const left = edges[i];
      const from = left && left !== cell.left ? left.at + 1 : cell.from;
      const to = right && right !== cell.right ? right.at : cell.to;
      return { level: cell.level + 1, from, to, left, right, parts: undefined };
    });
    return { labels, cells };
  }

  private scaleAt(level: number): number {
    return scaleAt(this.options, level);
  }

  /** Edges of a cell on the axis. */
  private edges(cell: Cell): [number, number] {
    const { start } = this.lane;
    const { domain } = this.options;
    return [
      cell.left ? (start[cell.left.at] as number) : domain[0],
      cell.right ? (start[cell.right.at] as number) : domain[1],
    ];
  }

  private fits(cell: Cell): boolean {
    if (cell.level === 0) return true;
    const [a, b] = this.edges(cell);
    return (b - a) * this.scaleAt(cell.level) >= SMALLEST_CELL;
  }

  /** The next level worth trying: not before the cell is wide enough for any label. */
  private nextLevel(cell: Cell): number {
    const [a, b] = this.edges(cell);
    const width = (b - a) * this.options.scale;
    if (width <= 0) return this.options.maxLevel + 1;
    const wideEnough = Math.ceil(Math.log(SMALLEST_CELL / width) / Math.log(LEVEL_FACTOR) - 1e-6);
    return Math.max(cell.level + 1, wideEnough);
  }

  /** Arranges the most important events of a cell at its level, beside the labels that show already. */
  private hang(cell: Cell): PlacedLabel[] {
    const { level } = cell;
    const scale = this.scaleAt(level);
    const [a, b] = this.edges(cell);
    const { overhang } = this.options;
    const { rows, above } = this.room;
    const kept = level === 0 ? (this.kept ?? []) : [];
    const places = new Set(kept.map(({ at }) => at));
    // Positions are counted from the cell's edge: far into deep time absolute ones would lose px.
    const room: Room = {
      min: cell.left ? LEADER_CLEARANCE + LEADER_OFFSET_MAX : -overhang[0],
      max: (b - a) * scale + (cell.right ? -LEADER_CLEARANCE : overhang[1]),
      ...this.room,
      fixed: level === 0 ? kept.map(({ at, hung }) => hungFrom(this.lane, a, at, hung, scale)) : this.around(cell),
    };
    const make = (at: number, x: number): LabelContent[] => this.contents(at, x, room);
    const candidates = this.lane
      .candidates(cell.from, cell.to, scale, rows.length + above.length + 1)
      .filter((at) => !places.has(at))
      .map((at) => {
        const x = ((this.lane.start[at] as number) - a) * scale + this.lane.leaderOffset(at, scale);
        return new Labelling(this.lane, at, x, make);
      });
    // Rows that are settled have their heights: none takes the place of another.
    return arrange(candidates, room, level === 0 && !this.kept)
      .map((hung): PlacedLabel => {
        const { at, sizes } = hung.candidate as Labelling;
        return { at, hung, content: sizes[hung.size] as LabelContent, level };
      })
      .concat(kept)
      .sort((p, q) => p.at - q.at);
  }

  /** The forms a label can take: full, narrow, and as narrow as the edge of the room asks for. */
  private contents(at: number, x: number, room: Room): LabelContent[] {
    const { content, narrow } = this.options;
    const full = content(at);
    if (full.width <= Math.min(EDGE_LIMIT, ...narrow)) return [full];
    const forms = [full];
    for (const limit of narrow) {
      if ((forms.at(-1) as LabelContent).width <= limit) continue;
      const form = content(at, limit);
      // Nor does a narrower one say enough.
      if (!saysEnough(form)) break;
      forms.push(form);
    }
    const slimmest = (forms.at(-1) as LabelContent).width;
    for (const edge of [x - room.min, room.max - x]) {
      const limit = Math.floor(edge) - LEADER_GAP;
      if (limit >= EDGE_LIMIT && limit < slimmest) {
        const form = content(at, limit);
        if (form.width <= limit) forms.push(form);
      }
    }
    return forms;
  }

  /** Where labels stand whose text may reach into a cell. */
  private surroundings(cell: Cell): [number, number] {
    const [a, b] = this.edges(cell);
    const reach = REACH / this.scaleAt(cell.level);
    return [a - reach, b + reach];
  }

  /** Labels of lower levels whose text may reach into a cell, with positions counted from its beginning. */
  private around(cell: Cell): Hung[] {
    const [a] = this.edges(cell);
    const scale = this.scaleAt(cell.level);
    const labels = this.labels(cell.level - 1, ...this.surroundings(cell));
    return labels.map(({ at, hung }) => hungFrom(this.lane, a, at, hung, scale));
  }
}

/** A title that is cut must still tell its event from others. */
function saysEnough({ cut, lines }: LabelContent): boolean {
  return !cut || lines.join(" ").trim().length > LEAST_OF_TITLE;
}

/**
 * Where the labels of a lane stand at every scale. Few labels are placed at once. In a crowd, only the first of each cell of
 * the grid is a candidate, and its cell must be wide enough; those are placed level by level, in blocks of cells that are
 * worked out when they come into view. A block depends on coarser levels and its neighbours alone, so that the order in
 * which a reader visits them changes nothing.
 */
import { firstIndex } from "../../base/bisect.js";
import { memoByKey } from "../../base/memo.js";
import { cellLength, gridLevels, MAX_LEVEL, MIN_LEVEL } from "./grid-levels.js";
import { placeAtOnce, placeLabels, placeLater } from "./place-labels.js";
import type { Candidate, PlacedLabel, PlaceOptions } from "./placed-label.js";

/** A lane with more events names the first of each grid cell: in a smaller one, all that fit. */
export const GRID_FROM = 200;
/** Narrowest cell whose first event may be named, in px. */
const CELL_WIDTH = 52;
/** Scales that differ by less are the same. */
const SAME_SCALE = 1 + 1e-9;
/** Cells of a block: wider than a label reaches. */
const BLOCK_CELLS = 16;
/** No text is further from its leader line, in px. */
export const LABEL_REACH = 420;

/** The events of a lane: flat arrays, ascending in position. */
export interface PlanEvents {
  readonly position: Float64Array;
  readonly rank: Int32Array;
}

export interface PlanRequest {
  readonly events: PlanEvents;
  /** The smallest scale, at which everything fits the width, in px per unit. */
  readonly fit: number;
  readonly candidate: (at: number, wish: number) => Candidate;
  readonly options: PlaceOptions;
  /** Events that begin before a place and go on after it; none where nothing is said. */
  readonly lasting?: ((place: number) => readonly number[]) | undefined;
  /** Labels that have their slots already; the others keep clear of them. */
  readonly placed?: readonly PlacedLabel[] | undefined;
  /**
   * Gives labels their fuller forms, where all events are candidates.
   *
   * @param labels the most important first
   * @param until greatest scale from which a form may show
   */
  readonly grow?: ((labels: readonly PlacedLabel[], until: number) => readonly PlacedLabel[]) | undefined;
}

export class LabelPlan {
  private readonly grid: Grid | undefined;
  private readonly placed: ReadonlySet<number>;
  /** Of events that are not in blocks, those whose labels show at the smallest scale. */
  private readonly atOnce: readonly PlacedLabel[];
  private readonly named: readonly number[];
  private later: readonly PlacedLabel[] | undefined;
  private readonly blocks = new Map<string, readonly PlacedLabel[]>();

  constructor(private readonly request: PlanRequest) {
    const { events, fit, options, placed = [] } = request;
    const { length } = events.position;
    this.placed = new Set(placed.map(({ at }) => at));
    this.grid = length > GRID_FROM ? gridOf(events.position, events.rank, fit) : undefined;
    this.named = this.grid ? this.grid.named : Array.from({ length }, (_, at) => at);
    const found = placeAtOnce(this.candidates(this.named, fit), placed, options);
    this.atOnce = this.grown([...placed, ...found], fit);
  }

  /** Labels that are not in blocks, in order of position. What does not show at the smallest scale is placed on demand. */
  private first(scale: number): readonly PlacedLabel[] {
    const { request, atOnce } = this;
    const { fit, options } = request;
    if (scale <= fit * SAME_SCALE) return atOnce;
    if (!this.later) {
      const known = new Set(atOnce.map(({ at }) => at));
      const others = this.named.filter((at) => !known.has(at));
      const found = placeLater(this.candidates(others, fit), atOnce, options);
      this.later = this.grown([...atOnce, ...found], Number.POSITIVE_INFINITY);
    }
    return this.later;
  }

  private grown(labels: PlacedLabel[], until: number): readonly PlacedLabel[] {
    const { rank } = this.request.events;
    labels.sort((a, b) => (rank[a.at] as number) - (rank[b.at] as number));
    return inOrder(this.request.grow?.(labels, until) ?? labels);
  }

  /** Labels that show at a scale, of events that begin in a stretch of the axis, in order of position. */
  visible(scale: number, from: number, to: number): PlacedLabel[] {
    const found = between(this.first(scale), from, to);
    const { grid } = this;
    if (grid) {
      for (let level = grid.top - 1; level >= MIN_LEVEL && cellLength(level) * scale >= CELL_WIDTH; level--) {
        found.push(...this.ofLevel(level, from, to));
      }
    }
    return inOrder(found.filter((label) => label.scale <= scale));
  }

  /** Labels of coarser levels, of events that begin before a place and go on after it. */
  private lasting(place: number, level: number): PlacedLabel[] {
    const { events, lasting } = this.request;
    return (lasting?.(place) ?? []).flatMap((at) => {
      const from = events.position[at] as number;
      const found = between(this.first(Number.POSITIVE_INFINITY), from, from);
      for (let coarser = level; coarser < (this.grid?.top ?? level); coarser++) {
        found.push(...this.ofLevel(coarser, from, from));
      }
      return found.filter((label) => label.at === at);
    });
  }

  private candidates(of: readonly number[], wish: number): Candidate[] {
    const { events, candidate } = this.request;
    const byRank = of
      .filter((at) => !this.placed.has(at))
      .sort((a, b) => (events.rank[a] as number) - (events.rank[b] as number));
    return byRank.map((at) => candidate(at, wish));
  }

  private ofLevel(level: number, from: number, to: number): PlacedLabel[] {
    const length = cellLength(level) * BLOCK_CELLS;
    const found: PlacedLabel[] = [];
    const { position } = this.request.events;
    // No block lies beyond the data.
    const first = Math.max(from, position[0] as number);
    const last = Math.min(to, position[position.length - 1] as number);
    for (let block = Math.floor(first / length); block <= Math.floor(last / length); block++) {
      found.push(...between(this.block(level, block), from, to));
    }
    return found;
  }

  private block(level: number, block: number): readonly PlacedLabel[] {
    const key = `${level}:${block}`;
    const known = this.blocks.get(key);
    if (known) return known;
    const { grid, request } = this;
    const length = cellLength(level) * BLOCK_CELLS;
    const [from, to] = [block * length, (block + 1) * length];
    const members = (grid as Grid).winners(level, from, to);
    let labels: readonly PlacedLabel[] = [];
    if (members.length > 0) {
      const wish = CELL_WIDTH / cellLength(level);
      const reach = (2 * LABEL_REACH) / wish;
      const before = between(this.first(Number.POSITIVE_INFINITY), from - reach, to + reach);
      for (let coarser = level + 1; coarser < (grid as Grid).top; coarser++) {
        before.push(...this.ofLevel(coarser, from - reach, to + reach));
      }
      before.push(...this.lasting(from - reach, level + 1));
      // Blocks with an even number come first: two of them are too far from each other to meet.
      if (Math.abs(block) % 2 === 1) before.push(...this.block(level, block - 1), ...this.block(level, block + 1));
      labels = inOrder(placeLabels(this.candidates(members, wish), before, request.options));
    }
    this.blocks.set(key, labels);
    return labels;
  }
}

interface Grid {
  /** From this level on, cells are wide enough at the smallest scale. */
  readonly top: number;
  /** First events of cells of that level and coarser ones. */
  readonly named: readonly number[];
  /** Events of one level that begin in a stretch, ascending. */
  winners(level: number, from: number, to: number): number[];
}

/** The grid of a lane is made once, although a crowd is placed twice. */
const gridOf = /* @__PURE__ */ memoByKey((position: Float64Array, rank: Int32Array, fit: number): Grid => {
  const levels = gridLevels(position, rank);
  const top = Math.min(MAX_LEVEL, Math.max(MIN_LEVEL, Math.ceil(Math.log2(CELL_WIDTH / fit))));
  const size = levels.length;
  // Events sorted by level, each level in order of time.
  const starts = new Int32Array(MAX_LEVEL - MIN_LEVEL + 3);
  const slotOf = (at: number): number => Math.max(0, (levels[at] as number) - MIN_LEVEL + 1);
  for (let at = 0; at < size; at++) (starts[slotOf(at) + 1] as number)++;
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const filled = starts.slice();
  const sorted = new Int32Array(size);
  for (let at = 0; at < size; at++) sorted[(filled[slotOf(at)] as number)++] = at;
  return {
    top,
    named: Array.from(sorted.subarray(starts[top - MIN_LEVEL + 1])),
    winners: (level, from, to) => {
      const slot = level - MIN_LEVEL + 1;
      const [begin, end] = [starts[slot] as number, starts[slot + 1] as number];
      const place = (i: number): number => position[sorted[i] as number] as number;
      const first = firstIndex(begin, end, (i) => place(i) >= from);
      const last = firstIndex(first, end, (i) => place(i) >= to);
      return Array.from(sorted.subarray(first, last));
    },
  };
});

function inOrder(labels: readonly PlacedLabel[]): PlacedLabel[] {
  return [...labels].sort((a, b) => a.position - b.position || a.at - b.at);
}

/** Of labels in order of position, those in a stretch. */
function between(labels: readonly PlacedLabel[], from: number, to: number): PlacedLabel[] {
  const first = firstIndex(0, labels.length, (i) => (labels[i] as PlacedLabel).position >= from);
  const last = firstIndex(first, labels.length, (i) => (labels[i] as PlacedLabel).position > to);
  return labels.slice(first, last);
}

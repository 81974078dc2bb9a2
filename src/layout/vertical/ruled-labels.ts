/**
 * Labels of a column with more events than it has room for, by the one label rule: each stands level with its event and shows
 * from the scale at which those before it are clear. The names of eras come first.
 */
import { firstIndex } from "../../base/bisect.js";
import { LabelPlan } from "../labels/label-plan.js";
import type { LabelForm, Tier } from "../labels/place-labels.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import { COLUMN_GAP, type ColumnLabels, type Entry, ERA_DEPTH, LEADER_DEPTH, type Standing } from "./column-labels.js";

export interface RuledRequest {
  readonly lane: ProjectedLane;
  readonly axis: { readonly domain: readonly [number, number] };
  /** px per unit at which everything fits. */
  readonly fit: number;
  /** The order in which events are named: lower ranks first. */
  readonly rank: Int32Array;
  /** Height of the label of an event, in px. */
  readonly height: (at: number) => number;
  /** Space between labels, in px. */
  readonly gap: number;
  /** Size of a mark along the axis, in px; 0 where marks have tracks. */
  readonly mark: number;
  readonly eras: readonly Entry[];
}

/** Labels stand on one side of the line, their first line level with the event. */
const COLUMN: Tier = { above: false, offset: LEADER_GAP, height: Number.POSITIVE_INFINITY };
/** Between two texts of a row of the label rule, and half a leader line, in px: here they are part of the gap. */
const SIDE_GAP = 12;
const LEADER = 1;
/** A label may reach so far beyond the end of the axis, in px. */
const OVERHANG = 40;

export function ruledLabels(request: RuledRequest): ColumnLabels {
  const { lane, axis, fit, rank, height, gap, mark, eras } = request;
  const names = eraNames(eras);
  const [first] = axis.domain;
  const plan = new LabelPlan({
    events: { position: lane.start, rank },
    fit,
    candidate: (at, wish) => {
      const position = lane.start[at] as number;
      const size = sizeOf(height(at) + offsetAt(names, position), gap);
      return {
        at,
        wish: Math.max(wish, clearOfEras(names, position, height(at))),
        position,
        length: 0,
        mark,
        form: () => size,
      };
    },
    options: {
      tiers: [COLUMN],
      domain: axis.domain,
      overhang: [0, OVERHANG],
      astride: false,
      blocked: (_, { left }) => left,
    },
  });
  return {
    standing: (scale, from, to) => {
      const px = (place: number): number => (place - first) * scale;
      const shown = names
        .filter((name) => name.place >= from && name.place <= to && name.from <= scale)
        .map(
          ({ era, place, offset, height: high }): Standing => ({
            era,
            top: px(place) + offset,
            height: high,
            mark: px(place),
          }),
        );
      const labels = plan.visible(scale, from, to).map(({ at, position }): Standing => {
        const offset = offsetAt(names, position);
        return { at, top: px(position) + offset - LEADER_DEPTH, height: height(at), mark: px(position) };
      });
      return [...shown, ...labels].sort((a, b) => a.top - b.top);
    },
  };
}

/** A label in the terms of a row of labels: its height along the axis is its width. */
function sizeOf(height: number, gap: number): LabelForm {
  return { width: Math.max(0, height + gap - LEADER_GAP - LEADER - SIDE_GAP), height: 0, cost: 0 };
}

interface EraName {
  readonly era: number;
  readonly place: number;
  readonly height: number;
  /** From the start of the era, in px. */
  readonly offset: number;
  /** The scale from which it shows. */
  readonly from: number;
}

/** Names of eras that begin together stand one below the other; another one shows when those before it are clear. */
function eraNames(eras: readonly Entry[]): EraName[] {
  const names: EraName[] = [];
  for (const { era = 0, place, height } of eras) {
    const before = names.filter((name) => name.place === place).at(-1);
    const offset = before ? before.offset + before.height + COLUMN_GAP : ERA_DEPTH;
    const from = names
      .filter((name) => name.place < place)
      .reduce((most, name) => Math.max(most, (bottom(name) - ERA_DEPTH) / (place - name.place)), 0);
    names.push({ era, place, height, offset, from });
  }
  return names;
}

function bottom({ offset, height }: EraName): number {
  return offset + height + COLUMN_GAP;
}

/** How far below its event a label stands, where eras begin with it, in px. */
function offsetAt(names: readonly EraName[], place: number): number {
  const from = firstIndex(0, names.length, (i) => (names[i] as EraName).place >= place);
  let offset = 0;
  for (let i = from; names[i]?.place === place; i++) offset = bottom(names[i] as EraName) + LEADER_DEPTH;
  return offset;
}

/** The scale from which a label is clear of the names of eras that begin at other places. */
function clearOfEras(names: readonly EraName[], place: number, height: number): number {
  return names.reduce((scale, name) => {
    if (name.place === place) return scale;
    const room =
      name.place < place ? bottom(name) + LEADER_DEPTH : height + COLUMN_GAP - LEADER_DEPTH + offsetAt(names, place);
    return Math.max(scale, room / Math.abs(place - name.place));
  }, 0);
}

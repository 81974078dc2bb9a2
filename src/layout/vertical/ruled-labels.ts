/**
 * Labels of a column with more events than it has room for, by the one label rule: each stands level with its event and shows
 * from the scale at which those before it are clear. The names of eras take room that labels leave in their bands.
 */
import { LabelPlan } from "../labels/label-plan.js";
import type { LabelForm, Tier } from "../labels/placed-label.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import { firstFreeTop } from "../labels/sticky-labels.js";
import { type ColumnLabels, type Entry, ERA_DEPTH, LEADER_DEPTH, type Standing } from "./column-labels.js";

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
  /** How far a label may reach beyond the end of the axis, in px. */
  readonly overhang: number;
}

/** Labels stand on one side of the line, their first line level with the event. */
const COLUMN: Tier = { above: false, offset: LEADER_GAP, height: Number.POSITIVE_INFINITY };
/** Between two texts of a row of the label rule, and half a leader line, in px: here they are part of the gap. */
const SIDE_GAP = 12;
const LEADER = 1;

export function ruledLabels({ lane, axis, fit, rank, height, gap, mark, eras, overhang }: RuledRequest): ColumnLabels {
  const [first] = axis.domain;
  const plan = new LabelPlan({
    events: { position: lane.start, rank },
    fit,
    candidate: (at, wish) => {
      const size = sizeOf(height(at), gap);
      return { at, wish, position: lane.start[at] as number, length: 0, mark, form: () => size };
    },
    options: {
      tiers: [COLUMN],
      domain: axis.domain,
      overhang: [0, overhang],
      astride: false,
      blocked: () => (slot) => slot.left,
    },
  });
  return {
    standing: (scale, from, to) => {
      const px = (place: number): number => (place - first) * scale;
      const labels = plan.visible(scale, from, to).map(
        ({ at, position }): Standing => ({
          at,
          top: px(position) - LEADER_DEPTH,
          height: height(at),
          mark: px(position),
        }),
      );
      const taken = labels.map(({ top, height: high }) => ({ from: top, to: top + high }));
      const names = eras.flatMap(({ era = 0, place, until = place, height: high }): Standing[] => {
        if (place < from || place > to) return [];
        const top = firstFreeTop(taken, px(place) + ERA_DEPTH, high);
        if (top + high > px(until)) return [];
        taken.push({ from: top, to: top + high });
        return [{ era, top, height: high, mark: px(place) }];
      });
      return [...names, ...labels].sort((one, two) => one.top - two.top);
    },
  };
}

/** A label in the terms of a row of labels: its height along the axis is its width. */
function sizeOf(height: number, gap: number): LabelForm {
  return { width: Math.max(0, height + gap - LEADER_GAP - LEADER - SIDE_GAP), height: 0, cost: 0 };
}

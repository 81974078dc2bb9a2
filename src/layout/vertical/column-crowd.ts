/**
 * The crowd beside the line of a column: piles of dots or bars of counts that grow away from it. Lanes share the line; in
 * each pile and bar their events follow one another, so that each lane has its own marks and its own colour.
 */
import { firstIndex } from "../../base/bisect.js";
import type { Viewport } from "../axis/viewport.js";
import { createCrowd, type Crowd, type CrowdColumn, type CrowdForm } from "../forms/crowd.js";
import { ALONE_DOT, APART_MAX, CROWD_FOOT, membersOf, PEAK_PART, saidCounts } from "../forms/crowd-parts.js";
import { type ClusterBox, hiddenCounts, type LaneLayout, type MarkBox, markBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import type { Scale } from "../../time/scale.js";
import type { CountRuler } from "../types.js";
import { type MergedLane, positionInLane } from "./merged-lane.js";

/** Width of a crowd at most, with the counts beside it, in px. */
const CROWD_WIDTH = 80;
const COUNT_WIDTH = 28;
/** Fewer events make low piles, without counts. */
const FEW_WIDTH = 36;
const FEW_MAX = 150;
/** A leader line stays clear of dots that are nearer than this, in px. */
const LEADER_CLEARANCE = 4;
/** Size of a named mark, in px. */
export const NAMED_SIZE = 10;

/** Room beside the line for a crowd, in px: for its bars or piles, and with the counts. */
export function crowdRoom(events: number): { readonly budget: number; readonly width: number } {
  return events > FEW_MAX
    ? { budget: CROWD_WIDTH - COUNT_WIDTH, width: CROWD_WIDTH }
    : { budget: FEW_WIDTH, width: FEW_WIDTH };
}

export interface ColumnCrowdRequest {
  readonly merged: MergedLane;
  readonly lanes: readonly ProjectedLane[];
  readonly scale: Scale;
  /** px per unit at which everything fits. */
  readonly fit: number;
  /** Length of the axis, in px. */
  readonly length: number;
}

export class ColumnCrowd {
  private readonly crowd: Crowd;

  constructor(private readonly request: ColumnCrowdRequest) {
    const { merged, scale, fit, length } = request;
    this.crowd = createCrowd({
      position: merged.all.start,
      scale,
      fit,
      width: length,
      budget: crowdRoom(merged.all.size).budget,
    });
  }

  /** What a leader line at a place meets: the width of the crowd there, in px, and whether it runs through bars. */
  crossing(place: number, scale: number): { readonly width: number; readonly bars: boolean } {
    const form = this.crowd.form(scale);
    const bars = form.kind === "bars";
    const reach = (bars ? 1 : LEADER_CLEARANCE) / scale;
    return { width: this.crowd.heightIn(form, place - reach, place + reach), bars };
  }

  /** What bars count at a scale; none where piles stand. */
  ruler(scale: number): CountRuler | undefined {
    const form = this.crowd.form(scale);
    if (form.kind === "piles") return undefined;
    const { unit, height } = form;
    return { unit, foot: CROWD_FOOT, perEvent: height, most: this.crowd.budget / height };
  }

  /** @param named positions of labelled events, ascending */
  layOut(named: readonly number[], viewport: Viewport, window: Viewport): LaneLayout[] {
    const { lanes, merged } = this.request;
    const form = this.crowd.form(viewport.scale);
    const parts = lanes.map((): LaneParts => ({ marks: [], clusters: [], bars: [], apart: new Set() }));
    const set = (at: number, size: number, labelled: boolean): void => {
      const [lane, own] = positionInLane(merged, lanes, at);
      const part = parts[lane] as LaneParts;
      part.apart.add(own);
      part.marks.push(this.dot(lanes[lane] as ProjectedLane, own, size, labelled, viewport));
    };
    for (const at of named) set(at, NAMED_SIZE, true);
    const taken = new Set(named);
    const columns = this.crowd.columns(form, viewport.from, viewport.to);
    for (const { first, end } of columns) {
      if (form.kind === "bars" && end - first > APART_MAX) continue;
      for (let at = first; at < end; at++) {
        if (!taken.has(at) && this.crowd.isAlone(form, at, this.distance(at, named))) set(at, ALONE_DOT, false);
      }
    }
    const piles = columns.map(({ from, first, end }) => ({ from: viewport.px(from), count: end - first }));
    const said = form.kind === "piles" ? saidCounts(piles) : [];
    columns.forEach((column, i) => this.addColumn(column, form, said[i] === true, parts, viewport));
    return lanes.map((lane, i): LaneLayout => {
      const { marks, clusters, bars, apart } = parts[i] as LaneParts;
      return {
        lane: lane.lane,
        count: lane.size,
        labels: [],
        marks: marks.sort((a, b) => a.t0 - b.t0),
        clusters: bars.length > 0 ? [...clusters, barsBox(lane, bars, apart, form)] : clusters,
        ...hiddenCounts(lane, window),
      };
    });
  }

  /** Adds the part of each lane in a column, one after the other. */
  private addColumn(
    column: CrowdColumn,
    form: CrowdForm,
    said: boolean,
    parts: readonly LaneParts[],
    viewport: Viewport,
  ): void {
    const { lanes, merged } = this.request;
    const { start } = merged.all;
    const [from, to] = [start[column.first] as number, start[column.end - 1] as number];
    const members = lanes.flatMap((lane, i) => {
      const [first, end] = [lane.firstFrom(from), lane.lastTo(to)];
      const { apart } = parts[i] as LaneParts;
      let count = end - first;
      for (const at of apart) if (at >= first && at < end) count--;
      return count > 0 ? [{ lane, part: parts[i] as LaneParts, first, end, count }] : [];
    });
    const total = column.end - column.first;
    const rest = members.reduce((sum, { count }) => sum + count, 0);
    // Of a column that is cut, the lanes' parts are too.
    const piled = form.kind === "piles" && (rest <= form.most || members.length === 1);
    let base = 0;
    members.forEach(({ lane, part, first, end, count }, i) => {
      const isOuter = i === members.length - 1;
      const box = { from: viewport.px(column.from), to: viewport.px(column.to) };
      if (piled) {
        const { pitch, most } = form;
        part.clusters.push({
          ...membersOf(lane, [{ first, end }], part.apart, count),
          ...box,
          shape: {
            kind: "pile",
            first,
            end,
            foot: CROWD_FOOT + base,
            pitch,
            most,
            count,
            said: said && isOuter,
            total: rest,
          },
        });
        base += Math.min(count, most) * pitch;
        return;
      }
      const height = (column.height * (end - first)) / total;
      const isPeak = isOuter && column.height >= this.crowd.budget * PEAK_PART;
      part.bars.push({ ...box, first, end, height, base, count, peak: isPeak ? rest : undefined });
      base += height;
    });
  }

  private dot(lane: ProjectedLane, at: number, size: number, labelled: boolean, viewport: Viewport): MarkBox {
    const centre = viewport.px(lane.start[at] as number);
    return {
      ...markBox(lane, at, size, viewport),
      claims: [],
      members: [],
      core: undefined,
      t0: centre - size / 2,
      t1: centre + size / 2,
      labelled,
      lineOffset: 0,
    };
  }

  /** From an event to the nearest named one, in units of the axis. */
  private distance(at: number, named: readonly number[]): number {
    const { start } = this.request.merged.all;
    const own = start[at] as number;
    const next = firstIndex(0, named.length, (i) => (named[i] as number) > at);
    const near = [named[next - 1], named[next]].map((other) =>
      other === undefined ? Number.POSITIVE_INFINITY : Math.abs((start[other] as number) - own),
    );
    return Math.min(...near);
  }
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly end: number;
  readonly height: number;
  readonly base: number;
  readonly count: number;
  readonly peak: number | undefined;
}

interface LaneParts {
  readonly marks: MarkBox[];
  readonly clusters: ClusterBox[];
  readonly bars: Bar[];
  /** Positions in the lane that have a mark of their own. */
  readonly apart: Set<number>;
}

function barsBox(lane: ProjectedLane, bars: readonly Bar[], apart: ReadonlySet<number>, form: CrowdForm): ClusterBox {
  const top = bars.find(({ peak }) => peak !== undefined);
  return {
    ...membersOf(
      lane,
      bars,
      apart,
      bars.reduce((sum, { count }) => sum + count, 0),
    ),
    from: (bars[0] as Bar).from,
    to: (bars.at(-1) as Bar).to,
    shape: {
      kind: "bars",
      foot: CROWD_FOOT,
      ...(form.kind === "bars" ? { unit: form.unit } : {}),
      bars: bars.map(({ from, to, height, base, first, end }) => ({ from, to, height, base, first, end })),
      peak: top && {
        first: top.first,
        from: top.from,
        to: top.to,
        height: top.base + top.height,
        count: top.peak as number,
      },
    },
  };
}

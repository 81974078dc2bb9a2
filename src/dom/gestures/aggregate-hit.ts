/** What the pointer means in an aggregate: a column of a pile or of bars, one of the thin bars, a moment of a ribbon. */
import type { CrowdShape, ThinBarsShape } from "../../layout/forms/crowd-shape.js";
import type { ClusterBox } from "../../layout/marks/lane-layout.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { CalendarUnit } from "../../time/calendar-units.js";
import type { TimelineContext } from "../controller/context.js";
import { axisOnScreen, fractionAt } from "./axis-coordinates.js";

/** Events that are drawn as one column; their marks elsewhere are among them. */
export interface ColumnHit {
  readonly kind: "column";
  readonly events: () => readonly PlacedEvent[];
  readonly first: PlacedEvent;
  readonly last: PlacedEvent;
  readonly count: number;
  /** Extent along the axis, in px of the picture. */
  readonly from: number;
  readonly to: number;
  /** Unit of the calendar that a bar counts. */
  readonly unit: CalendarUnit | undefined;
}

export interface EventHit {
  readonly kind: "event";
  readonly event: PlacedEvent;
  readonly from: number;
  readonly to: number;
}

export interface MomentHit {
  readonly kind: "moment";
  readonly events: () => readonly PlacedEvent[];
  readonly time: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export type AggregateHit = ColumnHit | EventHit | MomentHit;

interface Pointer {
  readonly clientX: number;
  readonly clientY: number;
}

/** A pointer that moves means the nearest column or row within so many px. */
const REACH_PX = 12;

/**
 * What a pointer over the mark of an aggregate means; nothing where no column or row is near.
 *
 * @param group the group with `data-aggregate`
 * @param reach how near, in px
 */
export function aggregateAt(
  context: TimelineContext,
  group: Element,
  event: Pointer,
  reach = REACH_PX,
): AggregateHit | undefined {
  // A click comes in whole px, a move may not: both mean the same.
  const pointer = { clientX: Math.floor(event.clientX), clientY: Math.floor(event.clientY) };
  const { picture, svg } = context;
  const { layout } = picture;
  const kind = group.getAttribute("data-aggregate");
  const id = group.getAttribute("data-cluster");
  const lane = layout.laneLayouts.findIndex(({ clusters }) =>
    clusters.some((one) => one.first.id === id && one.shape?.kind === kind),
  );
  const clusters = layout.laneLayouts[lane]?.clusters ?? [];
  const { start, end, shift } = layout;
  const px = start + fractionAt(pointer, svg, picture) * (end - start) - shift;
  const own = clusters.find((one) => one.first.id === id && one.shape?.kind === kind);
  if (!own?.shape) return undefined;
  switch (own.shape.kind) {
    case "pile":
      return nearest(clusters.flatMap(pileColumn), px, reach);
    case "bars":
      return nearest(barColumns(own, own.shape), px, reach);
    case "thin-bars":
      return thinBar(own, own.shape, px, acrossOf(context, pointer) - (layout.boxes[lane]?.line ?? 0), reach);
    case "ribbon":
      return moment(own, own.shape, px, context);
  }
}

function pileColumn(cluster: ClusterBox): ColumnHit[] {
  const { shape } = cluster;
  return shape?.kind === "pile" ? columnOf(cluster, { ...shape, from: cluster.from, to: cluster.to }) : [];
}

function barColumns(cluster: ClusterBox, { bars, unit }: CrowdShape & { kind: "bars" }): ColumnHit[] {
  return bars.flatMap((bar) => columnOf(cluster, bar, unit));
}

function columnOf(
  { places }: ClusterBox,
  {
    first,
    end,
    from,
    to,
  }: { readonly first: number; readonly end: number; readonly from: number; readonly to: number },
  unit?: CalendarUnit,
): ColumnHit[] {
  if (!places) return [];
  return [
    {
      kind: "column",
      events: () => Array.from({ length: end - first }, (_, i) => places.event(first + i)),
      first: places.event(first),
      last: places.event(end - 1),
      count: end - first,
      from,
      to,
      unit,
    },
  ];
}

function nearest(columns: readonly ColumnHit[], px: number, reach: number): ColumnHit | undefined {
  const distance = ({ from, to }: ColumnHit): number => Math.max(0, Math.abs((from + to) / 2 - px) - (to - from) / 2);
  const [first, ...rest] = columns;
  const best = rest.reduce<ColumnHit | undefined>((a, b) => (a && distance(a) <= distance(b) ? a : b), first);
  return best && distance(best) <= reach ? best : undefined;
}

function thinBar(
  { places }: ClusterBox,
  { bars, top, pitch, height }: ThinBarsShape,
  px: number,
  across: number,
  reach: number,
): EventHit | undefined {
  let best: ThinBarsShape["bars"][number] | undefined;
  let least = reach;
  for (const bar of bars) {
    const along = Math.max(0, bar.from - px, px - bar.to);
    const distance = Math.hypot(along, top + bar.row * pitch + height / 2 - across);
    if (distance > least || bar.at === undefined) continue;
    [best, least] = [bar, distance];
  }
  if (!places || best?.at === undefined) return undefined;
  return { kind: "event", event: places.event(best.at), from: best.from, to: best.to };
}

function moment(
  { places }: ClusterBox,
  { steps, perRange }: CrowdShape & { kind: "ribbon" },
  px: number,
  { derived, state, picture }: TimelineContext,
): MomentHit | undefined {
  const step = steps.findLast(([x]) => x <= px);
  const count = Math.round((step?.[1] ?? 0) / perRange);
  if (!places || count === 0) return undefined;
  const { start, end } = picture.layout;
  const { from, to } = state.view;
  const position = from + ((px - start) / (end - start)) * (to - from);
  return {
    kind: "moment",
    events: () => {
      const before = places.lastTo(position);
      const running = Array.from({ length: before }, (_, at) => at).filter(
        (at) => (places.end[at] as number) > position,
      );
      return running.map((at) => places.event(at));
    },
    time: derived.figure.scale.timeAt(position),
    count,
    from: px,
    to: px,
  };
}

/** How far across the axis the pointer is, in px of the picture. */
function acrossOf({ svg, picture }: TimelineContext, { clientX, clientY }: Pointer): number {
  const box = svg.getBoundingClientRect();
  const unit = box.width / (svg.viewBox.baseVal.width || box.width);
  const { vertical } = axisOnScreen(picture.layout, picture.context.mirrored);
  return (vertical ? clientX - box.left : clientY - box.top) / unit;
}

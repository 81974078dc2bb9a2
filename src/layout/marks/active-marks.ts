/**
 * Marks and labels of the events that have the focus or are selected, where an aggregate holds them or where they have no
 * label. The aggregate stays as it is drawn. A label that has no slot lies over what is there.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import type { Viewport } from "../axis/viewport.js";
import type { BarsShape, CrowdShape, PileShape } from "../forms/crowd-shape.js";
import type { LabelMaker } from "../labels/label-content.js";
import { labelTop } from "../horizontal/lane-boxes.js";
import { LEADER_GAP } from "../metrics.js";
import type { FigureLayout, HorizontalLayout, LaneBox } from "../types.js";
import { type ClusterBox, type LabelBox, type LaneLayout, type MarkBox, markBox } from "./lane-layout.js";
import type { ProjectedLane } from "./projected-lane.js";

/** Events that show whatever else does; either may be absent. */
export interface ActiveEvents {
  readonly selected: PlacedEvent | undefined;
  readonly focused: PlacedEvent | undefined;
}

export interface ActiveRequest {
  /** Index of an event in `EventIndex.store.events`. */
  readonly indexOf: (event: PlacedEvent) => number;
  readonly viewport: Viewport;
  readonly make: LabelMaker;
}

/** Height of a bar, and of a line across a low bar, in px. */
const BAR_HEIGHT = 3;
const LINE_LEAST = 8;
/** From the lane line, or from a bar, to the label, in px. */
const LABEL_UNDER_LINE = 8;
const UNDER_BAR = 5;
/** What comes nearer to such a label than this is covered, in px. */
const COVERED_SPACE = 6;
/** Titles of such labels: lines at most, and their width in px. */
const TITLE_LINES = 3;
const LABEL_TITLE_WIDTH = 232;
/** Between two dots of a pile, in px. */
const PILE_GAP = 0.7;
/** A cut pile has its break under so many dots. */
const OVER_BREAK = 3;
const BREAK_DOTS = 2;

/** Adds the mark and the label of each of the active events to a layout. */
export function withActiveMarks<Layout>(
  layout: Layout,
  { selected, focused }: ActiveEvents,
  add: (layout: Layout, event: PlacedEvent, selected: boolean) => Layout,
): Layout {
  const events = [...new Set([selected, focused])].filter((event) => event !== undefined);
  return events.reduce((laid, event) => add(laid, event, event === selected), layout);
}

export function withActive(
  layout: HorizontalLayout,
  event: PlacedEvent,
  selected: boolean,
  request: ActiveRequest,
): HorizontalLayout {
  const { lane } = event;
  const frame = layout.laneLayouts[lane];
  const box = layout.boxes[lane];
  if (!frame || !box || frame.labels.some((label) => label.event === event && !label.cut)) return layout;
  const found = activeMark(frame, event, selected, layout, request);
  if (!found) return layout;
  const label = overLabel(found.mark, box, layout, request.make);
  const next = { ...found.frame, labels: [...frame.labels, label] };
  const own = extentOf(label, box);
  const laneLayouts = layout.laneLayouts.map((other, i) => {
    const laid = i === lane ? next : other;
    const labels = laid.labels.map((one) =>
      !one.over && meets(extentOf(one, layout.boxes[i] as LaneBox), own) ? { ...one, covered: true } : one,
    );
    return { ...laid, labels };
  });
  return { ...layout, laneLayouts };
}

/** Left, top, right and bottom of a text, in px. */
type Extent = readonly [left: number, top: number, right: number, bottom: number];

function extentOf(label: LabelBox, box: LaneBox): Extent {
  const { leader, flow, content } = label;
  const top = labelTop(box, label);
  const [left, right] =
    flow === "right" ? [leader, leader + LEADER_GAP + content.width] : [leader - LEADER_GAP - content.width, leader];
  return [left, top, right, top + content.height];
}

function meets([a, b, c, d]: Extent, [left, top, right, bottom]: Extent): boolean {
  return a < right + COVERED_SPACE && c > left - COVERED_SPACE && b < bottom && d > top;
}

/** The mark of an event, which an aggregate may hold, and the lane with it. */
export function activeMark(
  frame: LaneLayout,
  event: PlacedEvent,
  selected: boolean,
  { drawn, orientation }: Pick<FigureLayout, "drawn" | "orientation">,
  { viewport, indexOf }: Omit<ActiveRequest, "make">,
): { readonly mark: MarkBox; readonly frame: LaneLayout } | undefined {
  const known = frame.marks.find((mark) => mark.event === event);
  if (known) return { mark: known, frame };
  const index = indexOf(event);
  const at = new Map(frame.clusters.map(({ places }) => [places, undefined as number | undefined]));
  for (const places of at.keys()) at.set(places, places?.placeOf(index));
  const cluster = frame.clusters.find(({ shape, places }) => shape && holds(shape, at.get(places)));
  const lane = cluster?.places;
  const place = at.get(lane);
  if (!cluster?.shape || !lane || place === undefined) return undefined;
  const [from, to] = [viewport.px(lane.start[place] as number), viewport.px(lane.end[place] as number)];
  if (to < drawn[0] || from > drawn[1]) return undefined;
  const mark = { ...markBox(lane, place, lane.height(place), viewport), labelled: true };
  const part = partOf(cluster, cluster.shape, place, selected, mark, lane);
  const drawnAs = { ...mark, ...(orientation === "vertical" ? turned(part, cluster.shape) : part) };
  const clusters = frame.clusters.flatMap((other) => {
    const ownMarks = (other.ownMarks ?? 0) + (other === cluster ? 1 : 0);
    return ownMarks < other.count ? [{ ...other, ownMarks }] : [];
  });
  return {
    mark: drawnAs,
    frame: { ...frame, marks: [...frame.marks, drawnAs].sort((a, b) => a.t0 - b.t0), clusters },
  };
}

/** Turned down the page, what stands over a line stands to its right, as rows under it do; names are not on bars. */
function turned(drawn: Partial<Part>, { kind }: CrowdShape): Partial<Part> {
  const { bar: _bar, lineOffset = 0, ...part } = drawn;
  return { ...part, lineOffset: kind === "thin-bars" ? lineOffset : -lineOffset };
}

function holds(shape: CrowdShape, at: number | undefined): boolean {
  if (at === undefined) return false;
  switch (shape.kind) {
    case "pile":
      return shape.first <= at && at < shape.end;
    case "bars":
      return barOf(shape, at) !== undefined;
    default:
      return true;
  }
}

function barOf({ bars }: BarsShape, at: number) {
  return bars.find(({ first, end }) => first <= at && at < end);
}

type Part = Pick<MarkBox, "t0" | "t1" | "height" | "lineOffset" | "part" | "bar">;

function partOf(
  cluster: ClusterBox,
  shape: CrowdShape,
  at: number,
  selected: boolean,
  { event, t0, t1, height }: MarkBox,
  lane: ProjectedLane,
): Partial<Part> {
  const column = (first: number, end: number) => ({
    at: at - first,
    count: end - first,
    first: lane.event(first),
    last: lane.event(end - 1),
  });
  switch (shape.kind) {
    case "pile": {
      const part = { column: column(shape.first, shape.end) };
      if (selected) return { lineOffset: 0, part: { ...part, kind: "disc" } };
      const centre = (cluster.from + cluster.to) / 2;
      const size = shape.pitch - PILE_GAP;
      const dots = { t0: centre - size / 2, t1: centre + size / 2, height: size };
      const offset = -shape.foot - (dotOf(cluster.events().indexOf(event), shape) + 0.5) * shape.pitch;
      return { ...dots, lineOffset: offset, part: { ...part, kind: "dot" } };
    }
    case "bars": {
      const bar = barOf(shape, at) as BarsShape["bars"][number];
      const part = { column: { ...column(bar.first, bar.end), ...(shape.unit ? { unit: shape.unit } : {}) } };
      if (selected) return { lineOffset: 0, part: { ...part, kind: "disc" } };
      const x = Math.max(bar.from + 0.75, Math.min(bar.to - 0.75, (t0 + t1) / 2));
      const across = Math.max(LINE_LEAST, bar.height);
      const offset = -shape.foot - (bar.base ?? 0) - across / 2;
      return { t0: x - 0.75, t1: x + 0.75, height: across, lineOffset: offset, part: { ...part, kind: "line" } };
    }
    case "thin-bars": {
      const { top, bars, pitch, height: thin } = shape;
      const row = bars.find((bar) => bar.at === at)?.row ?? 0;
      return barPart(top + row * pitch + thin / 2, Math.max(thin, Math.min(height, BAR_HEIGHT)));
    }
    case "ribbon":
      return barPart(shape.base - BAR_HEIGHT / 2, Math.min(height, BAR_HEIGHT));
  }
}

function barPart(lineOffset: number, height: number): Partial<Part> {
  return { height, lineOffset, bar: { shelf: 0 }, part: { kind: "bar" } };
}

/** The dot of an event of a pile, counted from below; those that a cut leaves out share the dots beside it. */
function dotOf(place: number, { count, most }: PileShape): number {
  const shown = Math.min(count, most);
  const gap = shown - OVER_BREAK - BREAK_DOTS;
  if (count <= most || place < gap) return Math.max(0, Math.min(place, shown - 1));
  const over = place - (count - OVER_BREAK);
  return over >= 0 ? shown - OVER_BREAK + over : Math.max(0, gap - 1);
}

/** The label of an event that has no slot: below its lane line or its bar, or else where there is room. */
function overLabel(mark: MarkBox, box: LaneBox, layout: HorizontalLayout, make: LabelMaker): LabelBox {
  const { event, t0, t1, height, lineOffset, part, bar } = mark;
  const content = make(event, { title: LABEL_TITLE_WIDTH, lines: TITLE_LINES, bare: true });
  const isBar = part?.kind === "bar" || bar !== undefined;
  const leader = isBar ? Math.max(t0, Math.min(t1, layout.start)) : (t0 + t1) / 2;
  const reach = LEADER_GAP + content.width;
  const isLeft = leader + reach > layout.width - LEADER_GAP && leader - reach >= LEADER_GAP;
  const under = isBar ? lineOffset + height / 2 + UNDER_BAR : LABEL_UNDER_LINE;
  const over = lineOffset - height / 2 - UNDER_BAR - content.height;
  const lowest = layout.axisY - box.line - content.height;
  const offset = under <= lowest ? under : box.line + over >= layout.lanesFrom ? over : lowest;
  return { event, content, leader, row: 0, offset, side: "below", flow: isLeft ? "left" : "right", over: true };
}

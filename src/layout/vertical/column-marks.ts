/** Marks of a column in which each event has its own: on its line, or on tracks beside it where events last at one time. */
import type { EventIndex } from "../../model/events/event-index.js";
import type { Viewport } from "../axis/viewport.js";
import { concurrencyOf, type Concurrency, ribbonShape } from "../forms/concurrency.js";
import type { RibbonShape } from "../forms/crowd-shape.js";
import { thinRows } from "../forms/thin-bars.js";
import { type ClusterBox, hiddenCounts, type LaneLayout, type MarkBox, markBox } from "../marks/lane-layout.js";
import { isWide } from "../marks/mark-size.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { DOT_SIZE } from "../metrics.js";
import { FEW_EVENTS } from "./column-form.js";
import type { MergedLane } from "./merged-lane.js";

/** Tracks by index into `EventIndex.store.events`. */
export interface Tracks {
  readonly of: (event: number) => number;
  readonly count: number;
  /** Distance of two tracks, in px. */
  readonly pitch: number;
  /** Distance of those from the third on, where there are so many that they are narrow. */
  readonly narrow: number;
}

/** From the first track to another, in px. */
export function trackX({ pitch, narrow }: Tracks, track: number): number {
  return Math.min(track, WIDE_TRACKS) * pitch + Math.max(0, track - WIDE_TRACKS) * narrow;
}

/** Width of all tracks at most, and distance of two at most: of marks, of marks of many events, and of bars, in px. */
const TRACKS_WIDTH = 66;
const MARK_PITCH = 14;
const SMALL_PITCH = 8;
const BAR_PITCH = 8;
/** Bars that would take more room are narrow, so that names begin near them: all but the first two, at most so far apart. */
const BARS_WIDTH = 48;
const WIDE_TRACKS = 2;
const NARROW_PITCH = 3;
/** Least distance of two bars, space between them, and their least width, in px. */
const BAR_PITCH_MIN = 2.25;
const TRACK_BAR_GAP = 2;
const BAR_WIDTH_MIN = 1.5;
/** Most ranges at one time that are bars; more are a ribbon. */
export const TRACKS_MAX = Math.floor(TRACKS_WIDTH / BAR_PITCH_MIN);
/** Between two marks of a track, in px. */
const MARK_GAP = 2;
/** How far a mark may reach beyond its date, in px. */
const MARK_REACH = 20;
/** More bars than this are drawn as one shape, where they have no name. */
const SINGLE_BARS_MAX = 400;

export interface TrackRequest {
  readonly merged: MergedLane;
  /** px of a place of the axis where everything fits. */
  readonly px: (place: number) => number;
  /** How far a mark stands below its place, in px. */
  readonly offset: (event: number) => number;
  readonly bars: boolean;
}

/** Interval colouring of all marks, at the scale at which everything fits: at others they only move apart. */
export function columnTracks({ merged, px, offset, bars }: TrackRequest): Tracks {
  const { all, event } = merged;
  const extents = Array.from({ length: all.size }, (_, at) => {
    const [from, to] = [all.start[at], all.end[at]].map(
      (place) => px(place as number) + offset(event[at] as number),
    ) as [number, number];
    const half = bars ? 1 : all.height(at) / 2 + MARK_GAP / 2;
    const middle = (from + to) / 2;
    // Bars that touch are told apart by their tracks.
    return { at, from: Math.min(from, middle - half), to: Math.max(to + (bars ? MARK_GAP : 0), middle + half) };
  }).sort((a, b) => a.from - b.from || a.at - b.at);
  const rows = thinRows(
    [...extents.keys()],
    Float64Array.from(extents, ({ from }) => from),
    Float64Array.from(extents, ({ to }) => to),
    0,
  );
  const tracks = new Map(
    rows.flatMap((row, track) => row.map((i) => [event[extents[i]?.at as number] as number, track] as const)),
  );
  const count = rows.length;
  const even = Math.min(
    bars ? BAR_PITCH : all.size > FEW_EVENTS ? SMALL_PITCH : MARK_PITCH,
    TRACKS_WIDTH / Math.max(1, count),
  );
  const isNarrow = bars && count * BAR_PITCH > BARS_WIDTH && all.size <= SINGLE_BARS_MAX;
  const pitch = isNarrow ? BAR_PITCH : even;
  const narrow = isNarrow ? Math.min(NARROW_PITCH, (TRACKS_WIDTH - WIDE_TRACKS * pitch) / (count - WIDE_TRACKS)) : even;
  return { of: (one) => tracks.get(one) ?? 0, count, pitch, narrow };
}

export interface MarksRequest {
  readonly lanes: readonly ProjectedLane[];
  readonly index: EventIndex;
  readonly tracks: Tracks;
  readonly offset: (event: number) => number;
  /** Whether an event has a label, by index into `EventIndex.store.events`. */
  readonly isNamed: (event: number) => boolean;
  readonly bars: boolean;
}

/** The marks of each lane in a viewport. */
export function columnMarks(request: MarksRequest, viewport: Viewport, window: Viewport): LaneLayout[] {
  const { lanes, index, tracks, isNamed, bars } = request;
  const ribbon = bars && tracks.count > TRACKS_MAX;
  const many = index.rank.length > SINGLE_BARS_MAX;
  const concurrencies = ribbon ? lanes.map(({ start, end }) => concurrencyOf(start, end)) : [];
  // One width for an event of any lane, so that ribbons compare.
  const each =
    RIBBON_WIDTH /
    Math.max(
      1,
      concurrencies.reduce((sum, { peak }) => sum + peak, 0),
    );
  let base = RIBBON_FOOT;
  return lanes.map((lane, i) => {
    const events = index.lanes[i]?.event ?? new Int32Array();
    const marks: MarkBox[] = [];
    const rest: number[] = [];
    for (let at = 0; at < lane.size; at++) {
      const event = events[at] as number;
      const named = isNamed(event);
      if (!named && (ribbon || (bars && many))) {
        rest.push(at);
        continue;
      }
      const mark = markOf(request, lane, at, event, named, ribbon, viewport);
      if (mark.t1 >= viewport.px(viewport.from) - MARK_REACH && mark.t0 <= viewport.px(viewport.to) + MARK_REACH)
        marks.push(mark);
    }
    const runs = concurrencies[i];
    const shape = runs ? ribbonOf(runs, each, base, viewport) : thinBars(lane, rest, events, tracks, viewport);
    base += (runs?.peak ?? 0) * each + RIBBON_GAP;
    return {
      lane: lane.lane,
      count: lane.size,
      labels: [],
      marks: marks.sort((a, b) => a.t0 - b.t0),
      clusters: rest.length > 0 ? [clusterOf(lane, rest, shape, viewport)] : [],
      ...hiddenCounts(lane, window),
    };
  });
}

function markOf(
  { tracks, offset, bars }: MarksRequest,
  lane: ProjectedLane,
  at: number,
  event: number,
  named: boolean,
  ribbon: boolean,
  viewport: Viewport,
): MarkBox {
  const { count } = tracks;
  const track = tracks.of(event);
  const pitch = track < WIDE_TRACKS ? tracks.pitch : tracks.narrow;
  const full = named ? lane.height(at) : DOT_SIZE;
  const bar = ribbon ? DOT_SIZE : Math.max(pitch - TRACK_BAR_GAP, Math.min(pitch - 1, NARROW_PITCH - 1));
  const room = Math.max(BAR_WIDTH_MIN, bars ? bar : pitch - 1);
  const height = bars ? room : count > 1 ? Math.min(full, room) : full;
  // The date line gives the dates on which sources differ.
  const box = { ...markBox(lane, at, height, viewport), claims: [] };
  const by = offset(event);
  // A dot that stands in a row of its own stands there as a whole.
  const moved = by !== 0 && !isWide(box.t0, box.t1, height);
  if (ribbon) return { ...box, t0: box.t0 - height / 2, t1: box.t0 + height / 2, labelled: named, lineOffset: 0 };
  const [t0, t1] = [box.t0 + by, moved ? box.t1 + by : Math.max(box.t1, box.t0 + by)];
  return { ...box, t0, t1, labelled: named, lineOffset: trackX(tracks, track) };
}

/** From the line to a ribbon, width of those of all lanes at most, and between two, in px. */
const RIBBON_FOOT = 9;
const RIBBON_WIDTH = 64;
const RIBBON_GAP = 2;
export const RIBBONS_WIDTH = RIBBON_FOOT + RIBBON_WIDTH + 8;
/** A ribbon so wide says the number at its peak, in px. */
const PEAK_WIDTH = 28;

function ribbonOf(runs: Concurrency, each: number, base: number, viewport: Viewport): RibbonShape {
  const words = runs.peak * each >= PEAK_WIDTH ? { text: String(runs.peak), top: PEAK_WIDTH / 2 } : undefined;
  return ribbonShape(runs, viewport, -base, each, words);
}

function thinBars(
  lane: ProjectedLane,
  rest: readonly number[],
  events: Int32Array,
  { of, pitch }: Tracks,
  viewport: Viewport,
): ClusterBox["shape"] {
  const bars = rest
    .filter((at) => (lane.end[at] as number) >= viewport.from && (lane.start[at] as number) <= viewport.to)
    .map((at) => {
      const from = viewport.px(lane.start[at] as number);
      return {
        at,
        from,
        to: Math.max(from + 2, viewport.px(lane.end[at] as number) - 1),
        row: of(events[at] as number),
      };
    });
  const height = Math.max(BAR_WIDTH_MIN, pitch - TRACK_BAR_GAP);
  return { kind: "thin-bars", top: -height / 2, pitch, height, bars };
}

function clusterOf(
  lane: ProjectedLane,
  rest: readonly number[],
  shape: ClusterBox["shape"],
  viewport: Viewport,
): ClusterBox {
  return {
    places: lane,
    events: () => rest.map((at) => lane.event(at)),
    first: lane.event(rest[0] as number),
    last: lane.event(rest.at(-1) as number),
    count: rest.length,
    from: viewport.px(viewport.from),
    to: viewport.px(viewport.to),
    ...(shape ? { shape } : {}),
  };
}

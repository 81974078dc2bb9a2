/** Threads between related events: quiet elbows that run above the marks and in the gutter, never through text. */
import type { MeasureText } from "../../base/text-width.js";
import type { PlacedEvent, Relation, Timeline } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import { SMALL_SIZE } from "../metrics.js";

export interface RelationLine {
  readonly key: string;
  /** Corners from the event that is related to the one it points at, in px. */
  readonly corners: readonly (readonly [x: number, y: number])[];
  /** Which way the last stretch runs, for the arrowhead; absent when its end is out of view. */
  readonly arrow: "up" | "down" | "left" | "right" | undefined;
  /** Words in a gap of the thread. */
  readonly words: { readonly text: string; readonly x: number; readonly y: number; readonly width: number } | undefined;
}

/** One relation between two events that are both on the axis. */
export interface PlacedRelation {
  readonly relation: Relation;
  readonly from: PlacedEvent;
  readonly to: PlacedEvent;
}

/** Where a mark stands, as a thread needs to know it. */
export interface Anchor {
  readonly x: number;
  /** Top of the mark. */
  readonly y: number;
  /** Height at which threads of its lane run. */
  readonly run: number;
  readonly inView: boolean;
}

/** Without a selection, so many threads at most: a picture has room for one or two. */
const UNSELECTED_LINES_MAX = 2;
/** Of a selected event, so many. */
const SELECTED_LINES_MAX = 12;

/** All relations of a timeline between placed events, the more important first. */
export function placedRelations(timeline: Timeline): PlacedRelation[] {
  const { events, store } = timeline;
  if (store.uniform) return [];
  const relating = events.filter(({ relations }) => relations.length > 0);
  if (relating.length === 0) return [];
  const byId = new Map(events.map((event) => [event.id, event]));
  const found: PlacedRelation[] = [];
  for (const from of relating) {
    for (const relation of from.relations) {
      const to = byId.get(relation.to);
      if (to && to !== from) found.push({ relation, from, to });
    }
  }
  return found.sort((a, b) => b.from.importance - a.from.importance);
}

/** Those to draw: anniversaries, or all of the selected event. */
export function visibleRelations(all: readonly PlacedRelation[], selected: string | null): readonly PlacedRelation[] {
  if (selected !== null)
    return all.filter(({ from, to }) => from.id === selected || to.id === selected).slice(0, SELECTED_LINES_MAX);
  return all.filter(({ relation }) => relation.type === "anniversary-of").slice(0, UNSELECTED_LINES_MAX);
}

export interface RelationLinesRequest {
  readonly anchor: (event: PlacedEvent) => Anchor;
  /** Left edge of the axis; threads between lanes run just before it. */
  readonly gutter: number;
  readonly locale: Locale;
  readonly measure: MeasureText;
}

/** Threads of one gutter keep this distance. */
const LINE_PITCH = 4;
const LINE_GUTTER_GAP = 7;
const LINE_TEXT_INDENT = 14;
const LINE_TEXT_GAP = 6;

export function relationLines(related: readonly PlacedRelation[], request: RelationLinesRequest): RelationLine[] {
  const worded = new Set<number>();
  return related.flatMap((one, i): RelationLine[] => {
    const from = request.anchor(one.from);
    const to = request.anchor(one.to);
    if (!from.inView) return [];
    const thread = elbow(one, i, from, to, request);
    // One line of words in a lane's head is all there is room for.
    if (thread.words && worded.has(from.run)) return [{ ...thread, words: undefined }];
    if (thread.words) worded.add(from.run);
    return [thread];
  });
}

function elbow(
  { relation, from: event, to: other }: PlacedRelation,
  i: number,
  from: Anchor,
  to: Anchor,
  request: RelationLinesRequest,
): RelationLine {
  const key = `${event.id}/${relation.type}/${other.id}`;
  const x = request.gutter - LINE_GUTTER_GAP - (i % 4) * LINE_PITCH;
  const start: [number, number][] = [
    [from.x, from.y],
    [from.x, from.run],
  ];
  const end: [number, number][] = to.inView
    ? [
        [to.x, to.run],
        [to.x, to.y],
      ]
    : [];
  if (from.run === to.run)
    return { key, corners: [...start, ...end], arrow: to.inView ? "down" : undefined, words: undefined };
  const corners: [number, number][] = [...start, [x, from.run], [x, to.run], ...end];
  return { key, corners, arrow: to.inView ? "down" : undefined, words: wordsOf(relation, other, x, from, request) };
}

/** "Anniversary of Treaty signed", where the thread leaves the gutter, if it is long enough there. */
function wordsOf(
  relation: Relation,
  other: PlacedEvent,
  x: number,
  from: Anchor,
  { locale, measure }: RelationLinesRequest,
): RelationLine["words"] {
  const kind = locale.figure.relations[relation.type] ?? relation.type;
  for (const text of [`${kind} ${other.shortTitle ?? other.title}`, kind]) {
    const width = measure(text, SMALL_SIZE, 400);
    const left = x + LINE_TEXT_INDENT;
    if (left + width + 2 * LINE_TEXT_GAP + 16 <= from.x)
      return { text, x: left, y: from.run, width: width + LINE_TEXT_GAP };
  }
  return undefined;
}

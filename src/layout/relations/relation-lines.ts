/** Relation lines of the horizontal figure: elbows that run above the marks and in the gutter, never through text. */
import type { MeasureText } from "../../base/text-width.js";
import type { PlacedEvent, Relation, Timeline } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import { SMALL_SIZE } from "../metrics.js";

export interface RelationLine {
  /** Unique among the relation lines of a figure. */
  readonly key: string;
  /** Corners from the event with the relation to the event it points at, in px. */
  readonly corners: readonly (readonly [x: number, y: number])[];
  /** Direction of the arrowhead; `undefined` when the end is out of view. */
  readonly arrow: "up" | "down" | "left" | "right" | undefined;
  /** Name of the relation, in a gap of the line; `y` is the middle of the text. */
  readonly words: { readonly text: string; readonly x: number; readonly y: number; readonly width: number } | undefined;
}

/** A relation between two events that are both on the axis. */
export interface PlacedRelation {
  readonly relation: Relation;
  readonly from: PlacedEvent;
  readonly to: PlacedEvent;
}

/** The point where a relation line meets a mark. */
export interface Anchor {
  readonly x: number;
  /** Just above the mark. */
  readonly y: number;
  /** y of the level stretches in the mark's lane. */
  readonly run: number;
  readonly inView: boolean;
}

/** Of a selected event, so many. */
const SELECTED_LINES_MAX = 12;
/** Of all events, so many. */
const ALL_LINES_MAX = 40;

/** All relations between placed events, those of the more important events first. */
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

/**
 * Those to draw: of the selected event; without one none, or those of the most important events.
 *
 * @param mode the option of the figure
 */
export function visibleRelations(
  all: readonly PlacedRelation[],
  selected: string | null,
  mode: boolean | "all",
): readonly PlacedRelation[] {
  if (selected === null) return mode === "all" ? all.slice(0, ALL_LINES_MAX) : [];
  return all.filter(({ from, to }) => from.id === selected || to.id === selected).slice(0, SELECTED_LINES_MAX);
}

export interface RelationLinesRequest {
  readonly anchor: (event: PlacedEvent) => Anchor;
  /** Left edge of the axis; lines between lanes run just left of it. */
  readonly gutter: number;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** Whether lines have words: of many, the lists say how events relate. */
  readonly worded: boolean;
}

/** Number of positions in the gutter, and the distance between them in px. */
const GUTTER_LINES = 4;
const LINE_PITCH = 4;
/** From the first position in the gutter to the axis, in px. */
const LINE_GUTTER_GAP = 7;
/** From the line in the gutter to the text, in px. */
const LINE_TEXT_INDENT = 14;
/** Between the text and the line on either side, in px. */
const LINE_TEXT_GAP = 6;
/** Shortest piece of line after the text, in px. */
const LINE_AFTER_TEXT_MIN = 16;

export function relationLines(related: readonly PlacedRelation[], request: RelationLinesRequest): RelationLine[] {
  const worded = new Set<number>();
  return related.flatMap((one, i): RelationLine[] => {
    const from = request.anchor(one.from);
    const to = request.anchor(one.to);
    if (!from.inView) return [];
    const line = elbow(one, i, from, to, request);
    // A lane has room for one text.
    if (line.words && worded.has(from.run)) return [{ ...line, words: undefined }];
    if (line.words) worded.add(from.run);
    return [line];
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
  const x = request.gutter - LINE_GUTTER_GAP - (i % GUTTER_LINES) * LINE_PITCH;
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

/** Text such as "Anniversary of Treaty signed", where the line leaves the gutter and is long enough. */
function wordsOf(
  relation: Relation,
  other: PlacedEvent,
  x: number,
  from: Anchor,
  { locale, measure, worded }: RelationLinesRequest,
): RelationLine["words"] {
  if (!worded) return undefined;
  const kind = locale.figure.relations[relation.type] ?? relation.type;
  for (const text of [`${kind} ${other.shortTitle ?? other.title}`, kind]) {
    const width = measure(text, SMALL_SIZE, 400);
    const left = x + LINE_TEXT_INDENT;
    if (left + width + 2 * LINE_TEXT_GAP + LINE_AFTER_TEXT_MIN <= from.x)
      return { text, x: left, y: from.run, width: width + LINE_TEXT_GAP };
  }
  return undefined;
}

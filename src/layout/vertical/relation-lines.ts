/** Threads of the vertical figure: they run between the axis and the first track. Their words are in the list. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import type { LaneBox } from "../types.js";
import { type PlacedRelation, visibleRelations, type RelationLine } from "../relations/relation-lines.js";

interface Request {
  readonly boxes: readonly LaneBox[];
  readonly axisX: number;
  readonly scale: Scale;
  readonly px: (place: number) => number;
}

/** From the axis to the first thread, and between threads. */
const FIRST_LINE_OFFSET = 9;
const VERTICAL_LINE_PITCH = 3;
const LINE_MARK_GAP = 9;

export function verticalRelationLines(
  relations: readonly PlacedRelation[],
  view: View,
  selected: string | null,
  request: Request,
): RelationLine[] {
  const { boxes, axisX, scale, px } = request;
  const place = ({ span }: PlacedEvent): number => scale.position(Number.isFinite(span.start) ? span.start : span.end);
  const inView = (event: PlacedEvent): boolean => place(event) >= view.from && place(event) <= view.to;
  const anchor = (event: PlacedEvent): [number, number] => [
    (boxes[event.lane]?.line ?? axisX) - LINE_MARK_GAP,
    px(place(event)) + 1,
  ];
  return visibleRelations(relations, selected).flatMap(({ relation, from, to }, i): RelationLine[] => {
    if (!inView(from) || !inView(to)) return [];
    const x = axisX + FIRST_LINE_OFFSET - (i % 3) * VERTICAL_LINE_PITCH;
    const [fromX, fromY] = anchor(from);
    const [toX, toY] = anchor(to);
    const corners: [number, number][] = [
      [fromX, fromY],
      [x, fromY],
      [x, toY],
      [toX, toY],
    ];
    return [{ key: `${from.id}/${relation.type}/${to.id}`, corners, arrow: "right", words: undefined }];
  });
}

/** Relation lines of the vertical figure, on the side of the axis away from the marks. Their texts are in the event list. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import type { LaneLayout } from "../marks/lane-layout.js";
import type { LaneBox } from "../types.js";
import { type PlacedRelation, visibleRelations, type RelationLine } from "../relations/relation-lines.js";

interface Request {
  readonly relations: boolean | "all";
  readonly boxes: readonly LaneBox[];
  readonly laneLayouts: readonly Pick<LaneLayout, "marks">[];
  readonly axisX: number;
  readonly scale: Scale;
  readonly px: (place: number) => number;
}

/** From the axis back to the first relation line, and between relation lines, in px: text of ticks is further away. */
const FIRST_LINE_OFFSET = 4;
const VERTICAL_LINE_PITCH = 2.5;
/** From the line's end to the middle of its mark, in px. */
const LINE_MARK_GAP = 9;

export function verticalRelationLines(
  related: readonly PlacedRelation[],
  view: View,
  selected: string | null,
  request: Request,
): RelationLine[] {
  const { boxes, laneLayouts, axisX, scale, px } = request;
  const place = ({ span }: PlacedEvent): number => scale.position(Number.isFinite(span.start) ? span.start : span.end);
  const inView = (event: PlacedEvent): boolean => place(event) >= view.from && place(event) <= view.to;
  const anchor = (event: PlacedEvent): [number, number] => {
    const track = boxes[event.lane]?.line ?? axisX;
    const mark = laneLayouts[event.lane]?.marks.find((candidate) => candidate.event === event);
    const end = track + (mark?.lineOffset ?? 0) - LINE_MARK_GAP;
    return [end, (mark ? mark.t0 : px(place(event))) + 1];
  };
  return visibleRelations(related, selected, request.relations).flatMap(({ relation, from, to }, i): RelationLine[] => {
    if (!inView(from) || !inView(to)) return [];
    const x = axisX - FIRST_LINE_OFFSET - (i % 3) * VERTICAL_LINE_PITCH;
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

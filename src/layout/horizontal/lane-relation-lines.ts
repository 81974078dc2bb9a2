/** Relation lines between the lanes of the horizontal figure. Only their ends shift with a pan: the gutter stays in place. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import type { Viewport } from "../axis/viewport.js";
import type { LaneLayout } from "../marks/lane-layout.js";
import { isWide, markHeight } from "../marks/mark-size.js";
import { LANE_HEAD_HEIGHT } from "../metrics.js";
import type { LayoutOptions } from "../options.js";
import { type Anchor, type PlacedRelation, type RelationLine, relationLines } from "../relations/relation-lines.js";
import type { LaneBox } from "../types.js";

/** From the top of a lane to the level stretches of the selected event's lines, and of all lines between the lanes, in px. */
const SELECTED_RUN = 10;
const ALL_RUN = 2;

export interface LaneRelationRequest {
  readonly view: View;
  readonly window: Viewport;
  readonly boxes: readonly LaneBox[];
  readonly laneLayouts: readonly LaneLayout[];
  /** How far marks are translated, in px. */
  readonly shift: number;
  readonly scale: Scale;
  /** Start of the axis, in px. */
  readonly start: number;
  readonly hasGutter: boolean;
  readonly options: LayoutOptions;
}

export function laneRelationLines(relations: readonly PlacedRelation[], request: LaneRelationRequest): RelationLine[] {
  if (relations.length === 0) return [];
  const { view, window, boxes, laneLayouts, shift, scale, start: gutter, hasGutter, options } = request;
  const isAll = options.relations === "all";
  const anchor = (event: PlacedEvent): Anchor => {
    const box = boxes[event.lane] as LaneBox;
    const mark = laneLayouts[event.lane]?.marks.find((candidate) => candidate.event === event);
    const { start, end } = event.span;
    const place = scale.position(Number.isFinite(start) ? start : end);
    const x = mark && !isWide(mark.t0, mark.t1, mark.height) ? (mark.t0 + mark.t1) / 2 : window.px(place) + 4;
    const up = mark ? mark.height / 2 - mark.lineOffset : markHeight(event, options.markSize) / 2;
    // Where lane names stand above their lines, relation lines run below the names.
    const run = box.top + (isAll ? ALL_RUN : SELECTED_RUN) + (!hasGutter && box.name.length > 0 ? LANE_HEAD_HEIGHT : 0);
    return { x: x + shift, y: box.line - up - 4, run, inView: place >= view.from && place <= view.to };
  };
  const { locale, measure } = options;
  return relationLines(relations, { anchor, gutter, locale, measure, worded: !isAll });
}

/**
 * Labels at the edge of the window. One that the edge would cut takes a narrower form, which says all of its title; else it
 * leaves to its mark. Where its event began before the window and goes on in it, it stands at the edge.
 */
import { generousWidth, type MeasureText } from "../../base/text-width.js";
import type { LabelMaker } from "../labels/label-content.js";
import type { LabelBox, LaneLayout, MarkBox } from "../marks/lane-layout.js";
import { LEADER_GAP } from "../metrics.js";
import { hasRoom, labelExtent } from "./label-stack.js";

/** Least room for a title, and most lines in it. */
const ROOM_MIN = 80;
const LINES_MAX = 3;
/** From the edge to the leader line of an event that began before, and how much of its mark is in view at least, in px. */
const HELD_AT = 3;
const HELD_MIN = 24;

export interface EdgeRequest {
  /** The window along the axis, in px. */
  readonly start: number;
  readonly end: number;
  readonly make: LabelMaker;
  readonly measure: MeasureText;
}

/** The labels of a lane that the edge does not cut. */
export function uncut(frame: LaneLayout): LaneLayout {
  return { ...frame, labels: frame.labels.filter(({ cut }) => !cut) };
}

/** The labels of a lane, with those at the edge in another form. */
export function fitted(frame: LaneLayout, request: EdgeRequest): LaneLayout {
  const isCut = (label: LabelBox): boolean => {
    const [from, to] = labelExtent(label, label.content.width);
    return label.cut === true || (!label.onBar && (from < request.start || to > request.end));
  };
  const labels = frame.labels.filter((label) => !isCut(label));
  const marks = new Map(frame.marks.map((mark) => [mark.event, mark]));
  const found = [...labels];
  const cut = frame.labels.filter((label) => isCut(label) && !label.onBar);
  for (const label of cut.sort((a, b) => b.event.importance - a.event.importance || a.leader - b.leader)) {
    const kept = label.leader < request.start ? held(label, marks.get(label.event), request) : label;
    const content = kept && formOf(kept, request, frame.oneRow).find((form) => hasRoom(kept, form, found));
    if (kept && content) found.push({ ...kept, content, cut: false });
  }
  return { ...frame, labels: found.sort((a, b) => a.leader - b.leader) };
}

function formOf(
  label: LabelBox,
  { start, end, make, measure }: EdgeRequest,
  oneRow: boolean | undefined,
): LabelBox["content"][] {
  const { event, content } = label;
  const { runIn = false } = content;
  const [left, right] = labelExtent(label, 0);
  const room = label.flow === "left" ? right - LEADER_GAP - start : end - left - LEADER_GAP;
  if (label.leader > end || room < ROOM_MIN) return [];
  if (content.width <= room) return [content];
  if (oneRow) return [];
  const title = room / generousWidth(1, content.weight, measure);
  return [false, true]
    .flatMap((short) => [1, 2, LINES_MAX].map((lines) => make(event, { title, lines, short, runIn })))
    .filter((form) => !form.cut && form.width <= room);
}

/** The label of an event that began before the window, at the window's edge. */
function held(label: LabelBox, mark: MarkBox | undefined, { start }: EdgeRequest): LabelBox | undefined {
  if (!mark || label.flow === "left" || mark.t1 < start + HELD_MIN) return undefined;
  return { ...label, leader: start + HELD_AT, held: true };
}

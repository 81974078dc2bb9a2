/**
 * Labels of what began before the window and goes on in it: they keep to the beginning of the window, as names of eras do,
 * and take only room that other labels leave. What labels promise is not theirs: where a pan brings a label to where one
 * stands, that one changes its row or goes.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import { LEADER_DEPTH } from "../vertical/column-events.js";
import type { StickyLabel, VerticalLabel } from "../types.js";
import type { LabelContent } from "./label-content.js";
import type { LabelBox, LaneLayout, MarkBox } from "../marks/lane-layout.js";
import { LABEL_GAP, LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";

/** What is in view of the axis, in px. */
interface PxRange {
  readonly from: number;
  readonly to: number;
}

interface StickyLabelsRequest extends PxRange {
  readonly frame: LaneLayout;
  /** Heights of the rows below the line, and their tops. */
  readonly rows: readonly number[];
  readonly tops: readonly number[];
  /** Forms of a label, the fullest first. */
  readonly variants: (event: PlacedEvent) => readonly LabelContent[];
  /** Those of a picture that is moved: their own labels are not drawn in it, all others are. */
  readonly drawn: readonly StickyLabel[] | undefined;
}

/** What shows less of itself, in px, needs no name: it ends at once. */
const STICKY_MARK_MIN = 24;
/** The first pole stands so far after the beginning of the window, and the next one so far after that. */
const FIRST_LEADER_OFFSET = 5;
const STICKY_LEADER_PITCH = 6;
/** Places that are tried: that one, and those behind other labels. */
const STICKY_POSITIONS_MAX = 9;
/** Between the first label and the beginning of a window down the page, and between two, in px. */
const STICKY_TOP_OFFSET = 3;
const STICKY_COLUMN_GAP = 6;

export function stickyLabels({ tops, frame, rows, from, to, variants, drawn }: StickyLabelsRequest): StickyLabel[] {
  const others = new Map(frame.labels.map((label) => [label.event, label]));
  const isHeld = ({ event, t0, t1 }: MarkBox): boolean => {
    const own = others.get(event);
    if (t1 < from + STICKY_MARK_MIN || own?.side === "above") return false;
    if (drawn?.some((label) => label.event === event)) return true;
    // Of a picture that is moved, what is left of a label at the edge is still drawn.
    return t0 < from && (!own || (drawn ? textOf(own)[1] : own.leader) < from);
  };
  const fits = (x: number, row: number, { width, height }: LabelContent): boolean => {
    const end = x + LEADER_GAP + width;
    if (height > (rows[row] as number) || end > to) return false;
    return [...others.values()].every((other) => {
      const [left, right] = textOf(other);
      if (other.row === row) return other.side === "above" || left > end + LABEL_GAP || right < x - LABEL_GAP;
      // No pole crosses the text of another.
      const [leader, a, b] = other.row < row ? [x, left, right] : [other.leader, x, end];
      return other.side === "above" || leader < a - LEADER_CLEARANCE || leader > b + LEADER_CLEARANCE;
    });
  };
  const marks = frame.marks.filter(isHeld).sort((a, b) => b.event.importance - a.event.importance || a.t0 - b.t0);
  const found: StickyLabel[] = [];
  for (const mark of marks) {
    const { event, t0, t1 } = mark;
    const own = others.get(event);
    others.delete(event);
    // What comes next may hang lower, from a pole further out.
    const out = Math.max(0, Math.min(marks.length, rows.length) - 1 - found.length);
    const first = Math.max(from + FIRST_LEADER_OFFSET + out * STICKY_LEADER_PITCH, own?.leader ?? t0);
    const behind = [...others.values()].map((other) => textOf(other)[1] + LABEL_GAP + 1);
    const leaders = [first, ...behind.filter((x) => x > first && x < t1).sort((a, b) => a - b)].slice(
      0,
      STICKY_POSITIONS_MAX,
    );
    const order = [...rows.keys()].sort((a, b) => Number(b === own?.row) - Number(a === own?.row));
    const all = variants(event);
    const places = leaders.flatMap((leader) =>
      all.flatMap((content) => order.map((row) => ({ content, leader, row }))),
    );
    const place = places.find(({ content, leader, row }) => fits(leader, row, content));
    const label = place && {
      ...place,
      event,
      mark,
      side: "below" as const,
      flow: "right" as const,
      top: tops[place.row] as number,
    };
    if (label) found.push(label);
    const stands = label ?? own;
    if (stands) others.set(event, stands);
  }
  return found;
}

function textOf({ leader, flow, content }: LabelBox): [left: number, right: number] {
  const width = LEADER_GAP + content.width;
  return flow === "left" ? [leader - width, leader] : [leader, leader + width];
}

interface ColumnStickyLabelsRequest extends PxRange {
  readonly laneLayouts: readonly LaneLayout[];
  /** What stands in the column. */
  readonly labels: readonly VerticalLabel[];
  readonly eras: readonly PxRange[];
  readonly content: (event: PlacedEvent) => LabelContent;
}

/** The same down the page: beside what goes on, at the first place of the column where nothing stands. */
export function columnStickyLabels({
  laneLayouts,
  labels,
  eras,
  from,
  to,
  content,
}: ColumnStickyLabelsRequest): VerticalLabel[] {
  const bottomOf = ({ top, content: { height } }: VerticalLabel): number => top + height;
  const own = new Map(labels.map((label) => [label.event, label]));
  const taken = [...eras, ...labels.map((label) => ({ from: label.top, to: bottomOf(label) }))];
  const marks = laneLayouts.flatMap(({ marks }) => marks).sort((a, b) => a.t0 - b.t0);
  return marks.flatMap(({ event, t0, t1 }) => {
    const label = own.get(event);
    if (t0 >= from || t1 < from + STICKY_MARK_MIN || (label && bottomOf(label) > from)) return [];
    const made = content(event);
    const top = firstFreeTop(taken, from + STICKY_TOP_OFFSET, made.height);
    const mark = top + LEADER_DEPTH;
    if (mark > t1 || top + made.height > to) return [];
    taken.push({ from: top, to: top + made.height });
    return { event, content: made, mark, top };
  });
}

/** The first place from a top on where nothing stands. */
export function firstFreeTop(taken: readonly PxRange[], top: number, height: number): number {
  let free = top;
  for (const { from, to } of [...taken].sort((one, two) => one.from - two.from)) {
    if (from < free + height + STICKY_COLUMN_GAP && to > free - STICKY_COLUMN_GAP) free = to + STICKY_COLUMN_GAP;
  }
  return free;
}

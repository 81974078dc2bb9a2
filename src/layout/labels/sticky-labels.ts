/**
 * Sticky labels: an event that began before the window and continues in it is labelled at the start of the window, as eras
 * are. They use only space that other labels leave. Unlike other labels they may change row or disappear while panning.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import { LEADER_DEPTH } from "../vertical/column-events.js";
import type { StickyLabel, VerticalLabel } from "../types.js";
import type { LabelContent } from "./label-content.js";
import type { LabelBox, LaneLayout, MarkBox } from "../marks/lane-layout.js";
import { LABEL_GAP, LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";

/** A stretch in px. */
interface PxRange {
  readonly from: number;
  readonly to: number;
}

interface StickyLabelsRequest extends PxRange {
  readonly frame: LaneLayout;
  /** Heights and tops of the rows below the lane line, in px. */
  readonly rows: readonly number[];
  readonly tops: readonly number[];
  /** Variants of an event's label, the fullest first. */
  readonly variants: (event: PlacedEvent) => readonly LabelContent[];
  /** While panning: the sticky labels that the scene already shows. The ordinary labels of these events are not drawn. */
  readonly drawn: readonly StickyLabel[] | undefined;
}

/** Shortest visible part of a mark that gets a sticky label, in px. */
const STICKY_MARK_MIN = 24;
/** From the start of the window to the first leader line, and between leader lines, in px. */
const FIRST_LEADER_OFFSET = 5;
const STICKY_LEADER_PITCH = 6;
/** Positions that are tried for a leader line: the first, and those after other labels. */
const STICKY_POSITIONS_MAX = 9;
/** In a vertical figure: from the start of the window to the first label, and between labels, in px. */
const STICKY_TOP_OFFSET = 3;
const STICKY_COLUMN_GAP = 6;

/** Sticky labels of one lane of the horizontal figure, those of the more important events first. */
export function stickyLabels({ tops, frame, rows, from, to, variants, drawn }: StickyLabelsRequest): StickyLabel[] {
  const others = new Map(frame.labels.map((label) => [label.event, label]));
  const isHeld = ({ event, t0, t1 }: MarkBox): boolean => {
    const own = others.get(event);
    if (t1 < from + STICKY_MARK_MIN || own?.side === "above") return false;
    if (drawn?.some((label) => label.event === event)) return true;
    // While panning, the visible rest of an ordinary label at the edge is still drawn.
    return t0 < from && (!own || (drawn ? textOf(own)[1] : own.leader) < from);
  };
  const fits = (x: number, row: number, { width, height }: LabelContent): boolean => {
    const end = x + LEADER_GAP + width;
    if (height > (rows[row] as number) || end > to) return false;
    return [...others.values()].every((other) => {
      const [left, right] = textOf(other);
      if (other.row === row) return other.side === "above" || left > end + LABEL_GAP || right < x - LABEL_GAP;
      // No leader line crosses the text of another label.
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
    // Reserve a horizontal offset so that later sticky labels can use lower rows.
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
    const shown = label ?? own;
    if (shown) others.set(event, shown);
  }
  return found;
}

function textOf({ leader, flow, content }: LabelBox): [left: number, right: number] {
  const width = LEADER_GAP + content.width;
  return flow === "left" ? [leader - width, leader] : [leader, leader + width];
}

interface ColumnStickyLabelsRequest extends PxRange {
  readonly laneLayouts: readonly LaneLayout[];
  /** Labels in the column. */
  readonly labels: readonly VerticalLabel[];
  readonly eras: readonly PxRange[];
  readonly content: (event: PlacedEvent) => LabelContent;
}

/** Sticky labels of the vertical figure: each at the first free position of the column beside its event. */
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

/** The first free top at or below `top` for something of a height, in px. */
export function firstFreeTop(taken: readonly PxRange[], top: number, height: number): number {
  let free = top;
  for (const { from, to } of [...taken].sort((one, two) => one.from - two.from)) {
    if (from < free + height + STICKY_COLUMN_GAP && to > free - STICKY_COLUMN_GAP) free = to + STICKY_COLUMN_GAP;
  }
  return free;
}

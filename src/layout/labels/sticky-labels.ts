/**
 * Labels of what began before the window and goes on in it: they keep to the beginning of the window, as names of eras do,
 * and take only room that other labels leave. What labels promise is not theirs: where a pan brings a label to where one
 * stands, that one changes its row or goes.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import { LEADER_DEPTH } from "../vertical/column-events.js";
import type { HeldLabel, VerticalLabel } from "../types.js";
import type { LabelContent } from "./label-content.js";
import type { LabelBox, LaneFrame, MarkBox } from "../marks/lane-layout.js";
import { LABEL_GAP, POLE_CLEARANCE, POLE_GAP } from "../metrics.js";

/** What is in view of the axis, in px. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface HeldRequest extends Stretch {
  readonly frame: LaneFrame;
  /** Heights of the rows below the line, and their tops. */
  readonly rows: readonly number[];
  readonly tops: readonly number[];
  /** Forms of a label, the fullest first. */
  readonly forms: (event: PlacedEvent) => readonly LabelContent[];
  /** Those of a picture that is moved: their own labels are not drawn in it, all others are. */
  readonly drawn: readonly HeldLabel[] | undefined;
}

/** What shows less of itself, in px, needs no name: it ends at once. */
const LEAST = 24;
/** The first pole stands so far after the beginning of the window, and the next one so far after that. */
const FIRST_POLE = 5;
const POLE_PITCH = 6;
/** Places that are tried: that one, and those behind other labels. */
const TRIED = 9;
/** Between the first label and the beginning of a window down the page, and between two, in px. */
const DEPTH = 3;
const COLUMN_GAP = 6;

export function heldLabels({ tops, frame, rows, from, to, forms, drawn }: HeldRequest): HeldLabel[] {
  const others = new Map(frame.labels.map((label) => [label.event, label]));
  const isHeld = ({ event, t0, t1 }: MarkBox): boolean => {
    const own = others.get(event);
    if (t1 < from + LEAST || own?.above) return false;
    if (drawn?.some((label) => label.event === event)) return true;
    // Of a picture that is moved, what is left of a label at the edge is still drawn.
    return t0 < from && (!own || (drawn ? textOf(own)[1] : own.pole) < from);
  };
  const fits = (x: number, row: number, { width, height }: LabelContent): boolean => {
    const end = x + POLE_GAP + width;
    if (height > (rows[row] as number) || end > to) return false;
    return [...others.values()].every((other) => {
      const [left, right] = textOf(other);
      if (other.row === row) return other.above || left > end + LABEL_GAP || right < x - LABEL_GAP;
      // No pole crosses the text of another.
      const [pole, a, b] = other.row < row ? [x, left, right] : [other.pole, x, end];
      return other.above || pole < a - POLE_CLEARANCE || pole > b + POLE_CLEARANCE;
    });
  };
  const marks = frame.marks.filter(isHeld).sort((a, b) => b.event.importance - a.event.importance || a.t0 - b.t0);
  const found: HeldLabel[] = [];
  for (const mark of marks) {
    const { event, t0, t1 } = mark;
    const own = others.get(event);
    others.delete(event);
    // What comes next may hang lower, from a pole further out.
    const out = Math.max(0, Math.min(marks.length, rows.length) - 1 - found.length);
    const first = Math.max(from + FIRST_POLE + out * POLE_PITCH, own?.pole ?? t0);
    const behind = [...others.values()].map((other) => textOf(other)[1] + LABEL_GAP + 1);
    const poles = [first, ...behind.filter((x) => x > first && x < t1).sort((a, b) => a - b)].slice(0, TRIED);
    const order = [...rows.keys()].sort((a, b) => Number(b === own?.row) - Number(a === own?.row));
    const all = forms(event);
    const places = poles.flatMap((pole) => all.flatMap((content) => order.map((row) => ({ content, pole, row }))));
    const place = places.find(({ content, pole, row }) => fits(pole, row, content));
    const label = place && {
      ...place,
      event,
      mark,
      above: false,
      side: "right" as const,
      top: tops[place.row] as number,
    };
    if (label) found.push(label);
    const stands = label ?? own;
    if (stands) others.set(event, stands);
  }
  return found;
}

function textOf({ pole, side, content }: LabelBox): [left: number, right: number] {
  const width = POLE_GAP + content.width;
  return side === "left" ? [pole - width, pole] : [pole, pole + width];
}

interface HeldBesideRequest extends Stretch {
  readonly frames: readonly LaneFrame[];
  /** What stands in the column. */
  readonly labels: readonly VerticalLabel[];
  readonly eras: readonly Stretch[];
  readonly content: (event: PlacedEvent) => LabelContent;
}

/** The same down the page: beside what goes on, at the first place of the column where nothing stands. */
export function heldBeside({ frames, labels, eras, from, to, content }: HeldBesideRequest): VerticalLabel[] {
  const bottomOf = ({ top, content: { height } }: VerticalLabel): number => top + height;
  const own = new Map(labels.map((label) => [label.event, label]));
  const taken = [...eras, ...labels.map((label) => ({ from: label.top, to: bottomOf(label) }))];
  const marks = frames.flatMap((frame) => frame.marks).sort((a, b) => a.t0 - b.t0);
  return marks.flatMap(({ event, t0, t1 }) => {
    const label = own.get(event);
    if (t0 >= from || t1 < from + LEAST || (label && bottomOf(label) > from)) return [];
    const made = content(event);
    const top = freePlace(taken, from + DEPTH, made.height);
    const mark = top + LEADER_DEPTH;
    if (mark > t1 || top + made.height > to) return [];
    taken.push({ from: top, to: top + made.height });
    return { event, content: made, mark, top };
  });
}

/** The first place from a top on where nothing stands. */
export function freePlace(taken: readonly Stretch[], top: number, height: number): number {
  let free = top;
  for (const { from, to } of [...taken].sort((one, two) => one.from - two.from)) {
    if (from < free + height + COLUMN_GAP && to > free - COLUMN_GAP) free = to + COLUMN_GAP;
  }
  return free;
}

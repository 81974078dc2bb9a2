/** Labels and marks of any layout in a common form, and what the promises of the layout say of them. */
import { group } from "d3-array";
import type { FigureLayout } from "../../src/layout/types.js";
import type { PlacedEvent } from "../../src/model/timeline.js";

export interface Box {
  readonly row: string;
  readonly from: number;
  readonly to: number;
  /** Across the axis; all of the row where nothing is said. */
  readonly near?: number;
  readonly far?: number;
}

export interface Labelled {
  readonly id: string;
  /** What may not change while the reader moves. */
  readonly place: string;
  readonly box: Box;
  /** It stands on its bar, at either end. */
  readonly onBar?: boolean;
}

/** Labels in a common form, with the stretch they take up in their row or column. */
export function labelsOf(layout: FigureLayout): Labelled[] {
  switch (layout.orientation) {
    case "horizontal":
      return layout.laneLayouts.flatMap((frame, lane) =>
        frame.labels.map(({ event, row, side, flow, leader, offset, onBar, content: { width, height } }) => {
          const [from, to] = flow === "right" ? [leader + 7, leader + 7 + width] : [leader - 7 - width, leader - 7];
          return {
            id: event.id,
            place: `${row} ${side} ${flow}`,
            ...(onBar ? { onBar } : {}),
            box: { row: `${lane}/${side}`, from, to, near: offset, far: offset + height },
          };
        }),
      );
    case "vertical":
      return layout.labels.map(({ event, top, content: { height } }) => ({
        id: event.id,
        place: "labelled",
        box: { row: "column", from: top, to: top + height },
      }));
    case "compact":
      return layout.labels.map(({ event, leader, flow, content: { width } }) => {
        const [from, to] = flow === "right" ? [leader + 7, leader + 7 + width] : [leader - 7 - width, leader - 7];
        return { id: event.id, place: flow, box: { row: "top", from, to } };
      });
  }
}

/** Pairs of stretches of one row that overlap by more than rounding. */
export function overlapping(boxes: readonly (Box & { id: string })[]): string[] {
  const found: string[] = [];
  const byRow = group(boxes, (box) => box.row);
  for (const row of byRow.values()) {
    const inOrder = [...row].sort((a, b) => a.from - b.from);
    const apart = (a: Box, b: Box): boolean =>
      a.far !== undefined && b.near !== undefined && (a.far <= b.near + 0.01 || (b.far ?? 0) <= (a.near ?? 0) + 0.01);
    inOrder.forEach((a, i) => {
      for (const b of inOrder.slice(i + 1)) {
        if (a.to > b.from + 0.01 && !apart(a, b)) found.push(`${a.id} and ${b.id} in ${a.row}`);
      }
    });
  }
  return found;
}

export function markBoxes(layout: FigureLayout) {
  return layout.laneLayouts.flatMap((frame, lane) => [
    ...frame.marks.map((mark) => {
      const wide = mark.t1 - mark.t0 >= mark.height + 4;
      const middle = (mark.t0 + mark.t1) / 2;
      const [from, to] = wide ? [mark.t0, mark.t1] : [middle - mark.height / 2, middle + mark.height / 2];
      // Bars of the strip run on the line or beside it, under the dots.
      const kind = layout.orientation === "compact" && wide ? "bar " : "";
      const row = `${lane}/at ${kind}${mark.lineOffset}`;
      return { row, from, to, id: mark.event.id };
    }),
    ...frame.clusters.map(({ from, to, first, shape }) => ({
      // Piles and ribbons stand apart from the line.
      row: `${lane}/at ${shape?.kind ?? 0}`,
      from,
      to,
      id: `cluster of ${first.id}`,
    })),
  ]);
}

/** Place of an event in px of a view. */
export function pxOf({ start, end }: FigureLayout, at: number, { from, to }: { from: number; to: number }): number {
  return start + ((end - start) * (at - from)) / (to - from);
}

/** A leader line moves so far within its mark while the scale grows, in px. */
const LEADER_MOVES = 8;
/** Text that begins further after its event than this is aligned with the end of a bar, in px. */
const AT_START = 15;

/**
 * Whether the window would cut a label, were it drawn in another view as it was in one. Down the page and in a low strip
 * nothing is cut.
 *
 * @param seen a label with the place of its event in the view that showed it, in px
 */
export function wouldBeCut(layout: FigureLayout, { box, px }: { box: Box; px: number }, to: number): boolean {
  if (layout.orientation !== "horizontal" || box.from - px > AT_START) return layout.orientation === "horizontal";
  const move = to - px;
  return box.from + move < layout.start + LEADER_MOVES || box.to + move > layout.end - LEADER_MOVES;
}

/** When an event begins, or ends if it has no beginning. */
export function instantOf({ span: { start, end } }: PlacedEvent): number {
  return Number.isFinite(start) ? start : end;
}

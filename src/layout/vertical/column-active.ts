/** Marks and labels of the events of a column that have the focus or are selected, where they have no label. */
import type { PlacedEvent } from "../../model/timeline.js";
import type { LabelContent } from "../labels/label-content.js";
import { activeMark, type ActiveRequest } from "../marks/active-marks.js";
import type { VerticalLabel, VerticalLayout } from "../types.js";
import { LEADER_DEPTH } from "./column-labels.js";

interface ColumnRequest extends Omit<ActiveRequest, "make"> {
  readonly content: (event: PlacedEvent) => LabelContent;
}

/** What comes nearer to such a label than this is covered, in px. */
const COLUMN_COVER = 2;

export function withActiveLabel(
  layout: VerticalLayout,
  event: PlacedEvent,
  selected: boolean,
  request: ColumnRequest,
): VerticalLayout {
  const { laneLayouts, labels, start, end } = layout;
  const frame = laneLayouts[event.lane];
  if (!frame || labels.some((label) => label.event === event)) return layout;
  const found = activeMark(frame, event, selected, layout, request);
  if (!found) return layout;
  const { t0, t1, part } = found.mark;
  const content = request.content(event);
  const { height } = content;
  const mark = part?.kind === "bar" ? Math.max(t0, Math.min(t1, start)) : (t0 + t1) / 2;
  const top = Math.max(start - LEADER_DEPTH, Math.min(end - height, mark - LEADER_DEPTH));
  const isCovered = (label: VerticalLabel): boolean =>
    !label.over && label.top < top + height + COLUMN_COVER && label.top + label.content.height > top - COLUMN_COVER;
  return {
    ...layout,
    laneLayouts: laneLayouts.map((other, i) => (i === event.lane ? found.frame : other)),
    labels: [
      ...labels.map((label) => (isCovered(label) ? { ...label, covered: true } : label)),
      { event, content, mark, top, over: true },
    ],
  };
}

/** The compact strip: lanes close together, a few labels of one line on top. For the flow of an article. */
import { generousWidth } from "../base/text-width.js";
import type { EventIndex } from "../model/event-index.js";
import { placeOfEvent } from "../model/event-table.js";
import type { PlacedEvent, Timeline } from "../model/timeline.js";
import { counted } from "../time/locale.js";
import type { Scale } from "../time/scale.js";
import type { View } from "../view.js";
import { arrange } from "./arrange.js";
import { wideAxis } from "./axis.js";
import { type AxisView, axisViewOf, widened } from "./axis-view.js";
import { ColumnEvents } from "./column-events.js";
import { deepestOf } from "./deepest.js";
import type { LayoutOptions } from "./layout-options.js";
import type { CompactLabel, CompactLayout, LaneBox } from "./figure-layout.js";
import { type LabelContent, labelMaker } from "./label.js";
import { laneItems, outside } from "./lane-frame.js";
import { type LaneMarks, laneMarks } from "./lane-marks.js";
import { LOW_ROW } from "./lane-rows.js";
import { FIGURE_INSET, MAX_POLE_OFFSET, SMALL_SIZE } from "./metrics.js";

const PITCH = 16;
const SMALLEST_PITCH = 8;
/** Title and count stand on one line; the labels' dates and titles on the next two. */
const LABELS_TOP = 20;
const LANES_TOP = 72;
const AXIS_ROOM = 24;
const MOST_LABELS = 3;
/** Events tried for those labels. */
const TRIED = 12;
const WIDEST_LABEL = 200;
const NAME_GAP = 10;
const WIDEST_NAME = 140;

export class CompactFigure {
  readonly deepest: number;
  private readonly lanes: readonly LaneMarks[];
  private readonly events: ColumnEvents;
  private readonly label: (at: number) => LabelContent;
  private readonly start: number;
  private readonly end: number;
  private readonly wideAxis = wideAxis();
  private readonly pitch: number;
  private readonly axisY: number;

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    readonly scale: Scale,
    private readonly options: LayoutOptions,
  ) {
    const { width, height = 160, locale, measure } = options;
    this.deepest = deepestOf(scale);
    const names = timeline.lanes.map((lane) => measure(lane.title ?? "", SMALL_SIZE, 400));
    const gutter =
      Math.min(WIDEST_NAME, Math.max(0, ...names)) + (timeline.lanes.some((lane) => lane.title) ? NAME_GAP : 0);
    this.start = gutter;
    this.end = width - FIGURE_INSET / 2;
    this.lanes = laneMarks(index, timeline.events, scale, options.markSize);
    this.events = new ColumnEvents(timeline, index, scale);
    const count = Math.max(1, this.lanes.length);
    this.pitch = Math.max(SMALLEST_PITCH, Math.min(PITCH, (height - LANES_TOP - AXIS_ROOM) / count));
    this.axisY = Math.max(height - AXIS_ROOM, LANES_TOP + count * this.pitch);
    const make = labelMaker({ locale, measure, sources: "count" });
    const widest = generousWidth(WIDEST_LABEL, 400, measure);
    this.label = (at) => make(this.events.event(at), { title: widest, lines: 1, short: true, bare: true, weight: 400 });
  }

  only(timeline: Timeline, index: EventIndex): CompactFigure {
    return new CompactFigure(timeline, index, this.scale, this.options);
  }

  frame(view: View, beyond = 0): CompactLayout {
    const axisView = this.axisView(view.from, view.to);
    const wide = widened(axisView, beyond, this.scale.domain);
    const labels = this.labels(view, axisView);
    const { timeline, scale } = this;
    const { width, height = 160, locale, now } = this.options;
    const nowAt = now === undefined ? undefined : scale.position(now);
    const counts = [counted(locale, locale.figure.events, timeline.events.length)];
    if (timeline.sources.length > 0) counts.push(counted(locale, locale.figure.sources, timeline.sources.length));
    return {
      orientation: "compact",
      width,
      height: Math.max(height, this.axisY + AXIS_ROOM),
      start: this.start,
      end: this.end,
      boxes: this.boxes(),
      frames: this.lanes.map((lane) => laneItems(lane, this.labelledIn(lane, labels), wide, 0, axisView)),
      labels,
      labelsTop: LABELS_TOP,
      count: counts.join(", "),
      eras: [],
      axis: this.axis(axisView, wide),
      axisY: this.axisY,
      scaleType: scale.type,
      lanesFrom: LANES_TOP - this.pitch / 2,
      lanesTo: this.axisY,
      now: nowAt !== undefined && nowAt >= wide.from && nowAt <= wide.to ? axisView.px(nowAt) : undefined,
      threads: [],
      drawn: [axisView.px(wide.from), axisView.px(wide.to)],
      shift: 0,
    };
  }

  /** Its labels are those of the view that it was laid out for. */
  moved(layout: CompactLayout, laidFor: View, beyond: number, view: View): CompactLayout {
    const laid = this.axisView(laidFor.from, laidFor.to);
    const window = { ...laid, from: view.from, to: view.to };
    return {
      ...layout,
      shift: this.start - laid.px(view.from),
      frames: layout.frames.map((frame, i) => ({ ...frame, ...outside(this.lanes[i] as LaneMarks, window) })),
      axis: this.axis(window, widened(laid, beyond, this.scale.domain)),
    };
  }

  private axis(window: AxisView, wide: AxisView): CompactLayout["axis"] {
    const { locale, measure } = this.options;
    return this.wideAxis({ ...window, scale: this.scale, locale, measure, vertical: false, oneRow: true }, wide);
  }

  private axisView(from: number, to: number): AxisView {
    return axisViewOf(this.scale, from, to, this.start, this.end - this.start);
  }

  /** The most important events in view that fit beside each other. */
  private labels(view: View, { px, scale }: AxisView): CompactLabel[] {
    const { events } = this;
    const found = events
      .mostImportant(events.firstFrom(view.from), events.firstFrom(view.to), TRIED)
      .map((at, rank) => {
        const content = this.label(at);
        const offset = Math.min(
          events.markOffset(at, scale) - events.offset(events.start[at] as number, scale),
          MAX_POLE_OFFSET,
        );
        return {
          at,
          content,
          x: px(events.start[at] as number) + offset,
          length: 0,
          rank,
          importance: events.importance(at),
          sizes: [{ width: content.width, height: LOW_ROW }],
        };
      });
    const room = { min: this.start, max: this.options.width, rows: [LOW_ROW], above: [], touching: 1, fixed: [] };
    const byCandidate = new Map(found.map((candidate) => [candidate as object, candidate]));
    // Fewer candidates until no more than fit the look are left: the most important stay.
    for (let tried = found.length; tried > 0; tried--) {
      const fan = arrange(found.slice(0, tried), room);
      if (fan.length > MOST_LABELS) continue;
      return fan.flatMap(({ candidate, side }): CompactLabel[] => {
        const one = byCandidate.get(candidate);
        return one ? [{ event: events.event(one.at), content: one.content, pole: one.x, side }] : [];
      });
    }
    return [];
  }

  private labelledIn(lane: LaneMarks, labels: readonly CompactLabel[]): ReadonlySet<number> {
    const labelled = new Set<number>();
    const events = new Set<PlacedEvent>(labels.map((label) => label.event));
    for (const event of events) {
      if (event.lane !== lane.lane) continue;
      const at = placeOfEvent(this.timeline.events, event.id);
      const position = lane.positionOf(at, this.events.start[at] as number);
      if (position !== undefined) labelled.add(position);
    }
    return labelled;
  }

  private boxes(): LaneBox[] {
    return this.timeline.lanes.map((lane, i) => {
      const line = LANES_TOP + i * this.pitch;
      const name = lane.title === undefined ? [] : [lane.title];
      return {
        lane,
        top: line - this.pitch / 2,
        bottom: line + this.pitch / 2,
        line,
        rows: [],
        above: [],
        name,
        nameWidth: 0,
        count: this.lanes[i]?.size ?? 0,
      };
    });
  }
}

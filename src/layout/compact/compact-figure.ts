/** The compact figure, a low strip for the flow of an article: lanes close together, a few one-line labels on top. */
import { generousWidth } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import type { EventIndex } from "../../model/events/event-index.js";
import type { Timeline } from "../../model/timeline.js";
import { counted, fill } from "../../time/locale.js";
import type { Scale } from "../../time/scale.js";
import type { View } from "../../view.js";
import { placeLabels } from "../labels/place-labels.js";
import { overscanAxis } from "../axis/axis.js";
import { type Viewport, viewportOf, withOverscan } from "../axis/viewport.js";
import { compactItems } from "./items.js";
import { type MergedLane, mergedLane, positionInLane } from "../vertical/merged-lane.js";
import { maxZoom } from "../axis/max-zoom.js";
import type { LayoutOptions } from "../options.js";
import type { CompactLabel, CompactLayout, LaneBox } from "../types.js";
import { type LabelContent, labelMaker } from "../labels/label-content.js";
import { hiddenCounts } from "../marks/lane-layout.js";
import { type ProjectedLane, projectLanes } from "../marks/projected-lane.js";
import { DATE_LINE, FIGURE_INSET, SMALL_SIZE, TITLE_LINE, TITLE_SIZE } from "../metrics.js";

/** Distance between lanes, in px; names of 12 px meet where it is less. */
const LANE_PITCH = 16;
const LANE_PITCH_MIN = 12;
/** From this height on lanes stand further apart, in px. */
const TALL_FIGURE_HEIGHT = 200;
const LANE_PITCH_TALL = 32;
/** A date over one line of title, in px. */
const LABEL_HEIGHT = DATE_LINE + TITLE_LINE;
/** Top of the labels, below the line with title and count, and of the lanes, in px. */
const LABELS_TOP = 20;
const LANES_TOP = 72;
/** Height of the axis with its labels, in px. */
const AXIS_SPACE = 24;
const COMPACT_LABELS_MAX = 3;
/** Events that are tried for the labels. */
const COMPACT_CANDIDATES_MAX = 12;
/** Label widths that are tried, in px; a narrower one wins if more labels fit. */
const LABEL_WIDTHS = [200, 130];
/** Between a lane's name and the axis, in px. */
const LANE_NAME_GAP = 10;
/** Widest lane name, in px, and as a fraction of the figure's width. */
const LANE_NAME_WIDTH_MAX = 140;
const LANE_NAME_FRACTION_MAX = 0.3;
/** Between the title and the count, in px. */
const TITLE_COUNT_GAP = 16;

/** A label and the position of its event among all. */
interface CompactPlaced {
  readonly at: number;
  readonly label: CompactLabel;
}

export class CompactFigure {
  readonly maxZoom: number;
  private readonly lanes: readonly ProjectedLane[];
  private readonly events: MergedLane;
  private readonly label: (at: number, widest: number) => LabelContent;
  private readonly names: readonly (readonly string[])[];
  /** Space on either side, in px: that of the heading in a page; 0 in a file, which is flush with an article's text. */
  private readonly inset: number;
  private readonly start: number;
  private readonly end: number;
  private readonly wideAxis = overscanAxis();
  private readonly pitch: number;
  private readonly axisY: number;

  constructor(
    private readonly timeline: Timeline,
    index: EventIndex,
    readonly scale: Scale,
    private readonly options: LayoutOptions,
  ) {
    const { width, height = 160, locale, measure } = options;
    this.maxZoom = maxZoom(scale);
    this.inset = options.inPage ? FIGURE_INSET : 0;
    const widest = Math.min(LANE_NAME_WIDTH_MAX, width * LANE_NAME_FRACTION_MAX - this.inset);
    const names = timeline.lanes.map(({ title = "" }) =>
      wrapText(title, widest, 1, { size: SMALL_SIZE, weight: 400, measure, truncateAt: "grapheme" }),
    );
    this.names = names.map(({ lines }) => lines.slice(0, 1));
    const longest = Math.max(0, ...names.map((name) => name.width));
    const gutter = longest + (timeline.lanes.some((lane) => lane.title) ? LANE_NAME_GAP : 0);
    const [heads, far] = [this.inset + gutter, FIGURE_INSET];
    this.start = options.gutterRight ? far : heads;
    this.end = width - (options.gutterRight ? Math.max(far, heads) : far);
    this.lanes = projectLanes(index, scale, options.markSize);
    this.events = mergedLane(index, scale, options.markSize);
    const count = Math.max(1, this.lanes.length);
    this.pitch = Math.max(
      LANE_PITCH_MIN,
      Math.min(height < TALL_FIGURE_HEIGHT ? LANE_PITCH : LANE_PITCH_TALL, (height - LANES_TOP - AXIS_SPACE) / count),
    );
    this.axisY = Math.max(height - AXIS_SPACE, LANES_TOP + count * this.pitch);
    const make = labelMaker({ locale, measure, sources: "none" });
    this.label = (at, widest) =>
      make(this.events.all.event(at), {
        title: generousWidth(widest, 400, measure),
        lines: 1,
        short: true,
        bare: true,
        weight: 400,
      });
  }

  filtered(timeline: Timeline, index: EventIndex): CompactFigure {
    return new CompactFigure(timeline, index, this.scale, this.options);
  }

  layout(view: View, overscan = 0): CompactLayout {
    const viewport = this.viewport(view.from, view.to);
    const wide = withOverscan(viewport, overscan, this.scale.domain);
    const found = this.labels(view, viewport);
    const { timeline, scale } = this;
    const labelled = this.lanes.map(() => new Set<number>());
    for (const { at } of found) {
      const [lane, position] = positionInLane(this.events, this.lanes, at);
      labelled[lane]?.add(position);
    }
    const { width, height = 160, locale, now } = this.options;
    const nowAt = now === undefined ? undefined : scale.position(now);
    const counts = [counted(locale, locale.figure.events, timeline.events.length)];
    if (timeline.sources.length > 0) counts.push(counted(locale, locale.figure.sources, timeline.sources.length));
    const count = counts.reduce((some, more) => fill(locale.figure.listComma, some, more));
    return {
      orientation: "compact",
      width,
      height: Math.max(height, this.axisY + AXIS_SPACE),
      start: this.start,
      end: this.end,
      boxes: this.boxes(),
      laneLayouts: this.lanes.map((lane, i) =>
        compactItems(lane, labelled[i] as ReadonlySet<number>, wide, this.pitch, viewport),
      ),
      labels: found.map(({ label }) => label),
      labelsTop: LABELS_TOP,
      count,
      inset: this.inset,
      gutterRight: this.options.gutterRight,
      title: this.title(count),
      eras: [],
      axis: this.axis(viewport, wide),
      axisY: this.axisY,
      scaleType: scale.type,
      lanesFrom: LANES_TOP - this.pitch / 2,
      lanesTo: this.axisY,
      now: nowAt !== undefined && nowAt >= wide.from && nowAt <= wide.to ? viewport.px(nowAt) : undefined,
      relationLines: [],
      drawn: [viewport.px(wide.from), viewport.px(wide.to)],
      shift: 0,
    };
  }

  /** The title, cut to the width that the count leaves. */
  private title(count: string): string | undefined {
    const { width, measure } = this.options;
    const room = width - 2 * this.inset - measure(count, SMALL_SIZE, 400) - TITLE_COUNT_GAP;
    return wrapText(this.timeline.title ?? "", room, 1, { size: TITLE_SIZE, weight: 600, measure }).lines[0];
  }

  /** Pans the layout; labels stay those of the view that it was laid out for. */
  translate(layout: CompactLayout, laidFor: View, overscan: number, view: View): CompactLayout {
    const laid = this.viewport(laidFor.from, laidFor.to);
    const window = { ...laid, from: view.from, to: view.to };
    return {
      ...layout,
      shift: this.start - laid.px(view.from),
      laneLayouts: layout.laneLayouts.map((frame, i) => ({
        ...frame,
        ...hiddenCounts(this.lanes[i] as ProjectedLane, window),
      })),
      axis: this.axis(window, withOverscan(laid, overscan, this.scale.domain)),
    };
  }

  private axis(window: Viewport, wide: Viewport): CompactLayout["axis"] {
    const { locale, measure } = this.options;
    return this.wideAxis({ ...window, scale: this.scale, locale, measure, vertical: false, oneRow: "instead" }, wide);
  }

  private viewport(from: number, to: number): Viewport {
    return viewportOf(this.scale, from, to, this.start, this.end - this.start);
  }

  /** The most important events in view that fit beside each other. */
  private labels(view: View, viewport: Viewport): CompactPlaced[] {
    return LABEL_WIDTHS.reduce<CompactPlaced[]>((best, widest) => {
      const found = best.length === COMPACT_LABELS_MAX ? best : this.labelsOf(view, viewport, widest);
      return found.length > best.length ? found : best;
    }, []);
  }

  private labelsOf(view: View, { px, scale }: Viewport, widest: number): CompactPlaced[] {
    const { all } = this.events;
    const found = all.mostImportant(view.from, view.to, COMPACT_CANDIDATES_MAX).map((at) => {
      const content = this.label(at, widest);
      const size = { width: content.width, height: LABEL_HEIGHT, cost: 0 };
      const position = px(all.start[at] as number) + all.leaderOffset(at, scale);
      return { at, content, position, length: 0, mark: 0, wish: 1, form: () => size };
    });
    const contents = new Map(found.map(({ at, content }) => [at, content]));
    const max = this.options.gutterRight ? this.end : this.options.width - this.inset;
    // Places are px already, so what shows at a scale of 1 shows here.
    const placed = placeLabels(found, [], {
      tiers: [{ above: false, offset: 0, height: LABEL_HEIGHT }],
      domain: [this.start, max],
      overhang: [0, 0],
      astride: true,
    });
    return placed
      .filter(({ scale: from }) => from <= 1)
      .slice(0, COMPACT_LABELS_MAX)
      .map(({ at, position: leader, slot }): CompactPlaced => {
        const content = contents.get(at) as LabelContent;
        return { at, label: { event: all.event(at), content, leader, flow: slot.left ? "left" : "right" } };
      })
      .sort((a, b) => a.label.leader - b.label.leader);
  }

  private boxes(): LaneBox[] {
    return this.timeline.lanes.map((lane, i) => {
      const line = LANES_TOP + i * this.pitch;
      return {
        lane,
        top: line - this.pitch / 2,
        bottom: line + this.pitch / 2,
        line,
        name: this.names[i] as readonly string[],
        nameWidth: 0,
        count: this.lanes[i]?.size ?? 0,
      };
    });
  }
}

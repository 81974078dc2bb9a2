/** A lane of one row: names over one line of bars and dots, for figures of many lanes. */
import { concurrencyOf, stepsIn } from "../forms/concurrency.js";
import type { Viewport } from "../axis/viewport.js";
import { growTitles } from "../labels/grow-titles.js";
import { keptLabels } from "../labels/kept-labels.js";
import { LABEL_REACH, LabelPlan } from "../labels/label-plan.js";
import type { ContentForm } from "../labels/label-forms.js";
import type { Candidate, PlacedLabel, PlaceOptions, Tier } from "../labels/placed-label.js";
import { type ClusterBox, hiddenCounts, type LaneLayout, markBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP, RUN_IN_LINE } from "../metrics.js";
import { labelBoxes, type PlacedContent } from "./dots-drawing.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";

/** Height of a mark, and of a bar of several, in px. */
const MARK = 6;
const BAR = 5;
/** Shortest bar of several, in px. */
const JOINED_BAR_LEAST = 4;
/** From the line up to a name, and room below it, in px. */
const NAME_OFFSET = 4;
const BELOW = 3;
const ROW: readonly Tier[] = [{ above: true, offset: NAME_OFFSET, height: RUN_IN_LINE }];
/** Width that a name is placed with at most, and widths to which it grows where no other name stands, in px. */
const ROW_NAME_WIDTH = 240;
const ROW_NAME_WIDTHS = [400, 360, 320, 280] as const;
/** Under a filter, names keep their slots that show up to so many times the smallest scale. */
const KEPT_ZOOM = 16;
/** Zoom levels are so many times apart. */
const LEVEL = Math.SQRT2;
/** Windows in which unnamed marks are counted. */
const WINDOWS = 1.5;

export class OneRowLane implements LanePlan {
  readonly above = NAME_OFFSET + RUN_IN_LINE;
  readonly below = BELOW;
  private readonly plan: LabelPlan;
  /** Whether unnamed events are one drawing, by zoom level. */
  private readonly joined = new Map<number, boolean>();

  /** @param kept labels of the lane of all events, where this one is of some of them */
  constructor(
    private readonly request: LanePlanRequest,
    kept: readonly PlacedLabel[] = [],
  ) {
    const { lane, scale, fit, overhang } = request;
    const { start, rank } = lane;
    const options: PlaceOptions = { domain: scale.domain, overhang, tiers: ROW, astride: false };
    this.plan = new LabelPlan({
      events: { position: start, rank },
      fit,
      candidate: (at, wish) => this.candidate(at, wish),
      options,
      placed: keptLabels(kept, options),
      grow: (labels) =>
        growTitles(
          labels as PlacedContent[],
          ({ at, size }) => (size.content.cut ? ROW_NAME_WIDTHS.map((width) => this.name(at, width)) : []),
          options,
        ),
    });
  }

  filtered(lane: ProjectedLane): OneRowLane {
    const { request, plan } = this;
    const all = plan.visible(request.fit * KEPT_ZOOM, ...request.scale.domain);
    const own = new Map(all.map((label) => [request.lane.event(label.at), label]));
    const kept = Array.from({ length: lane.size }, (_, at) => ({ label: own.get(lane.event(at)), at })).flatMap(
      ({ label, at }) => (label ? [{ ...label, at }] : []),
    );
    kept.sort((a, b) => (lane.rank[a.at] as number) - (lane.rank[b.at] as number));
    return new OneRowLane({ ...request, lane }, kept);
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane } = this.request;
    const reach = (LABEL_REACH + LEADER_GAP) / viewport.scale;
    const placed = this.plan.visible(viewport.scale, viewport.from - reach, viewport.to + reach) as PlacedContent[];
    const margin = MARK / viewport.scale;
    const inView = this.touching(viewport.from - margin, viewport.to + margin);
    const named = new Set(placed.map(({ at }) => at));
    const joined = this.isJoined(viewport.scale);
    const drawn = joined ? [...named].filter(inView.holds) : inView.all();
    return {
      lane: lane.lane,
      count: lane.size,
      labels: labelBoxes(placed, { lane, viewport, overhang: this.request.overhang, crowd: undefined }),
      marks: drawn
        .map((at) => ({ ...markBox(lane, at, MARK, viewport), labelled: named.has(at), lineOffset: 0 }))
        .sort((a, b) => a.t0 - b.t0),
      clusters: joined ? this.rest(viewport, named) : [],
      ...hiddenCounts(lane, window),
      stackLevels: 0,
      oneRow: true,
    };
  }

  private touching(from: number, to: number) {
    const { lane } = this.request;
    const [begin, end] = [lane.firstFrom(from), lane.lastTo(to)];
    return {
      holds: (at: number): boolean => (lane.start[at] as number) <= to && (lane.end[at] as number) >= from,
      all: (): number[] => {
        const found = lane.overlapping(from, lane.size);
        for (let at = begin; at < end; at++) found.push(at);
        return found;
      },
    };
  }

  /** Whether so many unnamed events may come into view at a zoom level that they are one drawing. */
  private isJoined(scale: number): boolean {
    const { lane, fit, length, marksMax } = this.request;
    if (lane.size <= marksMax) return false;
    const level = Math.floor(Math.log(scale / fit) / Math.log(LEVEL) + 1e-6);
    let joined = this.joined.get(level);
    if (joined === undefined) {
      const stretch = (WINDOWS * length) / (fit * LEVEL ** level);
      joined = false;
      for (let i = 0, j = 0; i < lane.size && !joined; i++) {
        while ((lane.start[i] as number) - (lane.start[j] as number) > stretch) j++;
        joined = i - j >= marksMax;
      }
      this.joined.set(level, joined);
    }
    return joined;
  }

  /** The drawing of the events in view that have no name. */
  private rest(viewport: Viewport, named: ReadonlySet<number>): ClusterBox[] {
    const { lane } = this.request;
    const { from, to, scale } = viewport;
    const members = this.touching(from, to);
    const all = members.all().filter((at) => !named.has(at));
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined) return [];
    const [x0, x1] = [viewport.px(from), viewport.px(to)];
    const least = JOINED_BAR_LEAST / scale;
    const union = concurrencyOf(
      lane.start,
      lane.end.map((end, at) => Math.max(end, (lane.start[at] as number) + least)),
    );
    const bars: { from: number; to: number; row: number }[] = [];
    let begun: number | undefined;
    for (const [place, count] of [...stepsIn(union, from, to, x1 - x0), [to, 0] as const]) {
      if (count > 0) begun ??= viewport.px(place);
      else if (begun !== undefined) {
        bars.push({ from: begun, to: viewport.px(place), row: 0 });
        begun = undefined;
      }
    }
    return [
      {
        places: lane,
        events: () => all.map((at) => lane.event(at)),
        first: lane.event(first),
        last: lane.event(last),
        count: all.length,
        from: x0,
        to: x1,
        shape: { kind: "thin-bars", top: -BAR / 2, pitch: BAR, height: BAR, bars },
      },
    ];
  }

  private candidate(at: number, wish: number): Candidate {
    const { lane } = this.request;
    let form: ContentForm | undefined;
    return {
      at,
      wish,
      position: lane.start[at] as number,
      length: lane.length(at),
      mark: MARK,
      fork: undefined,
      form: () => (form ??= this.name(at, ROW_NAME_WIDTH)),
    };
  }

  private name(at: number, width: number): ContentForm {
    const content = this.request.make(this.request.lane.event(at), { nameOnly: true, short: true, title: width });
    return { content, width: content.width, height: content.height, cost: content.cut ? 1 - width / 1000 : 0 };
  }
}

/** A lane of one row: names over one line of bars and dots, for figures of many lanes. */
import type { Viewport } from "../axis/viewport.js";
import { growTitles } from "../labels/grow-titles.js";
import { keptLabels } from "../labels/kept-labels.js";
import { GRID_FROM, LABEL_REACH, LabelPlan } from "../labels/label-plan.js";
import type { ContentForm } from "../labels/label-forms.js";
import type { Candidate, PlacedLabel, PlaceOptions, Tier } from "../labels/placed-label.js";
import { type ClusterBox, hiddenCounts, type LaneLayout, markBox } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP, RUN_IN_LINE } from "../metrics.js";
import { labelBoxes, type PlacedContent } from "./dots-drawing.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";
import { ROW_MARK, RowMarks } from "./one-row-marks.js";

/** Height of a bar of several events, in px. */
const BAR = 5;
/** From the line up to a name, and room below it, in px. */
const NAME_OFFSET = 4;
const BELOW = 3;
const ROW: readonly Tier[] = [{ above: true, offset: NAME_OFFSET, height: RUN_IN_LINE }];
/** Width that a name is placed with at most, and widths to which it grows where no other name stands, in px. */
const ROW_NAME_WIDTH = 240;
const ROW_NAME_WIDTHS = [400, 360, 320, 280] as const;
/** Under a filter, names keep their slots that show up to so many times the smallest scale. */
const KEPT_ZOOM = 16;

export class OneRowLane implements LanePlan {
  readonly above = NAME_OFFSET + RUN_IN_LINE;
  readonly below = BELOW;
  private readonly plan: LabelPlan;
  private readonly marks: RowMarks;

  /** @param kept labels of the lane of all events, where this one is of some of them */
  constructor(
    private readonly request: LanePlanRequest,
    kept: readonly PlacedLabel[] = [],
  ) {
    const { lane, scale, fit, overhang } = request;
    const { start, rank } = lane;
    const options: PlaceOptions = { domain: scale.domain, overhang, tiers: ROW, astride: false };
    this.marks = new RowMarks(request);
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
    const { lane, overhang } = this.request;
    const { from, to, scale } = viewport;
    const reach = (LABEL_REACH + LEADER_GAP) / scale;
    const placed = this.plan.visible(scale, from - reach, to + reach) as PlacedContent[];
    const margin = ROW_MARK / scale;
    const inView = this.touching(from - margin, to + margin);
    const named = new Set(placed.map(({ at }) => at));
    const joined = this.marks.joinedAt(scale);
    const isJoined = (at: number): boolean => !named.has(at) && (joined === "all" || joined[at] === 1);
    const partOf = this.marks.parts(this.namedAt(scale, placed), scale);
    const drawn = joined === "all" ? [...named].filter(inView.holds) : inView.all().filter((at) => !isJoined(at));
    return {
      lane: lane.lane,
      count: lane.size,
      labels: labelBoxes(placed, { lane, viewport, overhang, crowd: undefined, room: Number.POSITIVE_INFINITY }),
      marks: drawn
        .map((at) => {
          const { height, lineOffset } = partOf(at);
          return { ...markBox(lane, at, height, viewport), labelled: named.has(at), lineOffset };
        })
        .sort((a, b) => a.t0 - b.t0),
      clusters: this.rest(viewport, isJoined),
      ...hiddenCounts(lane, window),
      oneRow: true,
    };
  }

  /** Named events of the whole lane, so that their marks share the line in one way wherever the window is. */
  private namedAt(scale: number, inView: readonly PlacedLabel[]): number[] {
    const { lane, scale: axis } = this.request;
    const all = lane.size <= GRID_FROM ? this.plan.visible(scale, ...axis.domain) : inView;
    return all.map(({ at }) => at);
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

  /** The drawing of the events in view that have no mark of their own. */
  private rest(viewport: Viewport, isJoined: (at: number) => boolean): ClusterBox[] {
    const { lane } = this.request;
    const { from, to, scale } = viewport;
    const members = this.touching(from, to).all().filter(isJoined);
    const [first, last] = [members[0], members.at(-1)];
    if (first === undefined || last === undefined) return [];
    const [x0, x1] = [viewport.px(from), viewport.px(to)];
    const bars = this.marks.bars(members, scale).map((bar) => ({
      from: Math.max(x0, viewport.px(bar.from)),
      to: Math.min(x1, viewport.px(bar.to)),
      row: 0,
    }));
    return [
      {
        places: lane,
        events: () => members.map((at) => lane.event(at)),
        first: lane.event(first),
        last: lane.event(last),
        count: members.length,
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
      mark: ROW_MARK,
      fork: undefined,
      form: () => (form ??= this.name(at, ROW_NAME_WIDTH)),
    };
  }

  private name(at: number, width: number): ContentForm {
    const content = this.request.make(this.request.lane.event(at), { nameOnly: true, short: true, title: width });
    return { content, width: content.width, height: content.height, cost: content.cut ? 1 - width / 1000 : 0 };
  }
}

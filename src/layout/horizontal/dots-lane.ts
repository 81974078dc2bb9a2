/**
 * A lane of points: dots on its line with labels on both sides. Where dots would touch, a crowd stands above the line.
 */
import { Crowd } from "../forms/crowd.js";
import { type GrownForm, growTitles } from "../labels/grow-titles.js";
import { type ContentForm, LabelForms } from "../labels/label-forms.js";
import { GRID_FROM, LABEL_REACH, LabelPlan } from "../labels/label-plan.js";
import type { Candidate, PlacedLabel, PlaceOptions, Tier } from "../labels/place-labels.js";
import { SEARCHED_MAX, searchSlots } from "../labels/search-slots.js";
import { TEXT_ROW_GAP } from "../labels/slot.js";
import type { Viewport } from "../axis/viewport.js";
import {
  hiddenCounts,
  type LabelBox,
  type LaneLayout,
  type MarkBox,
  markBox,
  markExtent,
} from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import { COUNT_HEIGHT, CrowdMarks } from "./crowd-marks.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";
import {
  CROWD_FOOT,
  dotsTouch,
  ONE_ROW,
  ONE_ROW_BELOW,
  ONE_ROW_MARK,
  CROWD_HEIGHT_MIN,
  CROWD_PART,
  isCrowded,
  laneTiers,
  LEADER_MAX,
  LOW_LANE,
  OVER_CROWD,
} from "./lane-tiers.js";

/** Least room above the line and below it, in px. */
const ROOM_ABOVE = 14;
const ROOM_BELOW = 22;
/** Height of a crowd at most, and of one under many names, in px. */
const CROWD_HEIGHT_MAX = 200;
const CROWD_HEIGHT_LOW = 28;
/** Cost of a headline that ends at its leader line. */
const HEADLINE_LEFT_COST = 14;
type Placed = PlacedLabel<ContentForm>;

export class DotsLane implements LanePlan {
  readonly above: number;
  readonly below: number;
  private readonly plan: LabelPlan;
  /** Slots that were searched for all events at once. */
  readonly fixed: readonly PlacedLabel[] | undefined;
  private readonly tiers: readonly Tier[];
  /** Room above the line, in px. */
  private readonly room: number;
  private readonly crowd: CrowdMarks | undefined;
  private readonly grown: ReadonlyMap<Placed, readonly GrownForm<ContentForm>[]>;
  private readonly forms: LabelForms;
  private readonly runIn: boolean;
  private readonly astride: boolean;
  /** Labels above the line stand over the crowd, not at a fixed distance. */
  private readonly floating: boolean;

  constructor(
    private readonly request: LanePlanRequest,
    /** The plan of all events, where this one is of some of them. */
    private readonly whole?: DotsLane,
  ) {
    const { lane, scale, fit, length, overhang, height } = request;
    const { start, rank, size } = lane;
    const limits = { domain: scale.domain, overhang };
    this.forms = new LabelForms(request.make, request.measure, request.headline);
    this.fixed = whole
      ? whole.keptIn(lane)
      : size > 0 && size <= SEARCHED_MAX && !request.oneRow
        ? this.search(limits)
        : undefined;
    this.astride = whole?.astride ?? (size <= SEARCHED_MAX && !request.oneRow);
    this.floating = whole?.floating ?? (!this.fixed && !request.oneRow && dotsTouch(request));
    this.runIn = whole?.runIn ?? (!this.fixed && (request.oneRow || height < LOW_LANE || isCrowded(request)));
    this.tiers =
      whole?.tiers ?? (this.fixed ? [] : request.oneRow ? ONE_ROW : laneTiers(request, this.runIn, this.floating));
    const room = (above: boolean): number =>
      this.tiers
        .filter((tier) => tier.above === above)
        .reduce((most, tier) => Math.max(most, tier.offset + tier.height), 0);
    this.room = height - Math.max(room(false), ROOM_BELOW);
    const most = this.runIn ? CROWD_HEIGHT_LOW : CROWD_HEIGHT_MAX;
    const budget = Math.max(
      CROWD_HEIGHT_MIN,
      Math.min(most, CROWD_PART * height, this.room - CROWD_FOOT - COUNT_HEIGHT),
    );
    const crowd =
      this.fixed || size === 0 || request.oneRow
        ? undefined
        : new Crowd({ position: start, scale, fit, width: length, budget });
    this.crowd = crowd && new CrowdMarks(lane, crowd);
    const options: PlaceOptions = {
      ...limits,
      tiers: this.tiers,
      astride: this.astride,
      ...(this.floating
        ? {
            blocked: (candidate, slot, form) =>
              this.crowd?.blocks(candidate, slot, form, this.tiers, Math.min(this.room, LEADER_MAX)) ?? false,
          }
        : {}),
    };
    this.plan = new LabelPlan({
      events: { position: start, rank },
      fit,
      candidate: (at, wish) => this.candidate(at, wish),
      options,
      fixed: this.fixed,
    });
    const few =
      size <= GRID_FROM ? (this.plan.visible(Number.POSITIVE_INFINITY, ...scale.domain) as Placed[]) : undefined;
    const byRank = [...(few ?? [])].sort((a, b) => (rank[a.at] as number) - (rank[b.at] as number));
    this.grown = growTitles(
      byRank,
      ({ at, tier, size: own }) =>
        this.forms.fuller(lane.event(at), this.tiers[tier]?.height ?? own.height, this.runIn),
      options,
    );
    const reach = (above: boolean): number =>
      few
        ? few
            .filter(({ slot }) => slot.above === above)
            .reduce((most, { slot, size: own }) => Math.max(most, slot.offset + own.height), 0)
        : room(above);
    this.below = whole?.below ?? (request.oneRow ? ONE_ROW_BELOW : Math.max(ROOM_BELOW, reach(false)));
    const named = this.floating && reach(true) > 0 ? this.room : 0;
    const crowded = crowd
      ? CROWD_FOOT + crowd.heightIn(crowd.form(fit), ...scale.domain) + (this.runIn ? 0 : COUNT_HEIGHT)
      : 0;
    this.above = whole?.above ?? Math.max(ROOM_ABOVE, named, this.floating ? 0 : reach(true), crowded);
  }

  filtered(lane: ProjectedLane): LanePlan {
    return new DotsLane({ ...this.request, lane }, this.whole ?? this);
  }

  /** Searched slots of the events that a lane holds of those of this one. */
  private keptIn(lane: ProjectedLane): readonly PlacedLabel[] | undefined {
    const own = new Map(this.fixed?.map((label) => [this.request.lane.event(label.at), label]));
    return (
      this.fixed && Array.from({ length: lane.size }, (_, at) => ({ ...(own.get(lane.event(at)) as PlacedLabel), at }))
    );
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane } = this.request;
    const reach = (LABEL_REACH + LEADER_GAP) / viewport.scale;
    const placed = this.plan.visible(viewport.scale, viewport.from - reach, viewport.to + reach) as Placed[];
    const named = this.namedMarks(placed, viewport);
    const { dots, clusters } = this.request.oneRow
      ? { dots: this.others(placed, viewport), clusters: [] }
      : (this.crowd?.layOut(placed, viewport) ?? { dots: [], clusters: [] });
    return {
      lane: lane.lane,
      count: lane.size,
      labels: this.labels(placed, viewport),
      marks: [...named, ...dots].sort((a, b) => a.t0 - b.t0),
      clusters,
      ...hiddenCounts(lane, window),
      stackLevels: 0,
    };
  }

  private search(limits: Pick<PlaceOptions, "domain" | "overhang">): readonly PlacedLabel[] | undefined {
    const { lane, fit, leader, height } = this.request;
    const items = Array.from({ length: lane.size }, (_, at) => ({
      ...this.candidate(at, fit),
      forms: this.forms.roomy(lane.event(at)),
      ...(lane.event(at) === this.request.headline ? { leftCost: HEADLINE_LEFT_COST } : {}),
    }));
    const found = searchSlots(items, fit, limits, { leader, height });
    return found?.map(({ slot, size }, i) => ({
      ...(items[i] as (typeof items)[number]),
      slot,
      size,
      box: { ...slot, width: size.width, height: size.height },
      tier: slot.offset,
      scale: fit,
    }));
  }

  private markHeight(at: number): number {
    return this.request.oneRow ? ONE_ROW_MARK : this.request.lane.height(at);
  }

  private candidate(at: number, wish: number): Candidate {
    const { lane, scale } = this.request;
    const event = lane.event(at);
    const compact = new Map<number, ContentForm | undefined>();
    const claimed = event.claims.flatMap(({ date }) =>
      date.span ? [scale.position(date.span.start), scale.position(date.span.end)] : [],
    );
    return {
      at,
      wish,
      position: lane.start[at] as number,
      length: lane.length(at),
      mark: this.markHeight(at),
      fork: claimed.length > 0 ? [Math.min(...claimed), Math.max(...claimed)] : undefined,
      form: (height) => {
        if (!compact.has(height)) compact.set(height, this.forms.compact(event, height, this.runIn));
        return compact.get(height);
      },
    };
  }

  private labels(placed: readonly Placed[], viewport: Viewport): LabelBox[] {
    const { lane, overhang } = this.request;
    const [from, to] = [viewport.px(viewport.from) - overhang[0], viewport.px(viewport.to) + overhang[1]];
    const boxes: LabelBox[] = [];
    const tops: { readonly left: number; readonly right: number; readonly tier: number; readonly far: number }[] = [];
    // Nearer tiers first: what stands deeper keeps clear of them.
    for (const label of [...placed].sort((a, b) => a.slot.offset - b.slot.offset)) {
      const { at, slot, tier, position } = label;
      const leader = viewport.px(position) + lane.leaderOffset(at, viewport.scale);
      const extent = (width: number): readonly [number, number] =>
        slot.left ? [leader - LEADER_GAP - width, leader] : [leader, leader + LEADER_GAP + width];
      const fits = ({ width }: ContentForm): boolean => extent(width)[0] >= from && extent(width)[1] <= to;
      // Of the forms that have room at this scale, the fullest that the window does not cut.
      const grown = this.grown.get(label)?.find(({ scale, size }) => scale <= viewport.scale && fits(size));
      const { content } = grown?.size ?? label.size;
      const [left, right] = extent(content.width);
      let { offset } = slot;
      if (this.floating && slot.above) {
        const crowdHeight =
          this.crowd?.heightIn(
            label.position - (leader - left) / viewport.scale,
            label.position + (right - leader) / viewport.scale,
            viewport.scale,
          ) ?? 0;
        offset = CROWD_FOOT + crowdHeight + OVER_CROWD;
        for (const other of tops) {
          if (other.tier !== tier && other.left < right && left < other.right)
            offset = Math.max(offset, other.far + TEXT_ROW_GAP);
        }
        tops.push({ left, right, tier, far: offset + content.height });
      }
      if (left < from || right > to) continue;
      boxes.push({
        event: lane.event(at),
        content,
        leader,
        row: tier,
        offset,
        side: slot.above ? "above" : "below",
        flow: slot.left ? "left" : "right",
      });
    }
    return boxes.sort((a, b) => a.leader - b.leader);
  }

  /** Marks of named events; where two touch, each sits on the side of its label. */
  private namedMarks(placed: readonly PlacedLabel[], viewport: Viewport): MarkBox[] {
    const { lane } = this.request;
    const extents = placed.map(({ at }) => markExtent(lane, at, this.markHeight(at), viewport));
    const [from, to] = [viewport.px(viewport.from), viewport.px(viewport.to)];
    return placed.flatMap((label, i): MarkBox[] => {
      const [t0, t1] = extents[i] as [number, number];
      if (t1 < from - lane.height(label.at) || t0 > to + lane.height(label.at)) return [];
      const touches =
        this.astride &&
        placed.some((other, j) => {
          const [a, b] = extents[j] as [number, number];
          return other.slot.above !== label.slot.above && a < t1 + 1 && t0 < b + 1;
        });
      const half = this.markHeight(label.at) / 2 + 0.5;
      const box = markBox(lane, label.at, this.markHeight(label.at), viewport);
      return [
        {
          ...box,
          labelled: true,
          lineOffset: touches ? (label.slot.above ? -half : half) : 0,
          forkBelow: label.slot.above,
        },
      ];
    });
  }

  /** Every unnamed event at its own extent. */
  private others(placed: readonly PlacedLabel[], viewport: Viewport): MarkBox[] {
    const { lane } = this.request;
    const found: MarkBox[] = [];
    const named = new Set(placed.map(({ at }) => at));
    const [from, to] = [viewport.px(viewport.from), viewport.px(viewport.to)];
    for (let at = 0; at < lane.size; at++) {
      if (named.has(at)) continue;
      const box = markBox(lane, at, ONE_ROW_MARK, viewport);
      if (box.t1 >= from - ONE_ROW_MARK && box.t0 <= to + ONE_ROW_MARK) found.push({ ...box, lineOffset: 0 });
    }
    return found;
  }
}

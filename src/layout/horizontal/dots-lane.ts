/**
 * A lane of points: dots on its line with labels on both sides. Where dots would touch, a crowd stands above the line. A few
 * events have their labels placed by search, all at once.
 */
import type { Viewport } from "../axis/viewport.js";
import { createCrowd } from "../forms/crowd.js";
import { growTitles } from "../labels/grow-titles.js";
import { keptLabels } from "../labels/kept-labels.js";
import { LabelForms } from "../labels/label-forms.js";
import { GRID_FROM, LABEL_REACH, LabelPlan } from "../labels/label-plan.js";
import type { Candidate, LabelForm, PlacedLabel, PlaceOptions, Tier } from "../labels/placed-label.js";
import { SEARCHED_MAX, type SearchLimits } from "../labels/search-slots.js";
import type { Slot } from "../labels/slot.js";
import type { PlacedEvent } from "../../model/timeline.js";
import { hiddenCounts, type LaneLayout } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { LEADER_GAP } from "../metrics.js";
import { type CrowdMarks, crowdMarks } from "./crowd-marks.js";
import { type DotsDrawing, labelBoxes, lineMarks, type PlacedContent } from "./dots-drawing.js";
import { FewLabels } from "./few-labels.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";
import { blockTiers, dotsStyle, type DotsStyle, roomOver } from "./lane-tiers.js";

/** Least room above the line and below it, in px. */
const ROOM_ABOVE = 14;
const ROOM_BELOW = 22;
/** Events that began long before the window and go on in it, of which labels are looked for. */
const LASTING_MAX = 32;
/** In a crowd under a filter, labels keep their slots that show up to so many times the smallest scale. */
const KEPT_ZOOM = 16;

/** What is decided for all events of a lane and stays when a filter leaves some. */
interface Decided {
  readonly style: DotsStyle;
  readonly forms: LabelForms;
  readonly above?: number;
  readonly below?: number;
  /** Whether only the rows are asked for that labels take when everything fits. */
  readonly isTrial?: boolean;
  /** Of a lane of few events. */
  readonly few?: FewLabels;
  /** Whether marks without a label sit above the line, where they would touch others. */
  readonly bare?: ReadonlyMap<PlacedEvent, boolean>;
}

/** A lane of few events on its line, or a crowd. */
export function dotsLane(request: LanePlanRequest): DotsLane {
  const { lane, fit, counted, height } = request;
  const forms = new LabelForms(request.make, request.measure, request.headline);
  if (lane.size === 0 || lane.size > SEARCHED_MAX || counted) return crowdLane(request, forms);
  const candidates = Array.from({ length: lane.size }, (_, at) => candidateOf(request, forms, false, at, fit));
  const few = new FewLabels(request, forms, candidates);
  return fewLane(request, forms, few, { height }) ?? crowdLane(request, forms);
}

function fewLane(
  request: LanePlanRequest,
  forms: LabelForms,
  few: FewLabels,
  limits: SearchLimits,
): DotsLane | undefined {
  const placed = few.place(limits);
  if (!placed) return undefined;
  const { labels, bare } = placed;
  const above = Math.max(ROOM_ABOVE, reachOf(labels, true));
  const below = Math.max(ROOM_BELOW, reachOf(labels, false));
  const { leader } = request;
  const style = {
    tiers: blockTiers(above, below),
    runIn: false,
    astride: true,
    floating: false,
    leader,
    crowd: 0,
    room: above,
  };
  return new DotsLane(request, { style, forms, above, below, few, bare }, labels);
}

function crowdLane(request: LanePlanRequest, forms: LabelForms): DotsLane {
  const style = dotsStyle(request);
  const lane = new DotsLane(request, { style, forms, isTrial: true });
  // The lane is as high as everything needs when it fits; what shows later finds room there.
  const used = new Set(lane.visibleAt(request.fit).map(({ tier }) => style.tiers[tier]));
  const tiers = style.tiers.filter((tier) => used.has(tier));
  return new DotsLane(request, {
    style: { ...style, tiers, crowd: Math.min(style.crowd, lane.crowdHeight), room: Math.min(style.room, lane.above) },
    forms,
  });
}

function candidateOf(
  { lane, scale }: LanePlanRequest,
  forms: LabelForms,
  runIn: boolean,
  at: number,
  wish: number,
): Candidate {
  const event = lane.event(at);
  const claimed = event.claims.flatMap(({ date }) =>
    date.span ? [scale.position(date.span.start), scale.position(date.span.end)] : [],
  );
  return {
    at,
    wish,
    position: lane.start[at] as number,
    length: lane.length(at),
    mark: lane.height(at),
    fork: claimed.length > 0 ? [Math.min(...claimed), Math.max(...claimed)] : undefined,
    form: (height) => forms.compact(event, height, runIn),
  };
}

/** How far labels reach from the line on one side, in px. */
function reachOf(labels: readonly PlacedLabel[], above: boolean): number {
  return labels
    .filter(({ slot }) => slot.above === above)
    .reduce((most, { slot, size }) => Math.max(most, slot.offset + size.height), 0);
}

export class DotsLane implements LanePlan {
  readonly above: number;
  readonly below: number;
  /** Whether the labels of its few events were placed all at once. */
  readonly isSearched: boolean;
  /** Of its crowd when everything fits, in px. */
  readonly crowdHeight: number;
  private readonly plan: LabelPlan;
  private readonly crowd: CrowdMarks | undefined;

  constructor(
    private readonly request: LanePlanRequest,
    private readonly decided: Decided,
    /** Labels that have their slots already. */
    placed: readonly PlacedLabel[] = [],
    filtered = false,
  ) {
    const { lane, scale, fit, length, overhang } = request;
    const { style, forms } = decided;
    const { start, rank, size } = lane;
    this.isSearched = decided.few !== undefined;
    const crowd =
      size > 0 && style.crowd > 0
        ? createCrowd({ position: start, scale, fit, width: length, budget: style.crowd, counted: request.counted })
        : undefined;
    this.crowd = crowd && crowdMarks(lane, crowd, !request.counted && (size <= SEARCHED_MAX || !style.floating));
    this.crowdHeight = crowd?.heightIn(crowd.form(fit), ...scale.domain) ?? 0;
    const options: PlaceOptions = {
      domain: scale.domain,
      overhang,
      tiers: style.tiers,
      astride: style.astride,
      blocked: (candidate) => this.blocksFor(candidate),
    };
    const reach = (above: boolean): number =>
      style.tiers.reduce((most, tier) => (tier.above === above ? Math.max(most, tier.offset + tier.height) : most), 0);
    /** From a label's line of slots to the edge of the lane: a title may take what nothing else does. */
    const roomOf = ({ slot: { above, offset }, tier }: PlacedContent): number =>
      // Over a crowd, a higher label would lift those that stand over it.
      above && style.floating && !decided.few
        ? (style.tiers[tier] as Tier).height
        : ((above ? decided.above : decided.below) ?? reach(above)) - offset;
    this.plan = new LabelPlan({
      events: { position: start, rank },
      fit,
      candidate: (at, wish) => candidateOf(request, forms, style.runIn, at, wish),
      options,
      lasting: (place) => lane.overlapping(place, LASTING_MAX),
      placed: filtered ? keptLabels(placed, options) : placed,
      grow:
        size <= GRID_FROM && !decided.isTrial
          ? (labels, until) =>
              growTitles(
                labels as PlacedContent[],
                (label) => forms.fuller(lane.event(label.at), roomOf(label), style.runIn),
                options,
                until,
              )
          : undefined,
    });
    this.below = decided.below ?? Math.max(ROOM_BELOW, reach(false));
    const top = reach(true);
    const crowdTop = this.crowd?.heightIn(...scale.domain, fit) ?? 0;
    const over = style.floating
      ? Math.min(style.room, top > 0 ? roomOver(crowdTop, 0, top) : roomOver(crowdTop, 0, 0))
      : top;
    this.above = decided.above ?? Math.max(ROOM_ABOVE, over);
  }

  /** Slots that an event cannot have: a crowd stands there, or its mark sits on the other side of the line. */
  private blocksFor(candidate: Candidate): ((slot: Slot, form: LabelForm) => boolean) | undefined {
    const { style, bare } = this.decided;
    if (style.floating && this.crowd) return this.crowd.blocksFor(candidate, style);
    const above = bare?.get(this.request.lane.event(candidate.at));
    return above === undefined ? undefined : (slot) => above !== slot.above;
  }

  get nameCount(): number {
    return this.visibleAt(this.request.fit).length;
  }

  get unsaid(): number {
    return this.visibleAt(this.request.fit).reduce((sum, { size }) => sum + size.cost, 0);
  }

  refit(height: number, price: number): LanePlan | undefined {
    const { few, forms } = this.decided;
    if (!few) return undefined;
    return fewLane(this.request, forms, few, { height, price }) ?? crowdLane({ ...this.request, height }, forms);
  }

  filtered(lane: ProjectedLane): DotsLane {
    const { request, decided, above, below } = this;
    const { fit, scale } = request;
    const until = request.lane.size <= GRID_FROM ? Number.POSITIVE_INFINITY : fit * KEPT_ZOOM;
    const placed = lane.heldOf(request.lane, this.plan.visible(until, ...scale.domain));
    placed.sort((a, b) => (lane.rank[a.at] as number) - (lane.rank[b.at] as number));
    return new DotsLane({ ...request, lane }, { ...decided, above, below }, placed, true);
  }

  /** Labels that show at a scale. */
  visibleAt(scale: number): PlacedLabel[] {
    return this.plan.visible(scale, ...this.request.scale.domain);
  }

  /** Labels of events that begin before a place and go on in view: in a crowd, a mark is drawn with its label. */
  private labelledBefore(place: number, view: number, scale: number): PlacedLabel[] {
    const { lane } = this.request;
    return lane.overlapping(view, LASTING_MAX).flatMap((at) => {
      const start = lane.start[at] as number;
      return start < place ? this.plan.visible(scale, start, start).filter((label) => label.at === at) : [];
    });
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane, overhang } = this.request;
    const { style, bare } = this.decided;
    const reach = (LABEL_REACH + LEADER_GAP) / viewport.scale;
    const from = viewport.from - reach;
    const placed = [
      ...this.labelledBefore(from, viewport.from, viewport.scale),
      ...this.plan.visible(viewport.scale, from, viewport.to + reach),
    ] as PlacedContent[];
    const drawing: DotsDrawing = {
      lane,
      viewport,
      overhang,
      crowd: style.floating ? this.crowd : undefined,
      packed: this.decided.few === undefined,
      room: Math.min(this.above, style.leader),
    };
    const crowd = this.crowd?.layOut(placed, viewport);
    // A mark keeps its side where the label of it or of one that it touches is out of view.
    const slots = crowd ? placed : this.visibleAt(viewport.scale);
    const sides = new Map<number, boolean | undefined>(slots.map(({ at, slot }) => [at, slot.above]));
    for (let at = 0; at < (crowd ? 0 : lane.size); at++) {
      if (!sides.has(at)) sides.set(at, bare?.get(lane.event(at)));
    }
    const named = new Set(placed.map(({ at }) => at));
    const marks = lineMarks(sides, named, drawing, (at) => lane.height(at), style.astride);
    return {
      lane: lane.lane,
      count: lane.size,
      labels: labelBoxes(placed, drawing),
      marks: [...marks, ...(crowd?.dots ?? [])].sort((a, b) => a.t0 - b.t0),
      clusters: crowd?.clusters ?? [],
      ...hiddenCounts(lane, window),
    };
  }
}

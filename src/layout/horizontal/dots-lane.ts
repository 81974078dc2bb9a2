/**
 * A lane of points: dots on its line with labels on both sides. Where dots would touch, those without a label stand above
 * the line, in piles or bars of counts.
 */
import { firstIndex } from "../../base/bisect.js";
import type { BarsShape } from "../forms/crowd-shape.js";
import { Crowd, type CrowdColumn, type CrowdForm } from "../forms/crowd.js";
import { type GrownForm, growTitles } from "../labels/grow-titles.js";
import { type ContentForm, LabelForms } from "../labels/label-forms.js";
import { GRID_FROM, LABEL_REACH, LabelPlan } from "../labels/label-plan.js";
import { type Candidate, type LabelForm, type PlacedLabel, type PlaceOptions, type Tier } from "../labels/place-labels.js";
import { SEARCHED_MAX, searchSlots } from "../labels/search-slots.js";
import { CLOSE_ROW_GAP, type Slot, TEXT_ROW_GAP } from "../labels/slot.js";
import type { Viewport } from "../axis/viewport.js";
import { type ClusterBox, hiddenCounts, type LabelBox, type LaneLayout, type MarkBox, markBox, markExtent } from "../marks/lane-layout.js";
import type { ProjectedLane } from "../marks/projected-lane.js";
import { DATE_LINE, LEADER_GAP, RUN_IN_LINE, TITLE_LINE } from "../metrics.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";

/** From the lane line to the near edge of the first row of text, below it and above, and to that over a crowd, in px. */
const FIRST_OFFSET = 8;
/** From the lane line to the foot of a crowd, and from its top to a label over it, in px. */
export const CROWD_FOOT = 9;
const OVER_CROWD = 8;
/** Least room above the line and below it, in px. */
const ROOM_ABOVE = 14;
const ROOM_BELOW = 22;
/** Part of a lane's height that a crowd takes at most, and its height in px. */
const CROWD_PART = 0.4;
const CROWD_HEIGHT_MAX = 200;
const CROWD_HEIGHT_MIN = 8;
/** Of a crowd under many names, in px. */
const CROWD_HEIGHT_LOW = 28;
/** Diameter of an unnamed dot on the line, in px. */
const DOT = 5.5;
/** Nearer than this, dots would touch, in px. */
const TOUCHING = 7;
/** Heights of the rows of text on one side, from the line outwards; a lane that is alone may have a third. */
const BLOCK_ROW = DATE_LINE + 2 * TITLE_LINE;
const BLOCK_ROWS = [BLOCK_ROW, BLOCK_ROW];
const BLOCK_ROWS_ALONE = [BLOCK_ROW, BLOCK_ROW, DATE_LINE + TITLE_LINE];
/** In a lower lane, in px, date and title share a line. */
const LOW_LANE = 130;
const LOW_ROWS = [RUN_IN_LINE, RUN_IN_LINE, RUN_IN_LINE];
/** Rows where more events than these hold want a name. */
const RUN_IN_ROWS = [2 * RUN_IN_LINE, 2 * RUN_IN_LINE, 2 * RUN_IN_LINE, 2 * RUN_IN_LINE];
/** Width of a usual label with the space beside it, in px. */
const LABEL_PITCH = 170;
/** A lane whose leader lines may be longer is alone, in px. */
const LEADER_LONG = 120;
/** More height than this makes no more rows, in px. */
const LANE_HEIGHT_MAX = 600;
const LEADER_MAX = 150;
const LEADER_USUAL = 108;
/** Cost of a headline that ends at its leader line. */
const HEADLINE_LEFT_COST = 14;
/** The one row of a low lane: its names, its marks and what is left below, in px. */
const ONE_ROW: readonly Tier[] = [{ above: true, offset: 4, height: RUN_IN_LINE }];
const ONE_ROW_MARK = 6;
const ONE_ROW_BELOW = 3;
/** Zoom levels that a label is looked ahead over. */
const BLOCKED_LEVELS = 40;

type Placed = PlacedLabel<ContentForm>;

export class DotsLane implements LanePlan {
  readonly above: number;
  readonly below: number;
  private readonly plan: LabelPlan;
  /** Slots that were searched for all events at once. */
  private readonly fixed: readonly PlacedLabel[] | undefined;
  private readonly tiers: readonly Tier[];
  /** Room above the line, in px. */
  private readonly room: number;
  private readonly crowd: Crowd | undefined;
  private readonly grown: ReadonlyMap<Placed, readonly GrownForm<ContentForm>[]>;
  private readonly forms: LabelForms;
  private readonly runIn: boolean;
  private readonly astride: boolean;
  /** Labels above the line stand over the crowd, not at a fixed distance. */
  private readonly floating: boolean;

  /** @param whole the plan of all events of the lane, where this one is of some of them */
  constructor(
    private readonly request: LanePlanRequest,
    private readonly whole?: DotsLane,
  ) {
    const { lane, scale, fit, length, overhang, height } = request;
    const { start, rank, size } = lane;
    const limits = { domain: scale.domain, overhang };
    this.forms = new LabelForms(request.make, request.measure, request.headline);
    this.fixed = whole ? whole.keptIn(lane) : size > 0 && size <= SEARCHED_MAX && !request.oneRow ? this.search(limits) : undefined;
    this.astride = whole?.astride ?? (size <= SEARCHED_MAX && !request.oneRow);
    this.floating = whole?.floating ?? (!this.fixed && !request.oneRow && this.dotsTouch());
    this.runIn = whole?.runIn ?? (!this.fixed && (request.oneRow || height < LOW_LANE || this.isCrowded()));
    this.tiers = whole?.tiers ?? (this.fixed ? [] : request.oneRow ? ONE_ROW : this.tiersFor());
    const room = (above: boolean): number =>
      this.tiers.filter((tier) => tier.above === above).reduce((most, tier) => Math.max(most, tier.offset + tier.height), 0);
    this.room = height - Math.max(room(false), ROOM_BELOW);
    const most = this.runIn ? CROWD_HEIGHT_LOW : CROWD_HEIGHT_MAX;
    const budget = Math.max(CROWD_HEIGHT_MIN, Math.min(most, CROWD_PART * height, this.room - CROWD_FOOT - COUNT_HEIGHT));
    this.crowd = this.fixed || size === 0 || request.oneRow ? undefined : new Crowd({ position: start, scale, fit, width: length, budget });
    const options: PlaceOptions = {
      ...limits,
      tiers: this.tiers,
      astride: this.astride,
      ...(this.floating ? { blocked: (candidate, slot, form) => this.isBlocked(candidate, slot, form) } : {}),
    };
    this.plan = new LabelPlan({
      events: { position: start, rank },
      fit,
      candidate: (at, wish) => this.candidate(at, wish),
      options,
      fixed: this.fixed,
    });
    const few = size <= GRID_FROM ? (this.plan.visible(Number.POSITIVE_INFINITY, ...scale.domain) as Placed[]) : undefined;
    const byRank = [...(few ?? [])].sort((a, b) => (rank[a.at] as number) - (rank[b.at] as number));
    this.grown = growTitles(
      byRank,
      ({ at, tier, size: own }) => this.forms.fuller(lane.event(at), this.tiers[tier]?.height ?? own.height, this.runIn),
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
    const crowded = this.crowd && size > 0 ? CROWD_FOOT + this.crowdHeight() + (this.runIn ? 0 : COUNT_HEIGHT) : 0;
    this.above = whole?.above ?? Math.max(ROOM_ABOVE, named, this.floating ? 0 : reach(true), crowded);
  }

  /** Whether all of its events have a name that was found by search. */
  get isSearched(): boolean {
    return this.fixed !== undefined;
  }

  filtered(lane: ProjectedLane): LanePlan {
    return new DotsLane({ ...this.request, lane }, this.whole ?? this);
  }

  /** Searched slots of the events that a lane holds of those of this one. */
  private keptIn(lane: ProjectedLane): readonly PlacedLabel[] | undefined {
    const own = new Map(this.fixed?.map((label) => [this.request.lane.event(label.at), label]));
    return (
      this.fixed &&
      Array.from({ length: lane.size }, (_, at) => ({ ...(own.get(lane.event(at)) as PlacedLabel), at }))
    );
  }

  layOut(viewport: Viewport, window: Pick<Viewport, "from" | "to">): LaneLayout {
    const { lane } = this.request;
    const reach = (LABEL_REACH + LEADER_GAP) / viewport.scale;
    const placed = this.plan.visible(viewport.scale, viewport.from - reach, viewport.to + reach) as Placed[];
    const named = this.namedMarks(placed, viewport);
    const { dots, clusters } = this.unnamed(placed, viewport);
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
    return found?.map(({ slot, size }, i) => ({ ...(items[i] as (typeof items)[number]), slot, size, box: { ...slot, width: size.width, height: size.height }, tier: slot.offset, scale: fit }));
  }

  private markHeight(at: number): number {
    return this.request.oneRow ? ONE_ROW_MARK : this.request.lane.height(at);
  }

  private candidate(at: number, wish: number): Candidate {
    const { lane, scale } = this.request;
    const event = lane.event(at);
    const compact = new Map<number, ContentForm | undefined>();
    const claimed = event.claims.flatMap(({ date }) => (date.span ? [scale.position(date.span.start), scale.position(date.span.end)] : []));
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

  /** Whether two dots are nearer than they are wide when everything fits. */
  private dotsTouch(): boolean {
    const { lane, fit } = this.request;
    const { start, size } = lane;
    for (let at = 1; at < size; at++) {
      if (((start[at] as number) - (start[at - 1] as number)) * fit < TOUCHING) return true;
    }
    return false;
  }

  /** Whether more events want a name than rows of date over title hold; a crowd names only the first of each cell. */
  private isCrowded(): boolean {
    const { lane, length, leader } = this.request;
    const rows = 2 * (leader > LEADER_LONG ? BLOCK_ROWS_ALONE : BLOCK_ROWS).length;
    return lane.size <= GRID_FROM && lane.size > (rows * length) / LABEL_PITCH;
  }

  private tiersFor(): Tier[] {
    const { leader } = this.request;
    const height = Math.min(this.request.height, LANE_HEIGHT_MAX);
    const low = height < LOW_LANE;
    const heights = low ? LOW_ROWS : this.runIn ? RUN_IN_ROWS : leader > LEADER_LONG ? BLOCK_ROWS_ALONE : BLOCK_ROWS;
    const gap = this.runIn ? CLOSE_ROW_GAP : TEXT_ROW_GAP;
    const longest = leader > LEADER_LONG ? LEADER_MAX : LEADER_USUAL;
    const side = (above: boolean, room: number): Tier[] => {
      const tiers: Tier[] = [];
      let offset = FIRST_OFFSET;
      for (const row of heights) {
        if (offset + row > Math.min(room, longest)) break;
        tiers.push({ above, offset, height: row });
        offset += row + gap;
      }
      return tiers;
    };
    if (!this.floating) return [...side(false, height / 2), ...side(true, height / 2)];
    // A crowd stands above the line, so labels fill the room below first.
    const crowd = low ? CROWD_FOOT + CROWD_HEIGHT_MIN : height * CROWD_PART;
    const below = side(false, Math.max(height - crowd, FIRST_OFFSET + (heights[0] as number)));
    const under = below.at(-1);
    const left = height - (under ? under.offset + under.height : 0);
    return [...below, ...side(true, left - CROWD_FOOT - OVER_CROWD)];
  }

  /** Whether a crowd stands, at some zoom level from which the label may appear, where its text would. */
  private isBlocked(candidate: Candidate, slot: Slot, form: LabelForm): boolean {
    const { crowd } = this;
    if (!slot.above || !crowd) return false;
    const nearer = this.tiers.filter(({ above, offset }) => above && offset < slot.offset);
    const free = nearer.reduce((left, tier) => left - tier.height - TEXT_ROW_GAP, Math.min(this.room, LEADER_MAX) - CROWD_FOOT - OVER_CROWD) - form.height;
    if (free < 0) return true;
    // What stands deeper may be lifted by the crowd under its neighbours.
    const width = LEADER_GAP + form.width + (nearer.length > 0 ? LABEL_REACH : 0);
    const reach = (left: boolean): number => (slot.left === left || nearer.length > 0 ? width : LEADER_GAP);
    for (let level = 0; level < BLOCKED_LEVELS; level++) {
      const scale = candidate.wish * 2 ** (level / 2);
      const { position } = candidate;
      const columns = crowd.columns(crowd.form(scale), position - reach(true) / scale, position + reach(false) / scale);
      if (columns.some(({ height }) => height + (height >= COUNTED_MIN * 3 ? COUNT_HEIGHT : 0) > free)) return true;
      // Closer in, there is nothing else.
      if (columns.length <= 1) return false;
    }
    return false;
  }

  /** Height of the crowd between two places, with its counts. */
  private crowdUnder(from: number, to: number, scale: number): number {
    const { crowd } = this;
    if (!crowd) return 0;
    const form = crowd.form(scale);
    const height = crowd.heightIn(form, from - COUNTED_APART / scale, to + COUNTED_APART / scale);
    const said = form.kind === "piles" ? height >= COUNTED_MIN * form.pitch : height >= crowd.budget * PEAK_PART;
    return height + (said ? COUNT_HEIGHT : 0);
  }

  /** Of the crowd when everything fits, in px. */
  private crowdHeight(): number {
    const { scale, fit } = this.request;
    const { crowd } = this;
    return crowd ? crowd.heightIn(crowd.form(fit), ...scale.domain) : 0;
  }

  private labels(placed: readonly Placed[], viewport: Viewport): LabelBox[] {
    const { lane, overhang } = this.request;
    const [from, to] = [viewport.px(viewport.from) - overhang[0], viewport.px(viewport.to) + overhang[1]];
    const boxes: LabelBox[] = [];
    const tops: { readonly left: number; readonly right: number; readonly tier: number; readonly far: number }[] = [];
    // Nearer tiers first: what stands deeper keeps clear of them.
    for (const label of [...placed].sort((a, b) => a.slot.offset - b.slot.offset)) {
      const { at, slot, tier } = label;
      const content = this.grown.get(label)?.find(({ scale }) => scale <= viewport.scale)?.size.content ?? label.size.content;
      const leader = viewport.px(label.position) + lane.leaderOffset(at, viewport.scale);
      const [left, right] = slot.left ? [leader - LEADER_GAP - content.width, leader] : [leader, leader + LEADER_GAP + content.width];
      let { offset } = slot;
      if (this.floating && slot.above) {
        const crowdHeight = this.crowdUnder(label.position - (leader - left) / viewport.scale, label.position + (right - leader) / viewport.scale, viewport.scale);
        offset = CROWD_FOOT + crowdHeight + OVER_CROWD;
        for (const other of tops) {
          if (other.tier !== tier && other.left < right && left < other.right) offset = Math.max(offset, other.far + TEXT_ROW_GAP);
        }
        tops.push({ left, right, tier, far: offset + content.height });
      }
      if (left < from || right > to) continue;
      boxes.push({ event: lane.event(at), content, leader, row: tier, offset, side: slot.above ? "above" : "below", flow: slot.left ? "left" : "right" });
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
      const touches = this.astride && placed.some((other, j) => {
        const [a, b] = extents[j] as [number, number];
        return other.slot.above !== label.slot.above && a < t1 + 1 && t0 < b + 1;
      });
      const half = this.markHeight(label.at) / 2 + 0.5;
      const box = markBox(lane, label.at, this.markHeight(label.at), viewport);
      return [{ ...box, labelled: true, lineOffset: touches ? (label.slot.above ? -half : half) : 0, forkBelow: label.slot.above }];
    });
  }

  private unnamed(placed: readonly PlacedLabel[], viewport: Viewport): { dots: MarkBox[]; clusters: ClusterBox[] } {
    const { lane } = this.request;
    const { crowd } = this;
    if (this.request.oneRow) return { dots: this.others(placed, viewport), clusters: [] };
    if (!crowd || lane.size === placed.length) return { dots: [], clusters: [] };
    const form = crowd.form(viewport.scale);
    // Drawn otherwise: named ones, and those that stand alone.
    const apart = new Set(placed.map(({ at }) => at));
    const named = new Set(apart);
    const dots: MarkBox[] = [];
    const clusters: ClusterBox[] = [];
    const bars: CrowdColumn[] = [];
    for (const column of crowd.columns(form, viewport.from, viewport.to)) {
      const { first, end } = column;
      let rest = end - first;
      // So many dots do not stand apart in any column.
      const few = rest <= APART_MAX || form.kind === "piles";
      for (let at = first; at < (few ? end : first); at++) {
        if (named.has(at)) rest--;
        else if (crowd.isAlone(form, at, this.distanceToNamed(at, placed))) {
          rest--;
          apart.add(at);
          dots.push(this.dot(at, viewport));
        }
      }
      if (rest === 0) continue;
      if (form.kind === "bars") bars.push(column);
      else clusters.push(this.pile(column, apart, form, viewport));
    }
    if (bars.length > 0) clusters.push(this.barsBox(bars, apart, viewport));
    return { dots, clusters: withCounts(clusters) };
  }

  /** Every unnamed event at its own extent. */
  private others(placed: readonly PlacedLabel[], viewport: Viewport): MarkBox[] {
    const { lane } = this.request;
    const named = new Set(placed.map(({ at }) => at));
    const found: MarkBox[] = [];
    const [from, to] = [viewport.px(viewport.from), viewport.px(viewport.to)];
    for (let at = 0; at < lane.size; at++) {
      if (named.has(at)) continue;
      const box = markBox(lane, at, ONE_ROW_MARK, viewport);
      if (box.t1 >= from - ONE_ROW_MARK && box.t0 <= to + ONE_ROW_MARK) found.push({ ...box, lineOffset: 0 });
    }
    return found;
  }

  /** From an event to the nearest mark of a named one, in units of the axis. */
  private distanceToNamed(at: number, placed: readonly PlacedLabel[]): number {
    const own = this.request.lane.start[at] as number;
    const next = firstIndex(0, placed.length, (i) => (placed[i] as PlacedLabel).position > own);
    const after = placed[next];
    let least = after ? after.position - own : Number.POSITIVE_INFINITY;
    for (let i = next - 1; i >= 0 && i >= next - 4; i--) {
      const { position, length } = placed[i] as PlacedLabel;
      least = Math.min(least, Math.max(0, own - position - length));
    }
    return least;
  }

  private dot(at: number, viewport: Viewport): MarkBox {
    const { lane } = this.request;
    const centre = viewport.px(lane.start[at] as number) + lane.leaderOffset(at, viewport.scale);
    return { ...markBox(lane, at, DOT, viewport), t0: centre - DOT / 2, t1: centre + DOT / 2, lineOffset: 0 };
  }

  private pile(column: CrowdColumn, apart: ReadonlySet<number>, form: CrowdForm & { kind: "piles" }, viewport: Viewport): ClusterBox {
    const members = membersOf(this.request.lane, [column], apart);
    return {
      ...members,
      from: viewport.px(column.from),
      to: viewport.px(column.to),
      shape: { kind: "pile", foot: CROWD_FOOT, pitch: form.pitch, most: form.most, count: members.count, said: false },
    };
  }

  /** The highest bar of the lane, if it is among these. */
  private peakOf(bars: BarsShape["bars"]): BarsShape["peak"] {
    const top = bars.reduce((best, bar) => (bar.height > best.height ? bar : best));
    const isPeak = top.height >= (this.crowd?.budget ?? 0) * PEAK_PART && top.height >= COUNT_HEIGHT;
    return isPeak ? { x: (top.from + top.to) / 2, height: top.height, count: top.count } : undefined;
  }

  private barsBox(columns: readonly CrowdColumn[], apart: ReadonlySet<number>, viewport: Viewport): ClusterBox {
    const bars = columns.map(({ from, to, height, first, end }) => ({ from: viewport.px(from), to: viewport.px(to), height, count: end - first }));
    return {
      ...membersOf(this.request.lane, columns, apart),
      from: bars[0]?.from as number,
      to: bars.at(-1)?.to as number,
      shape: { kind: "bars", foot: CROWD_FOOT, bars, peak: this.peakOf(bars) },
    };
  }
}

/** Piles with so many events say how many, where none within so many px is higher. */
const COUNTED_MIN = 10;
const COUNTED_APART = 24;
/** Height of a count over a crowd, in px. */
export const COUNT_HEIGHT = 16;
/** A bar this much lower than the highest of its lane is no peak, as a part. */
const PEAK_PART = 0.999;

function withCounts(clusters: readonly ClusterBox[]): ClusterBox[] {
  return clusters.map((cluster, i) => {
    const { shape } = cluster;
    if (shape?.kind !== "pile" || shape.count < COUNTED_MIN) return cluster;
    const isHigher = (other: ClusterBox | undefined, first: boolean): boolean =>
      other !== undefined && Math.abs(other.from - cluster.from) < COUNTED_APART && (first ? other.count >= cluster.count : other.count > cluster.count);
    for (let step = 1; step <= COUNTED_APART / 2; step++) {
      if (isHigher(clusters[i - step], true) || isHigher(clusters[i + step], false)) return cluster;
    }
    return { ...cluster, shape: { ...shape, said: true } };
  });
}

/** A column of bars with more events has none that stands alone. */
const APART_MAX = 8;

/** The events of columns that are drawn nowhere else; they are gone through when they are asked for. */
function membersOf(
  lane: ProjectedLane,
  columns: readonly CrowdColumn[],
  apart: ReadonlySet<number>,
): Pick<ClusterBox, "events" | "first" | "last" | "count"> {
  const [begin, finish] = [(columns[0] as CrowdColumn).first, (columns.at(-1) as CrowdColumn).end];
  const total = columns.reduce((sum, { first, end }) => sum + end - first, 0);
  let inside = 0;
  for (const at of apart) {
    if (at < begin || at >= finish) continue;
    const column = columns[firstIndex(0, columns.length, (i) => (columns[i] as CrowdColumn).end > at)] as CrowdColumn;
    if (at >= column.first) inside++;
  }
  let [first, last] = [begin, finish - 1];
  while (apart.has(first)) first++;
  while (apart.has(last)) last--;
  return {
    events: () =>
      columns.flatMap((column) => {
        const events = [];
        for (let at = column.first; at < column.end; at++) if (!apart.has(at)) events.push(lane.event(at));
        return events;
      }),
    first: lane.event(first),
    last: lane.event(last),
    count: total - inside,
  };
}

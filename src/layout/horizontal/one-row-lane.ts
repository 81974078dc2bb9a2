/** A lane of one row: names over one line of bars and dots, for figures of many lanes. */
import type { Viewport } from "../axis/viewport.js";
import { growTitles } from "../labels/grow-titles.js";
import { keptLabels } from "../labels/kept-labels.js";
import { GRID_FROM, LABEL_REACH, LabelPlan } from "../labels/label-plan.js";
import type { ContentForm } from "../labels/label-forms.js";
import type { Candidate, PlacedLabel, PlaceOptions, Tier } from "../labels/placed-label.js";
import { type ClusterBox, hiddenCounts, markBox } from "../marks/lane-layout.js";
import { LEADER_GAP, RUN_IN_LINE } from "../metrics.js";
import { labelBoxes, type PlacedContent } from "./dots-drawing.js";
import type { LanePlan, LanePlanRequest } from "./lane-plan.js";
import { ROW_MARK, rowMarks } from "./one-row-marks.js";

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

/** @param kept labels of the lane of all events, where this one is of some of them */
export function oneRowLane(request: LanePlanRequest, kept: readonly PlacedLabel[] = []): LanePlan {
  const { lane, scale: axis, fit, overhang, make } = request;
  const { start, rank } = lane;
  const options: PlaceOptions = { domain: axis.domain, overhang, tiers: ROW, astride: false };
  const marks = rowMarks(request);

  const nameOf = (at: number, title: number): ContentForm => {
    const content = make(lane.event(at), { nameOnly: true, short: true, title });
    const { width, height, cut } = content;
    return { content, width, height, cost: cut ? 1 - title / 1000 : 0 };
  };

  const candidate = (at: number, wish: number): Candidate => {
    let form: ContentForm | undefined;
    return {
      at,
      wish,
      position: start[at] as number,
      length: lane.length(at),
      mark: ROW_MARK,
      fork: undefined,
      form: () => (form ??= nameOf(at, ROW_NAME_WIDTH)),
    };
  };

  const plan = new LabelPlan({
    events: { position: start, rank },
    fit,
    candidate,
    options,
    placed: keptLabels(kept, options),
    grow: (labels) =>
      growTitles(
        labels as PlacedContent[],
        ({ at, size }) => (size.content.cut ? ROW_NAME_WIDTHS.map((width) => nameOf(at, width)) : []),
        options,
      ),
  });

  /** The drawing of the events in view that have no mark of their own. */
  const restIn = ({ from, to, scale, px }: Viewport, isJoined: (at: number) => boolean): ClusterBox[] => {
    const members = lane.touching(from, to).filter(isJoined);
    const [first, last] = [members[0], members.at(-1)];
    if (first === undefined || last === undefined) return [];
    const [x0, x1] = [px(from), px(to)];
    const bars = marks
      .bars(members, scale)
      .map((bar) => ({ from: Math.max(x0, px(bar.from)), to: Math.min(x1, px(bar.to)), row: 0 }));
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
  };

  return {
    above: NAME_OFFSET + RUN_IN_LINE,
    below: BELOW,
    filtered(part) {
      const own = part.heldOf(lane, plan.visible(fit * KEPT_ZOOM, ...axis.domain));
      own.sort((a, b) => (part.rank[a.at] as number) - (part.rank[b.at] as number));
      return oneRowLane({ ...request, lane: part }, own);
    },
    layOut(viewport, window) {
      const { from, to, scale } = viewport;
      const reach = (LABEL_REACH + LEADER_GAP) / scale;
      const placed = plan.visible(scale, from - reach, to + reach) as PlacedContent[];
      const margin = ROW_MARK / scale;
      const named = new Set(placed.map(({ at }) => at));
      const joined = marks.joinedAt(scale);
      const isJoined = (at: number): boolean => !named.has(at) && (joined === "all" || joined[at] === 1);
      // Named events of the whole lane share the line in one way wherever the window is.
      const sharing = lane.size <= GRID_FROM ? plan.visible(scale, ...axis.domain) : placed;
      const partOf = marks.parts(
        sharing.map(({ at }) => at),
        scale,
      );
      const drawn =
        joined === "all"
          ? [...named].filter((at) => (start[at] as number) <= to + margin && (lane.end[at] as number) >= from - margin)
          : lane.touching(from - margin, to + margin).filter((at) => !isJoined(at));
      return {
        lane: lane.lane,
        count: lane.size,
        labels: labelBoxes(placed, {
          lane,
          viewport,
          overhang,
          crowd: undefined,
          packed: false,
          room: Number.POSITIVE_INFINITY,
        }),
        marks: drawn
          .map((at) => {
            const { height, lineOffset } = partOf(at);
            return { ...markBox(lane, at, height, viewport), labelled: named.has(at), lineOffset };
          })
          .sort((a, b) => a.t0 - b.t0),
        clusters: restIn(viewport, isJoined),
        ...hiddenCounts(lane, window),
        oneRow: true,
      };
    },
  };
}

/** The strip over a story: where its steps lie in all of the time that the timeline has. It says nothing that is not in words. */
import { memoByKey, memoFields } from "../../base/memo.js";
import { layOutAxis } from "../../layout/axis/axis.js";
import { FIGURE_INSET } from "../../layout/metrics.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { inkLine, mutedText } from "../../scene/labels/text.js";
import { type Node, node } from "../../scene/node.js";
import { INK, laneClass, laneColor } from "../../scene/theme.js";
import { type Scale, timeScale } from "../../time/scale.js";
import type { HtmlContext } from "../context.js";

/** Distance of the lanes, and how high all of them may be, in px. */
const PITCH = 13;
const LANES_HEIGHT = 104;
/** From the top to the first lane, and from the last lane to the axis, in px: half a ring. */
const PADDING = 11;
/** From the axis to the baseline of its words, and to the lower end, in px. */
const WORDS = 15;
const BOTTOM = 22;
/** Height of the mark of a step, and of another event, in px. */
const STEP_SIZE = 8;
const OTHER_SIZE = 5;
const OTHER_OPACITY = 0.4;
/** A date longer than its mark by this is an outline, so thick, in px. */
const LONG_FROM = 4;
const OUTLINE = 1.5;
/** Radius of the ring round the present step, and of what takes a press on a step, in px. */
const RING = 9;
const TARGET = 12;
/** Of more events only those of steps are drawn. */
const OTHER_EVENTS_MAX = 2000;

type StripContext = Pick<HtmlContext, "steps" | "step" | "locale" | "theme" | "measure" | "mirrored" | "scale"> & {
  readonly width: number;
};

/** The strip, cached: it does not depend on the view. */
export const stripNode = (timeline: Timeline, context: StripContext): Node => cachedStrip(timeline)(context);

const cachedStrip = /* @__PURE__ */ memoByKey((timeline: Timeline) =>
  memoFields((context: StripContext) => drawStrip(timeline, context)),
);

function drawStrip(timeline: Timeline, context: StripContext): Node {
  const { steps, step, theme, width } = context;
  const { events, lanes, store } = timeline;
  const scale = trueScaleOf(context.scale);
  const px = pxOf(scale, context);
  const pitch = Math.min(PITCH, LANES_HEIGHT / lanes.length);
  const y = (lane: number): number => PADDING + lane * pitch;
  const axisY = y(lanes.length - 1) + PADDING;
  const height = axisY + BOTTOM;
  const stepAt = new Map<PlacedEvent, number>();
  steps.forEach(({ event }, i) => {
    const found = event === undefined ? undefined : events[store.indexOf(event)];
    if (found && !stepAt.has(found)) stepAt.set(found, i);
  });
  const others = events.length > OTHER_EVENTS_MAX ? [] : events.filter((event) => !stepAt.has(event));
  const extent = (event: PlacedEvent): Extent => extentOf(event, scale, px);
  const paint = (event: PlacedEvent): Paint => {
    const color = lanes[event.lane]?.color ?? "blue";
    return { color: laneColor(theme, color), surface: theme.surface, lane: laneClass(color) };
  };
  const group = (key: string, event: PlacedEvent): string => `${key}-${event.id}`;
  const present = steps[step]?.event;
  const current = present === undefined ? undefined : events[store.indexOf(present)];
  const place = current && { ...extent(current), y: y(current.lane) };
  return node(
    "svg",
    "strip",
    {
      className: "dl-story-strip",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      fill: "currentColor",
      ariaHidden: true,
    },
    [
      ...lanes.map((lane, i) => inkLine(`lane-${lane.id}`, FIGURE_INSET, y(i), width - FIGURE_INSET, y(i), INK.lane)),
      axisNode(context, scale, px, axisY),
      node(
        "g",
        "others",
        { opacity: OTHER_OPACITY },
        others.map((event) => markNode(group("event", event), extent(event), y(event.lane), OTHER_SIZE, paint(event))),
      ),
      ...[...stepAt].map(([event, i]) => {
        const at = extent(event);
        return node("g", group("step", event), { dataStep: i }, [
          node("circle", "target", {
            cx: (at.from + at.to) / 2,
            cy: y(event.lane),
            r: TARGET,
            fill: "none",
            pointerEvents: "all",
          }),
          markNode("mark", at, y(event.lane), STEP_SIZE, paint(event)),
        ]);
      }),
      place &&
        node("circle", "ring", {
          className: "dl-story-ring",
          cx: (place.from + place.to) / 2,
          cy: place.y,
          r: RING,
          fill: "none",
          stroke: "currentColor",
          strokeWidth: 2,
          pointerEvents: "none",
        }),
    ],
  );
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The strip bends no time: another scale would need its words. */
function trueScaleOf(scale: Scale): Scale {
  return scale.type === "time" ? scale : timeScale(...scale.times);
}

function pxOf({ domain: [first, last] }: Scale, { width, mirrored }: StripContext): (position: number) => number {
  const room = width - 2 * FIGURE_INSET;
  return (position) => {
    const part = (position - first) / (last - first);
    return FIGURE_INSET + (mirrored ? 1 - part : part) * room;
  };
}

function extentOf({ span }: PlacedEvent, scale: Scale, px: (position: number) => number): Extent {
  const [first, last] = scale.domain;
  const at = (time: number): number => px(Math.min(last, Math.max(first, scale.position(time))));
  const [a, b] = [at(span.start), at(span.end)];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

interface Paint {
  readonly color: string;
  readonly surface: string;
  /** The class of the lane's colour. */
  readonly lane: string;
}

/** A dot, or an outlined pill where the date is longer. */
function markNode(key: string, { from, to }: Extent, y: number, size: number, { color, surface, lane }: Paint): Node {
  const length = Math.max(size, to - from);
  const middle = (from + to) / 2;
  const box = { x: middle - length / 2, y: y - size / 2, width: length, height: size, rx: size / 2 };
  const isLong = length > size + LONG_FROM;
  return node("rect", key, {
    ...box,
    ...(isLong
      ? { className: `dl-stroke dl-surface ${lane}`.trim(), fill: surface, stroke: color, strokeWidth: OUTLINE }
      : { className: `dl-fill ${lane}`.trim(), fill: color }),
  });
}

function axisNode(context: StripContext, scale: Scale, px: (position: number) => number, y: number): Node {
  const { locale, measure, width } = context;
  const [from, to] = scale.domain;
  const { ticks } = layOutAxis({ scale, from, to, px, locale, measure, vertical: false, oneRow: "after" });
  return node(
    "g",
    "axis",
    {},
    [
      inkLine("line", FIGURE_INSET, y, width - FIGURE_INSET, y, INK.axis),
      ...ticks.flatMap(({ t, label, context: larger, contextAt = 0 }, i) => [
        inkLine(`tick-${i}`, t, y, t, y + (label || larger ? 6 : 3), INK.axis),
        label !== undefined && mutedText(`label-${i}`, t + 5, y + WORDS, label),
        larger !== undefined && mutedText(`context-${i}`, t + 5 + contextAt, y + WORDS, larger, { weight: 600 }),
      ]),
    ].filter((part): part is Node => Boolean(part)),
  );
}

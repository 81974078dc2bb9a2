/** The move from a bent axis to true scale and back: events glide along their lanes while the labels are away. */
import type { Figure } from "../../layout/index.js";
import type { HorizontalLayout } from "../../layout/types.js";
import type { Picture } from "../../pipeline.js";
import { type Node, node } from "../../scene/node.js";
import { boxPath, round } from "../../scene/path.js";
import { laneClass, laneColor } from "../../scene/theme.js";
import type { Derivation } from "../store/derive.js";
import type { TimelineState } from "../store/state.js";

/** Length of the move, and of the fades before and after it, in ms. */
export const SCALE_MOVE_MS = 300;
export const FADE_OUT_MS = 80;
export const FADE_IN_MS = 120;
/** More events than these are sampled evenly. */
const GLIDING_MAX = 1500;
const DOT_RADIUS = 3.5;
const BAR_HEIGHT = 5;

/** A picture at rest and the figure that it shows. */
interface ShownPicture {
  readonly figure: Figure;
  readonly picture: Picture;
}

/** The way from a picture to that of a state; `undefined` for a picture that is vertical or mirrored, which changes at once. */
export function scaleMove(
  from: ShownPicture,
  state: TimelineState,
  derivation: Derivation,
): ((part: number) => Picture) | undefined {
  const { figure } = derivation.derive(state);
  const picture = derivation.picture(state, { overscan: 0 });
  const { layout } = picture;
  if (picture.context.mirrored || layout.orientation !== "horizontal") return undefined;
  if (from.picture.layout.orientation !== "horizontal") return undefined;
  const events = eventsBetween(from, { figure, picture });
  const bare = derivation.picture(state, { overscan: 0, layout: withoutEvents(layout) });
  return (part) => ({ ...bare, svg: { ...bare.svg, children: [...bare.svg.children, events(part)] } });
}

export function fadeLabels(svg: Element, from: number, to: number, duration: number): void {
  for (const label of svg.querySelectorAll(".dl-label")) label.animate({ opacity: [from, to] }, { duration });
}

function withoutEvents(layout: HorizontalLayout): HorizontalLayout {
  const laneLayouts = layout.laneLayouts.map((lane) => ({ ...lane, labels: [], marks: [], clusters: [] }));
  return { ...layout, laneLayouts, relationLines: [], stickyLabels: undefined };
}

/** Draws the events at a part of the way between two pictures, 0 to 1: one path for each lane. */
function eventsBetween(from: ShownPicture, to: ShownPicture): (part: number) => Node {
  const { timeline, theme } = to.picture.context;
  const { events } = to.picture.shown?.timeline ?? timeline;
  const every = Math.ceil(events.length / GLIDING_MAX);
  const drawn = events.filter((_, i) => i % every === 0);
  const extents = ({ figure: { scale }, picture: { layout, view } }: ShownPicture): readonly (readonly number[])[] => {
    const px = (place: number): number =>
      layout.start + ((place - view.from) / (view.to - view.from)) * (layout.end - layout.start);
    const lines = new Map(layout.boxes.map(({ lane, line }) => [lane.id, line]));
    return drawn.map(({ span, lane }) => {
      const [start, end] = [Math.max(span.start, scale.times[0]), Math.min(span.end, scale.times[1])];
      return [px(scale.position(start)), px(scale.endPosition(end)), lines.get(timeline.lanes[lane]?.id ?? "") ?? 0];
    });
  };
  const [before, after] = [extents(from), extents(to)];
  const { start, end } = to.picture.layout;
  return (part) => {
    const outlines = new Map<number, string>();
    for (const [i, { lane }] of drawn.entries()) {
      const [x0 = 0, x1 = 0, y = 0] = (after[i] ?? []).map((value, n) => {
        const old = before[i]?.[n] ?? value;
        return round(old + (value - old) * part);
      });
      if (x1 < start || x0 > end) continue;
      outlines.set(lane, (outlines.get(lane) ?? "") + outline(Math.max(start, x0), Math.min(end, x1), y));
    }
    const paths = [...outlines].map(([at, d]): Node | false => {
      const lane = timeline.lanes[at];
      if (!lane) return false;
      const className = `dl-fill ${laneClass(lane.color)}`.trim();
      return node("path", lane.id, { className, d, fill: laneColor(theme, lane.color) });
    });
    return node("g", "gliding", { className: "dl-gliding", ariaHidden: true }, paths);
  };
}

/** A bar, or a dot where it would be shorter than one. */
function outline(x0: number, x1: number, y: number): string {
  const r = DOT_RADIUS;
  if (x1 - x0 > 2 * r) return boxPath(x0, y - BAR_HEIGHT / 2, x1 - x0, BAR_HEIGHT);
  return `M${round((x0 + x1) / 2 - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

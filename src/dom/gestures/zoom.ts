/**
 * Turns wheel, drag and pinch into views, by d3-zoom: drag pans, pinch and Ctrl or ⌘ with the wheel zoom. The plain wheel
 * and the vertical swipe belong to the page. Cursors say where a drag pans.
 */
import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import type { View } from "../../view.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { type AxisOnScreen, axisOnScreen } from "./axis-coordinates.js";
import { isZoomingWheel, pxPerUnit } from "./wheel.js";

/** A press that moves by less is a click, in px. */
const CLICK_DISTANCE_PX = 4;

type Gesture = D3ZoomEvent<SVGSVGElement, unknown>;

export function createZoom(context: TimelineContext): Behavior {
  const { painting } = context;
  let axis: AxisOnScreen | undefined;
  let shownView: View | undefined;
  /** True during our own call of `behavior.transform`, whose zoom events are ignored. */
  let silent = false;
  const behavior = zoom<SVGSVGElement, unknown>()
    .filter((event: Event) => isGesture(event))
    .clickDistance(CLICK_DISTANCE_PX)
    .wheelDelta(wheelDelta)
    .on("zoom", ({ transform }: Gesture) => {
      if (silent || !axis) return;
      context.dispatch({ type: "show", view: viewOf(transform, axis, context.state.view), nextFrame: true });
    })
    .on("end", () => {
      if (!silent) painting.hold(false);
    });
  const selection = select(context.svg).call(behavior).on("dblclick.zoom", null);

  /** Tells d3-zoom of the view that the page shows, so that the next gesture starts from it. */
  const sync = (): void => {
    const { view } = context.state;
    const { layout, context: scene } = context.picture;
    const next = axisOnScreen(layout, scene.mirrored);
    const { start, end, vertical, mirrored } = next;
    const isSame = view === shownView && start === axis?.start && end === axis.end && mirrored === axis.mirrored;
    axis = next;
    shownView = view;
    if (isSame) return;
    const extent: [[number, number], [number, number]] = vertical
      ? [
          [0, start],
          [layout.width, end],
        ]
      : [
          [start, 0],
          [end, layout.height],
        ];
    behavior
      .extent(extent)
      .translateExtent(extent)
      .scaleExtent([1, Math.max(1, view.maxZoom)]);
    silent = true;
    selection.call(behavior.transform, transformOf(view, next));
    silent = false;
  };

  /** Whether a pointer has been over the figure: before, hydration must not write to it. */
  let hasPointer = false;
  let isPressed = false;
  const showCursor = (): void => {
    const { earlier, later } = context.state.view.canMove;
    const cursor = !hasPointer || !(earlier || later) ? "" : isPressed ? "grabbing" : "grab";
    const { style } = context.svg;
    if (style.cursor !== cursor) style.cursor = cursor;
  };
  const press = (pressed: boolean): void => {
    painting.hold(pressed);
    isPressed = pressed;
    showCursor();
  };
  const unlisten = listen(context.element, {
    pointerover: () => {
      hasPointer = true;
      showCursor();
    },
    pointerdown: () => press(true),
    pointerup: () => press(false),
    pointercancel: () => press(false),
  });
  const follow = (): void => {
    sync();
    showCursor();
  };
  return {
    painted: follow,
    translated: follow,
    stop() {
      selection.on(".zoom", null);
      unlisten();
    },
  };
}

/** Whether an event is a gesture for the timeline, and not for the page or the minimap. */
function isGesture(event: Event): boolean {
  if (event.type === "wheel") return isZoomingWheel(event as WheelEvent);
  if ((event.target as Element).closest(".dl-strip")) return false;
  if (event.type.startsWith("touch")) return (event as TouchEvent).touches.length > 1;
  return (event as MouseEvent).button === 0 && !(event as MouseEvent).ctrlKey;
}

/** Largest magnification of one wheel event, as a power of two. */
const WHEEL_DELTA_MAX = 0.5;
/** Magnification for each px, as a power of two. Pinching a trackpad sends many small wheel events with Ctrl. */
const WHEEL_RATE = 0.02;

/** Magnification of a wheel event, as a power of two. The limit keeps a notch of a mouse from leaping. */
function wheelDelta(event: WheelEvent): number {
  const delta = -event.deltaY * pxPerUnit(event) * WHEEL_RATE;
  return Math.max(-WHEEL_DELTA_MAX, Math.min(WHEEL_DELTA_MAX, delta));
}

/** The view that a transform of d3-zoom shows. */
function viewOf(transform: ZoomTransform, { start, end, vertical, mirrored }: AxisOnScreen, view: View): View {
  const [first, last] = view.domain;
  const perPx = (last - first) / (end - start);
  const position = (px: number): number => {
    const offset = (vertical ? transform.invertY(px) : transform.invertX(px)) - start;
    return mirrored ? last - offset * perPx : first + offset * perPx;
  };
  return mirrored ? view.window(position(end), position(start)) : view.window(position(start), position(end));
}

/** The transform of d3-zoom that shows a view. */
function transformOf(view: View, { start, end, vertical, mirrored }: AxisOnScreen): ZoomTransform {
  const [first, last] = view.domain;
  const k = view.zoom;
  const fraction = (mirrored ? last - view.to : view.from - first) / (last - first);
  const shift = start - k * (start + fraction * (end - start));
  return vertical ? zoomIdentity.translate(0, shift).scale(k) : zoomIdentity.translate(shift, 0).scale(k);
}

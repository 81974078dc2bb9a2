/**
 * Drag to pan, pinch or Ctrl/⌘ and wheel to zoom, by d3-zoom. The plain wheel and the vertical swipe belong to the page.
 * Gestures only produce views; nothing is drawn here.
 */
import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import type { FigureLayout } from "../../layout/types.js";
import type { View } from "../../view.js";
import { type AxisOnScreen, axisOnScreen } from "./axis-coordinates.js";

export interface ZoomControl {
  /** Tells the gestures what is shown now, after a view that they did not make. */
  sync(view: View, layout: FigureLayout, mirrored: boolean): void;
  stop(): void;
}

/** @param onEnd a gesture has come to its end */
export function startZoom(
  svg: SVGSVGElement,
  onView: (move: (view: View) => View) => void,
  onEnd: () => void,
): ZoomControl {
  let axis: AxisOnScreen | undefined;
  let shownView: View | undefined;
  // While a wheel turns, what d3-zoom says of a view that it was told carries the wheel's event: that tells nothing.
  let told = false;
  const behavior: ZoomBehavior<SVGSVGElement, unknown> = zoom<SVGSVGElement, unknown>()
    .filter((event: Event) => isOurs(event))
    .clickDistance(4)
    .wheelDelta(magnification)
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (!told && axis) onView(viewOf(event.transform, axis));
    })
    .on("end", () => {
      if (!told) onEnd();
    });
  const selection = select(svg).call(behavior).on("dblclick.zoom", null);
  return {
    sync(view, layout, mirrored) {
      const next = axisOnScreen(layout, mirrored);
      const { start, end, vertical } = next;
      const same = view === shownView && start === axis?.start && end === axis.end && mirrored === axis.mirrored;
      axis = next;
      shownView = view;
      if (same) return;
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
      told = true;
      selection.call(behavior.transform, transformOf(view, next));
      told = false;
    },
    stop() {
      selection.on(".zoom", null);
    },
  };
}

/** Whether a gesture is meant for the timeline and not for the page, and not for the overview. */
function isOurs(event: Event): boolean {
  if ((event.target as Element).closest(".dl-strip")) return false;
  if (event.type === "wheel") {
    const wheel = event as WheelEvent;
    return wheel.ctrlKey || wheel.metaKey;
  }
  if (event.type.startsWith("touch")) return (event as TouchEvent).touches.length > 1;
  return (event as MouseEvent).button === 0 && !(event as MouseEvent).ctrlKey;
}

/** At most so many powers of two for one turn of the wheel. */
const MOST = 0.5;

/**
 * How much a turn of the wheel magnifies, as a power of two. Pinching a trackpad comes as many small turns with Ctrl, for
 * which d3-zoom multiplies by ten; a notch of a mouse with Ctrl would leap by four and more.
 */
function magnification({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const px = deltaMode === 1 ? 25 : deltaMode ? 500 : 1;
  return Math.max(-MOST, Math.min(MOST, -deltaY * px * 0.002 * (ctrlKey ? 10 : 1)));
}

/** The move that a transform stands for. */
function viewOf(transform: ZoomTransform, { start, end, vertical, mirrored }: AxisOnScreen): (view: View) => View {
  return (view) => {
    const [first, last] = view.domain;
    const perPx = (last - first) / (end - start);
    const place = (px: number): number => {
      const base = (vertical ? transform.invertY(px) : transform.invertX(px)) - start;
      return mirrored ? last - base * perPx : first + base * perPx;
    };
    return mirrored ? view.window(place(end), place(start)) : view.window(place(start), place(end));
  };
}

function transformOf(view: View, { start, end, vertical, mirrored }: AxisOnScreen): ZoomTransform {
  const [first, last] = view.domain;
  const k = view.zoom;
  const part = (mirrored ? last - view.to : view.from - first) / (last - first);
  const shift = start - k * (start + part * (end - start));
  return vertical ? zoomIdentity.translate(0, shift).scale(k) : zoomIdentity.translate(shift, 0).scale(k);
}

/**
 * Drag to pan, pinch or Ctrl/⌘ and wheel to zoom, by d3-zoom. The plain wheel and the vertical swipe belong to the page.
 * Gestures only produce views; nothing is drawn here.
 */
import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from "d3-zoom";
import type { FigureLayout } from "../layout/figure-layout.js";
import type { View } from "../view.js";

export interface ZoomControl {
  /** Tells the gestures what is shown now, after a view that they did not make. */
  sync(view: View, layout: FigureLayout): void;
  stop(): void;
}

export function startZoom(svg: SVGSVGElement, onView: (move: (view: View) => View) => void): ZoomControl {
  let layout: FigureLayout | undefined;
  let shownView: View | undefined;
  const behavior: ZoomBehavior<SVGSVGElement, unknown> = zoom<SVGSVGElement, unknown>()
    .filter((event: Event) => isOurs(event))
    .clickDistance(4)
    .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      // Without a source event it was `sync`.
      if (event.sourceEvent && layout) onView(viewOf(event.transform, layout));
    });
  const selection = select(svg).call(behavior).on("dblclick.zoom", null);
  return {
    sync(view, nextLayout) {
      const same = view === shownView && nextLayout.start === layout?.start && nextLayout.end === layout?.end;
      layout = nextLayout;
      shownView = view;
      if (same) return;
      const { start, end, width, height } = nextLayout;
      const vertical = nextLayout.orientation === "vertical";
      const extent: [[number, number], [number, number]] = vertical
        ? [
            [0, start],
            [width, end],
          ]
        : [
            [start, 0],
            [end, height],
          ];
      behavior
        .extent(extent)
        .translateExtent(extent)
        .scaleExtent([1, Math.max(1, view.deepest)]);
      selection.call(behavior.transform, transformOf(view, nextLayout));
    },
    stop() {
      selection.on(".zoom", null);
    },
  };
}

/** Whether a gesture is meant for the timeline and not for the page. */
function isOurs(event: Event): boolean {
  if (event.type === "wheel") {
    const wheel = event as WheelEvent;
    return wheel.ctrlKey || wheel.metaKey;
  }
  if (event.type.startsWith("touch")) return (event as TouchEvent).touches.length > 1;
  return (event as MouseEvent).button === 0 && !(event as MouseEvent).ctrlKey;
}

/** The move that a transform stands for. */
function viewOf(transform: ZoomTransform, layout: FigureLayout): (view: View) => View {
  const { start, end, orientation } = layout;
  return (view) => {
    const [first, last] = view.domain;
    const perPx = (last - first) / (end - start);
    const place = (px: number): number => {
      const base = orientation === "vertical" ? transform.invertY(px) : transform.invertX(px);
      return first + (base - start) * perPx;
    };
    return view.window(place(start), place(end));
  };
}

function transformOf(view: View, layout: FigureLayout): ZoomTransform {
  const { start, end, orientation } = layout;
  const [first, last] = view.domain;
  const k = view.zoom;
  const base = start + ((view.from - first) / (last - first)) * (end - start);
  const shift = start - k * base;
  return orientation === "vertical"
    ? zoomIdentity.translate(0, shift).scale(k)
    : zoomIdentity.translate(shift, 0).scale(k);
}

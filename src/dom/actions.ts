/** What clicks and keys in the figure do. One listener each on the figure, none outside it. */
import type { FigureLayout } from "../layout/figure-layout.js";
import type { Timeline } from "../model/timeline.js";
import type { Scale } from "../time/scale.js";
import type { View } from "../view.js";

export interface ActionTarget {
  select(id: string | null): void;
  timeline(): Timeline;
  layout(): FigureLayout;
  view(): View;
  scale(): Scale;
  show(view: View): void;
}

/** Buttons pan by this part of the window and zoom by this factor. */
const PAN = 0.8;
const ZOOM = 1.6;

export function startActions(figure: HTMLElement, target: ActionTarget): { stop(): void } {
  const onClick = (event: MouseEvent): void => {
    // A new tab, a download, a second button: the link's own business.
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const clicked = event.target as Element;
    const action = clicked.closest("[data-action]")?.getAttribute("data-action");
    if (action) run(action, target);
    else if (clicked.closest(".dl-source-link[target]")) return;
    else if (openCluster(clicked, target) || openEvent(clicked, target)) event.preventDefault();
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const svg = (event.target as Element).closest<SVGSVGElement>(".dl-figure");
    if (!svg || (event.target as Element).closest("a")) return;
    event.preventDefault();
    target.show(target.view().zoomAt(2, placeAt(event, svg, target)));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && target.view().selected !== null) {
      event.preventDefault();
      target.select(null);
    }
  };
  figure.addEventListener("click", onClick);
  figure.addEventListener("dblclick", onDoubleClick);
  figure.addEventListener("keydown", onKey);
  return {
    stop() {
      figure.removeEventListener("click", onClick);
      figure.removeEventListener("dblclick", onDoubleClick);
      figure.removeEventListener("keydown", onKey);
    },
  };
}

function run(action: string, target: ActionTarget): void {
  const view = target.view();
  switch (action) {
    case "zoom-in":
      target.show(view.zoomAt(ZOOM));
      break;
    case "zoom-out":
      target.show(view.zoomAt(1 / ZOOM));
      break;
    case "fit":
      target.show(view.fit());
      break;
    case "earlier":
      target.show(view.pan(-PAN));
      break;
    case "later":
      target.show(view.pan(PAN));
      break;
    case "close":
      target.select(null);
      break;
    case "previous":
    case "next": {
      const { events } = target.timeline();
      const at = events.findIndex((event) => event.id === view.selected);
      const other = events[at + (action === "next" ? 1 : -1)];
      if (other) target.select(other.id);
      break;
    }
  }
}

function openEvent(clicked: Element, target: ActionTarget): boolean {
  if (!clicked.closest(".dl-mark, .dl-label")) return false;
  const id = clicked.closest("[data-event]")?.getAttribute("data-event");
  if (id === null || id === undefined) return false;
  target.select(id);
  return true;
}

/** Zooms until the members of a cluster fill most of the window. */
function openCluster(clicked: Element, target: ActionTarget): boolean {
  const id = clicked.closest("[data-cluster]")?.getAttribute("data-cluster");
  if (id === null || id === undefined) return false;
  for (const frame of target.layout().frames) {
    const cluster = frame.clusters.find((candidate) => candidate.first.id === id);
    if (!cluster) continue;
    const place = (time: number): number => target.scale().position(time);
    const view = target.view();
    const [from, to] = [place(cluster.first.span.start), place(cluster.last.span.start)];
    const length = Math.max((to - from) * 1.5, (view.to - view.from) / 1e6);
    const middle = (from + to) / 2;
    target.show(view.window(middle - length / 2, middle + length / 2));
    return true;
  }
  return false;
}

function placeAt(event: MouseEvent, svg: SVGSVGElement, target: ActionTarget): number {
  const { start, end, orientation } = target.layout();
  const box = svg.getBoundingClientRect();
  // The picture is drawn in units of its own, which are px only where the root font is 16 px.
  const { width } = target.layout();
  const unit = box.width / width;
  const px = (orientation === "vertical" ? event.clientY - box.top : event.clientX - box.left) / unit;
  const view = target.view();
  return view.from + ((px - start) / (end - start)) * (view.to - view.from);
}

/** What clicks in the figure do. Listeners stand on the figure, none outside it. */
import { entryId } from "../../scene/context.js";
import { itemsOf } from "../keyboard/visible-items.js";
import type { Opener } from "../panels/details.js";
import { actionOf, listen, type Part } from "../controller/behavior.js";
import { axisOnScreen, partAt, placeIn } from "./axis-coordinates.js";
import { pressed } from "./hit-test.js";
import type { Stage } from "../controller/controller.js";

/** Buttons pan by this part of the window and zoom by this factor. */
const PAN = 0.8;
export const ZOOM = 1.6;

export function startActions(stage: Stage, opener: Opener): Part {
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
    const clicked = pressed(event);
    // A click without a pointer is a key, or a screen reader's doing.
    const scroll = event.detail === 0;
    const action = actionOf(event);
    if (action) {
      if (clicked.closest("a")) event.preventDefault();
      runAction(action, stage, opener);
    } else if (clicked.closest(".dl-source-link[target]")) return;
    else if (openFold(clicked) || openCluster(clicked, scroll) || openEvent(clicked, scroll)) event.preventDefault();
  };

  const openFold = (clicked: Element): boolean => {
    const start = clicked.closest("[data-fold]")?.getAttribute("data-fold");
    if (start === null || start === undefined) return false;
    stage.unfold([Number(start)]);
    return true;
  };

  const openCluster = (clicked: Element, scroll: boolean): boolean => {
    const id = clicked.closest("[data-cluster]")?.getAttribute("data-cluster");
    if (id === null || id === undefined) return false;
    const { layout } = stage.picture;
    const items = layout.laneLayouts.flatMap((_, lane) => itemsOf(layout, lane));
    const item = items.find(({ cluster }) => cluster?.first.id === id);
    if (item) opener.item(item, scroll);
    return item !== undefined;
  };

  const openEvent = (clicked: Element, scroll: boolean): boolean => {
    const id = clicked.closest(".dl-mark, .dl-label, .dl-group a")?.closest("[data-event]")?.getAttribute("data-event");
    const related = clicked.closest(".dl-details a[href^='#']")?.getAttribute("href");
    const event =
      stage.event(id ?? null) ??
      (related === undefined
        ? undefined
        : stage.timeline.events.find((one) => `#${entryId(stage.options, one)}` === related));
    if (event) opener.event(event.id, scroll);
    return event !== undefined;
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const { svg, view, picture } = stage;
    const target = event.target as Element;
    if (!svg.contains(target) || target.closest("a, .dl-strip")) return;
    event.preventDefault();
    const part = partAt(event, svg, axisOnScreen(picture.layout, picture.context.mirrored));
    stage.show(view.zoomAt(2, placeIn(view, part)));
  };

  const stops = [
    listen(stage.element, { click: onClick, dblclick: onDoubleClick }),
    // Escape closes a dialog by itself; that does not bubble.
    listen(stage.element, { close: () => stage.set({ help: false }) }, { capture: true }),
  ];
  return { stop: () => stops.forEach((stop) => stop()) };
}

/** The event nearest to the middle of what is seen of the axis, as a place: a button should not magnify what is empty. */
function nearestPlace({ svg, view, window, picture }: Stage): number | undefined {
  const { layout, context } = picture;
  const { left, right, top, bottom } = svg.getBoundingClientRect();
  const middle = {
    clientX: (left + right) / 2,
    clientY: (Math.max(0, top) + Math.min(window.innerHeight, bottom)) / 2,
  };
  const { start, end } = layout;
  const px = start + partAt(middle, svg, axisOnScreen(layout, context.mirrored)) * (end - start);
  const places = layout.laneLayouts
    .flatMap((_, lane) => itemsOf(layout, lane))
    .map(({ from, to, cluster }) => (cluster ? (from + to) / 2 : from))
    .filter((place) => place >= start && place <= end)
    .sort((a, b) => Math.abs(a - px) - Math.abs(b - px));
  const [nearest] = places;
  return nearest === undefined ? undefined : placeIn(view, (nearest - start) / (end - start));
}

/** What the buttons do, and the keys that do the same. */
export function runAction(action: string, stage: Stage, opener: Opener): void {
  const { view, timeline, state } = stage;
  const neighbour = (d: 1 | -1): void => {
    const at = view.selected === null ? -1 : timeline.store.indexOf(view.selected);
    const other = timeline.events[at + d];
    if (other) stage.select(other.id);
  };
  const actions: Readonly<Record<string, () => void>> = {
    "zoom-in": () => stage.show(view.zoomAt(ZOOM, nearestPlace(stage))),
    "zoom-out": () => stage.show(view.zoomAt(1 / ZOOM)),
    fit: () => {
      opener.forget();
      stage.show(view.fit());
    },
    earlier: () => stage.show(view.pan(-PAN)),
    later: () => stage.show(view.pan(PAN)),
    close: () => opener.close(),
    previous: () => neighbour(-1),
    next: () => neighbour(1),
    unfold: () => stage.unfold(stage.figure.scale.folds.map((fold) => fold.start)),
    fold: () => stage.unfold([]),
    list: () => {
      const list = stage.find<HTMLDetailsElement>(".dl-list-box");
      if (list) list.open = true;
      list?.querySelector("summary")?.focus();
    },
    find: () => {
      stage.set({ finding: !state.finding });
      stage.find(state.finding ? '[data-action="find"]' : ".dl-find input")?.focus();
    },
    clear: () => {
      stage.set({ filter: null });
      stage.find(".dl-find input")?.focus();
    },
    help: () => {
      stage.find<HTMLDialogElement>(".dl-help")?.close();
      if (!state.help) {
        stage.set({ help: true });
        stage.find<HTMLDialogElement>(".dl-help")?.showModal();
      }
    },
  };
  if (Object.hasOwn(actions, action)) actions[action]?.();
}

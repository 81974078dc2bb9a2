/**
 * The keys, only while focus is inside the figure. Along the axis is left and right, or up and down where time runs down the
 * page; across it are the lanes.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import { runAction, ZOOM } from "../gestures/actions.js";
import type { Focus } from "./focus.js";
import { nearestInTime } from "./lane-order.js";
import { isInView, type Item, itemsOf, nearestItem, sortTime } from "./visible-items.js";
import type { Opener } from "../panels/details.js";
import { listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** A mark that has the focus stays this far from the edges, in px. */
const MARGIN = 24;
const PAGE = 0.8;
/** An arrow moves the window of the overview by this part of it. */
const NUDGE = 0.1;

/** Rows of buttons that arrows move in. */
const ROWS = ".dl-toolbar, .dl-story-buttons, .dl-details-buttons";

/** The rows there are. They stand near the figure's own children: the picture and the lists need not be searched. */
const rowsOf = (figure: Element): Element[] =>
  [...figure.children].flatMap((part) =>
    part.matches(ROWS) ? [part] : part.matches(".dl-story, .dl-details") ? [...part.querySelectorAll(ROWS)] : [],
  );

/** The buttons of a row, and the one that opens its menu. */
const buttonsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>("button, summary")];

const isUsable = (button: HTMLElement): boolean =>
  !button.hidden && !button.matches("details:not([open]) > :not(summary) *");

type Keys = Readonly<Record<string, () => void>>;

export function startKeyboard(stage: Stage, focus: Focus, opener: Opener, hideTip: () => boolean): Part {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return;
    const target = event.target as Element;
    const { key } = event;
    stage.drift.rested();
    const end = key === "Home" || key === "End";
    if (event.ctrlKey && !end) return;
    let done = true;
    if (target.closest("dialog")) return;
    else if (key === "Escape") done = hideTip() || closeMenu(target) || opener.close() || closeFind(target);
    else if (target.matches("input, select, textarea")) return;
    else if (key === "?") runAction("help", stage, opener);
    else if (target.closest(ROWS)) done = alongButtons(target, key);
    else if (target.closest(".dl-strip")) done = run(windowKeys(), key);
    else if (target.closest(".dl-figure")) done = run(event.ctrlKey ? wholeKeys() : markKeys(), key);
    else done = false;
    if (done) event.preventDefault();
  };

  const run = (keys: Keys, key: string): boolean => {
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    act?.();
    return act !== undefined;
  };

  /** Left and right, or up and down, as seen: mirrored where the picture is. */
  const directions = (along: (d: 1 | -1) => void, across: (d: 1 | -1) => void): Keys => {
    const down = stage.picture.layout.orientation === "vertical";
    const d = stage.picture.context.mirrored ? -1 : 1;
    const [horizontal, vertical] = down ? [across, along] : [along, across];
    return {
      ArrowLeft: () => horizontal(-d as 1 | -1),
      ArrowRight: () => horizontal(d),
      ArrowUp: () => vertical(-1),
      ArrowDown: () => vertical(1),
    };
  };

  const zoomKeys = (place: () => number): Keys => {
    const zoomIn = (): void => stage.show(stage.view.zoomAt(ZOOM, place()));
    const zoomOut = (): void => stage.show(stage.view.zoomAt(1 / ZOOM, place()));
    return { "+": zoomIn, "=": zoomIn, "-": zoomOut, "−": zoomOut, "0": () => runAction("fit", stage, opener) };
  };

  const markKeys = (): Keys => {
    const { item } = focus;
    if (!item) return {};
    const open = (): void => opener.item(item, true);
    return {
      ...directions(
        (d) => along(item, d),
        (d) => across(item, d),
      ),
      ...zoomKeys(() => stage.figure.scale.position(sortTime(item.first))),
      Home: () => go(stage.order.lanes[item.lane]?.[0]),
      End: () => go(stage.order.lanes[item.lane]?.at(-1)),
      PageUp: () => page(item, -PAGE),
      PageDown: () => page(item, PAGE),
      Enter: open,
      " ": open,
    };
  };

  const wholeKeys = (): Keys => {
    return { Home: () => go(stage.order.first), End: () => go(stage.order.last) };
  };

  /** The window of the overview, which is a slider. */
  const windowKeys = (): Keys => {
    const pan = (part: number): void => stage.show(stage.view.pan(part));
    const { view } = stage;
    return {
      ...directions(
        (d) => pan(d * NUDGE),
        (d) => (d < 0 ? focus.focus(undefined) : undefined),
      ),
      ...zoomKeys(() => (view.from + view.to) / 2),
      Home: () => pan(-1e9),
      End: () => pan(1e9),
      PageUp: () => pan(-PAGE),
      PageDown: () => pan(PAGE),
    };
  };

  /** Gives an event the focus and pans by no more than it takes. */
  const go = (event: PlacedEvent | undefined): void => {
    if (!event) return;
    const { figure, view, picture } = stage;
    const { start, end } = picture.layout;
    const margin = (MARGIN / (end - start)) * (view.to - view.from);
    const from = figure.scale.position(sortTime(event));
    const to = Number.isFinite(event.span.end) ? figure.scale.position(event.span.end) : figure.scale.domain[1];
    const kept = view.ensureVisible(from, Math.max(from, to), margin);
    if (kept !== view) stage.show(kept);
    focus.focus(event);
  };

  const along = (item: Item, d: 1 | -1): void => {
    const { layout } = stage.picture;
    const items = itemsOf(layout, item.lane);
    const i = items.findIndex((one) => one.first === item.first && !one.cluster === !item.cluster);
    const next = items[i + d];
    if (next && isInView(next, layout)) return go(d > 0 ? next.first : next.cluster ? next.last : next.first);
    // Beyond the window not everything is drawn: there the events are asked in turn.
    const { order } = stage;
    const at = (event: PlacedEvent): number => order.at.get(event) ?? 0;
    const passed =
      d > 0 ? items.slice(0, i + 1).map(({ last }) => at(last)) : items.slice(i).map(({ first }) => at(first));
    go(order.lanes[item.lane]?.[d > 0 ? Math.max(...passed) + 1 : Math.min(...passed) - 1]);
  };

  const across = (item: Item, d: 1 | -1): void => {
    const { layout } = stage.picture;
    const { lanes } = stage.order;
    for (let lane = item.lane + d; lane >= 0 && lane < lanes.length; lane += d) {
      const near = nearestItem(itemsOf(layout, lane), (item.from + item.to) / 2, layout);
      if (near) return go(near.first);
      const nearest = nearestInTime(lanes[lane] ?? [], sortTime(item.first));
      if (nearest) return go(nearest);
    }
    if (d > 0) stage.find<SVGElement>(".dl-window")?.focus();
  };

  const page = (item: Item, part: number): void => {
    const { start, end } = stage.picture.layout;
    stage.show(stage.view.pan(part));
    const { layout } = stage.picture;
    const middle = (start + end) / 2;
    const near =
      nearestItem(itemsOf(layout, item.lane), middle, layout) ??
      nearestItem(
        layout.laneLayouts.flatMap((_, lane) => itemsOf(layout, lane)),
        middle,
        layout,
      );
    focus.focus(near?.first);
  };

  const closeMenu = (target: Element): boolean => {
    const menu = target.closest<HTMLDetailsElement>(".dl-downloads[open]");
    if (!menu) return false;
    menu.open = false;
    menu.querySelector("summary")?.focus();
    return true;
  };

  const closeFind = (target: Element): boolean => {
    if (!target.closest(".dl-find")) return false;
    runAction("find", stage, opener);
    return true;
  };

  const alongButtons = (target: Element, key: string): boolean => {
    const box = target.closest(ROWS);
    const buttons = box ? buttonsOf(box).filter(isUsable) : [];
    const at = buttons.indexOf(target as HTMLElement);
    const d = stage.options.locale.dir === "rtl" ? -1 : 1;
    const to = { ArrowLeft: at - d, ArrowRight: at + d, Home: 0, End: buttons.length - 1 }[key];
    if (to === undefined) return false;
    buttons[to]?.focus();
    return true;
  };

  /** One tab stop for each row of buttons: the one used last. */
  const used = new WeakMap<Element, HTMLElement>();
  const rove = (): void => {
    const { activeElement } = stage.element.ownerDocument;
    for (const row of rowsOf(stage.element)) {
      const buttons = buttonsOf(row);
      const usable = buttons.filter(isUsable);
      const current =
        usable.find((one) => one === activeElement) ?? usable.find((one) => one === used.get(row)) ?? usable[0];
      if (current) used.set(row, current);
      for (const one of buttons)
        if (one.tabIndex !== (one === current ? 0 : -1)) one.tabIndex = one === current ? 0 : -1;
    }
  };
  rove();
  const stop = listen(stage.element, { keydown: onKey, focusin: rove });
  return { painted: rove, stop };
}

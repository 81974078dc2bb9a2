/**
 * Keys, while the focus is inside the figure. Along the axis means left and right, or up and down where time runs down the
 * page; across the axis are the lanes.
 */
import type { PlacedEvent } from "../../model/timeline.js";
import type { View } from "../../view.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { type ButtonActions, ZOOM_FACTOR } from "../gestures/button-actions.js";
import { nameLane } from "../gestures/name-lane.js";
import { panToNearest } from "../gestures/edge-counts.js";
import type { Details } from "../panels/details.js";
import type { MoreMenu } from "../panels/more-menu.js";
import type { Story } from "../panels/story.js";
import type { Tooltip } from "../panels/tooltip.js";
import { isInButtonRow, moveAlongButtons } from "./button-rows.js";
import type { Focus } from "./focus.js";
import { laneOrder, nearestInTime } from "./lane-order.js";
import { nextNamed } from "./next-named.js";
import { isInView, type Item, itemsOf, nearestItem, sortTime } from "./visible-items.js";

/** Distance of a focused mark from the edges of the window, in px. */
const FOCUS_MARGIN_PX = 24;
/** Page Up and Page Down on the minimap pan by this fraction of the window. */
const PAGE_FRACTION = 0.8;
/** An arrow on the minimap pans by this fraction of the window. */
const ARROW_FRACTION = 0.1;
/** More windows than any axis has: Home and End on the minimap pan to the end of the axis. */
const TO_THE_END = 1e9;

type Keys = Readonly<Record<string, () => void>>;

export interface KeyboardParts {
  readonly focus: Focus;
  readonly details: Details;
  readonly tooltip: Tooltip;
  readonly story: Story;
  readonly actions: ButtonActions;
  readonly menu: MoreMenu;
}

export function createKeyboard(context: TimelineContext, parts: KeyboardParts): Behavior {
  const { focus, details, tooltip, story, actions, menu } = parts;

  const onKey = (event: KeyboardEvent): void => {
    pressFigureKey(event);
    // Arrows on a button of the story move along the buttons and show another step.
    story.pressKey(event);
  };

  const pressFigureKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.metaKey) return;
    const target = event.target as Element;
    const { key } = event;
    // Keys go by what is where, so the picture must be complete.
    context.painting.complete();
    if (event.ctrlKey && key !== "Home" && key !== "End") return;
    if (target.closest(".dl-help")) return;
    let isDone = true;
    // The browser closes an open menu.
    if (key === "Escape")
      isDone = tooltip.hide() || (!menu.isOpen && (closeFields(target) || closeDetails(target) || closeFind(target)));
    else if (target.matches("input, select, textarea")) return;
    else if (key === "?") actions.help();
    else if (key.toLowerCase() === "t" && isBent()) actions["true-scale"]();
    else if (target.closest(".dl-menu")) isDone = menu.pressKey(target, key);
    else if (isInButtonRow(target)) isDone = moveAlongButtons(target, key, isRightToLeft());
    else if (target.closest(".dl-strip")) isDone = run(minimapKeys(), key);
    else if ((key === "Enter" || key === " ") && (panToNearest(context, target) || nameLane(context, target)))
      isDone = true;
    else if (target.closest(".dl-figure")) isDone = run(event.ctrlKey ? wholeTimelineKeys() : markKeys(), key);
    else isDone = false;
    if (isDone) event.preventDefault();
  };

  const isBent = (): boolean => context.state.isTrueScale || context.derived.figure.scale.segments !== undefined;
  const isRightToLeft = (): boolean => context.derived.options.locale.dir === "rtl";
  const show = (view: View): void => context.dispatch({ type: "show", view });
  const order = () => laneOrder(context.derived.timeline, context.picture.shown);

  const run = (keys: Keys, key: string): boolean => {
    const action = Object.hasOwn(keys, key) ? keys[key] : undefined;
    action?.();
    return action !== undefined;
  };

  /** The arrows as the reader sees them: mirrored where the picture is. */
  const arrowKeys = (along: (step: 1 | -1) => void, across: (step: 1 | -1) => void): Keys => {
    const isVertical = context.picture.layout.orientation === "vertical";
    const right = context.picture.context.mirrored ? -1 : 1;
    const [horizontal, vertical] = isVertical ? [across, along] : [along, across];
    return {
      ArrowLeft: () => horizontal(-right as 1 | -1),
      ArrowRight: () => horizontal(right),
      ArrowUp: () => vertical(-1),
      ArrowDown: () => vertical(1),
    };
  };

  /** @param position what to zoom about */
  const zoomKeys = (position: () => number): Keys => {
    const zoomIn = (): void => show(context.state.view.zoomAt(ZOOM_FACTOR, position()));
    const zoomOut = (): void => show(context.state.view.zoomAt(1 / ZOOM_FACTOR, position()));
    return { "+": zoomIn, "=": zoomIn, "-": zoomOut, "−": zoomOut, "0": actions.fit };
  };

  const markKeys = (): Keys => {
    const { item } = focus;
    if (!item) return {};
    const open = (): void => details.openItem(item, true);
    return {
      ...arrowKeys(
        (step) => moveAlong(item, step),
        (step) => moveAcross(item, step),
      ),
      ...zoomKeys(() => context.derived.figure.scale.position(sortTime(item.first))),
      Home: () => goTo(order().lanes[item.lane]?.[0]),
      End: () => goTo(order().lanes[item.lane]?.at(-1)),
      PageUp: () => goTo(nextNamed(context, focus.event ?? item.first, -1)),
      PageDown: () => goTo(nextNamed(context, focus.event ?? item.first, 1)),
      Enter: open,
      " ": open,
    };
  };

  const wholeTimelineKeys = (): Keys => {
    const { first, last } = order();
    return { Home: () => goTo(first), End: () => goTo(last) };
  };

  /** Keys of the minimap window, which is a slider. */
  const minimapKeys = (): Keys => {
    const { view } = context.state;
    const pan = (fraction: number): void => show(context.state.view.pan(fraction));
    return {
      ...arrowKeys(
        (step) => pan(step * ARROW_FRACTION),
        (step) => (step < 0 ? focus.moveTo(undefined) : undefined),
      ),
      ...zoomKeys(() => (view.from + view.to) / 2),
      Home: () => pan(-TO_THE_END),
      End: () => pan(TO_THE_END),
      PageUp: () => pan(-PAGE_FRACTION),
      PageDown: () => pan(PAGE_FRACTION),
    };
  };

  /** Focuses an event, and pans by the smallest distance that brings it into view. */
  const goTo = (event: PlacedEvent | undefined): void => {
    if (!event) return;
    const { figure } = context.derived;
    const { view } = context.state;
    const { start, end } = context.picture.layout;
    const margin = (FOCUS_MARGIN_PX / (end - start)) * (view.to - view.from);
    const from = figure.scale.position(sortTime(event));
    const to = Number.isFinite(event.span.end) ? figure.scale.position(event.span.end) : figure.scale.domain[1];
    const next = view.ensureVisible(from, Math.max(from, to), margin);
    focus.moveTo(event, undefined, next === view ? undefined : next);
    details.follow(event);
  };

  const moveAlong = (item: Item, step: 1 | -1): void => {
    const { layout } = context.picture;
    if (context.derived.figure.withActive) {
      // Every event can have a mark of its own, so none is passed over.
      const { lanes, indexOf } = order();
      const at = indexOf(focus.event ?? item.first);
      return goTo(at === undefined ? item.first : lanes[item.lane]?.[at + step]);
    }
    const items = itemsOf(layout, item.lane);
    const i = items.findIndex((one) => one.first === item.first && !one.cluster === !item.cluster);
    const next = items[i + step];
    if (next && isInView(next, layout)) return goTo(step > 0 ? next.first : next.cluster ? next.last : next.first);
    // Not everything beyond the window is drawn, so the next event comes from the order of the lane.
    const { lanes, indexOf } = order();
    const at = (event: PlacedEvent): number => indexOf(event) ?? 0;
    const passed =
      step > 0 ? items.slice(0, i + 1).map(({ last }) => at(last)) : items.slice(i).map(({ first }) => at(first));
    goTo(lanes[item.lane]?.[step > 0 ? Math.max(...passed) + 1 : Math.min(...passed) - 1]);
  };

  const moveAcross = (item: Item, step: 1 | -1): void => {
    const { layout } = context.picture;
    const { lanes } = order();
    for (let lane = item.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
      const inView = nearestItem(itemsOf(layout, lane), (item.from + item.to) / 2, layout);
      if (inView && !inView.cluster?.shape) return goTo(inView.first);
      const nearest = nearestInTime(lanes[lane] ?? [], sortTime(item.first));
      if (nearest) return goTo(nearest);
    }
    // Below the last lane is the minimap.
    if (step > 0) context.query<SVGElement>(".dl-window")?.focus();
  };

  /** Closes what filters beside words. */
  const closeFields = (target: Element): boolean => {
    const fields = target.closest<HTMLDetailsElement>(".dl-find-more[open]");
    if (!fields) return false;
    fields.open = false;
    fields.querySelector("summary")?.focus();
    return true;
  };

  /** Closes the details of a hit, and the reader goes on typing; elsewhere the focus returns to the mark. */
  const closeDetails = (target: Element): boolean => {
    const { selected, group } = context.state;
    if (!target.closest(".dl-find") || (selected === null && !group)) return details.close();
    context.dispatch({ type: "close-details" });
    return true;
  };

  const closeFind = (target: Element): boolean => {
    if (!target.closest(".dl-find")) return false;
    actions.find();
    return true;
  };

  return { stop: listen(context.element, { keydown: onKey }) };
}

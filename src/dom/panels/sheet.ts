/**
 * Keeps the details in view. Their sheet sticks to the lower edge of the window while the picture is in view. Where a box of the
 * page cuts that off, the sheet becomes a popover at the same place; in an iframe the host page says which part is seen. The page
 * scrolls only to bring the mark of the event above the sheet.
 */
import { type Behavior, listen, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { axisOnScreen } from "../gestures/axis-coordinates.js";
import { type PartInView, REVEAL_EVENT, type RevealDetail, SEEN_EVENT } from "../embed/seen-part.js";
import { scrollDown, scrollLimits } from "./scroll-to-mark.js";

/** Distance of a revealed mark from the edges of the window and of the sheet, in px. */
const REVEAL_MARGIN_PX = 16;
/** A narrow figure shows the mark this far from the upper edge, in px. */
const NARROW_TOP_PX = 150;
/** Half the width of the notch, in px. */
const NOTCH_HALF_PX = 9;

export interface Sheet extends Behavior {
  /** Scrolls by the least distance that brings the mark and the label of an event above the sheet. */
  reveal(id: string): void;
}

export function createSheet(context: TimelineContext): Sheet {
  const { element, window } = context;
  const sheet = (): HTMLElement | null => context.query(":scope > .dl-details");
  let seen: PartInView | undefined;
  const partInView = (): PartInView => seen ?? { top: 0, bottom: window.innerHeight };

  /** The group of an event's mark, or of the cluster that holds it. */
  const groupOf = (id: string): Element | null => {
    const { svg } = context;
    return (
      svg.querySelector(`[data-event="${window.CSS.escape(id)}"]`) ??
      svg.querySelector('.dl-figure [tabindex="0"]')?.closest("[data-event], [data-cluster], [data-aggregate]") ??
      null
    );
  };

  /** Makes the sheet a popover where it does not stick, and an ordinary part of the figure where it does. */
  const dock = (): void => {
    const box = sheet();
    if (!box) return;
    const isClosed = box.hidden || !isInWindow;
    if (!isClosed && box.popover === null) {
      const { bottom } = partInView();
      const [own, figure] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
      // A sheet that sticks leaves the window only where the figure above it does.
      if (own.bottom <= bottom + 1 || figure.top + own.height > bottom) return;
      box.popover = "manual";
      box.showPopover();
    } else if (isClosed && box.popover !== null) box.popover = null;
    if (box.popover === null) return;
    const { left, width } = element.getBoundingClientRect();
    box.style.setProperty("--dl-left", `${left}px`);
    box.style.setProperty("--dl-width", `${width}px`);
  };

  /** Left edge of the picture from that of the sheet, and px for each unit of the picture; measured once for a width. */
  let frame: { readonly key: string; readonly left: number; readonly unit: number } | undefined;
  const frameOf = (box: HTMLElement, width: number): NonNullable<typeof frame> => {
    const key = `${width} ${box.popover}`;
    if (frame?.key !== key) {
      const svg = context.svg.getBoundingClientRect();
      frame = { key, left: svg.left - box.getBoundingClientRect().left, unit: svg.width / width };
    }
    return frame;
  };

  /**
   * Moves the notch to the event. Computed from the layout: a measurement in each frame of a gesture would make the browser
   * lay the page out twice.
   */
  const placeNotch = (): void => {
    const box = sheet();
    const notch = box?.querySelector<SVGElement>(":scope > .dl-notch");
    const event = context.eventById(context.state.selected);
    if (!box || !notch || !event) return;
    const { layout, context: scene } = context.picture;
    const { view, start, end, vertical, mirrored } = {
      ...axisOnScreen(layout, scene.mirrored),
      view: context.state.view,
    };
    const { scale } = context.derived.figure;
    const positions = [event.span.start, event.span.end].map((time) =>
      Math.min(view.to, Math.max(view.from, scale.position(time))),
    ) as [number, number];
    const fraction = ((positions[0] + positions[1]) / 2 - view.from) / (view.to - view.from);
    const { left, unit } = frameOf(box, layout.width);
    const x = left + unit * (start + (mirrored ? 1 - fraction : fraction) * (end - start));
    // Where time runs down the page, the mark is not above the sheet: there is no notch.
    const isShown = !vertical && x >= left + unit * start && x <= left + unit * end;
    notch.toggleAttribute("hidden", !isShown);
    if (isShown) box.style.setProperty("--dl-notch", `${Math.round(x) - NOTCH_HALF_PX}px`);
  };

  /** What the body was measured for. */
  let measured: readonly unknown[] = [];

  /** Measures whether a new body scrolls: it must then be reachable by keys, by a link in it, or else by itself. */
  const measureBody = (): void => {
    const box = sheet();
    const body = box?.querySelector<HTMLElement>(":scope > .dl-details-body");
    const now = [context.state.selected, context.derived.figure];
    if (!box || !body || now.every((value, i) => value === measured[i])) return;
    measured = now;
    const isStop = body.scrollHeight > body.clientHeight + 1 && !body.querySelector("a, summary");
    const attributes = { tabindex: "0", role: "group", "aria-label": box.ariaLabel ?? "" };
    for (const [name, value] of Object.entries(attributes)) {
      if (isStop) body.setAttribute(name, value);
      else body.removeAttribute(name);
    }
  };

  let isInWindow = true;
  const observer = new window.IntersectionObserver((entries) => {
    isInWindow = entries.at(-1)?.isIntersecting ?? true;
    dock();
  });
  observer.observe(element);

  const painted = (): void => {
    const box = sheet();
    if (!box || (box.hidden && box.popover === null)) return;
    // What writes goes before what measures: the browser lays the page out once.
    placeNotch();
    const { popover } = box;
    dock();
    if (box.popover !== popover) placeNotch();
    measureBody();
  };

  const reveal = (id: string): void => {
    const box = sheet();
    const group = groupOf(id);
    if (!box || box.hidden || !group) return;
    const own = box.getBoundingClientRect();
    const limits = scrollLimits(element, window, partInView());
    const [low, high] = [limits.top + REVEAL_MARGIN_PX, Math.min(limits.bottom, own.top) - REVEAL_MARGIN_PX];
    let mark = group.getBoundingClientRect();
    // Of what is higher than the room the mark counts.
    if (mark.height > high - low) mark = group.querySelector("a.dl-mark")?.getBoundingClientRect() ?? mark;
    if (mark.top >= low && mark.bottom <= high) return;
    const isNarrow = element.dataset["narrow"] !== undefined;
    const least = mark.top < low ? mark.top - low : Math.min(mark.bottom - high, mark.top - low);
    const by = isNarrow ? Math.max(least, Math.min(mark.top - limits.top - NARROW_TOP_PX, mark.top - low)) : least;
    const detail: RevealDetail = {
      top: mark.top - REVEAL_MARGIN_PX,
      bottom: mark.bottom + REVEAL_MARGIN_PX + own.height,
    };
    const isOurs = element.dispatchEvent(new window.CustomEvent(REVEAL_EVENT, { detail, cancelable: true }));
    if (isOurs) scrollDown(element, window, by);
  };

  const resize = (): void => {
    frame = undefined;
    measured = [];
    painted();
  };

  const onSeen = ({ detail }: CustomEvent<PartInView | undefined>): void => {
    seen = detail;
    const below = detail && `${Math.max(0, window.innerHeight - detail.bottom)}px`;
    const height = detail && `${detail.bottom - detail.top}px`;
    for (const [name, value] of [["--dl-below", below] as const, ["--dl-window", height] as const]) {
      if (value === undefined) element.style.removeProperty(name);
      else element.style.setProperty(name, value);
    }
    painted();
  };
  const stops = [listen(element, { [SEEN_EVENT]: onSeen }), listen(window, { resize })];
  return {
    reveal,
    painted,
    translated: placeNotch,
    stop() {
      observer.disconnect();
      stopAll(stops);
    },
  };
}

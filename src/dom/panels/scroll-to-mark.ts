/** Scrolls the page, or the box of the page that a figure scrolls in. */
import type { PartInView } from "../embed/seen-part.js";

/** The nearest box round an element that scrolls up and down; undefined where only the page does. */
function scrollerOf(element: Element, window: Window): Element | undefined {
  const { documentElement, body } = element.ownerDocument;
  for (let box = element.parentElement; box && box !== documentElement && box !== body; box = box.parentElement) {
    const { overflowY } = window.getComputedStyle(box);
    if ((overflowY === "auto" || overflowY === "scroll") && box.scrollHeight > box.clientHeight) return box;
  }
  return undefined;
}

/** The part of the window in which a figure can be seen, in px of the window. */
export function scrollLimits(element: Element, window: Window, seen: PartInView): PartInView {
  const box = scrollerOf(element, window)?.getBoundingClientRect();
  return { top: Math.max(seen.top, box?.top ?? 0), bottom: Math.min(seen.bottom, box?.bottom ?? seen.bottom) };
}

/** Scrolls by a distance in px: gently, or at once for readers who prefer less motion. */
export function scrollDown(element: Element, window: Window, top: number): void {
  const isInstant = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  (scrollerOf(element, window) ?? window).scrollBy({ top, behavior: isInstant ? "instant" : "smooth" });
}

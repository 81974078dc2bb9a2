/**
 * The card of a source: shown while its number is pointed at or has the focus, so that a reader knows who says so before
 * following the link. It can be entered, stays until it is left, and Escape closes it (WCAG 2.2, 1.4.13).
 */
import { cardNode } from "../../html/source-card.js";
import type { HtmlContext } from "../../html/context.js";
import { listen } from "../controller/behavior.js";
import { patch } from "../render/patch.js";

/** Long enough that nothing opens on the way past, and that the way into the card may be crooked; in ms. */
const DELAY = 150;

export function startSourceCard(figure: HTMLElement, context: () => HtmlContext): { stop(): void } {
  const page = figure.ownerDocument;
  const window = page.defaultView as Window;
  let timer: number | undefined;
  let link: Element | undefined;

  const later = (action: () => void): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(action, DELAY);
  };
  const card = (): HTMLElement | null => figure.querySelector<HTMLElement>(":scope > .dl-card");
  const linkOf = (target: EventTarget | null): Element | null =>
    (target as Element | null)?.closest?.("a[data-source]") ?? null;

  function hide(): void {
    window.clearTimeout(timer);
    page.removeEventListener("keydown", onKey, true);
    link?.removeAttribute("aria-describedby");
    link = undefined;
    const shown = card();
    if (shown) {
      shown.hidden = true;
      shown.replaceChildren();
    }
  }

  function show(next: Element): void {
    window.clearTimeout(timer);
    const element = card();
    const { timeline } = context();
    const source = timeline.sources[Number(next.getAttribute("data-source")) - 1];
    if (!element || !source || !next.isConnected) return;
    hide();
    link = next;
    const id = `${figure.id}-card`;
    patch(element, cardNode(source, context(), id));
    element.hidden = false;
    // The card is no stop on the way of the keyboard: what it links to is in the list and the bibliography.
    for (const inside of element.querySelectorAll("a")) inside.tabIndex = -1;
    next.setAttribute("aria-describedby", id);
    place(element, next);
    // Escape must work for a pointer too, wherever the focus is; so the page is listened to, only as long as it is open.
    page.addEventListener("keydown", onKey, true);
  }

  function place(element: HTMLElement, next: Element): void {
    const [box, own, root] = [next, element, figure].map((each) => each.getBoundingClientRect()) as [
      DOMRect,
      DOMRect,
      DOMRect,
    ];
    const below = box.bottom + own.height <= window.innerHeight || box.top < own.height;
    const left = Math.max(0, Math.min(box.left - root.left, root.width - own.width));
    element.style.left = `${left}px`;
    element.style.top = `${(below ? box.bottom : box.top - own.height) - root.top}px`;
  }

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    // The first Escape closes the card, the next one what is under it.
    event.stopPropagation();
    event.preventDefault();
    hide();
  };
  const onOver = (event: PointerEvent): void => {
    if (event.pointerType === "touch") return;
    const next = linkOf(event.target);
    if (next && next !== link) later(() => show(next));
    else if (next || card()?.contains(event.target as Element)) window.clearTimeout(timer);
    else if (link && !link.matches(":focus-visible")) later(hide);
    else if (!link) window.clearTimeout(timer);
  };
  const onLeave = (): void => {
    if (link?.matches(":focus-visible")) window.clearTimeout(timer);
    else later(hide);
  };
  const onFocus = (event: FocusEvent): void => {
    const next = linkOf(event.target);
    if (next?.matches(":focus-visible")) show(next);
    else if (!card()?.contains(event.target as Element)) hide();
  };
  const onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget === null && linkOf(event.target) === link) hide();
  };

  const unlisten = listen(figure, {
    pointerover: onOver,
    pointerleave: onLeave,
    focusin: onFocus,
    focusout: onBlur,
  });
  return {
    stop() {
      hide();
      unlisten();
    },
  };
}

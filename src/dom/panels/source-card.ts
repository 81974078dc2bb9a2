/**
 * The card of a source: shown while the pointer or the focus is on the number of the source, so that a reader knows who says
 * so before following the link. The pointer can enter the card, and Escape hides it (WCAG 2.2, 1.4.13).
 */
import { cardNode } from "../../html/source-card.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { patch } from "../render/patch.js";

/**
 * The card shows and hides this long after the pointer has moved, in ms: nothing shows while the pointer passes, and the
 * pointer may leave the number on its way into the card.
 */
const CARD_DELAY_MS = 150;

export function createSourceCard(context: TimelineContext): Behavior {
  const { element: figure, window, timers } = context;
  const page = figure.ownerDocument;
  /** The number whose card is shown. */
  let link: Element | undefined;

  const later = (action: () => void): void => timers.set("source-card", CARD_DELAY_MS, action);
  const stay = (): void => timers.clear("source-card");
  const card = (): HTMLElement | null => figure.querySelector<HTMLElement>(":scope > .dl-card");
  const linkOf = (target: EventTarget | null): Element | null =>
    (target as Element | null)?.closest?.("a[data-source]") ?? null;

  function hide(): void {
    stay();
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
    stay();
    const element = card();
    const { timeline } = context.htmlContext;
    const source = timeline.sources[Number(next.getAttribute("data-source")) - 1];
    if (!element || !source || !next.isConnected) return;
    hide();
    link = next;
    const id = `${figure.id}-card`;
    patch(element, cardNode(source, context.htmlContext, id));
    element.hidden = false;
    // The links of the card are no tab stops: the list and the bibliography have them, too.
    for (const inside of element.querySelectorAll("a")) inside.tabIndex = -1;
    next.setAttribute("aria-describedby", id);
    place(element, next);
    // The focus may be anywhere while the pointer shows the card, so the page is listened to while the card is shown.
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
    // The first Escape hides the card, the next one closes what is under it.
    event.stopPropagation();
    event.preventDefault();
    hide();
  };
  const onOver = (event: PointerEvent): void => {
    if (event.pointerType === "touch") return;
    const next = linkOf(event.target);
    if (next && next !== link) later(() => show(next));
    else if (next || card()?.contains(event.target as Element)) stay();
    else if (link && !link.matches(":focus-visible")) later(hide);
    else if (!link) stay();
  };
  const onLeave = (): void => {
    if (link?.matches(":focus-visible")) stay();
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

/** The menu behind the last button of the toolbar. The browser opens it, and closes it by Escape or a click beside it. */
import { type Behavior, listen, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { ClickHandler } from "../gestures/click-router.js";

/** Least distance of the menu from the edges of the page, in px. */
const EDGE_PX = 8;

/** Actions that leave the menu open: readers repeat them, or read in the menu what has come of them. */
const STAYING = /^(zoom-in|earlier|later|copy-|download-)/;

export interface MoreMenu extends Behavior {
  readonly clicks: ClickHandler;
  readonly isOpen: boolean;
  /** Moves the focus along the items. Returns whether the key does that. */
  pressKey(target: Element, key: string): boolean;
}

export function createMoreMenu(context: TimelineContext): MoreMenu {
  const { element, window } = context;
  const menuOf = (): HTMLElement | null => context.query(":scope > .dl-menu");
  const opener = (): HTMLElement | null => context.query('.dl-toolbar [data-action="more"]');

  /** Places the menu below its button, inside of the page, before it shows. */
  const place = (): void => {
    const [menu, button] = [menuOf(), opener()?.getBoundingClientRect()];
    if (!menu || !button) return;
    const isRightToLeft = element.matches(":dir(rtl)");
    const { width } = menu.getBoundingClientRect();
    const wanted = isRightToLeft ? button.left : button.right - width;
    const left = Math.max(EDGE_PX, Math.min(window.innerWidth - width - EDGE_PX, wanted));
    menu.style.setProperty("--dl-left", `${left + window.scrollX}px`);
    menu.style.setProperty("--dl-top", `${button.bottom + window.scrollY}px`);
  };

  const onToggle = (event: ToggleEvent): void => {
    const menu = menuOf();
    if (event.target !== menu) return;
    const isOpen = event.newState === "open";
    opener()?.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) place();
  };
  // The events of a popover do not bubble.
  const unlisten = listen(element, { toggle: onToggle }, { capture: true });

  const describe = (): void => {
    const button = opener();
    if (button && !button.hasAttribute("aria-expanded")) button.setAttribute("aria-expanded", "false");
  };

  return {
    clicks: {
      anyClick: true,
      handle({ button, action = "" }) {
        const menu = button?.closest<HTMLElement>(".dl-menu");
        // The focus returns to the button of the menu, and the action may move it on.
        if (menu && !STAYING.test(action)) menu.hidePopover();
        return false;
      },
    },
    get isOpen() {
      return menuOf()?.matches(":popover-open") ?? false;
    },
    pressKey(target, key) {
      const menu = target.closest(".dl-menu");
      if (!menu) return false;
      const items = [...menu.querySelectorAll<HTMLElement>("button:not([hidden])")];
      const at = items.indexOf(target as HTMLElement);
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: items.length - 1 }[key];
      items.at(to ?? at)?.focus();
      return to !== undefined;
    },
    painted: describe,
    start: describe,
    stop: () => stopAll([unlisten]),
  };
}

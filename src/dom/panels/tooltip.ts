/**
 * The tooltip of a mark without a label, or of a cluster. It shows on focus and after a moment of hovering; the pointer can
 * enter it, it stays as long as the pointer does, and Escape hides it (WCAG 2.2, 1.4.13).
 */
import { clusterName, dateInWords } from "../../scene/accessible-names.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { clusterItem } from "../keyboard/visible-items.js";

/** Hovering this long shows the tooltip, in ms. */
const TOOLTIP_SHOW_DELAY_MS = 150;
/** The tooltip hides this long after the pointer has left, in ms. */
const TOOLTIP_HIDE_DELAY_MS = 200;
/** Distance of the tooltip from its mark, in px. */
const TOOLTIP_GAP = 8;

export interface Tooltip extends Behavior {
  /** Hides the tooltip. Returns whether it was shown. */
  hide(): boolean;
}

export function createTooltip(context: TimelineContext): Tooltip {
  const { timers, element } = context;
  /** The mark whose tooltip is shown. */
  let owner: Element | undefined;
  const box = (): HTMLElement => context.query(".dl-tip") as HTMLElement;

  const textsOf = (group: SVGElement): readonly string[] | undefined => {
    const { locale } = context.derived.options;
    const event = context.eventById(group.dataset["event"]);
    if (event)
      return group.querySelector(".dl-label") || event.id === context.state.focused
        ? undefined
        : [dateInWords(event, locale, "long"), event.title];
    const { cluster } = clusterItem(context.picture.layout, group.dataset["cluster"] ?? "") ?? {};
    return cluster && [clusterName(cluster.count, cluster.first, cluster.last, locale)];
  };

  const show = (mark: Element): void => {
    const texts = textsOf(mark.parentElement as unknown as SVGElement);
    if (!texts || !mark.isConnected) return;
    owner = mark;
    const tip = box();
    tip.replaceChildren(
      ...texts.map((text, i) => {
        const line = element.ownerDocument.createElement(i === 0 ? "strong" : "span");
        line.textContent = text;
        return line;
      }),
    );
    tip.hidden = false;
    const [at, figure] = [mark.getBoundingClientRect(), element.getBoundingClientRect()];
    const left = at.left + at.width / 2 - figure.left - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(figure.width - tip.offsetWidth, left))}px`;
    tip.style.top = `${at.bottom - figure.top + TOOLTIP_GAP}px`;
  };

  const hide = (): boolean => {
    timers.clear("tooltip");
    const tip = box();
    if (!tip || tip.hidden) return false;
    tip.hidden = true;
    owner = undefined;
    return true;
  };

  const hideLater = (): void => timers.set("tooltip", TOOLTIP_HIDE_DELAY_MS, hide);
  const markOf = (event: Event): Element | null => (event.target as Element).closest?.("a.dl-mark") ?? null;

  const onPointerOver = (event: PointerEvent): void => {
    const mark = markOf(event);
    if ((event.target as Element).closest(".dl-tip")) timers.clear("tooltip");
    else if (mark && mark !== owner && event.pointerType !== "touch") {
      timers.set("tooltip", TOOLTIP_SHOW_DELAY_MS, () => show(mark));
    } else if (mark === owner) timers.clear("tooltip");
    else if (owner) hideLater();
  };
  const onPointerOut = (event: PointerEvent): void => {
    const isInside = element.contains(event.relatedTarget as globalThis.Node | null);
    if (owner) {
      if (!isInside) hideLater();
    } else if (markOf(event)) timers.clear("tooltip");
  };
  const onFocusIn = (event: FocusEvent): void => {
    const mark = markOf(event);
    if (mark?.matches(":focus-visible")) show(mark);
    else hide();
  };
  return {
    hide,
    painted() {
      if (owner && !owner.isConnected) hide();
    },
    translated: hide,
    stop: listen(element, {
      pointerover: onPointerOver,
      pointerout: onPointerOut,
      focusin: onFocusIn,
      focusout: hide,
    }),
  };
}

/**
 * The tooltip of a mark without a label, of a cluster, or of a button that is an icon. It shows on focus and after a moment of hovering; the pointer can
 * enter it, it stays as long as the pointer does, and Escape hides it (WCAG 2.2, 1.4.13).
 */
import { atOnceName, clusterName, columnName, dateInWords } from "../../scene/accessible-names.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { type AggregateHit, aggregateAt } from "../gestures/aggregate-hit.js";
import { axisOnScreen } from "../gestures/axis-coordinates.js";
import { clusterItem } from "../keyboard/visible-items.js";

/** Hovering this long shows the tooltip, in ms. */
const TOOLTIP_SHOW_DELAY_MS = 150;
/** Hovering this long over a button that is an icon shows its name, in ms. */
const NAME_SHOW_DELAY_MS = 400;
/** The tooltip hides this long after the pointer has left, in ms. */
const TOOLTIP_HIDE_DELAY_MS = 200;
/** Distance of the tooltip from its mark, in px. */
const TOOLTIP_GAP = 8;

const TOOL = ".dl-tool";

export interface Tooltip extends Behavior {
  /** Hides the tooltip. Returns whether it was shown. */
  hide(): boolean;
}

export function createTooltip(context: TimelineContext): Tooltip {
  const { timers, element } = context;
  /** The mark whose tooltip is shown. */
  let owner: Element | undefined;
  /** The button that was pressed and that the pointer has not left: it has said what it does. */
  let pressed: Element | undefined;
  const box = (): HTMLElement => context.query(".dl-tip") as HTMLElement;

  const textsOf = (target: Element): readonly string[] | undefined => {
    // The name of a button is not bold, and its key comes after it.
    if (target.matches(TOOL)) {
      const key = target.ariaKeyShortcuts?.replace("-", "−");
      return ["", [target.ariaLabel, key].filter(Boolean).join(" ")];
    }
    const group = target.parentElement as unknown as SVGElement;
    const { locale } = context.derived.options;
    const event = context.eventById(group.dataset["event"]);
    if (event)
      return group.querySelector(".dl-label") || event.id === context.state.focused
        ? undefined
        : [dateInWords(event, locale, "long"), event.title];
    const { cluster } = clusterItem(context.picture.layout, group.dataset["cluster"] ?? "") ?? {};
    return cluster && [clusterName(cluster.count, cluster.first, cluster.last, locale)];
  };

  const hitTexts = (hit: AggregateHit): readonly string[] => {
    const { locale } = context.derived.options;
    if (hit.kind === "event") return [dateInWords(hit.event, locale, "long"), hit.event.title];
    return [hit.kind === "column" ? columnName(hit, locale) : atOnceName(hit.count, hit.time, locale)];
  };

  /** @param hit what of an aggregate the pointer means */
  const show = (mark: Element, hit?: AggregateHit): void => {
    const texts = hit ? hitTexts(hit) : textsOf(mark);
    if (!texts || !mark.isConnected) return;
    owner = mark;
    const tip = box();
    tip.replaceChildren(
      ...texts.flatMap((text, i) => {
        if (text === "") return [];
        const line = element.ownerDocument.createElement(i === 0 ? "strong" : "span");
        line.textContent = text;
        return line;
      }),
    );
    tip.hidden = false;
    const [at, figure] = [mark.getBoundingClientRect(), element.getBoundingClientRect()];
    const middle = hit ? onScreen((hit.from + hit.to) / 2) : at.left + at.width / 2;
    const left = middle - figure.left - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(figure.width - tip.offsetWidth, left))}px`;
    const gap = mark.matches(TOOL) ? 0 : TOOLTIP_GAP;
    tip.style.top = `${at.bottom - figure.top + gap}px`;
  };

  /** Where a px of the picture's axis is in the window, from its left edge; in a column, the middle of the axis. */
  const onScreen = (px: number): number => {
    const { svg, picture } = context;
    const box = svg.getBoundingClientRect();
    const { vertical, mirrored } = axisOnScreen(picture.layout, picture.context.mirrored);
    if (vertical) return box.left + box.width / 2;
    const { width } = picture.layout;
    return box.left + ((mirrored ? width - px : px) * box.width) / width;
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
  const markOf = (event: Event): Element | null => (event.target as Element).closest?.(`a.dl-mark, ${TOOL}`) ?? null;

  const onPointerOver = (event: PointerEvent): void => {
    const mark = markOf(event);
    if (mark !== pressed) pressed = undefined;
    if ((event.target as Element).closest(".dl-tip")) timers.clear("tooltip");
    else if (mark?.closest("[data-aggregate]")) return;
    else if (mark && mark !== owner && mark !== pressed && event.pointerType !== "touch") {
      const delay = mark.matches(TOOL) ? NAME_SHOW_DELAY_MS : TOOLTIP_SHOW_DELAY_MS;
      timers.set("tooltip", delay, () => show(mark));
    } else if (mark === owner) timers.clear("tooltip");
    else if (owner) hideLater();
  };
  /** Over an aggregate the tooltip follows the column, the row or the time. */
  const onPointerMove = (event: PointerEvent): void => {
    const mark = markOf(event);
    const group = mark?.closest("[data-aggregate]");
    if (!mark || !group || event.pointerType === "touch" || event.buttons !== 0) return;
    const hit = aggregateAt(context, group, event);
    if (!hit) {
      timers.clear("tooltip");
      if (owner) hideLater();
    } else if (owner) {
      timers.clear("tooltip");
      show(mark, hit);
    } else timers.set("tooltip", TOOLTIP_SHOW_DELAY_MS, () => show(mark, hit));
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
      pointermove: onPointerMove,
      pointerout: onPointerOut,
      focusin: onFocusIn,
      focusout: hide,
      click: (event: Event) => {
        pressed = markOf(event) ?? undefined;
        if (pressed?.matches(TOOL)) hide();
      },
    }),
  };
}

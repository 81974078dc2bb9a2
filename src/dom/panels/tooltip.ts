/**
 * What a dot or a cluster without a label stands for: shown on focus and after a moment of hovering; it can be entered, stays
 * as long as the pointer does, and Escape takes it away.
 */
import { clusterName, dateInWords } from "../../scene/accessible-names.js";
import { itemsOf } from "../keyboard/visible-items.js";
import { listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

const SHOWN_AFTER = 150;
const HIDDEN_AFTER = 200;
const GAP = 8;

export interface TipControl extends Part {
  /** Takes the tip away. Returns whether there was one. */
  hide(): boolean;
}

export function startTip(stage: Stage): TipControl {
  const { timers, element } = stage;
  let owner: Element | undefined;
  const box = (): HTMLElement => stage.find(".dl-tip") as HTMLElement;

  const textsOf = (group: SVGElement): readonly string[] | undefined => {
    const { layout } = stage.picture;
    const { locale } = stage.options;
    const event = stage.event(group.dataset["event"] ?? null);
    if (event) return group.querySelector(".dl-label") ? undefined : [dateInWords(event, locale, "long"), event.title];
    const id = group.dataset["cluster"];
    const items = layout.laneLayouts.flatMap((_, lane) => itemsOf(layout, lane));
    const item = items.find(({ cluster }) => cluster?.first.id === id);
    return item?.cluster && [clusterName(item.cluster.count, item.cluster.first, item.cluster.last, locale)];
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
    const [at, frame] = [mark.getBoundingClientRect(), element.getBoundingClientRect()];
    const left = at.left + at.width / 2 - frame.left - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(frame.width - tip.offsetWidth, left))}px`;
    tip.style.top = `${at.bottom - frame.top + GAP}px`;
  };

  const hide = (): boolean => {
    timers.clear("tip");
    const tip = box();
    if (!tip || tip.hidden) return false;
    tip.hidden = true;
    owner = undefined;
    return true;
  };

  const markOf = (event: Event): Element | null => (event.target as Element).closest?.("a.dl-mark") ?? null;
  const over = (event: PointerEvent): void => {
    const mark = markOf(event);
    if ((event.target as Element).closest(".dl-tip")) timers.clear("tip");
    else if (mark && mark !== owner && event.pointerType !== "touch") timers.set("tip", SHOWN_AFTER, () => show(mark));
    else if (mark === owner) timers.clear("tip");
    else if (owner) timers.set("tip", HIDDEN_AFTER, hide);
  };
  const stop = listen(element, {
    pointerover: over,
    pointerout: (event: PointerEvent) => {
      if (owner || !markOf(event)) {
        if (owner && !element.contains(event.relatedTarget as globalThis.Node | null))
          timers.set("tip", HIDDEN_AFTER, hide);
      } else timers.clear("tip");
    },
    focusin: (event: FocusEvent) => {
      const mark = markOf(event);
      if (mark?.matches(":focus-visible")) show(mark);
      else hide();
    },
    focusout: hide,
  });
  return {
    hide,
    painted: () => {
      if (owner && !owner.isConnected) hide();
    },
    moved: hide,
    stop,
  };
}

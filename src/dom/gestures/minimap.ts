/** The window of the overview: dragged it pans, dragged by an end it zooms, beside it a press brings it there. */
import { word } from "../../scene/accessible-names.js";
import type { View } from "../../view.js";
import { listen, type Part } from "../controller/behavior.js";
import { axisOnScreen, partAt } from "./axis-coordinates.js";
import type { Stage } from "../controller/controller.js";
import { windowText } from "../panels/range-text.js";

/** A handle can be taken so far from its middle, in px. */
const REACH = 12;

type Move = (place: number) => View;

export function startStrip(stage: Stage): Part {
  let move: Move | undefined;
  /** What it is a move in. */
  let figure: Stage["figure"];

  const placeOf = (event: PointerEvent): number => {
    const { svg, picture, view } = stage;
    const [first, last] = view.domain;
    return first + partAt(event, svg, axisOnScreen(picture.layout, picture.context.mirrored)) * (last - first);
  };

  /** What dragging from a place does. */
  const moveFrom = (place: number): Move => {
    const { view, picture } = stage;
    figure = stage.figure;
    const { start, end } = picture.layout;
    const perPx = (view.domain[1] - view.domain[0]) / (end - start);
    const toFrom = Math.abs(place - view.from) / perPx;
    const toTo = Math.abs(place - view.to) / perPx;
    const far = (view.to - view.from) / perPx > 2 * REACH;
    const inside = place > view.from && place < view.to;
    if (Math.min(toFrom, toTo) <= REACH && (far || !inside)) {
      const fixed = toFrom < toTo ? view.to : view.from;
      return (to) => view.window(Math.min(to, fixed), Math.max(to, fixed));
    }
    const length = view.to - view.from;
    const held = inside ? place - view.from : length / 2;
    return (to) => view.window(to - held, to - held + length);
  };

  const stop = listen(stage.element, {
    pointerdown: (event: PointerEvent) => {
      const strip = (event.target as Element).closest(".dl-strip");
      if (!strip || event.button !== 0 || !event.isPrimary) return;
      const place = placeOf(event);
      move = moveFrom(place);
      stage.svg.setPointerCapture(event.pointerId);
      // The page's text is not to be marked while one drags.
      event.preventDefault();
      stage.show(move(place).select(stage.view.selected), true);
    },
    pointermove: (event: PointerEvent) => {
      if (!move) return;
      if (figure !== stage.figure) move = moveFrom(placeOf(event));
      stage.show(move(placeOf(event)).select(stage.view.selected), true);
    },
    pointerup: () => {
      move = undefined;
    },
    pointercancel: () => {
      move = undefined;
    },
  });

  const painted = (): void => {
    const slider = stage.find(".dl-window");
    if (!slider) return;
    const { view, options } = stage;
    const [first, last] = view.domain;
    const middle = Math.round((((view.from + view.to) / 2 - first) / (last - first)) * 100);
    const said = {
      role: "slider",
      "aria-label": word(options.locale, "partInView"),
      "aria-valuemin": "0",
      "aria-valuemax": "100",
      "aria-valuenow": String(middle),
      "aria-valuetext": windowText(stage),
    };
    slider.removeAttribute("aria-hidden");
    if (!slider.hasAttribute("tabindex")) slider.setAttribute("tabindex", "-1");
    for (const [name, value] of Object.entries(said)) {
      if (slider.getAttribute(name) !== value) slider.setAttribute(name, value);
    }
  };
  painted();
  return { painted, moved: painted, stop };
}

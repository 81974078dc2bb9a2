/**
 * One finger: sideways it pans; up and down belongs to the page, which `touch-action: pan-y` leaves to the browser. And a hint
 * when somebody turns the wheel over the figure: the page scrolls, and it says how to zoom.
 */
import { keep } from "../url/remember-view.js";
import { listen, type Part } from "../controller/behavior.js";
import { axisOnScreen, partAt } from "./axis-coordinates.js";
import type { Stage } from "../controller/controller.js";

const HINT = 1500;

export function startSwipe(stage: Stage): Part {
  let from: { view: ReturnType<typeof keep>; part: number; id: number } | undefined;
  const part = (event: PointerEvent): number =>
    partAt(event, stage.svg, axisOnScreen(stage.picture.layout, stage.picture.context.mirrored));
  const end = (): void => {
    from = undefined;
  };
  const stops = [
    listen(stage.element, {
      pointerdown: (event: PointerEvent) => {
        const target = event.target as Element;
        const ours = event.isPrimary && target.closest(".dl-figure") && !target.closest(".dl-strip");
        // Down the page a swipe along time is the page's own. A second finger is d3-zoom's pinch.
        const along = stage.picture.layout.orientation !== "vertical";
        from =
          event.pointerType === "touch" && ours && along
            ? { view: keep(stage), part: part(event), id: event.pointerId }
            : undefined;
      },
      pointermove: (event: PointerEvent) => {
        if (!from || event.pointerId !== from.id) return;
        const view = from.view();
        if (view) stage.show(view.pan(from.part - part(event)).select(stage.view.selected), true);
      },
      pointerup: end,
      pointercancel: end,
    }),
    listen(
      stage.element,
      {
        wheel: (event: WheelEvent) => {
          const hint = stage.find(".dl-hint");
          if (!hint || !(event.target as Element).closest(".dl-figure") || event.ctrlKey || event.metaKey) return;
          if (Math.abs(event.deltaY) <= Math.abs(event.deltaX)) return;
          hint.hidden = false;
          stage.timers.set("hint", HINT, () => {
            hint.hidden = true;
          });
        },
      },
      { passive: true },
    ),
  ];
  return { stop: () => stops.forEach((stop) => stop()) };
}

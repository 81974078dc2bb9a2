/** A story in steps: by its buttons, from code, from the address, or as the reader scrolls past blocks of the page. */
import type { StoryStep } from "../../options.js";
import { windowOf } from "../../pipeline.js";
import type { View } from "../../view.js";
import { sortTime } from "../keyboard/visible-items.js";
import { keep } from "../url/remember-view.js";
import { actionOf, listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Moves take so long, in ms; none where the reader wants less motion. */
const MOVE = 200;

export interface StoryControl extends Part {
  /**
   * Shows a step; one that is not there is ignored.
   *
   * @param atOnce without a move, for something else is to be shown over it
   */
  go(step: number, atOnce?: boolean): void;
}

export function startStory(stage: Stage): StoryControl {
  const { window } = stage;
  let frame: number | undefined;

  const cancel = (): void => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
  };

  /** From here to there in equal parts of magnification, so that neither end is rushed. */
  const move = (target: View, atOnce: boolean): void => {
    cancel();
    if (atOnce || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return stage.show(target);
    const [from, to] = [keep(stage), keep(stage, target)];
    const { asked } = stage;
    let began: number | undefined;
    const draw = (now: number): void => {
      frame = undefined;
      const [first, last] = [from(), to()];
      // The reader has moved on, or code has, or there is another document.
      if (!first || !last || stage.asked !== asked) return;
      // Details that were closed on the way stay closed.
      const selected = began === undefined ? last.selected : stage.view.selected;
      began ??= now;
      const t = Math.min(1, (now - began) / MOVE);
      const part = t * t * (3 - 2 * t);
      const mix = (a: number, b: number): number => a + (b - a) * part;
      if (t < 1) frame = window.requestAnimationFrame(draw);
      const view = t < 1 ? last.window(mix(first.from, last.from), mix(first.to, last.to)) : last;
      stage.show(view.select(selected), false, false);
    };
    frame = window.requestAnimationFrame(draw);
  };

  const viewOf = ({ event, view }: StoryStep): View => {
    const { figure, timeline, options } = stage;
    const found = stage.event(event ?? null);
    const base = view === undefined ? stage.view : windowOf(stage.view.fit(), view, timeline, figure, options);
    return (found ? base.reveal(figure.scale.position(sortTime(found))) : base).select(found?.id ?? null);
  };

  const go = (step: number, atOnce = false): void => {
    const one = stage.options.steps[step];
    if (!one || stage.destroyed) return;
    stage.set({ step, narrated: one.event });
    move(viewOf(one), atOnce);
    stage.emit("step", { step });
  };

  const onClick = (event: Event): void => {
    const action = actionOf(event);
    if (action !== "step-on" && action !== "step-back") return;
    go(stage.state.step + (action === "step-on" ? 1 : -1));
  };

  // Inside the story only: elsewhere the arrows go from event to event, and up and down scroll the page.
  const onKey = (event: KeyboardEvent): void => {
    const inStory = (event.target as Element).closest(".dl-story");
    if (!inStory || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [first, last] = [0, stage.options.steps.length - 1];
    const on = inStory.matches(":dir(rtl)") ? -1 : 1;
    const by: Readonly<Record<string, number>> = {
      ArrowRight: stage.state.step + on,
      ArrowLeft: stage.state.step - on,
      Home: first,
      End: last,
    };
    const step = by[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== stage.state.step) go(step);
  };

  let selector: string | undefined;
  let observer: IntersectionObserver | undefined;
  /** A block is being read while it crosses the middle of the window. */
  const observe = (): void => {
    const { stepBlocks } = stage.options;
    if (stepBlocks === selector) return;
    selector = stepBlocks;
    observer?.disconnect();
    const blocks = stepBlocks === undefined ? [] : [...stage.element.ownerDocument.querySelectorAll(stepBlocks)];
    observer = new window.IntersectionObserver(
      (entries) => {
        const entered = entries.findLast((entry) => entry.isIntersecting);
        if (entered) go(blocks.indexOf(entered.target));
      },
      { rootMargin: "-50% 0% -50% 0%" },
    );
    for (const block of blocks) observer.observe(block);
  };
  observe();

  const unlisten = listen(stage.element, { click: onClick, keydown: onKey });
  return {
    go,
    updated: observe,
    stop() {
      cancel();
      observer?.disconnect();
      unlisten();
    },
  };
}

/** A story in steps: by its buttons, from code, from the address, or as the reader scrolls past blocks of the page. */
import type { StoryStep } from "../options.js";
import { windowOf } from "../pipeline.js";
import type { View } from "../view.js";
import { timeOf } from "./items.js";
import { actionOf, listen, type Part } from "./part.js";
import type { Stage } from "./stage.js";

/** Moves take so long, in ms; none where the reader wants less motion. */
const MOVE = 200;

export interface StoryControl extends Part {
  /** Shows a step; one that is not there is ignored. */
  go(step: number): void;
}

export function startStory(stage: Stage): StoryControl {
  const { window } = stage;
  let frame: number | undefined;

  const cancel = (): void => {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
  };

  /** From here to there in equal parts of magnification, so that neither end is rushed. */
  const move = (target: View): void => {
    cancel();
    const from = stage.view;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return stage.show(target);
    let began: number | undefined;
    const draw = (now: number): void => {
      began ??= now;
      const t = Math.min(1, (now - began) / MOVE);
      const part = t * t * (3 - 2 * t);
      const mix = (a: number, b: number): number => a + (b - a) * part;
      frame = t < 1 ? window.requestAnimationFrame(draw) : undefined;
      stage.show(
        t < 1 ? from.select(target.selected).window(mix(from.from, target.from), mix(from.to, target.to)) : target,
      );
    };
    frame = window.requestAnimationFrame(draw);
  };

  const viewOf = ({ event, view }: StoryStep): View => {
    const { figure, timeline, options } = stage;
    const found = stage.event(event ?? null);
    const base = view === undefined ? stage.view : windowOf(stage.view.fit(), view, timeline, figure, options);
    return (found ? base.reveal(figure.scale.position(timeOf(found))) : base).select(found?.id ?? null);
  };

  const go = (step: number): void => {
    const one = stage.options.steps[step];
    if (!one || stage.destroyed) return;
    stage.set({ step, told: one.event });
    move(viewOf(one));
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

  // A block is being read while it crosses the middle of the window.
  const { stepBlocks } = stage.options;
  const blocks = stepBlocks === undefined ? [] : [...stage.element.ownerDocument.querySelectorAll(stepBlocks)];
  const observer =
    blocks.length > 0
      ? new window.IntersectionObserver(
          (entries) => {
            const entered = entries.findLast((entry) => entry.isIntersecting);
            if (entered) go(blocks.indexOf(entered.target));
          },
          { rootMargin: "-50% 0% -50% 0%" },
        )
      : undefined;
  for (const block of blocks) observer?.observe(block);

  const unlisten = listen(stage.element, { click: onClick, keydown: onKey });
  return {
    go,
    stop() {
      cancel();
      observer?.disconnect();
      unlisten();
    },
  };
}

/** A story in steps: by its buttons and keys, from code, from the address, or as the reader scrolls past blocks of the page. */
import type { StoryStep } from "../../options.js";
import { windowOf } from "../../pipeline.js";
import type { View } from "../../view.js";
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { sortTime } from "../keyboard/visible-items.js";

/** View and selection of a step. */
interface Target {
  readonly view: View;
  readonly selected: string | null;
}

export interface Story extends Behavior {
  /**
   * Shows a step; a step that does not exist is ignored.
   *
   * @param atOnce without a move, because another view follows at once
   */
  showStep(step: number, atOnce?: boolean): void;
  showNext(): void;
  showPrevious(): void;
  /** Handles a key inside the story. Elsewhere arrows move from event to event, or scroll the page. */
  pressKey(event: KeyboardEvent): void;
}

export function createStory(context: TimelineContext): Story {
  const { window, dispatch } = context;
  const targetOf = ({ event, view }: StoryStep): Target => {
    const { figure, timeline, options } = context.derived;
    const current = context.state.view;
    const found = context.eventById(event);
    const base = view === undefined ? current : windowOf(current.fit(), view, timeline, figure, options);
    return {
      view: found ? base.reveal(figure.scale.position(sortTime(found))) : base,
      selected: found?.id ?? null,
    };
  };

  const showStep = (step: number, atOnce = false): void => {
    const wanted = context.derived.options.steps[step];
    if (!wanted || context.isDestroyed) return;
    dispatch({ type: "step", step, narrated: wanted.event, ...targetOf(wanted), eased: !atOnce });
  };

  const pressKey = (event: KeyboardEvent): void => {
    const story = (event.target as Element).closest(".dl-story");
    if (!story || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { step } = context.state;
    const forward = story.matches(":dir(rtl)") ? -1 : 1;
    const byKey: Readonly<Record<string, number>> = {
      ArrowRight: step + forward,
      ArrowLeft: step - forward,
      Home: 0,
      End: context.derived.options.steps.length - 1,
    };
    const next = byKey[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== step) showStep(next);
  };

  let selector: string | undefined;
  let observer: IntersectionObserver | undefined;
  /** Shows the step of the block that crosses the middle of the window. */
  const observeBlocks = (): void => {
    const { stepBlocks } = context.derived.options;
    if (stepBlocks === selector) return;
    selector = stepBlocks;
    observer?.disconnect();
    const blocks = stepBlocks === undefined ? [] : [...context.element.ownerDocument.querySelectorAll(stepBlocks)];
    observer = new window.IntersectionObserver(
      (entries) => {
        const entered = entries.findLast((entry) => entry.isIntersecting);
        if (entered) showStep(blocks.indexOf(entered.target));
      },
      { rootMargin: "-50% 0% -50% 0%" },
    );
    for (const block of blocks) observer.observe(block);
  };

  return {
    showStep,
    showNext: () => showStep(context.state.step + 1),
    showPrevious: () => showStep(context.state.step - 1),
    pressKey,
    start: observeBlocks,
    updated: observeBlocks,
    stop: () => observer?.disconnect(),
  };
}

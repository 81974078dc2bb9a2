/** A story in steps: by its buttons and keys, from code, from the address, or as the reader scrolls past blocks of the page. */
import type { StoryStep } from "../../options.js";
import { windowOf } from "../../pipeline.js";
import { dateInWords, listed, word } from "../../scene/accessible-names.js";
import { fill } from "../../time/locale.js";
import type { View } from "../../view.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { ClickHandler } from "../gestures/click-router.js";
import { sortTime } from "../keyboard/visible-items.js";

/** Shortest swipe to another step, in px. */
const STEP_SWIPE_PX = 40;
/** How far a card comes from the side, in px, and how long that takes, in ms. */
const CARD_SHIFT_PX = 32;
const CARD_MOVE_MS = 200;

export interface Story extends Behavior {
  /**
   * Shows a step; a step that does not exist is ignored.
   *
   * @param atOnce without a move, because another view follows at once
   */
  showStep(step: number, atOnce?: boolean): void;
  readonly clicks: ClickHandler;
  /** Handles a key inside the story. Elsewhere arrows move from event to event, or scroll the page. */
  pressKey(event: KeyboardEvent): void;
}

export function createStory(context: TimelineContext): Story {
  const { window, dispatch, query } = context;

  const targetOf = ({ event, view }: StoryStep): { view: View; selected: string | null } => {
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
    const wanted = context.derived.steps[step];
    if (!wanted || context.isDestroyed) return;
    dispatch({ type: "step", step, narrated: wanted.event, ...targetOf(wanted), eased: !atOnce });
  };

  /** Shows the step that the reader asked for: its card comes from its side, and is said. */
  const turnTo = (step: number): void => {
    const { state, derived } = context;
    const wanted = derived.steps[step];
    const by = step - state.step;
    if (!wanted || by === 0) return;
    showStep(step);
    say(wanted, step);
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const from = `${Math.sign(by) * forward() * CARD_SHIFT_PX}px 0`;
    query(".dl-cards > li:not([hidden])")?.animate(
      { translate: [from, "0 0"], opacity: [0, 1] },
      { duration: CARD_MOVE_MS, easing: "ease-out" },
    );
  };

  /** Says position, date and title of a step, in place of the time in view. */
  const say = ({ event, title }: StoryStep, step: number): void => {
    const { steps, options } = context.derived;
    const { locale } = options;
    const found = context.eventById(event);
    const position = fill(word(locale, "position"), step + 1, steps.length);
    const date = found ? dateInWords(found, locale) : "";
    context.timers.clear("view-idle");
    context.announce([position, date, title ?? found?.title ?? ""].reduce((all, one) => listed(all, one, locale)));
  };

  const forward = (): 1 | -1 => (query(".dl-story")?.matches(":dir(rtl)") ? -1 : 1);

  const pressKey = (event: KeyboardEvent): void => {
    const story = (event.target as Element).closest(".dl-story");
    if (!story || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { step } = context.state;
    const byKey: Readonly<Record<string, number>> = {
      ArrowRight: step + forward(),
      ArrowLeft: step - forward(),
      Home: 0,
      End: context.derived.steps.length - 1,
    };
    const next = byKey[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(next);
  };

  let began: PointerEvent | undefined;
  const unlisten = listen(context.element, {
    pointerdown: (event: PointerEvent) => {
      const isOurs = event.pointerType === "touch" && event.isPrimary;
      began = isOurs && (event.target as Element).closest(".dl-story") ? event : undefined;
    },
    pointerup: (event: PointerEvent) => {
      if (event.pointerId !== began?.pointerId) return;
      const [x, y] = [event.clientX - began.clientX, event.clientY - began.clientY];
      began = undefined;
      if (Math.abs(x) < STEP_SWIPE_PX || Math.abs(x) < Math.abs(y)) return;
      turnTo(context.state.step - Math.sign(x) * forward());
    },
    pointercancel: () => {
      began = undefined;
    },
  });

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
    clicks: {
      anyClick: true,
      handle({ action, target }) {
        const mark = target.closest<SVGElement>(".dl-story-strip [data-step]");
        if (action === "step-on") turnTo(context.state.step + 1);
        else if (action === "step-back") turnTo(context.state.step - 1);
        else if (mark) turnTo(Number(mark.dataset["step"]));
        else return false;
        return true;
      },
    },
    pressKey,
    start: observeBlocks,
    updated: observeBlocks,
    stop() {
      unlisten();
      observer?.disconnect();
    },
  };
}

import type { Issue } from "../../base/issue.js";
import type { DocumentInput } from "../../model/document/document.js";
import type { TimelineOptions } from "../../options.js";
import type { Instant } from "../../time/span.js";
import type { PageHtmlElement } from "../page-element.js";
import { listen } from "./behavior.js";
import { createBehaviors } from "./behaviors.js";
import { checkChange, checkListener } from "./check-call.js";
import { Controller, type ControllerOptions } from "./controller.js";
import { deselect, selectEvent } from "./select-event.js";
import type { Change } from "../store/update-options.js";
import type { TimelineEvents, TimelineView } from "./timeline-events.js";

/**
 * A live timeline in a page. After `destroy` no method has an effect.
 *
 * @typeParam Data the type of the field `data` of events
 */
export interface Timeline<Data extends object = Record<string, unknown>> {
  /** The `<figure>` that shows the timeline. */
  readonly element: PageHtmlElement;
  /** The time in view and the selection, now. */
  readonly view: TimelineView;
  /** The step of the story that shows, counted from 0. */
  readonly step: number;
  /** Issues of the document, and of the options for it. */
  readonly issues: readonly Issue[];
  /**
   * Changes document, options or both; the rest stays. With `reset`, options that the change does not name return to their
   * defaults.
   *
   * @throws TypeError for invalid options and for other fields; then nothing has changed. Data never throws
   */
  update(change: { document?: DocumentInput<Data>; options?: TimelineOptions<Data>; reset?: boolean }): void;
  /**
   * Shows a part of time, in ms since 1970 of the timeline's wall clock. The view stays inside the timeline and within its
   * highest zoom.
   *
   * @throws TypeError when `start` lies after `end`, or one of them is no finite number
   */
  setView(view: { start: Instant; end: Instant }): void;
  /** Shows the whole timeline. */
  fit(): void;
  /** Selects an event and shows its details; `null` closes them. An unknown id is ignored. */
  select(id: string | null): void;
  /** Shows a step of the story, counted from 0. A step that does not exist is ignored. */
  showStep(step: number): void;
  /**
   * Calls back on each event of a type. Returns the way to stop.
   *
   * @throws TypeError for a type that there is not, and for a callback that is no function
   */
  on<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void;
  /** Removes the timeline from the page, with all its listeners. */
  destroy(): void;
}

export function startTimeline<Data extends object>(options: ControllerOptions): Timeline<Data> {
  const controller = new Controller(options);
  const { context } = controller;
  const { behaviors, story } = createBehaviors(context);
  controller.start([...behaviors, watchPage(controller, options.container)]);
  return {
    element: context.element,
    get view() {
      return context.times;
    },
    get step() {
      return context.state.step;
    },
    get issues() {
      return controller.issues;
    },
    update(change) {
      checkChange(change);
      context.dispatch({ type: "update", change: change as Change });
    },
    setView({ start: from, end: to }) {
      if (!(from <= to && to - from < Number.POSITIVE_INFINITY)) {
        throw new TypeError(`setView: start and end must be times in ms, start first, not ${from} and ${to}`);
      }
      const { scale } = context.derived.figure;
      const view = context.state.view.window(scale.position(from), scale.position(to));
      context.dispatch({ type: "show", view });
    },
    fit: () => context.dispatch({ type: "show", view: context.state.view.fit() }),
    select: (id) => (id === null ? deselect(context) : selectEvent(context, id)),
    showStep: (step) => story.showStep(step),
    on(type, callback) {
      checkListener(type, callback);
      return context.on(type, callback);
    },
    destroy: () => controller.destroy(),
  };
}

/** Follows the width of the container and the fonts of the page. */
function watchPage({ context: { window, element }, resize }: Controller, container: Element) {
  const observer = new window.ResizeObserver(resize);
  observer.observe(container);
  const { fonts } = element.ownerDocument;
  const unlisten = fonts && listen(fonts, { loadingdone: resize });
  return {
    stop() {
      observer.disconnect();
      unlisten?.();
    },
  };
}

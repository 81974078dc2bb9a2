import { sortTime } from "../keyboard/visible-items.js";
import type { TimelineContext } from "./context.js";

/**
 * Selects an event and brings it into view. An unknown id is ignored.
 *
 * @param byReader whether the reader asked for the details
 */
export function selectEvent(context: TimelineContext, id: string, byReader = false): void {
  const event = context.eventById(id);
  if (!event) return;
  const { figure } = context.derived;
  const view = context.state.view.reveal(figure.scale.position(sortTime(event)));
  context.dispatch({ type: "select", id: event.id, view, byReader });
}

/** Selects no event. Unlike an explicit change of the view, this cancels no animation. */
export function deselect({ dispatch }: TimelineContext): void {
  dispatch({ type: "deselect" });
}

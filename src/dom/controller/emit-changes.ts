/** Public events that follow from a change of the state, in the order that the API promises. */
import { detailedEvent } from "../../html/context.js";
import type { Transition } from "../store/store.js";
import type { TimelineContext } from "./context.js";
import type { TimelineEvents } from "./timeline-events.js";

export type Emit = <Type extends keyof TimelineEvents>(type: Type, detail: TimelineEvents[Type]) => void;

/**
 * Emits `filter`, `select`, `open`, `viewchange` and `step`, as far as an action caused them. A view that an update carries
 * over to another figure shows the same time and emits nothing.
 */
export function emitChanges({ action, before, after }: Transition, context: TimelineContext, emit: Emit): void {
  switch (action.type) {
    case "update":
    case "filter":
    case "unfold":
    case "fold":
    case "true-scale":
    case "relations":
    case "name-lane": {
      // A listener may have set another filter re-entrantly; what the page shows counts.
      if (context.state.filter === before.filter) return;
      const { events, unplaced } = context.derived.timeline;
      const total = events.length + unplaced.length;
      emit("filter", { shown: context.picture.shown?.size ?? total, total });
      // A filter deselects an event that it hides.
      if (after.selected !== before.selected) emit("select", { id: after.selected });
      return;
    }
    case "show":
    case "select":
    case "focus":
    case "step":
    case "back":
    case "deselect":
    case "close-details":
    case "list-cluster": {
      const { selected } = after;
      if (selected !== before.selected) emit("select", { id: selected });
      const open = detailedEvent({ selected, narrated: context.state.narrated });
      const isReopened = action.type === "select" && action.byReader && detailedEvent(before) !== open;
      if (open !== null && (selected !== before.selected || isReopened)) emit("open", { id: open });
      const { view } = after;
      if (view.from !== before.view.from || view.to !== before.view.to) emit("viewchange", context.times);
      if (action.type === "step") emit("step", { step: action.step });
    }
  }
}

import type { Figure } from "../layout/figure.js";
import type { View } from "../view.js";
import type { TimelineView } from "./timeline-events.js";

/** A view of another figure that shows the same time; all of it where nothing is given. */
export function sameTime(view: View, times: TimelineView | undefined, { scale }: Figure): View {
  const whole = view.fit();
  return times ? whole.window(scale.position(times.start), scale.position(times.end)) : whole;
}

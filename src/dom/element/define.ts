import { EventTimelineElement } from "./event-timeline.js";

const NAME = "event-timeline";

/**
 * Registers the element. A name that is taken stays as it is, so a second copy of the library on a page does no harm. Without
 * a DOM nothing happens.
 *
 * @param name a name with a hyphen, which the HTML standard requires of custom elements. Default `event-timeline`
 */
export function defineEventTimeline(name = NAME): void {
  const registry = globalThis.customElements;
  if (!registry || registry.get(name)) return;
  // A class can be registered under one name only.
  registry.define(name, name === NAME ? EventTimelineElement : class extends EventTimelineElement {});
}

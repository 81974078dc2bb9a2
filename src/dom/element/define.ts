import { EventTimelineElement } from "./event-timeline.js";

const NAME = "event-timeline";

/**
 * Registers the element. The first who takes a name has it: a second copy of the library on a page does no harm. Without
 * a DOM nothing happens.
 *
 * @param name with a hyphen, as the HTML standard asks of custom elements. Default `event-timeline`
 */
export function defineEventTimeline(name = NAME): void {
  const registry = globalThis.customElements;
  if (!registry || registry.get(name)) return;
  // A class can be registered once; under any other name it needs a class of its own.
  registry.define(name, name === NAME ? EventTimelineElement : class extends EventTimelineElement {});
}

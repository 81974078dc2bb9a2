/** A live timeline in the page, destroyed after each test. */
import { afterEach } from "vitest";
import { createTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import type { TimelineOptions } from "../../src/options.js";
import { container, frames } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const made: Timeline[] = [];

afterEach(() => {
  for (const timeline of made.splice(0)) timeline.destroy();
  document.body.replaceChildren();
  // Ends a smooth scroll, too, which would go on under the next test.
  window.scrollTo({ top: 0, behavior: "instant" });
});

/** Creates a timeline and waits until it is painted with the page's font. */
export async function live(data: unknown, options: TimelineOptions = {}, width = 1000): Promise<Timeline> {
  const timeline = createTimeline(container(width), data as DocumentInput, options);
  made.push(timeline);
  await document.fonts.ready;
  await frames();
  return timeline;
}

export function part<Found extends Element = HTMLElement>(timeline: Timeline, selector: string): Found {
  const found = timeline.element.querySelector<Found>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

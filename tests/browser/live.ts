/** A live timeline in the page, taken down again after each test. */
import { afterEach } from "vitest";
import { createTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import type { TimelineOptions } from "../../src/options.js";
import { container, frames } from "./support.js";

const made: Timeline[] = [];

afterEach(() => {
  for (const timeline of made.splice(0)) timeline.destroy();
  document.body.replaceChildren();
});

/** Made and painted with the page's own font. */
export async function live(data: unknown, options: TimelineOptions = {}, width = 1000): Promise<Timeline> {
  const timeline = createTimeline(container(width), data, options);
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

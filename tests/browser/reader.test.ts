/**
 * What a screen reader says from the beginning of the figure to its end, as a virtual one reads it. The logs are kept to be
 * read: a repeated word, a date without its certainty, a sign that nobody speaks show there.
 */
import { virtual } from "@guidepup/virtual-screen-reader";
import { afterEach, describe, expect, test } from "vitest";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { he } from "../../src/locales/he.js";
import type { StoryStep, TimelineOptions } from "../../src/options.js";
import { compact } from "../../stories/gallery/scales.js";
import { dense } from "../../stories/gallery/dense.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { hebrewVertical } from "../../stories/gallery/scripts.js";
import { live, part } from "./live.js";

const { document: kursk } = kurskHorizontal();

afterEach(async () => {
  await virtual.stop();
});

/** What is folded away is silent in a browser; the virtual reader does not know. */
function hideFolded(root: Element): void {
  for (const inside of root.querySelectorAll<HTMLElement>("details:not([open]) > :not(summary)")) inside.hidden = true;
}

/** Everything that is said on the way through an element, one phrase a line. */
async function readAloud(container: Element, most = 2000): Promise<string[]> {
  await virtual.start({ container: container as HTMLElement });
  for (let i = 0; i < most; i++) {
    await virtual.next();
    // It goes round: the beginning has come again.
    const log = await virtual.spokenPhraseLog();
    if (log.length > 1 && log.at(-1) === log[0]) break;
  }
  return (await virtual.spokenPhraseLog()).slice(0, -1);
}

describe("a screen reader of a story", () => {
  test("reads each card, and says the step that a button turns to, as it did", { timeout: 900_000 }, async () => {
    const steps: readonly StoryStep[] = [
      { view: "all", title: "How it began", text: "All of it at a glance." },
      { event: "prisoners" },
      { event: "museum", title: "A museum", text: "It opened in autumn." },
    ];
    const timeline = await live(kursk, { steps });
    const story = part(timeline, ".dl-story");
    const said: string[] = [];
    for (let step = 0; step < steps.length; step++) {
      said.push(...(await readAloud(story)));
      await virtual.stop();
      if (step === steps.length - 1) break;
      await virtual.start({ container: timeline.element });
      part(timeline, '[data-action="step-on"]').click();
      const isLive = (phrase: string): boolean => phrase.startsWith("polite: ");
      await expect.poll(async () => (await virtual.spokenPhraseLog()).some(isLive)).toBe(true);
      said.push(...(await virtual.spokenPhraseLog()).filter(isLive));
      await virtual.stop();
    }
    await expect(`${said.join("\n")}\n`).toMatchFileSnapshot("read/story.txt");
  });
});

describe("a screen reader", () => {
  test.each<[string, unknown, TimelineOptions, number, string]>([
    ["horizontal", kursk, { selected: "prisoners", downloads: ["svg"] }, 1000, "figure"],
    ["vertical", kursk, {}, 360, ".dl-view"],
    ["compact", compact().document, { ...compact().options, width: undefined }, 640, "figure"],
    ["dense", dense().document, {}, 1000, ".dl-view"],
    ["right to left", hebrewVertical().document, { locale: he }, 360, "figure"],
  ])("reads the %s figure as it did", { timeout: 900_000 }, async (name, data, options, width, selector) => {
    const timeline: Timeline = await live(data, options, width);
    const part = selector === "figure" ? timeline.element : (timeline.element.querySelector(selector) as Element);
    hideFolded(timeline.element);
    const said = await readAloud(part);
    await expect(`${said.join("\n")}\n`).toMatchFileSnapshot(`read/${name.replaceAll(" ", "-")}.txt`);
  });
});

/** Labels are measured with the fonts of the page from the first paint on, and again when a font loads late. */
import { afterEach, expect, test } from "vitest";
import { createTimeline } from "../../src/dom/controller/create.js";
import type { Timeline } from "../../src/dom/controller/live-timeline.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { container, frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
/** A font that no machine has installed. */
const FACE = new URL("../../node_modules/storybook/assets/browser/nunito-sans-bold.woff2", import.meta.url).href;

const leave: (() => void)[] = [];

afterEach(() => {
  for (const end of leave.splice(0)) end();
  document.body.replaceChildren();
});

function create(family: string, width = 1000): Timeline {
  const host = container(width);
  host.style.fontFamily = family;
  const timeline = createTimeline(host, kursk, { idPrefix: "same" });
  leave.push(() => timeline.destroy());
  return timeline;
}

/** Declares a font; the browser loads it when a text uses it. */
function declare(family: string): void {
  const style = document.createElement("style");
  style.textContent = `@font-face { font-family: "${family}"; src: url("${FACE}"); }`;
  document.head.append(style);
  leave.push(() => style.remove());
}

/** Sets a text in a font and waits until the font is loaded. */
async function use(family: string): Promise<void> {
  const text = document.createElement("p");
  text.style.fontFamily = family;
  text.textContent = "A text";
  document.body.append(text);
  await document.fonts.ready;
  await frames();
}

/** Changes of a timeline's picture during an action. */
async function changes(timeline: Timeline, during: () => Promise<void>): Promise<number> {
  const observer = new MutationObserver(() => undefined);
  observer.observe(timeline.element, { subtree: true, childList: true, attributes: true, characterData: true });
  await during();
  const { length } = observer.takeRecords();
  observer.disconnect();
  return length;
}

/** Each text and its position, one a line. */
function picture({ element }: Timeline): string {
  const texts = [...element.querySelectorAll(".dl-figure :is(text, tspan)")].filter(
    ({ childElementCount }) => childElementCount === 0,
  );
  return texts.map((text) => `${text.getAttribute("x")} ${text.getAttribute("y")} ${text.textContent}`).join("\n");
}

test("a container that enters the page gets the picture of the page's font, at the same width too", async () => {
  const host = document.createElement("div");
  const timeline = createTimeline(host, kursk, { idPrefix: "same" });
  leave.push(() => timeline.destroy());
  container(960).append(host);
  (host.parentElement as HTMLElement).style.fontFamily = "monospace";
  await frames(3);
  const there = picture(timeline);
  expect(there).toBe(picture(create("monospace", 960)));
  expect(there).not.toBe(picture(create("serif", 960)));
});

test("the first picture stays where all fonts are loaded", async () => {
  const timeline = create("monospace");
  const first = picture(timeline);
  await document.fonts.ready;
  await frames();
  expect(picture(timeline)).toBe(first);
});

test("labels are measured with the font that the page gives their container", () => {
  expect(picture(create("monospace"))).not.toBe(picture(create("serif")));
});

test("a font that loads late gives the picture of a timeline that was made after it", async () => {
  declare("late-face");
  const timeline = create("late-face, monospace");
  const before = picture(timeline);
  await document.fonts.ready;
  await frames();
  expect(picture(timeline)).not.toBe(before);
  expect(picture(timeline)).toBe(picture(create("late-face, monospace")));
});

test("a font of other texts of the page changes nothing", async () => {
  const timeline = create("monospace");
  await frames();
  declare("other-face");
  expect(await changes(timeline, () => use("other-face"))).toBe(0);
});

/** What the page round a figure may decide: colours, width, and a dialog of its own. */
import { afterEach, expect, test } from "vitest";
import { createTimeline } from "../../src/dom/controller/create.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { press } from "./keys.js";
import { live, part } from "./live.js";
import { frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const sheets: HTMLStyleElement[] = [];

afterEach(() => {
  for (const sheet of sheets.splice(0)) sheet.remove();
});

function style(text: string): void {
  const sheet = document.head.appendChild(document.createElement("style"));
  sheet.textContent = text;
  sheets.push(sheet);
}

test("a theme of one's own colours the figure and the marks", async () => {
  const theme = { surface: "#102030", ink: "#fffff0", palette: { blue: "#ff0000" } };
  const timeline = await live(kursk, { theme });
  const { color, backgroundColor } = getComputedStyle(timeline.element);
  expect([color, backgroundColor]).toEqual(["rgb(255, 255, 240)", "rgb(16, 32, 48)"]);
  const mark = part<SVGElement>(timeline, '[data-event="treaty-signed"] .dl-fill');
  expect(getComputedStyle(mark).fill).toBe("rgb(255, 0, 0)");
});

test("a page's own colours win in the dark, too", async () => {
  style(".datelines { --dl-surface: #010203; }");
  const timeline = await live(kursk, { theme: "dark" });
  expect(getComputedStyle(timeline.element).backgroundColor).toBe("rgb(1, 2, 3)");
});

test("a figure that the page makes narrower than its container is not cut off", async () => {
  style("figure { max-width: 600px; }");
  const timeline = await live(kursk, {}, 1000);
  await expect.poll(() => part<SVGElement>(timeline, ".dl-figure").getBoundingClientRect().width).toBe(600);
});

test("keys work in a figure inside of a dialog of the page", async () => {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.style.width = "900px";
  dialog.showModal();
  const timeline = createTimeline(dialog, kursk);
  await frames();
  part<SVGElement>(timeline, '[data-event="prisoners"] a.dl-mark').focus();
  await press("Enter");
  expect(timeline.view.selected).toBe("prisoners");
  timeline.destroy();
  dialog.remove();
});

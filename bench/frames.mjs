// Measures the frames of gestures: 120 steps of wheel zooming and of dragging, with 1,000, 10,000 and 100,000 events. Each
// step is one real input event, sent after the frame of the previous step. Prints the time between frames, and the part of
// it that the main thread was busy from the beginning of the frame. Work between frames counts only if it delays a frame.
// Needs `npm run build` first. Machines are noisy: compare figures of one run.
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { ensureBrowser } from "../scripts/find-browser.mjs";

const STEPS = 120;
const GOAL = { 10_000: "frames: p95 at most 16.7 ms, longest at most 50 ms" };
const read = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url), "utf8");

function events(count) {
  let state = 1;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    title: `Event number ${i} of the generated timeline`,
    date: new Date(Date.UTC(1900, 0, 1) + Math.floor(random() * 45_000) * 86_400_000).toISOString().slice(0, 10),
    lane: `lane ${Math.floor(random() * 5)}`,
    importance: 1 + Math.floor(random() * 5),
  }));
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
console.log("events    gesture  frame p95 ms  longest ms  work median ms  p95 ms   longest ms  goal");
for (const count of [1000, 10_000, 100_000]) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.setContent(`<!doctype html><style>${read("style.css")}</style><div id="t"></div>`);
  await page.addScriptTag({ content: read("datelines.min.js") });
  await page.evaluate((data) => {
    globalThis.timeline = globalThis.datelines.createTimeline("#t", { events: data });
  }, events(count));
  await page.evaluate(() => document.fonts.ready);
  const cdp = await page.context().newCDPSession(page);
  // A message sent in an animation frame arrives when that frame has been laid out and painted.
  await page.evaluate(() => {
    globalThis.frames = { deltas: [], work: [] };
    const { port1, port2 } = new MessageChannel();
    let begun;
    port1.addEventListener("message", () => globalThis.frames.work.push(performance.now() - begun));
    port1.start();
    requestAnimationFrame(function tick(now) {
      if (begun !== undefined) globalThis.frames.deltas.push(now - begun);
      begun = now;
      port2.postMessage(0);
      requestAnimationFrame(tick);
    });
  });
  const frame = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const run = async (name, step) => {
    await frame();
    await page.evaluate(() => {
      globalThis.frames.deltas.length = globalThis.frames.work.length = 0;
    });
    for (let i = 0; i < STEPS; i++) {
      await step(i);
      await frame();
    }
    const { deltas, work } = await page.evaluate(() => globalThis.frames);
    const at = (times, part, width) => {
      times.sort((a, b) => a - b);
      return times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1).padEnd(width);
    };
    const frames = `${at(deltas, 0.95, 13)} ${at(deltas, 1, 11)} ${at(work, 0.5, 15)} ${at(work, 0.95, 8)} ${at(work, 1, 11)}`;
    console.log(`${String(count).padEnd(9)} ${name.padEnd(8)} ${frames} ${GOAL[count] ?? ""}`);
  };
  const wheel = (deltaY) =>
    cdp.send("Input.dispatchMouseEvent", { type: "mouseWheel", x: 640, y: 300, deltaX: 0, deltaY, modifiers: 2 });
  const mouse = (type, x, more = {}) =>
    cdp.send("Input.dispatchMouseEvent", { type, x, y: 300, button: "left", ...more });
  await run("zoom", (i) => wheel(i < STEPS / 2 ? -12 : 12));
  await page.evaluate(() => {
    const { start, end } = globalThis.timeline.view;
    globalThis.timeline.setView({ start: start + (end - start) * 0.4, end: start + (end - start) * 0.5 });
  });
  await mouse("mousePressed", 640, { buttons: 1, clickCount: 1 });
  await run("drag", (i) => mouse("mouseMoved", 640 + (i < STEPS / 2 ? i : STEPS - i) * 8, { buttons: 1 }));
  await mouse("mouseReleased", 640, { clickCount: 1 });
  await page.close();
}
await browser.close();

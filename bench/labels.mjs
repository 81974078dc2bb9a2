// Counts the labels that can be read at 1000 × 500 px in real Chromium, on timelines of several shapes and seeds, and prints
// the worst of each kind. A label can be read that shows the beginning of a title and overlaps no other.
import { build } from "esbuild";
import { chromium } from "playwright";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBrowser } from "../scripts/find-browser.mjs";
import { makeShape } from "./shapes.mjs";

const SIZE = { width: 1000, height: 500 };
const SEEDS = [20_240_619, 7, 4711];
const LEADER_MAX = 150;
const SIX_LANES = ["even", "bursts", "growing"].flatMap((times) =>
  [0.1, 0.3].map((ranges) => ({ times, lanes: 6, ranges, sources: true })),
);
const ONE_LANE = ["even", "bursts", "growing"].map((times) => ({ times, lanes: 1, ranges: 0, sources: false }));
/** Kinds of timelines, with the number of labels that is the goal. */
const KINDS = [
  { name: "100 in six lanes with ranges and sources", count: 100, shapes: SIX_LANES, goal: 45 },
  { name: "1,000 in six lanes with ranges and sources", count: 1000, shapes: SIX_LANES, goal: 36 },
  { name: "100 in one lane", count: 100, shapes: ONE_LANE, goal: 28 },
];

const folder = await mkdtemp(join(tmpdir(), "datelines-labels-"));
const outfile = join(folder, "render.mjs");
await build({
  entryPoints: [new URL("../src/render-to-string.ts", import.meta.url).pathname],
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  logLevel: "error",
});
const { renderToString } = await import(pathToFileURL(outfile).href);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: SIZE });

/** In the page: labels with their boxes, and the longest leader line. */
function labelsInPage() {
  const blank = /\s/g;
  const labels = [...document.querySelectorAll(".dl-label")].map((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect();
    return { left, right, top, bottom, text: label.textContent.replace(blank, "") };
  });
  // One path holds the leader lines of a lane: each is a vertical stroke.
  const leaders = [...document.querySelectorAll(".dl-poles path, .dl-poles line")].flatMap((line) => {
    const strokes = (line.getAttribute("d") ?? "").match(/[MVvLl][^A-Za-z]*/g);
    if (!strokes) return [line.getBoundingClientRect().height];
    return strokes.flatMap((stroke, i) => {
      const last = (text) => Number(text.match(/-?[\d.]+(?=[^\d.]*$)/)?.[0]);
      if (stroke.startsWith("M")) return [];
      return [Math.abs(stroke.startsWith("v") ? last(stroke) : last(stroke) - last(strokes[i - 1] ?? stroke))];
    });
  });
  return { labels, leader: Math.max(0, ...leaders) };
}

/** The beginning of each title that tells it from the others, at least fourteen characters, without blanks. */
function beginnings(titles) {
  const joined = titles.map((title) => title.replace(/\s/g, ""));
  const least = titles.map((title) => title.slice(0, 14).replace(/\s/g, "").length);
  const isOther = (text, i) => joined.some((other, k) => k !== i && other.startsWith(text));
  return joined.map((title, i) => {
    let length = least[i];
    while (length < title.length && isOther(title.slice(0, length), i)) length++;
    return title.slice(0, length);
  });
}

async function measure(count, shape) {
  const { events } = makeShape(count, shape);
  await page.setContent(`<!doctype html><style>body{margin:0}</style>${renderToString({ events }, SIZE)}`);
  const { labels, leader } = await page.evaluate(labelsInPage);
  const clashing = new Set();
  labels.forEach((a, i) => {
    for (const b of labels.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 0.5 && down > 2.5) clashing.add(a).add(b);
    }
  });
  const known = beginnings(events.map(({ title }) => title));
  const readable = labels.filter((label) => !clashing.has(label) && known.some((text) => label.text.includes(text)));
  const thirds = [0, 1, 2].map(
    (part) =>
      readable.filter(({ left, right }) => Math.min(2, Math.floor((left + right) / 2 / (SIZE.width / 3))) === part)
        .length,
  );
  return { readable: readable.length, labels: labels.length, overlaps: clashing.size, leader, thirds };
}

let missed = false;
for (const { name, count, shapes, goal } of KINDS) {
  let worst = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    for (const seed of SEEDS) {
      const { readable, labels, overlaps, leader, thirds } = await measure(count, { ...shape, seed });
      worst = Math.min(worst, readable);
      missed ||= readable < goal || overlaps > 0 || leader > LEADER_MAX;
      console.log(
        `${count}, ${shape.times}, ${shape.lanes} lanes, ${shape.ranges * 100} % ranges: ${readable} readable of ${labels} ` +
          `labels (${thirds.join(", ")} by thirds of the width), ${overlaps} overlap, longest leader line ${leader.toFixed(0)} px`,
      );
    }
  }
  console.log(`${name}: at least ${worst} readable labels (goal ${goal})`);
}
await browser.close();
await rm(folder, { recursive: true });
if (missed) console.log("Some goals are missed.");

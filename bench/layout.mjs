// Measures the layout by the number of events: the index once, then one step of a pan, and the marks of a frame.
// All sizes take turns in one process, and the fastest repeat is printed, so that ratios are comparable.
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const REPEATS = 3;
const STEPS = 60;

const folder = await mkdtemp(join(tmpdir(), "datelines-bench-"));
const outfile = join(folder, "layout.mjs");
await build({
  stdin: {
    contents: `export { createPipeline } from "./src/pipeline.js"; export { resolveOptions } from "./src/resolve-options.js";
      export { buildEventIndex } from "./src/model/events/event-index.js";
      export { ObjectStore } from "./src/model/events/object-store.js";`,
    resolveDir: new URL("..", import.meta.url).pathname,
    loader: "ts",
  },
  bundle: true,
  platform: "node",
  format: "esm",
  outfile,
  logLevel: "error",
});
const { createPipeline, resolveOptions, buildEventIndex, ObjectStore } = await import(pathToFileURL(outfile).href);

/** Events in bursts over 400 years, the same on every machine. */
function events(count) {
  let state = 20_240_619;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const bursts = Array.from({ length: 40 }, () => random() * 146_000);
  return Array.from({ length: count }, (_, i) => {
    const at = random() < 0.5 ? bursts[i % 40] + (random() + random() - 1) * 365 : random() * 146_000;
    const day = Math.max(0, Math.min(146_000, Math.floor(at)));
    return {
      id: `e${i}`,
      title: `Event number ${i} of the town`,
      date: new Date(Date.UTC(1600, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
      importance: 1 + (i % 5),
      lane: `Lane ${i % 4}`,
    };
  });
}

const timed = (work) => {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
};
const percentile = (times, part) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)];

const options = resolveOptions({ width: 1200 });
const rows = [];
for (const count of SIZES) {
  const pipeline = createPipeline();
  const [parse, { timeline }] = timed(() => pipeline.model(events(count), options));
  let index = Number.POSITIVE_INFINITY;
  for (let i = 0; i < REPEATS; i++) {
    // The index is kept beside the store: each repeat needs its own.
    const store = new ObjectStore(timeline.events);
    index = Math.min(index, timed(() => buildEventIndex({ ...timeline, store }))[0]);
  }
  const [layout, figure] = timed(() => pipeline.figure(timeline, options, false));
  const whole = pipeline.initialView(timeline, figure, options);
  const steps = [];
  let marks = 0;
  for (const zoom of [1, 20, 400]) {
    let view = whole.zoomAt(zoom, (whole.from + whole.to) / 2);
    for (let i = 0; i < STEPS; i++) {
      view = view.pan(0.02);
      const [time, picture] = timed(() => pipeline.picture({ timeline, figure, view, options }));
      steps.push(time);
      marks = Math.max(
        marks,
        picture.layout.laneLayouts.reduce((sum, { marks, clusters }) => sum + marks.length + clusters.length, 0),
      );
    }
  }
  rows.push({ count, parse, index, layout, median: percentile(steps, 0.5), p95: percentile(steps, 0.95), marks });
}
await rm(folder, { recursive: true });

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
for (const { count, parse, index, layout, median, p95, marks } of rows) {
  console.log(
    `${String(count).padStart(9)} events: parse ${ms(parse)}, index ${ms(index)}, first layout ${ms(layout)}, ` +
      `pan step ${ms(median)} (p95 ${ms(p95)}), at most ${marks} marks (goal 600)`,
  );
}
const [, small, , large] = rows;
const growth =
  large.index / small.index / ((large.count * Math.log(large.count)) / (small.count * Math.log(small.count)));
console.log(`index, 1,000,000 to 10,000, by n log n: ${growth.toFixed(2)} (goal: no more than 1)`);
console.log(`pan step, 1,000,000 to 10,000: ${(large.median / small.median).toFixed(2)} (goal: no more than 2)`);

// Measures the time of a picture on a server for generated events, in ms: medians after a warm-up.
// Needs `npm run build` first. Machines are noisy: compare figures of one run.
import { performance } from "node:perf_hooks";
import { renderToString } from "../dist/index.js";

function events(count) {
  let state = 1;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(1900, 0, 1) + Math.floor(random() * 45_000) * 86_400_000).toISOString().slice(0, 10);
    const lane = `lane ${Math.floor(random() * 5)}`;
    const importance = 1 + Math.floor(random() * 5);
    return { id: `e${i}`, title: `Event number ${i} of the generated timeline`, date: day, lane, importance };
  });
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const GOALS = { 1000: 50 };
console.log("events    median ms    fastest ms    bytes    goal");
for (const count of [100, 1000, 10_000, 100_000]) {
  const document = { events: events(count) };
  const runs = count > 10_000 ? 3 : 31;
  for (let i = 0; i < (count > 10_000 ? 1 : 30); i++) renderToString(document);
  const times = [];
  let bytes = 0;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    bytes = renderToString(document).length;
    times.push(performance.now() - start);
  }
  const goal = GOALS[count] ? `under ${GOALS[count]} ms` : "";
  console.log(
    `${String(count).padEnd(9)} ${median(times).toFixed(1).padEnd(12)} ${Math.min(...times)
      .toFixed(1)
      .padEnd(13)} ${String(bytes).padEnd(8)} ${goal}`,
  );
}

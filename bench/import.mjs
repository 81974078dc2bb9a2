// Measures time and memory of reading tables, each figure in a fresh process. The last column is the goal: reading succeeds
// in a heap of 8 times the file size plus the heap of Node itself. The peak is that of the whole process.
// Needs `npm run build` first. `--file PATH` reads another file.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const SELF = fileURLToPath(import.meta.url);
const [mode, path] = process.argv.slice(2);

/** Heap of Node after loading this library, before reading. */
const NODE_MEGABYTES = 12;

function table(rows) {
  const lines = ["title,date,lane,source"];
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(1900, 0, 1) + (i % 45_000) * 86_400_000).toISOString().slice(0, 10);
    lines.push(`Event number ${i} of the table,${day},lane ${i % 5},https://example.org/articles/${i}`);
  }
  return `${lines.join("\n")}\n`;
}

if (mode === "--child") {
  const { fromCsv } = await import("../dist/import.js");
  const bytes = readFileSync(path);
  globalThis.gc();
  const before = process.memoryUsage();
  const peakBefore = process.resourceUsage().maxRSS;
  const start = performance.now();
  const { document, issues } = fromCsv(bytes, { limits: { bytes: 1e9, events: 1e7 } });
  const time = performance.now() - start;
  const peak = Math.max(0, process.resourceUsage().maxRSS - peakBefore) * 1024;
  globalThis.gc();
  const kept = process.memoryUsage().heapUsed - before.heapUsed;
  console.log(JSON.stringify({ events: document.events.length, issues: issues.length, time, peak, kept }));
} else {
  const folder = mkdtempSync(join(tmpdir(), "datelines-bench-"));
  const run = (file, ...flags) =>
    spawnSync(process.execPath, ["--expose-gc", ...flags, SELF, "--child", file], { encoding: "utf8" });
  const measure = (file) => {
    const size = statSync(file).size;
    const { stdout, stderr } = run(file);
    if (stdout === "") throw new Error(stderr);
    const limit = NODE_MEGABYTES + Math.ceil((8 * size) / 2 ** 20);
    const fits = run(file, `--max-old-space-size=${limit}`).status === 0;
    return { size, fits, ...JSON.parse(stdout) };
  };
  console.log("rows        MB       ms        rows/s      peak extra MB   times the file   kept MB  heap of 8 times");
  const print = ({ events, size, time, peak, kept, fits }) => {
    const cells = [events, (size / 1e6).toFixed(1), time.toFixed(0), ((events / time) * 1000).toFixed(0)];
    const memory = [
      (peak / 1e6).toFixed(0),
      (peak / size).toFixed(1),
      (kept / 1e6).toFixed(0),
      fits ? "enough" : "too small",
    ];
    const widths = [11, 8, 9, 11, 15, 16, 8, 9];
    console.log([...cells, ...memory].map((cell, i) => String(cell).padEnd(widths[i])).join(" "));
  };
  if (mode === "--file") print(measure(path));
  else {
    for (const rows of [10_000, 100_000, 300_000, 1_000_000]) {
      const file = join(folder, `${rows}.csv`);
      writeFileSync(file, table(rows));
      print(measure(file));
    }
  }
  rmSync(folder, { recursive: true });
}

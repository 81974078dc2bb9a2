// Collects the figures that slow tests measure, and prints each beside its goal at the end of the run. Tests run in other
// processes, so they append figures to the file named by DATELINES_FIGURES.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const GOALS = {
  exactly: { text: (n) => number.format(n), met: (value, n) => value === n },
  most: { text: (n) => `at most ${number.format(n)}`, met: (value, n) => value <= n },
  least: { text: (n) => `at least ${number.format(n)}`, met: (value, n) => value >= n },
};

/** Records one figure for the end of the run. Does nothing outside such a run. */
export function figure(name, value, goal, unit = "") {
  const path = process.env.DATELINES_FIGURES;
  if (path) appendFileSync(path, `${JSON.stringify({ name, value, goal, unit })}\n`);
}

/** Prints a line for each figure: met or missed, value, goal and name. Returns false if a goal is missed. */
export function printFigures(figures) {
  const rows = figures.map(({ name, value, goal, unit }) => {
    const entry = Object.entries(goal ?? {})[0];
    // A figure without a goal is for comparison. A value that is no number was not measured.
    const met = !entry || GOALS[entry[0]].met(value ?? Number.NaN, entry[1]);
    const shown = typeof value === "number" ? number.format(value) : "not measured";
    return {
      met,
      cells: [
        entry ? (met ? "met" : "MISSED") : "",
        [shown, unit].filter(Boolean).join(" "),
        entry ? `goal: ${GOALS[entry[0]].text(entry[1])}` : "",
        name,
      ],
    };
  });
  const width = (at) => Math.max(0, ...rows.map(({ cells }) => cells[at].length));
  const widths = [width(0), width(1), width(2)];
  console.log(figures.length === 0 ? "\nno figure was measured" : "\nFigures, with their goals:");
  for (const { cells } of rows) {
    const [verdict, shown, goal, name] = cells;
    console.log(`  ${verdict.padEnd(widths[0])}  ${shown.padStart(widths[1])}  ${goal.padEnd(widths[2])}  ${name}`);
  }
  return rows.every(({ met }) => met);
}

/** Calls `run` with the environment that records figures, and prints them. Returns its result and whether all goals are met. */
export function withFigures(run) {
  const folder = mkdtempSync(join(tmpdir(), "datelines-figures-"));
  const path = join(folder, "figures.jsonl");
  writeFileSync(path, "");
  try {
    const result = run({ DATELINES_FIGURES: path });
    const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
    return { result, met: printFigures(lines.map((line) => JSON.parse(line))) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What a run of proof measures, each figure beside its goal, printed when the run is over. Tests run in processes of
// their own, so that figures go through a file, whose path those processes find in DATELINES_FIGURES.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const GOALS = {
  exactly: { text: (n) => number.format(n), met: (value, n) => value === n },
  most: { text: (n) => `at most ${number.format(n)}`, met: (value, n) => value <= n },
  least: { text: (n) => `at least ${number.format(n)}`, met: (value, n) => value >= n },
};

/** Keeps one figure for the end of the run; without a run that prints them it is dropped. */
export function figure(name, value, goal, unit = "") {
  const path = process.env.DATELINES_FIGURES;
  if (path) appendFileSync(path, `${JSON.stringify({ name, value, goal, unit })}\n`);
}

/** A line each: whether it is met, the figure, its goal, what it is. False where a goal is missed. */
export function printFigures(figures) {
  const rows = figures.map(({ name, value, goal, unit }) => {
    const entry = Object.entries(goal ?? {})[0];
    // A figure without a goal is told for comparison; what is not a number was not measured.
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

/** Calls `run` with the environment in which figures are kept, prints them, and gives what `run` gave and whether all are met. */
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

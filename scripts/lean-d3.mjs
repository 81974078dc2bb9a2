// An esbuild plugin: d3-zoom and d3-selection without the parts that datelines does not use. Both hang all they can do on
// one object, so that no bundler can tell what is used.
// d3-zoom: without d3-transition and d3-interpolate, which bring d3-color, d3-ease and d3-timer and only serve moves that
// run by themselves; datelines has none and gives d3-zoom a transform at once. Without its double click, which datelines
// turns off, and without settings that stay as they are.
// d3-selection: without the methods that neither datelines nor d3-zoom calls, the one that writes markup among them.
// What is taken away here is checked, so that another version of either stops the build.
import { readFileSync } from "node:fs";

/** Methods that stay. */
const METHODS =
  "constructor select selectAll selectChildren filter data enter exit join merge selection order call node each style property append remove datum on".split(
    " ",
  );

/** For each file what is replaced by what; a pair as the first stands for all from the one text up to the other. */
const CHANGES = {
  "d3-zoom": [
    ["import { interpolateZoom } from 'd3-interpolate';", ""],
    ["import { interrupt } from 'd3-transition';", "const interrupt = () => {};"],
    ["      interpolate = interpolateZoom,\n", ""],
    ['        .on("dblclick.zoom", dblclicked)\n', ""],
    [["    if (collection !== selection) {", "      selection.interrupt()"], "    {\n"],
    ["selection.interrupt()", "selection"],
    [["  zoom.scaleBy = ", "  function scale("], ""],
    [["  function schedule(", "  function gesture("], ""],
    [["  function dblclicked(", "  function touchstarted("], ""],
    [["      // If this was a dbltap", "    }\n  }\n\n  zoom.wheelDelta"], ""],
    [["  zoom.constrain = ", "  zoom.on = "], ""],
    [["  zoom.tapDistance = ", "  return zoom;"], ""],
  ],
  "d3-selection": [
    [
      ["Selection.prototype = selection.prototype = {", "\n};\n\nfunction select("],
      (table) => {
        const lines = table.split("\n");
        const kept = lines.filter((line, i) => i === 0 || METHODS.some((name) => line.startsWith(`  ${name}: `)));
        if (kept.length !== METHODS.length + 1) throw new Error("d3-selection is not as it was: it lacks a method");
        return kept.join("\n");
      },
    ],
  ],
};

function change(name, text, [what, by]) {
  const [from, to] = typeof what === "string" ? [what, ""] : what;
  const start = text.indexOf(from);
  const end = typeof what === "string" ? start + from.length : text.indexOf(to, start);
  if (start < 0 || end < start || text.indexOf(from, start + 1) >= 0) {
    throw new Error(`${name} is not as it was: it lacks ${from} … ${to}, or has it twice`);
  }
  return text.slice(0, start) + (typeof by === "string" ? by : by(text.slice(start, end))) + text.slice(end);
}

/** What the methods that stay call must stay too. */
function checkCalls(text) {
  const all = [...text.matchAll(/^ {2}(\w+): selection_\w+,?$/gm)].map(([, name]) => name);
  for (const name of METHODS) {
    const body = new RegExp(`\\nfunction selection_${name}\\([^]*?\\n}`).exec(text)?.[0] ?? "";
    for (const [, called] of body.matchAll(/\b(?:this|enter|exit|update)\.(\w+)\(/g)) {
      if (all.includes(called) && !METHODS.includes(called)) throw new Error(`d3-selection: ${name} calls ${called}`);
    }
  }
}

export function leanD3() {
  return {
    name: "lean-d3",
    setup(build) {
      build.onLoad({ filter: /[\\/](?:d3-zoom|d3-selection)[\\/]dist[\\/]d3-\w+\.mjs$/ }, ({ path }) => {
        const name = /d3-\w+(?=\.mjs$)/.exec(path)[0];
        const before = readFileSync(path, "utf8");
        if (name === "d3-selection") checkCalls(before);
        const contents = CHANGES[name].reduce((text, one) => change(name, text, one), before);
        return { contents, loader: "js" };
      });
    },
  };
}

// An esbuild plugin: d3-zoom and d3-selection without the parts that datelines does not use. Both hang all they can do on
// one object, so that no bundler can tell what is used.
// d3-zoom: without d3-transition and d3-interpolate, which bring d3-color, d3-ease and d3-timer and only serve moves that
// run by themselves; datelines has none and gives d3-zoom a transform at once. Without its double click, which datelines
// turns off, and without settings that stay as they are.
// Its listeners are one for each kind of event, which d3-dispatch is not needed for, and hear of the transform alone.
// d3-drag: of what keeps text from being marked, the way of browsers that have no `selectstart`, which is none of today.
// d3-selection: without the methods that neither datelines nor d3-zoom calls, the one that writes markup among them.
// Of both, a function that takes an argument in several forms keeps the form that it is called with, and none that is asked
// for a value keeps that beside setting it.
// What is taken away here is checked, so that another version of either stops the build.
import { readFileSync } from "node:fs";

/** Methods that stay. */
const METHODS =
  "constructor select selectAll selectChildren filter data enter exit join merge selection order call each property append remove datum on".split(
    " ",
  );

/** For each file what is replaced by what; a pair as the first stands for all from the one text up to the other. */
const CHANGES = {
  "d3-zoom": [
    ["import { dispatch } from 'd3-dispatch';\n", ""],
    ["import { interpolateZoom } from 'd3-interpolate';", ""],
    ["import { interrupt } from 'd3-transition';", "const interrupt = () => {};"],
    ["      interpolate = interpolateZoom,\n", ""],
    ['        .on("dblclick.zoom", dblclicked)\n', ""],
    ['\n        .style("-webkit-tap-highlight-color", "rgba(0,0,0,0)")', ""],
    [["    if (collection !== selection) {", "      selection.interrupt()"], "    {\n"],
    ["selection.interrupt()", "selection"],
    [["  zoom.scaleBy = ", "  function scale("], ""],
    [["  function schedule(", "  function gesture("], ""],
    [["  function dblclicked(", "  function touchstarted("], ""],
    [["      // If this was a dbltap", "    }\n  }\n\n  zoom.wheelDelta"], ""],
    ["    this.taps = 0;\n", ""],
    [", g.taps = 1 + !!touchstarting", ""],
    [", g.taps = 0", ""],
    [
      [
        "    if (touchstarting) touchstarting = ",
        "      interrupt(this);\n      g.start();\n    }\n  }\n\n  function touchmoved",
      ],
      "    if (started) {\n",
    ],
    [["function ZoomEvent(", "function Transform("], ""],
    [["  apply: function(point)", "  invert: function(location)"], ""],
    [[",\n  rescaleX: ", "\n};\n\nvar identity"], ""],
    ["transform.prototype = Transform.prototype;\n", ""],
    ["filter = defaultFilter,\n      extent = defaultExtent,", "filter,\n      extent,"],
    ["wheelDelta = defaultWheelDelta,", "wheelDelta,"],
    ['listeners = dispatch("start", "zoom", "end"),', "listeners = {},"],
    [
      ["      var d = select(this.that).datum();", "    }\n  };\n\n  function wheeled"],
      "      listeners[type]?.({ transform: this.that.__zoom });\n",
    ],
    [["  zoom.touchable = ", "  zoom.extent = "], ""],
    [["  zoom.constrain = ", "  zoom.on = "], ""],
    [
      ["    var value = listeners.on.", "  };\n\n  zoom.clickDistance"],
      "    listeners[arguments[0]] = arguments[1];\n    return zoom;\n",
    ],
    [
      "arguments.length ? (clickDistance2 = (_ = +_) * _, zoom) : Math.sqrt(clickDistance2)",
      "clickDistance2 = _ * _, zoom",
    ],
    [["  zoom.tapDistance = ", "  return zoom;"], ""],
    [
      ["  zoom.wheelDelta = ", "  zoom.on = "],
      (setters) =>
        setters
          .replace(/arguments\.length \? \((.+), zoom\) : .+;/g, "$1, zoom;")
          .replace(/typeof _ === "function" \? _ : constant\((?:\+|!!)_\)/g, "_")
          .replace(/typeof _ === "function" \? _ : constant\(\[.+\]\)/, "constant(_)")
          .replace(/(\w+)\[0\](?:\[0\])? = .+, zoom;/g, "$1 = _, zoom;"),
    ],
  ],
  "d3-drag": [
    [
      ['  if ("onselectstart" in root) {\n    selection.on("selectstart.drag", noevent', "}\n\nfunction yesdrag"],
      '  selection.on("selectstart.drag", noevent, nonpassivecapture);\n',
    ],
    [
      ['  if ("onselectstart" in root) {\n    selection.on("selectstart.drag", null)', "}\n\nvar constant"],
      '  selection.on("selectstart.drag", null);\n',
    ],
  ],
  "d3-selection": [
    ['  if (typeof select !== "function") select = selector(select);\n', ""],
    [
      'if (typeof select === "function") select = arrayAll(select);\n  else select = selectorAll(select);',
      "select = arrayAll(select);",
    ],
    [
      ["  return this.selectAll(match == null", "}\n\nfunction selection_filter"],
      "  return this.selectAll(children);\n",
    ],
    ['  if (typeof match !== "function") match = matcher(match);\n', ""],
    [["  insertBefore: function(child, next)", "};\n\nfunction constant"], ""],
    ["  if (!arguments.length) return Array.from(this, datum);\n", ""],
    ["key ? bindKey : bindIndex", "bindKey"],
    ['  if (typeof value !== "function") value = constant(value);\n', ""],
    ["arraylike(value.call(parent, parent && parent.__data__, j, parents))", "value"],
    [
      ['  if (typeof onenter === "function") {', "  return enter && update"],
      "  enter = onenter(enter);\n  exit.remove();\n",
    ],
    ["enter && update ? enter.merge(update).order() : update", "enter.merge(update).order()"],
    [
      ["function selection_property(", "function classArray"],
      `function selection_property(name, value) {
  return this.each((typeof value === "function" ? propertyFunction : propertyConstant)(name, value));
}
`,
    ],
    [
      'arguments.length\n      ? this.property("__data__", value)\n      : this.node().__data__',
      'this.property("__data__", value)',
    ],
    ['var create = typeof name === "function" ? name : creator(name);\n', "var create = name;\n"],
    [
      ['  var typenames = parseTypenames(typename + "")', "  on = value ? onAdd"],
      "  var typenames = parseTypenames(typename), n = typenames.length, i, on;\n",
    ],
    [
      ['typeof selector === "string"\n      ? new Selection([[document.querySelector(', "new Selection([[selector]]"],
      "",
    ],
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

/** What the methods that stay call, as they now are, must stay too. */
function checkCalls(before, text) {
  const all = [...before.matchAll(/^ {2}(\w+): selection_\w+,?$/gm)].map(([, name]) => name);
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
      build.onLoad({ filter: /[\\/]d3-(?:zoom|drag|selection)[\\/]dist[\\/]d3-\w+\.mjs$/ }, ({ path }) => {
        const name = /d3-\w+(?=\.mjs$)/.exec(path)[0];
        const before = readFileSync(path, "utf8");
        const contents = CHANGES[name].reduce((text, one) => change(name, text, one), before);
        if (name === "d3-selection") checkCalls(before, contents);
        return { contents, loader: "js" };
      });
    },
  };
}

import { describe, expect, test } from "vitest";
import { DEFAULTS, type TimelineOptions } from "../src/options.js";
import { resolveOptions } from "../src/resolve-options.js";

describe("options", () => {
  test("have their defaults where they are not given or undefined", () => {
    expect(resolveOptions()).toEqual(DEFAULTS);
    expect(resolveOptions({ width: undefined, theme: undefined })).toEqual(DEFAULTS);
  });

  test("are not changed", () => {
    const given: TimelineOptions = Object.freeze({ width: 500 });
    expect(resolveOptions(given)).toEqual({ ...DEFAULTS, width: 500 });
  });

  test("that do not exist are refused, with the names of all that do", () => {
    expect(() => resolveOptions({ with: 500 } as TimelineOptions)).toThrow(
      new TypeError(`unknown option "with"; there are ${Object.keys(DEFAULTS).join(", ")}`),
    );
  });

  test.each<TimelineOptions>([
    { width: 0 },
    { width: 1e6 },
    { height: 0.5 },
    { scale: { log: "2024-06-19" } },
    { theme: {} },
    { theme: { surface: "#fff", palette: { blue: "#123456" } } },
    { initialView: { from: "1848", to: "1850" } },
    { initialView: { event: "a", span: 1 } },
    { selected: null },
    { filter: { text: "", lanes: ["a"], unsourced: true } },
    { downloads: ["svg", "csv"] },
    { steps: [{}, { event: "a", view: "all" }, { view: { from: "1848", to: "1850" } }] },
  ])("are taken as they are: %j", (options) => {
    expect(resolveOptions(options)).toEqual({ ...DEFAULTS, ...options });
  });

  test.each<[name: keyof TimelineOptions, value: unknown]>([
    ["width", -1],
    ["width", "500"],
    ["width", Number.NaN],
    ["width", 1e6 + 1],
    ["height", 0],
    ["height", Number.POSITIVE_INFINITY],
    ["orientation", "diagonal"],
    ["scale", { log: 1848 }],
    ["theme", "blue"],
    ["theme", { surface: "red" }],
    ["theme", { paper: "#fff" }],
    ["theme", { palette: null }],
    ["theme", { palette: { pink: "#fff" } }],
    ["locale", "de"],
    ["initialView", { from: "1848" }],
    ["initialView", { from: "1848", to: "1850", event: "a" }],
    ["initialView", { event: "a", span: "wide" }],
    ["initialView", { event: "a", span: 0 }],
    ["selected", 1],
    ["idPrefix", "1a"],
    ["idPrefix", ""],
    ["minimap", "yes"],
    ["downloads", ["svg", "svg"]],
    ["downloads", ["pdf"]],
    ["filter", { lane: "a" }],
    ["filter", { lanes: "a" }],
    ["details", "text"],
    ["steps", [{ event: 1 }]],
    ["steps", [{ titel: "A" }]],
    ["steps", [{ view: "now" }]],
    ["measure", 7],
  ])("%s cannot be %j, and the refusal names it", (name, value) => {
    const resolve = (): unknown => resolveOptions({ [name]: value });
    expect(resolve).toThrow(TypeError);
    expect(resolve).toThrow(new RegExp(`^option ${name} must be .+, not `));
  });
});

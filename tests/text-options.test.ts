import { describe, expect, test } from "vitest";
import type { TimelineOptions } from "../src/options.js";
import { resolveOptions } from "../src/resolve-options.js";
import { optionsFromText, TEXT_OPTIONS } from "../src/text-options.js";

const read = (texts: Readonly<Record<string, string | null>>): TimelineOptions =>
  optionsFromText((name) => texts[name]);

describe("options as text", () => {
  test("are all options but those that text cannot hold", () => {
    const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const never = new Set(["locale", "measure", "details", "steps"]);
    const all = Object.keys(resolveOptions()).filter((name) => !never.has(name));
    expect(TEXT_OPTIONS.toSorted()).toEqual(all.map(kebab).toSorted());
  });

  test.each<[string, string, TimelineOptions]>([
    ["width", "640", { width: 640 }],
    ["orientation", "vertical", { orientation: "vertical" }],
    ["scale", "equal", { scale: "equal" }],
    ["scale", "log:2024-06-19", { scale: { log: "2024-06-19" } }],
    ["time-zone", "Asia/Pyongyang", { timeZone: "Asia/Pyongyang" }],
    ["date-order", "DMY", { dateOrder: "DMY" }],
    ["initial-view", "all", { initialView: "all" }],
    ["initial-view", "1944/1950", { initialView: { from: "1944", to: "1950" } }],
    ["initial-view", "event:war", { initialView: { event: "war" } }],
    ["minimap", "", { minimap: true }],
    ["minimap", "minimap", { minimap: true }],
    ["minimap", "false", { minimap: false }],
    ["toolbar", "off", { toolbar: false }],
    ["downloads", "svg, csv", { downloads: ["svg", "csv"] }],
  ])("%s=%j", (name, text, expected) => {
    expect(read({ [name]: text })).toEqual(expected);
    expect(() => resolveOptions(read({ [name]: text }))).not.toThrow();
  });

  test.each([
    ["width", "wide"],
    ["width", ""],
    ["orientation", "diagonal"],
    ["initial-view", "a/b/c"],
    ["scale", "logarithmic"],
  ])("%s=%j is left for the options to refuse", (name, text) => {
    expect(() => resolveOptions(read({ [name]: text }))).toThrow(/^option/);
  });

  test("that are not there are not given", () => {
    expect(read({ theme: null })).toEqual({});
  });
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { defineEventTimeline } from "../src/dom/element/define.js";

/** As the HTML standard has it: a name and a class are taken once. */
function registry() {
  const taken = new Map<string, unknown>();
  return {
    get: (name: string) => taken.get(name),
    define(name: string, constructor: unknown) {
      if (taken.has(name) || [...taken.values()].includes(constructor)) throw new Error(`${name} is taken`);
      taken.set(name, constructor);
    },
    names: () => [...taken.keys()],
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("the element is registered", () => {
  test.each([
    ["under names of the page's own before its usual one", ["my-timeline", "our-timeline", "event-timeline"]],
    ["under names of the page's own after its usual one", ["event-timeline", "my-timeline", "our-timeline"]],
  ])("%s", (_, names) => {
    const elements = registry();
    vi.stubGlobal("customElements", elements);
    for (const name of names) defineEventTimeline(name);
    expect(elements.names()).toEqual(names);
  });

  test("once, however often that is asked for", () => {
    const elements = registry();
    vi.stubGlobal("customElements", elements);
    defineEventTimeline();
    defineEventTimeline();
    expect(elements.names()).toEqual(["event-timeline"]);
  });

  test("not at all where there is no DOM", () => {
    vi.stubGlobal("customElements", undefined);
    expect(() => defineEventTimeline()).not.toThrow();
  });
});

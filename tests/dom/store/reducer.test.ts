import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Action } from "../../../src/dom/store/actions.js";
import { reduce } from "../../../src/dom/store/reducer.js";
import { View } from "../../../src/view.js";
import { stateOf } from "./states.js";

const state = stateOf({ steps: [{ event: "first" }, { event: "last" }] });
const closer = state.view.zoomAt(2);
const later = closer.pan(1);
const cluster = [{ id: "first" }] as never;

describe("showing a view", () => {
  test("keeps the selection unless the action names another", () => {
    const selected = { ...state, selected: "first" };
    expect(reduce(selected, { type: "show", view: closer })).toMatchObject({ view: closer, selected: "first" });
    expect(reduce(selected, { type: "show", view: closer, selected: null }).selected).toBeNull();
  });

  test("ignores a view of another figure, and its selection", () => {
    const stale = View.whole([0, 1], 10);
    expect(reduce(state, { type: "show", view: stale, selected: "first" })).toMatchObject({
      view: state.view,
      selected: null,
    });
  });

  test("closes the list of a cluster only when it selects an event", () => {
    const listed = { ...state, group: cluster };
    expect(reduce(listed, { type: "show", view: closer }).group).toBe(cluster);
    expect(reduce(listed, { type: "show", view: closer, selected: "last" }).group).toBeUndefined();
  });
});

describe("selecting", () => {
  test("an event shows its details instead of the story's text", () => {
    const told = { ...state, narrated: "first" };
    const next = reduce(told, { type: "select", id: "first", view: later });
    expect(next).toMatchObject({ selected: "first", narrated: undefined, view: later });
  });

  test("no event leaves the view as it is", () => {
    const next = reduce({ ...state, view: closer, selected: "first" }, { type: "deselect" });
    expect(next).toMatchObject({ selected: null, view: closer });
  });

  test("the list of a cluster deselects, and closing it closes both", () => {
    const listed = reduce({ ...state, selected: "first" }, { type: "list-cluster", events: cluster });
    expect(listed).toMatchObject({ selected: null, group: cluster });
    expect(reduce(listed, { type: "close-details" })).toMatchObject({ selected: null, group: undefined });
  });
});

describe("the way back from a cluster", () => {
  const opened = reduce(state, { type: "show", view: closer, opens: "first" });
  const twice = reduce(opened, { type: "show", view: closer.zoomAt(3), opens: "second" });

  test("leads to the view before each cluster, the last one first", () => {
    const once = reduce(twice, { type: "back" });
    expect(once).toMatchObject({ view: closer, trail: [{ view: state.view, event: "first" }] });
    expect(reduce(once, { type: "back" })).toMatchObject({ view: state.view, trail: [] });
  });

  test("stays while the reader pans, and ends where the reader zooms out by hand", () => {
    expect(reduce(twice, { type: "show", view: twice.view.pan(1) }).trail).toHaveLength(2);
    expect(reduce(twice, { type: "show", view: closer }).trail).toHaveLength(1);
    expect(reduce(twice, { type: "show", view: state.view }).trail).toEqual([]);
  });

  test("does nothing where no cluster is open", () => {
    expect(reduce(state, { type: "back" })).toBe(state);
  });
});

describe("a step of the story", () => {
  test("brings view and selection with it", () => {
    const next = reduce(state, { type: "step", step: 1, narrated: "last", view: later, selected: "last" });
    expect(next).toMatchObject({ step: 1, narrated: "last", view: later, selected: "last" });
  });
});

describe("gaps", () => {
  test("unfold one by one, and fold together", () => {
    const one = reduce(state, { type: "unfold", starts: [1] });
    const two = reduce(one, { type: "unfold", starts: [2] });
    expect([...(two.unfolded ?? [])]).toEqual([1, 2]);
    expect(reduce(two, { type: "fold" }).unfolded).toBeUndefined();
  });
});

describe("an update", () => {
  const byReader = reduce(state, { type: "filter", filter: { text: "war" } });

  test("keeps the reader's own filter", () => {
    const next = reduce(byReader, { type: "update", change: { options: { minimap: false }, reset: true } });
    expect(next.filter).toEqual({ text: "war" });
    expect(next.filterChangeCount).toBe(byReader.filterChangeCount);
  });

  test("sets a filter that it names, and counts it even if the filter is the same", () => {
    const next = reduce(byReader, { type: "update", change: { options: { filter: null } } });
    expect([next.filter, next.filterChangeCount]).toEqual([null, 2]);
    expect(reduce(next, { type: "filter", filter: null }).filterChangeCount).toBe(3);
  });

  test("with reset takes back a filter that options had set", () => {
    const byCode = stateOf({ filter: { text: "war" } });
    expect(reduce(byCode, { type: "update", change: { options: {}, reset: true } }).filter).toBeNull();
  });

  test("with a document forgets what the legend has explained, and closes the list of a cluster", () => {
    const explained = { clusters: true, wideDates: true, sourceNumbers: true };
    const before = { ...state, explained, group: cluster };
    expect(reduce(before, { type: "update", change: { options: {} } }).explained).toBe(explained);
    const next = reduce(before, { type: "update", change: { document: [] } });
    expect([next.explained, next.group]).toEqual([state.explained, undefined]);
  });

  test("throws for options that cannot be", () => {
    const change = { options: { width: "wide" as never } };
    expect(() => reduce(state, { type: "update", change })).toThrow(TypeError);
  });

  test("takes over the measures of the page that come with it", () => {
    const page = { width: 500, measure: undefined };
    expect(reduce(state, { type: "update", change: {}, page }).page).toBe(page);
  });
});

const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: "show", view: closer },
    { type: "show", view: later, selected: "first", eased: true },
    { type: "select", id: "last", view: closer },
    { type: "step", step: 1, narrated: "last", view: later, selected: "last" },
    { type: "back" },
    { type: "show", view: closer, opens: "first" },
    { type: "deselect" },
    { type: "close-details" },
    { type: "list-cluster", events: cluster },
    { type: "toggle-find" },
    { type: "help", open: true },
    { type: "unfold", starts: [1, 2] },
    { type: "fold" },
    { type: "filter", filter: { text: "a" } },
    { type: "chapters", chapters: "all" },
    { type: "update", change: { options: { minimap: false } } },
  ),
);

test("no action changes the state that it is given, and each gives the same result twice", () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 12 }), (list) => {
      let current = Object.freeze(state);
      for (const action of list) {
        const next = Object.freeze(reduce(current, action));
        expect(reduce(current, action)).toEqual(next);
        expect(next.selected === null || next.group === undefined).toBe(true);
        current = next;
      }
    }),
    { numRuns: 50 },
  );
});

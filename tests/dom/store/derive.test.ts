import { describe, expect, test } from "vitest";
import {
  createDerivation,
  eventById,
  followFigure,
  htmlContextOf,
  htmlStateOf,
} from "../../../src/dom/store/derive.js";
import { reduce } from "../../../src/dom/store/reducer.js";
import { createStore, type Transition } from "../../../src/dom/store/store.js";
import { figureOf } from "../../../src/render-to-html.js";
import { toText } from "../../../src/svg/to-text.js";
import { DOCUMENT, stateOf } from "./states.js";

const COMPLETE = { overscan: 0 };

function started(given = {}) {
  const derivation = createDerivation();
  return { derivation, state: stateOf(given, derivation) };
}

/** The time in view, to the day. */
function timesOf({ derivation, state }: ReturnType<typeof started>): readonly number[] {
  const { scale } = derivation.derive(state).figure;
  return [state.view.from, state.view.to].map((at) => Math.round(scale.timeAt(at) / 86_400_000));
}

describe("what follows from the state", () => {
  test("is the same object while nothing that it is made from has changed", () => {
    const { derivation, state } = started();
    const before = derivation.derive(state);
    const moved = reduce(state, { type: "show", view: state.view.zoomAt(3), selected: "first" });
    expect(derivation.derive(moved)).toBe(before);
    expect(derivation.derive({ ...moved, page: { width: 400, measure: undefined } })).not.toBe(before);
  });

  test("has the width that the caller gave, or else that of the page, or else the default", () => {
    const { derivation, state } = started();
    const widthOf = (given: object, width: number | undefined): number =>
      derivation.derive({ ...state, given, page: { width, measure: undefined } }).options.width;
    expect(widthOf({ width: 600 }, 800)).toBe(600);
    expect(widthOf({}, 800)).toBe(800);
    expect(widthOf({}, undefined)).toBe(960);
  });

  test("has the filter that holds, and no issue for one that the reader has set", () => {
    const { derivation, state } = started();
    const filtered = reduce(state, { type: "filter", filter: { lanes: ["unknown"] } });
    const { options, optionIssues } = derivation.derive(filtered);
    expect([options.filter, optionIssues]).toEqual([{ lanes: ["unknown"] }, []]);
  });

  test("is the picture that a server draws of the same document and options", () => {
    const { derivation, state } = started({ selected: "third" });
    const { svg } = derivation.picture(state, COMPLETE);
    const server = toText(figureOf(DOCUMENT, { width: 800, selected: "third" }).node);
    expect(server).toContain(toText(svg));
  });

  test("shows the selection of the state, whatever the options select", () => {
    const { derivation, state } = started({ selected: "third" });
    const picture = derivation.picture({ ...state, selected: "first" }, COMPLETE);
    expect(picture.context.selected).toBe("first");
  });

  test("is an HTML state with working buttons, and words for folded gaps only where there are any", () => {
    const { derivation, state } = started();
    const picture = derivation.picture(state, COMPLETE);
    const html = htmlStateOf(state, derivation.derive(state), picture);
    expect([html.live, html.folds]).toEqual([true, undefined]);
    expect(htmlContextOf(state, derivation.derive(state), picture).view).toBe(state.view);
  });
});

describe("a change of the figure", () => {
  test("keeps the time in view", () => {
    const { derivation, state } = started();
    const zoomed = { ...state, view: state.view.window(state.view.from, state.view.zoomAt(2).to) };
    const longer = { events: [...DOCUMENT.events, { id: "future", title: "Future", date: "2100" }] };
    const before = timesOf({ derivation, state: zoomed });
    const after = reduce(zoomed, { type: "update", change: { document: longer } });
    const followed = followFigure(zoomed, after, derivation);
    expect(followed.view).not.toBe(zoomed.view);
    expect(timesOf({ derivation, state: followed })).toEqual(before);
  });

  test("keeps the whole timeline in view", () => {
    const { derivation, state } = started();
    const longer = { events: [...DOCUMENT.events, { id: "future", title: "Future", date: "2100" }] };
    const followed = followFigure(state, reduce(state, { type: "update", change: { document: longer } }), derivation);
    expect(followed.view.isWhole).toBe(true);
    expect(followed.view.domain).not.toEqual(state.view.domain);
  });

  test("deselects an event that is gone or that a filter hides, and keeps one that it leaves", () => {
    const { derivation, state } = started({ selected: "first" });
    const without = { ...DOCUMENT, events: DOCUMENT.events.slice(1) };
    const gone = reduce(state, { type: "update", change: { document: without } });
    expect(followFigure(state, gone, derivation).selected).toBeNull();
    const hidden = reduce(state, { type: "filter", filter: { lanes: ["peace"] } });
    expect(followFigure(state, hidden, derivation).selected).toBeNull();
    const kept = reduce(state, { type: "filter", filter: { lanes: ["war"] } });
    expect(followFigure(state, kept, derivation).selected).toBe("first");
  });

  test("is none where the same inputs come in other objects of options", () => {
    const { derivation, state } = started();
    const same = reduce(state, { type: "update", change: { options: {} } });
    expect(followFigure(state, same, derivation)).toBe(same);
  });

  test("shows the last step of a story that has fewer", () => {
    const { derivation, state } = started({ steps: [{ event: "first" }, { event: "last" }] });
    const { view } = state;
    const told = reduce(state, { type: "step", step: 1, narrated: "last", selected: "last", view });
    const fewer = reduce(told, { type: "update", change: { options: { steps: [{ event: "last" }] } } });
    expect(followFigure(told, fewer, derivation)).toMatchObject({ step: 0, narrated: "last" });
  });

  test("gives a story of all events the title and a step for each event", () => {
    const derivation = createDerivation();
    const all = stateOf({ steps: "all" }, derivation, { title: "Wars", description: "And peace", ...DOCUMENT });
    expect(derivation.derive(all).steps).toEqual([
      { view: "all", title: "Wars", text: "And peace" },
      ...["first", "second", "third", "last"].map((event) => ({ event })),
    ]);
    const untitled = stateOf({ steps: "all" }, derivation);
    expect(derivation.derive(untitled).steps).toHaveLength(4);
  });
});

test("an event is found by its id, and none without an id or for an unknown one", () => {
  const { derivation, state } = started();
  const { timeline } = derivation.derive(state);
  expect(eventById(timeline, "second")?.title).toBe("Second");
  expect([null, undefined, "unknown"].map((id) => eventById(timeline, id))).toEqual([undefined, undefined, undefined]);
});

describe("the store", () => {
  test("tells a listener of each change, with the state before and after", () => {
    const { derivation, state } = started();
    const store = createStore(state, derivation);
    const heard: Transition[] = [];
    const stop = store.subscribe((transition) => heard.push(transition));
    store.dispatch({ type: "toggle-find" });
    stop();
    store.dispatch({ type: "toggle-find" });
    expect(heard).toMatchObject([
      { action: { type: "toggle-find" }, before: { finding: false }, after: { finding: true } },
    ]);
    expect(store.state.finding).toBe(false);
  });

  test("has not changed when options are refused", () => {
    const { derivation, state } = started();
    const store = createStore(state, derivation);
    const change = { options: { width: "wide" as never } };
    expect(() => store.dispatch({ type: "update", change })).toThrow(TypeError);
    expect(store.state).toBe(state);
  });
});

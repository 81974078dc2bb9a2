/** Behaviours may start in any order: what the page shows is the same. */
import { afterEach, expect, test } from "vitest";
import type { Behavior } from "../../src/dom/controller/behavior.js";
import { createBehaviors } from "../../src/dom/controller/behaviors.js";
import { Controller } from "../../src/dom/controller/controller.js";
import { selectEvent } from "../../src/dom/controller/select-event.js";
import type { TimelineOptions } from "../../src/options.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";
import { press } from "./keys.js";
import { container, frames } from "./support.js";

const { document: kursk } = kurskHorizontal();
const OPTIONS: TimelineOptions = {
  hash: true,
  idPrefix: "one",
  now: "2025-06-01",
  steps: [{ event: "museum" }, { event: "prisoners" }],
};
const ADDRESS = "#one-step=2&one=prisoners&one-view=1718755200000..1740000000000";

afterEach(() => {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  document.body.replaceChildren();
});

/** The elements with their attributes by name, without the live region, whose messages depend on the time. */
function markupOf(figure: Element): readonly string[] {
  return [figure, ...figure.querySelectorAll("*")].map((element) => {
    const attributes = element.getAttributeNames().map((name) => `${name}="${element.getAttribute(name)}"`);
    const text = element.children.length > 0 || element.matches(".dl-status") ? "" : element.textContent;
    return `<${element.localName} ${attributes.toSorted().join(" ")}>${text}`;
  });
}

/** Lines that are in one of two lists only. */
function differences(one: readonly (readonly string[])[], other: readonly (readonly string[])[]): readonly string[] {
  return one.flatMap((lines, i) => {
    const others = other[i] ?? [];
    const longest = lines.length > others.length ? lines : others;
    return longest.flatMap((_, at) => (lines[at] === others[at] ? [] : [`${i}: ${lines[at]} ≠ ${others[at]}`]));
  });
}

/** The markup after the start, and after each of several changes. */
async function markupWith(
  order: (behaviors: readonly Behavior[]) => readonly Behavior[],
): Promise<readonly (readonly string[])[]> {
  window.history.replaceState(null, "", ADDRESS);
  const controller = new Controller({ container: container(1000), document: kursk, options: OPTIONS });
  const { context } = controller;
  const { behaviors, story } = createBehaviors(context);
  const markups: (readonly string[])[] = [];
  const note = async (): Promise<void> => {
    await frames(3);
    markups.push(markupOf(context.element));
  };
  controller.start(order(behaviors));
  await note();
  context.dispatch({ type: "toggle-find" });
  context.dispatch({ type: "filter", filter: { text: "museum" } });
  await note();
  context.dispatch({ type: "filter", filter: null });
  context.dispatch({ type: "show", view: context.state.view.fit() });
  selectEvent(context, "museum");
  await note();
  context.query<HTMLElement>("a.dl-mark[tabindex='0']")?.focus();
  await press("ArrowRight", "ArrowRight", "Enter");
  await note();
  story.showStep(0, true);
  context.dispatch({ type: "update", change: { options: { orientation: "vertical" } } });
  await note();
  controller.destroy();
  return markups;
}

test("the page is the same when behaviours start in reverse order, and when they are rotated", async () => {
  const declared = await markupWith((behaviors) => behaviors);
  const changes = declared.slice(1).map((lines, i) => differences([declared[i] ?? []], [lines]).length);
  expect(Math.min(...changes)).toBeGreaterThan(0);
  const reversed = await markupWith((behaviors) => behaviors.toReversed());
  expect(differences(declared, reversed).slice(0, 5)).toEqual([]);
  const rotated = await markupWith((behaviors) => [...behaviors.slice(9), ...behaviors.slice(0, 9)]);
  expect(differences(declared, rotated).slice(0, 5)).toEqual([]);
});

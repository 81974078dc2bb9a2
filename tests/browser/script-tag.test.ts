/** The one-file build as a page uses it: a script tag and a global. `npm test` builds it first. */
import { afterEach, expect, test } from "vitest";
import { container } from "./support.js";

interface Global {
  datelines?: { createTimeline(container: Element, document: unknown): { destroy(): void } };
}

afterEach(() => {
  document.body.replaceChildren();
});

test("a script tag defines the global datelines and nothing else, and a timeline shows", async () => {
  const before = new Set(Object.keys(globalThis));
  const script = document.createElement("script");
  script.src = "/dist/datelines.min.js";
  document.head.append(script);
  await new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
  });
  expect(Object.keys(globalThis).filter((name) => !before.has(name))).toEqual(["datelines"]);
  const host = container(600);
  const timeline = (globalThis as Global).datelines?.createTimeline(host, [{ title: "A", date: "1848" }]);
  expect(host.querySelectorAll(".dl-event")).toHaveLength(1);
  timeline?.destroy();
});

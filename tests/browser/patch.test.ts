/** An element that has shown any nodes equals a new element of the last node, and an element with the same key stays. */
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { adopt, createFor, patch } from "../../src/dom/render/patch.js";
import { type Attributes, type Node, node } from "../../src/scene/node.js";

// Every run repeats the seed of its properties, so that it says the same of the same code.
fc.configureGlobal({ seed: 20_261_201 });

afterEach(() => {
  vi.restoreAllMocks();
});

const attributes: fc.Arbitrary<Attributes> = fc.record(
  {
    x: fc.constantFrom(0, -0, 1, 1.001, 2.5, Number.NaN),
    className: fc.constantFrom("a", "b", undefined),
    hidden: fc.constantFrom(true, false, undefined),
    ariaHidden: fc.constantFrom(true as const, undefined),
    lang: fc.constantFrom("en", "de"),
  },
  { requiredKeys: [] },
);
const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
/** Nodes of one tag: a scene never uses a key for two tags. */
const tree = (depth: number): fc.Arbitrary<Node> =>
  fc
    .tuple(attributes, fc.oneof(fc.constantFrom("", "text", "other"), depth === 0 ? fc.constant([]) : keys))
    .chain(([given, content]) =>
      typeof content === "string"
        ? fc.constant(node("div", "", given, content))
        : fc
            .tuple(...content.map((key) => tree(depth - 1).map((child) => ({ ...child, key }))))
            .map((children) => node("div", "", given, children)),
    );
const trees = fc.array(tree(2), { minLength: 1, maxLength: 6 });

const host = (): Element => document.createElement("main");
/** HTML with attributes sorted by name, because their order in an element depends on its history. */
function htmlOf(element: Element): string {
  const names = element.getAttributeNames().sort();
  const inside = element.childElementCount > 0 ? [...element.children].map(htmlOf).join("") : element.textContent;
  return `<div ${names.map((name) => `${name}="${element.getAttribute(name)}"`).join(" ")}>${inside}</div>`;
}
function fresh(shown: Node): string {
  const element = createFor(host(), shown);
  patch(element, shown);
  return htmlOf(element);
}

describe("an element", () => {
  test("shows the last of any sequence of nodes", () => {
    fc.assert(
      fc.property(trees, (row) => {
        const element = createFor(host(), row[0] as Node);
        for (const next of row) {
          patch(element, next);
          expect(htmlOf(element)).toBe(fresh(next));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("stays the same for the same key from frame to frame", () => {
    fc.assert(
      fc.property(trees, (row) => {
        const element = createFor(host(), row[0] as Node);
        let before = new Map<string, Element>();
        for (const next of row) {
          patch(element, next);
          const now = new Map(next.children.map((child, i) => [child.key, element.children[i] as Element]));
          for (const [key, child] of now) if (before.has(key)) expect(child).toBe(before.get(key));
          before = now;
        }
      }),
    );
  });

  test.each(["before", "after", "in place of"])(
    "is restored when the page has put an element %s one of ours",
    (where) => {
      const frame = (x: number): Node => node("div", "", {}, [node("p", "a", { x }, "A"), node("p", "b", { x }, "B")]);
      const element = createFor(host(), frame(0));
      patch(element, frame(0));
      const [ours, foreign] = [element.lastElementChild as Element, document.createElement("aside")];
      if (where === "before") ours.before(foreign);
      else if (where === "after") ours.after(foreign);
      else ours.replaceWith(foreign);
      patch(element, frame(1));
      expect([...element.children].map((child) => child.outerHTML)).toEqual(['<p x="1">A</p>', '<p x="1">B</p>']);
    },
  );

  test("is not written where no attribute or text differs", () => {
    const frame = (x: number): Node =>
      node("div", "", { hidden: false }, [node("p", "a", { x, lang: undefined }, "A"), node("p", "b", {}, "B")]);
    const element = createFor(host(), frame(1));
    patch(element, frame(1));
    const watch = new MutationObserver(() => undefined);
    watch.observe(element, { attributes: true, characterData: true, childList: true, subtree: true });
    patch(element, frame(1.001));
    expect(watch.takeRecords()).toEqual([]);
    patch(element, frame(2));
    expect(watch.takeRecords()).toHaveLength(1);
  });

  test("from a server is adopted without a change and then patched", () => {
    fc.assert(
      fc.property(tree(2), tree(2), (first, second) => {
        const element = createFor(host(), first);
        patch(element, first);
        const copy = element.cloneNode(true) as Element;
        adopt(copy, first);
        expect(htmlOf(copy)).toBe(htmlOf(element));
        patch(copy, second);
        expect(htmlOf(copy)).toBe(fresh(second));
      }),
    );
  });
});

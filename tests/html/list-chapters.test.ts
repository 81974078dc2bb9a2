import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chapterNodes,
  chaptersTo,
  type ChapteredList,
  isLong,
  type OpenedChapters,
} from "../../src/html/list-chapters.js";
import { type Node, node } from "../../src/scene/node.js";

const listOf = (count: number): ChapteredList => ({
  name: "list",
  count,
  title: (from, to) => `${from + 1} to ${to}`,
  list: (from, to) =>
    node(
      "ol",
      "events",
      {},
      Array.from({ length: to - from }, (_, i) => node("li", String(from + i))),
    ),
});

const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((one) => [one, ...all(one.children)]);
const entries = (nodes: readonly Node[]): string[] =>
  all(nodes)
    .filter(({ tag }) => tag === "li")
    .map(({ key }) => key);
const chapters = (nodes: readonly Node[]): Node[] => all(nodes).filter(({ tag }) => tag === "details");

/** Opens all chapters repeatedly until no new ones appear. */
function openAll(count: number): Node[] {
  const opened = new Set<string>();
  for (;;) {
    const nodes = chapterNodes(listOf(count), opened);
    const next = chapters(nodes).filter(({ key }) => !opened.has(key));
    if (next.length === 0) return nodes;
    for (const { key } of next) opened.add(key);
  }
}

describe("a long list", () => {
  test.each([
    ["whole up to 200 entries", 200, new Set(), false],
    ["in chapters from 201 on", 201, new Set(), true],
    ["whole where no script is in charge", 5000, "all", false],
  ] as [string, number, OpenedChapters, boolean][])("is %s", (_, count, opened, long) => {
    expect(isLong(count, opened)).toBe(long);
    const nodes = chapterNodes(listOf(count), opened);
    expect(chapters(nodes).length > 0).toBe(long);
    expect(entries(nodes).length).toBe(long ? 0 : count);
  });

  test.each([201, 10_000, 100_000, 1_000_000])("of %i entries has no more than 200 elements while closed", (count) => {
    const nodes = chapterNodes(listOf(count), new Set());
    expect(all(nodes).length).toBeLessThanOrEqual(200);
    expect(entries(nodes)).toEqual([]);
  });

  test("has every entry once and in order when all is open, whatever its length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25_000 }), (count) => {
        expect(entries(openAll(count))).toEqual(Array.from({ length: count }, (_, i) => String(i)));
      }),
      { numRuns: 30 },
    );
  });

  test("never makes more than a hundred entries or chapters with one opening", () => {
    for (const { children } of chapters(openAll(12_345))) {
      const list = children.find(({ tag }) => tag === "ol");
      expect((list ?? { children }).children.length).toBeLessThanOrEqual(101);
    }
  });

  test("reaches any entry through the chapters that contain it, and fills no other", () => {
    const size = fc.integer({ min: 201, max: 1_000_000 });
    const drawn = size.chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 0, max: count - 1 })));
    fc.assert(
      fc.property(drawn, ([count, at]) => {
        const found = entries(chapterNodes(listOf(count), new Set(chaptersTo("list", count, at))));
        expect(found).toContain(String(at));
        expect(found.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

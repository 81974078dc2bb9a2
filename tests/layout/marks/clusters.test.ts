/** Clusters against a naive oracle, which compares every pair until nothing changes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cluster, clusterEvents, type ClusterView } from "../../../src/layout/marks/clusters.js";
import { type ProjectedLane, projectLanes } from "../../../src/layout/marks/projected-lane.js";
import { buildEventIndex } from "../../../src/model/events/event-index.js";
import { figureOf, randomDocument } from "../../support/random-timelines.js";
import { fewerOf } from "../../support/effort.js";

/** Sizes of the oracle, which repeat those of the layout; the controls break `gap`. */
const LOOK = { dot: 7, gap: 2, capsule: 24, ends: 12, digit: 8, margin: 6, cell: 40, closer: 32 };

interface Item {
  members: number[];
  from: number;
  to: number;
  /** The stretch that a capsule must stay in. */
  readonly room: readonly [number, number];
}

/** Compares every event of a cell with every other; joins items that touch, from the left, until none do. */
function naiveCrowd(lane: ProjectedLane, taken: ReadonlySet<number>, view: ClusterView, look = LOOK): Item[] {
  const { scale, baseScale, origin, px } = view;
  const digits = (count: number): number => Math.max(look.capsule, look.ends + look.digit * String(count).length);
  const smallest = Math.max(look.cell, digits(lane.size) + 2 * look.margin);
  const level = Math.max(0, Math.floor(Math.log2(scale / baseScale) + 1e-6));
  const cell = smallest / (baseScale * 2 ** level);
  const numberOf = (at: number): number => Math.floor(((lane.start[at] as number) - origin) / cell);
  const centre = (at: number): number => px(lane.start[at] as number) + lane.leaderOffset(at, scale);
  const first = Math.floor((view.from - origin) / cell) - 1;
  const last = Math.floor((view.to - origin) / cell) + 1;
  const free = Array.from({ length: lane.size }, (_, at) => at).filter((at) => !taken.has(at));
  const capsule = (members: number[], room: readonly [number, number]): Item => {
    const [a, b] = [centre(Math.min(...members)), centre(Math.max(...members))];
    const width = Math.min(room[1] - room[0], Math.max(b - a + 8, digits(members.length)));
    const from = Math.min(room[1] - width, Math.max(room[0], (a + b) / 2 - width / 2));
    return { members, from, to: from + width, room };
  };
  const all: Item[] = [];
  for (let n = first; n <= last; n++) {
    const members = free.filter((at) => numberOf(at) === n);
    const room = [px(origin + n * cell) + look.margin, px(origin + (n + 1) * cell) - look.margin] as const;
    if (members.length > look.closer) {
      all.push(capsule(members, room));
      continue;
    }
    // Dots that touch, or touch one that touches.
    let groups = members.map((at) => [at]);
    for (let joined = true; joined; ) {
      joined = false;
      for (let i = 0; i < groups.length && !joined; i++) {
        for (let j = i + 1; j < groups.length && !joined; j++) {
          const [a, b] = [groups[i] as number[], groups[j] as number[]];
          joined = a.some((p) => b.some((q) => Math.abs(centre(p) - centre(q)) < look.dot + look.gap));
          if (joined) groups = [...groups.filter((group) => group !== a && group !== b), [...a, ...b]];
        }
      }
    }
    groups.sort((a, b) => Math.min(...a) - Math.min(...b));
    let items = groups.map((group): Item => {
      const at = group[0] as number;
      const dot = { members: group, from: centre(at) - look.dot / 2, to: centre(at) + look.dot / 2, room };
      return group.length > 1 ? capsule(group, room) : dot;
    });
    items = joinedUntilApart(items, look.gap, (a, b) => capsule([...a.members, ...b.members], room));
    all.push(...items);
  }
  // Items that touch across the edge of a cell.
  return joinedUntilApart(all, look.gap, (a, b, before) => {
    const members = [...a.members, ...b.members];
    const width = Math.max(digits(members.length), b.to - a.from);
    const from = Math.max((a.from + b.to) / 2 - width / 2, before ? before.to + look.gap : Number.NEGATIVE_INFINITY);
    return { members, from, to: Math.max(b.to, from + width), room: a.room };
  });
}

/** Joins the first two neighbours that touch, then starts again. */
function joinedUntilApart(
  items: readonly Item[],
  gap: number,
  join: (a: Item, b: Item, before: Item | undefined) => Item,
): Item[] {
  const at = items.findIndex((item, i) => i > 0 && (items[i - 1] as Item).to + gap > item.from);
  if (at < 0) return [...items];
  const one = join(items[at - 1] as Item, items[at] as Item, items[at - 2]);
  return joinedUntilApart([...items.slice(0, at - 1), one, ...items.slice(at + 1)], gap, join);
}

const saidOf = (item: Cluster): string =>
  [item.first, item.last, item.count, item.from.toFixed(3), item.to.toFixed(3)].join(" ");
const saidNaively = ({ members, from, to }: Item): string =>
  saidOf({ first: Math.min(...members), last: Math.max(...members), count: members.length, from, to });

const part = fc.double({ min: 0, max: 1, noNaN: true });
const looks = fc.record({
  document: randomDocument,
  zoom: fc.oneof(fc.constant(1), fc.double({ min: 1, max: 3000, noNaN: true })),
  stop: part,
  labelled: fc.integer({ min: 1, max: 9 }),
  coarse: fc.constantFrom({}, { cell: 130, closer: 2 }, { cell: 40 }),
});

/** Lanes of a random timeline, and a viewport. */
function lanesAt({ document, zoom, stop, labelled, coarse }: typeof looks extends fc.Arbitrary<infer T> ? T : never) {
  const { timeline, figure, whole } = figureOf(document, { orientation: "horizontal" });
  const { from, to } = whole.zoomAt(zoom, whole.from + stop * (whole.to - whole.from));
  const scale = 900 / (to - from);
  const view: ClusterView = {
    scale,
    baseScale: 900 / (whole.to - whole.from),
    origin: whole.from,
    from,
    to,
    px: (place) => (place - from) * scale,
    ...coarse,
  };
  return projectLanes(buildEventIndex(timeline), figure.scale).map((lane) => {
    const taken = new Set(Array.from({ length: lane.size }, (_, at) => at).filter((at) => at % labelled === 0));
    return { lane, taken, view };
  });
}

describe("clusters", () => {
  test("are those of the naive oracle, to a thousandth of a px", () => {
    fc.assert(
      fc.property(looks, (look) => {
        for (const { lane, taken, view } of lanesAt(look)) {
          expect(clusterEvents(lane, taken, view).map(saidOf)).toEqual(naiveCrowd(lane, taken, view).map(saidNaively));
        }
      }),
      { numRuns: fewerOf(500), seed: 21 },
    );
  });

  test.each([
    ["another distance between dots", { ...LOOK, gap: 4 }],
    ["another length of cells", { ...LOOK, cell: 60 }],
    ["capsules too short for long counts", { ...LOOK, digit: 2, capsule: 12 }],
  ])("a control: a twin with %s is found to differ", (_, look) => {
    const differ = fc.sample(looks, { numRuns: 200, seed: 21 }).some((one) =>
      lanesAt({ ...one, coarse: {} }).some(({ lane, taken, view }) => {
        const [is, naive] = [
          clusterEvents(lane, taken, view).map(saidOf),
          naiveCrowd(lane, taken, view, look).map(saidNaively),
        ];
        return is.join() !== naive.join();
      }),
    );
    expect(differ).toBe(true);
  });

  test("are at least as long as the digits of their count need", () => {
    const events = Array.from({ length: 3000 }, (_, i) => ({
      title: `${i}`,
      date: `19${String(i % 50).padStart(2, "0")}`,
    }));
    const { figure, whole } = figureOf({ events }, { orientation: "horizontal", width: 640 });
    const clusters = figure.layout(whole).laneLayouts.flatMap((frame) => frame.clusters);
    expect(clusters.some(({ count }) => count >= 100)).toBe(true);
    for (const { count, from, to } of clusters) {
      expect(to - from).toBeGreaterThanOrEqual(12 + 8 * String(count).length - 0.001);
    }
  });
});

/** The one label rule on random lanes, against the geometry that it promises. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridLevels, MAX_LEVEL, MIN_LEVEL } from "../../../src/layout/labels/grid-levels.js";
import { growTitles } from "../../../src/layout/labels/grow-titles.js";
import { LabelPlan } from "../../../src/layout/labels/label-plan.js";
import { placeLabels } from "../../../src/layout/labels/place-labels.js";
import type { Candidate, PlacedLabel, PlaceOptions } from "../../../src/layout/labels/placed-label.js";
import { SlotSearch } from "../../../src/layout/labels/search-slots.js";
import { leaderOffset, leastDistance, scaleForDistance } from "../../../src/layout/labels/slot.js";
import { holds, TIMEOUT, triesOf } from "../../support/property.js";

const RUNS = triesOf(100, 10);
const SCALES = Array.from({ length: 29 }, (_, i) => 2 ** (i / 2));
const DOMAIN = [0, 1000] as const;
/** px per unit at which the domain is 900 px wide. */
const FIT = 0.9;
const HAIR = 1e-6;

interface Drawn {
  readonly label: PlacedLabel;
  readonly pole: number;
  readonly text: readonly [left: number, right: number, near: number, far: number];
  readonly mark: readonly [left: number, right: number];
}

/** What is drawn of a label at a scale, in px; across the axis counted from the line, in px of its side. */
function drawn(label: PlacedLabel, scale: number): Drawn {
  const { slot, size, position, length, mark } = label;
  const pole = position * scale + leaderOffset(length, scale);
  const [left, right] = slot.left ? [pole - 7 - size.width, pole - 7] : [pole + 7, pole + 7 + size.width];
  const middle = (position + length / 2) * scale;
  const half = Math.max(mark, length * scale) / 2;
  return {
    label,
    pole,
    text: [left, right, slot.offset, slot.offset + size.height],
    mark: [middle - half, middle + half],
  };
}

function meet(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[1] - HAIR && b[0] < a[1] - HAIR;
}

/** Pairs of labels that touch: text on text, a leader line through text, marks of one side of the line. */
function faults(labels: readonly PlacedLabel[], scale: number, astride: boolean): string[] {
  const all = labels.filter((label) => label.scale <= scale).map((label) => drawn(label, scale));
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => {
      const same = a.label.slot.above === b.label.slot.above;
      const crosses = (x: Drawn, y: Drawn): boolean =>
        meet([x.pole - 1, x.pole + 1], [y.text[0], y.text[1]]) && x.text[3] > y.text[2];
      const found: string[] = [];
      if (
        same &&
        meet([a.text[0], a.text[1]], [b.text[0], b.text[1]]) &&
        meet([a.text[2], a.text[3]], [b.text[2], b.text[3]])
      )
        found.push("text");
      if (same && (crosses(a, b) || crosses(b, a))) found.push("leader");
      if ((same || !astride) && meet(a.mark, b.mark)) found.push("marks");
      return found.map((kind) => `${kind} of ${a.label.at} and ${b.label.at} at ${scale}`);
    }),
  );
}

const events = fc
  .array(
    fc.record({
      position: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 480, max: 520 })),
      length: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
      mark: fc.constantFrom(8, 10, 13),
      width: fc.integer({ min: 40, max: 240 }),
      lines: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.sort((a, b) => a.position - b.position || a.length - b.length));

type Events = typeof events extends fc.Arbitrary<infer List> ? List : never;

const TIERS: PlaceOptions = {
  tiers: [
    { above: false, offset: 8, height: 47 },
    { above: true, offset: 8, height: 47 },
    { above: false, offset: 60, height: 31 },
    { above: true, offset: 60, height: 31 },
  ],
  domain: DOMAIN,
  overhang: [10, 10],
  astride: true,
};

function candidatesOf(list: Events, wish = FIT): Candidate[] {
  return list.map(({ position, length, mark, width, lines }, at) => ({
    at,
    position,
    length,
    mark,
    wish,
    form: (height) => {
      const form = { width, height: 15 + 16 * lines, cost: 10 };
      return form.height <= height ? form : undefined;
    },
  }));
}

test("the scale for a distance is the least from which it is kept", () => {
  const px = fc.double({ min: 0.5, max: 600, noNaN: true });
  const length = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 50, noNaN: true }));
  holds(
    "labels: scale for a distance",
    fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), px, length, length, (gap, distance, first, second) => {
      const scale = scaleForDistance(gap, distance, first, second);
      const at = (s: number): number => gap * s + leaderOffset(second, s) - leaderOffset(first, s);
      for (const factor of [1, 1.01, 1.5, 3, 10, 1000]) expect(at(scale * factor)).toBeGreaterThan(distance - 1e-6);
      if (scale > 0) expect(Math.min(...[0.9, 0.99, 0.999].map((factor) => at(scale * factor)))).toBeLessThan(distance);
      expect(leastDistance(gap, scale, first, second)).toBeGreaterThan(distance - 1e-6);
    }),
    { numRuns: RUNS, seed: 1 },
  );
});

describe.each([true, false])("labels placed with marks astride: %s", { timeout: TIMEOUT }, (astride) => {
  test("overlap at no scale, and each event that could be named at once is", () => {
    holds(
      `labels: no overlap, astride ${astride}`,
      fc.property(events, (list) => {
        const options = { ...TIERS, astride };
        const labels = placeLabels(candidatesOf(list), [], options);
        for (const factor of SCALES) expect(faults(labels, FIT * factor, astride)).toEqual([]);
        expect(labels[0]?.at).toBe(0);
      }),
      { numRuns: RUNS, seed: 2 },
    );
  });
});

test("titles that grew overlap at no scale", { timeout: TIMEOUT }, () => {
  holds(
    "labels: grown titles do not overlap",
    fc.property(events, (list) => {
      const labels = placeLabels(candidatesOf(list), [], TIERS);
      const grown = growTitles(
        labels,
        ({ size }) => [
          { ...size, width: size.width + 90, cost: 0 },
          { ...size, width: size.width + 40, cost: 5 },
        ],
        TIERS,
      );
      for (const factor of SCALES) {
        const scale = FIT * factor;
        const now = grown.map((label) => {
          const form = label.grown?.find((one) => one.scale <= scale);
          return form ? { ...label, size: form.size } : label;
        });
        expect(faults(now, scale, true)).toEqual([]);
      }
    }),
    { numRuns: RUNS, seed: 3 },
  );
});

test("searched slots overlap at no scale, and each event that could be named with all more important ones is", {
  timeout: TIMEOUT,
}, () => {
  holds(
    "labels: searched slots do not overlap",
    fc.property(events, (all) => {
      const items = candidatesOf(all.slice(0, 9)).map((candidate) => {
        const { width } = candidate.form(99) as { width: number };
        return {
          ...candidate,
          forms: [
            { width, height: 31, cost: 0 },
            { width: width / 2 + 20, height: 47, cost: 3 },
          ],
        };
      });
      const order = items.map((_, i) => (i * 5) % items.length).filter((i, k, all) => all.indexOf(i) === k);
      fc.pre(order.length === items.length);
      const labelsOf = (ids: readonly number[]): PlacedLabel[] | undefined => {
        const search = new SlotSearch(
          ids.map((i) => items[i] as (typeof items)[number]),
          order.filter((i) => ids.includes(i)).map((i) => ids.indexOf(i)),
          FIT,
          TIERS,
          94,
        );
        return search.find()?.flatMap(({ slot, size }, k) => {
          const item = items[ids[k] as number] as (typeof items)[number];
          return size ? [{ ...item, slot, size, box: { ...slot, ...size }, scale: FIT, tier: 0 }] : [];
        });
      };
      const labels = labelsOf(items.map((_, i) => i));
      if (!labels) return;
      for (const factor of SCALES) expect(faults(labels, FIT * factor, true)).toEqual([]);
      expect(labels.map(({ at }) => at)).toContain(order[0]);
    }),
    { numRuns: RUNS, seed: 4 },
  );
});

test("a level is the coarsest at which an event ranks first in its cell", () => {
  const place = fc.oneof(
    fc.integer({ min: -5000, max: 5000 }),
    fc.integer({ min: -(10 ** 6), max: 10 ** 6 }).map((n) => n / 1024),
    fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
  );
  holds(
    "labels: levels of the grid",
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 39 }), (list, step) => {
      const position = Float64Array.from(list).sort();
      const order = Array.from(position, (_, i) => (i * step * 7) % 41);
      const rank = new Int32Array(position.length);
      order
        .map((key, i) => [key, i] as const)
        .sort((a, b) => a[0] - b[0] || a[1] - b[1])
        .forEach(([, i], r) => (rank[i] = r));
      const naive = Array.from(position, (own, at) => {
        let level = MAX_LEVEL;
        for (; level >= MIN_LEVEL; level--) {
          const cell = (t: number): number => Math.floor(t / 2 ** level);
          const beaten = position.some(
            (other, i) => (rank[i] as number) < (rank[at] as number) && cell(other) === cell(own),
          );
          if (!beaten) break;
        }
        return level;
      });
      expect([...gridLevels(position, rank)]).toEqual(naive);
    }),
    { numRuns: RUNS, seed: 5 },
  );
});

test("events outside a cell change no level below that of the cell, whatever order they come in", () => {
  const place = fc.integer({ min: -5000, max: 5000 });
  const ranked = fc.record({ place, weight: fc.integer({ min: 0, max: 5 }) });
  type Ranked = { readonly place: number; readonly weight: number };
  /** The level of each event, at most that of the cell; by its place and weight, which no two share here. */
  const levelsIn = (list: readonly Ranked[], cell: number, level: number): Record<string, number> => {
    const sorted = list.toSorted((a, b) => a.place - b.place);
    const order = [...sorted.keys()].sort((a, b) => {
      const [one, other] = [sorted[a] as Ranked, sorted[b] as Ranked];
      return other.weight - one.weight || one.place - other.place;
    });
    const rank = new Int32Array(sorted.length);
    for (const [at, i] of order.entries()) rank[i] = at;
    const levels = gridLevels(
      Float64Array.from(sorted, (one) => one.place),
      rank,
    );
    return Object.fromEntries(
      sorted.flatMap((one, i) =>
        Math.floor(one.place / 2 ** level) === cell ? [[`${one.place}`, Math.min(level, levels[i] as number)]] : [],
      ),
    );
  };
  holds(
    "labels: further events name the same ones",
    fc.property(
      fc.uniqueArray(ranked, { selector: (one) => one.place, minLength: 2, maxLength: 60 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 59 }),
      (list, level, at) => {
        const cell = Math.floor((list[at % list.length] as Ranked).place / 2 ** level);
        const inside = list.filter((one) => Math.floor(one.place / 2 ** level) === cell);
        expect(levelsIn(list, cell, level)).toEqual(levelsIn(inside, cell, level));
        expect(levelsIn(list.toReversed(), cell, level)).toEqual(levelsIn(inside, cell, level));
      },
    ),
    { numRuns: RUNS, seed: 6 },
  );
});

describe("the plan of a crowd", { timeout: TIMEOUT }, () => {
  const crowd = fc
    .tuple(fc.integer({ min: 121, max: 400 }), fc.integer({ min: 1, max: 2 ** 30 }))
    .map(([size, seed]) => {
      let state = seed;
      const next = (): number => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
      const position = Float64Array.from({ length: size }, (_, i) =>
        i % 3 === 0 ? next() * 1000 : 500 + next() * 20,
      ).sort();
      const keys = Array.from({ length: size }, (_, i) => [Math.floor(next() * 5), i] as const);
      const rank = new Int32Array(size);
      [...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach(([, i], r) => (rank[i] = r));
      return { position, rank };
    });
  const planOf = (lane: { position: Float64Array; rank: Int32Array }): LabelPlan =>
    new LabelPlan({
      events: lane,
      fit: FIT,
      candidate: (at, wish) => ({
        at,
        wish,
        position: lane.position[at] as number,
        length: 0,
        mark: 10,
        form: (height) => (height >= 31 ? { width: 60 + ((at * 37) % 150), height: 31, cost: 0 } : undefined),
      }),
      options: { ...TIERS, astride: false },
    });
  const keysOf = (labels: readonly PlacedLabel[]): string[] =>
    labels.map(({ at, slot, tier }) => `${at} ${slot.above} ${slot.left} ${tier}`);

  test("overlaps nothing, and names no fewer as one zooms in", () => {
    holds(
      "labels: the plan of a crowd",
      fc.property(crowd, (lane) => {
        const plan = planOf(lane);
        let before: string[] = [];
        for (const factor of SCALES.slice(0, 21)) {
          const labels = plan.visible(FIT * factor, 0, 1000);
          expect(faults(labels, FIT * factor, false)).toEqual([]);
          const now = keysOf(labels);
          expect(now).toEqual(expect.arrayContaining(before));
          before = now;
        }
      }),
      { numRuns: triesOf(15, 5), seed: 6 },
    );
  });

  test("is what it is whichever windows were looked at before", () => {
    holds(
      "labels: the plan of a crowd does not depend on the way there",
      fc.property(
        crowd,
        fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 1000 })), { maxLength: 8 }),
        (lane, visits) => {
          const [plan, fresh] = [planOf(lane), planOf(lane)];
          for (const [level, at] of visits)
            plan.visible(FIT * (SCALES[level] as number), at, at + 1000 / (SCALES[level] as number));
          for (const factor of [1, 16, 256]) {
            const whole = fresh.visible(FIT * factor, 0, 1000);
            expect(keysOf(plan.visible(FIT * factor, 0, 1000))).toEqual(keysOf(whole));
            const part = whole.filter(({ position }) => position >= 480 && position <= 505);
            expect(keysOf(planOf(lane).visible(FIT * factor, 480, 505))).toEqual(keysOf(part));
          }
        },
      ),
      { numRuns: triesOf(10, 5), seed: 7 },
    );
  });
});

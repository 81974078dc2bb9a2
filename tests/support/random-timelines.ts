/** Random timelines for properties: bursts, equal instants, long ranges, huge gaps, one event, none. */
import fc from "fast-check";
import type { TimelineOptions } from "../../src/options.js";
import { resolveOptions } from "../../src/resolve-options.js";
import { createPipeline } from "../../src/pipeline.js";
import { seeded } from "../../stories/gallery/case.js";

const day = (n: number): string => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

const LANES = "abcdefghijkl".split("");

const anywhere = fc.integer({ min: 0, max: 40_000 });
const inBurst = fc.integer({ min: 20_000, max: 20_060 });
const at = fc.oneof(anywhere, inBurst, fc.constant(20_030));

const date = fc.oneof(
  { weight: 8, arbitrary: at.map(day) },
  { weight: 3, arbitrary: fc.tuple(at, fc.integer({ min: 1, max: 9000 })).map(([a, n]) => `${day(a)}/${day(a + n)}`) },
  { weight: 2, arbitrary: at.map((n) => day(n).slice(0, 4)) },
  { weight: 1, arbitrary: at.map((n) => `${day(n).slice(0, 7)}~`) },
  { weight: 1, arbitrary: at.map((n) => `${day(n)}/..`) },
  { weight: 1, arbitrary: at.map((n) => `../${day(n)}`) },
  { weight: 1, arbitrary: at.map((n) => `[${day(n).slice(0, 4)},${2050 - (n % 40)}]`) },
  { weight: 1, arbitrary: fc.tuple(at, fc.integer({ min: 0, max: 86_399 })).map(([n, s]) => `${day(n)}T${clock(s)}`) },
  { weight: 1, arbitrary: fc.constantFrom("not a date", "1/2/2021") },
);

const deepDate = fc.constantFrom("Y-136E8", "66 Ma", "-3300~", "Y-17E7");

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}

const title = fc.constantFrom(
  "Short",
  "A title of middling length",
  "A title that is so long that it needs two lines and more",
  "條約在首都簽署並於同年生效",
  "توقيع المعاهدة في العاصمة",
  "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
);

const event = (dates: fc.Arbitrary<string>) =>
  fc.record({
    date: dates,
    importance: fc.integer({ min: 1, max: 5 }),
    lane: fc.constantFrom("a", "b", "c"),
    title,
    sources: fc.constantFrom([], ["https://example.org/a"], ["https://example.org/a", "https://example.org/b"]),
  });

const eras = fc.array(fc.record({ title, date: fc.tuple(at, anywhere).map(([a, n]) => `${day(a)}/${day(a + n)}`) }), {
  maxLength: 3,
});

type Draw = (random: () => number) => string;

const point: Draw = (random) => day(Math.floor(random() * 40_000));
const range: Draw = (random) => {
  const from = Math.floor(random() * 40_000);
  return `${day(from)}/${day(from + 1 + Math.floor(random() * random() * 9000))}`;
};

const CROWDS = {
  points: point,
  bursts: (random) => day(20_000 + 900 * Math.floor(random() * 4) + Math.floor(random() * random() * 60)),
  ranges: range,
  mixed: (random) => (random() < 0.15 ? range(random) : point(random)),
  // One night among decades.
  skewed: (random) =>
    random() < 0.1 ? point(random) : `${day(20_030)}T${clock(Math.floor(random() * random() * 86_400))}`,
} satisfies Record<string, Draw>;

/** Documents of more events than can have a label, from one number each: their forms matter, not which they shrink to. */
const crowd = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(CROWDS) as (keyof typeof CROWDS)[])),
    count: fc.integer({ min: 61, max: 300 }),
    lanes: fc.constantFrom(1, 3, 12),
    seed: fc.nat(),
  })
  .map(({ kind, count, lanes, seed }) => {
    const random = seeded(seed);
    return Array.from({ length: count }, () => ({
      date: CROWDS[kind](random),
      importance: 1 + Math.floor(random() * 5),
      lane: LANES[Math.floor(random() * lanes)] as string,
      title: random() < 0.3 ? "Short" : "A title of middling length",
      sources: random() < 0.5 ? [] : ["https://example.org/a"],
    }));
  });

/** A document; ids are given in order. */
export const randomDocument = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: crowd },
      { weight: 6, arbitrary: fc.array(event(date), { maxLength: 60 }) },
      { weight: 1, arbitrary: fc.array(event(fc.oneof(date, deepDate)), { maxLength: 20 }) },
      { weight: 1, arbitrary: fc.array(event(date), { maxLength: 1 }) },
    ),
    eras,
  )
  .map(([events, eraList]) => ({ events: events.map((one, i) => ({ id: `e${i}`, ...one })), eras: eraList }));

/**
 * A figure of a document, with its first view.
 *
 * @param opened times in folds that the reader has opened
 */
export function figureOf(document: unknown, options: TimelineOptions, opened?: ReadonlySet<number>) {
  const resolved = resolveOptions({ width: 960, ...options });
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(document, resolved);
  const figure = pipeline.figure(timeline, resolved, false, { gaps: opened });
  return { timeline, figure, whole: pipeline.initialView(timeline, figure, resolved) };
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf } from "../../../src/model/sources/coverage.js";
import { buildEventIndex, type EventIndex } from "../../../src/model/events/event-index.js";
import type { EventFilter } from "../../../src/model/events/event-filter.js";
import { filterEvents, prepareFilter } from "../../../src/model/events/filter-events.js";
import { ObjectStore } from "../../../src/model/events/object-store.js";
import { textIndex } from "../../../src/model/events/search-text.js";
import { ascendingOrder } from "../../../src/model/events/sort-ascending.js";
import { runAtOnce } from "../../../src/base/cooperative.js";
import { nearestInTime } from "../../../src/dom/keyboard/lane-order.js";
import { sortTime } from "../../../src/dom/keyboard/visible-items.js";
import { figureOf } from "../../../src/render-to-html.js";
import { resolveOptions } from "../../../src/resolve-options.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { en, prepareDocument, renderToString } from "../../../src/index.js";
import type { DocumentInput } from "../../../src/model/document/document.js";

const SIZE = 10_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A linear congruential generator: the same rows in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Columns in which about one row of twenty is odd: without a date, beyond all dates, reversed, of no lane. */
function oddColumns(seed: number): { rows: readonly Row[]; columns: ReturnType<typeof columnsOf> } {
  const random = seeded(seed);
  const pick = <Value>(...values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const time = (): number => Math.floor(random() * 40_000) * DAY + pick(0, 0, HOUR, 1000, 7);
  const rows = Array.from({ length: SIZE }, (_, i) => {
    const date = random() < 0.03 ? pick(Number.NaN, Number.POSITIVE_INFINITY, 9e15) : time();
    const end = random() < 0.3 ? pick(date + 5 * DAY, date - 5 * DAY, date, 9e15, time()) : Number.NaN;
    return {
      id: `e${i}`,
      title: pick("Málaga", "Ship ahoy", "treaty", "Σίσυφος", " ", "two\nlines") + (i % 7),
      place: pick("Malaga", "Arden", ""),
      date,
      end,
      lane: pick("North", "South", "", "West"),
      importance: pick(1, 2, 3, 4, 5, 0, 9),
    };
  });
  return { rows, columns: columnsOf(rows) };
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly date: number;
  readonly end: number;
  readonly lane: string;
  readonly importance: number;
}

function columnsOf(rows: readonly Row[]) {
  return {
    ...{ id: rows.map(({ id }) => id), title: rows.map(({ title }) => title), place: rows.map(({ place }) => place) },
    date: Float64Array.from(rows, ({ date }) => date),
    end: Float64Array.from(rows, ({ end }) => end),
    lane: rows.map(({ lane }) => lane),
    importance: Uint8Array.from(rows, ({ importance }) => importance),
  };
}

const byId = (events: readonly { readonly id: string }[]) =>
  [...events].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
const asObjects = (rows: readonly Row[]) =>
  rows.map(({ date, end, ...row }) => ({
    ...row,
    ...(Number.isNaN(date) ? {} : { date }),
    ...(Number.isNaN(end) ? {} : { end }),
  }));
const asObjectStore = (timeline: typeof lazy) => {
  const store = new ObjectStore([...timeline.events]);
  return { ...timeline, store, events: store.events };
};

/** An index in terms of the events themselves, however it counts them. */
function saidOf({ lanes, store, places, rank }: EventIndex) {
  const idAt = (at: number) => store.events[at]?.id;
  return {
    lanes: lanes.map(({ lane, size, event, start, end }) => ({ lane, size, start, end, ids: Array.from(event, idAt) })),
    byRank: [...(places ?? rank.keys())].sort((a, b) => (rank[a] as number) - (rank[b] as number)).map(idAt),
    ranks: lanes.every((one) => one.rank.every((own, i) => own === rank[one.event[i] as number])),
  };
}

const { rows, columns } = oddColumns(1);
const lazy = parseDocument({ columns }).timeline;
const plain = parseDocument({ events: asObjects(rows) }).timeline;

describe("many rows of plain columns", () => {
  test("are the same events, lanes and order of time as objects", () => {
    expect(lazy.store.numbers.start).toHaveLength(lazy.events.length);
    expect([lazy.store.lazy, plain.store.lazy]).toEqual([true, false]);
    expect(byId(lazy.events)).toEqual(byId(plain.events));
    expect(byId(lazy.unplaced)).toEqual(byId(plain.unplaced));
    expect(lazy.lanes).toEqual(plain.lanes);
    expect([...lazy.events].map(sortTime)).toEqual([...plain.events].map(sortTime));
  });

  test("have the numbers of their events in their table", () => {
    const table = lazy.store.numbers;
    [...lazy.events].forEach(({ span, lane, importance, id }, i) => {
      expect([table.start[i], table.end[i], table.lane[i], table.importance[i]]).toEqual([
        ...[span.start, span.end, lane, importance],
      ]);
      expect(lazy.store.indexOf(id)).toBe(i);
    });
    expect(lazy.store.indexOf("nobody")).toBe(-1);
  });

  test("have the issues of objects, worded when somebody asks", () => {
    const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);
    const objects = parseDocument({ events: asObjects(rows) });
    expect(codes(parseDocument({ columns }).issues)).toEqual(codes(objects.issues));
  });

  test("have among their variety each importance and kind of date", () => {
    const sort = ({ importance, span }: (typeof plain.events)[number]) =>
      `${importance} ${span.kind} ${span.openStart}`;
    expect(new Set(lazy.store.samples.map(sort))).toEqual(new Set(plain.events.map(sort)));
    expect(lazy.store.samples.length).toBeLessThanOrEqual(15);
  });

  test("have the index of the same events as objects", () => {
    const [{ store, ...own }, { store: copy, ...twin }] = [buildEventIndex(lazy), buildEventIndex(asObjectStore(lazy))];
    expect(own).toEqual(twin);
    expect([...store.events]).toEqual(copy.events);
  });

  test.each<EventFilter>([
    { text: "malaga" },
    { text: "ship 3" },
    { text: "σίσυφος" },
    { text: "two lines" },
    { text: "nowhere" },
    { lanes: ["South", "West"] },
    { lanes: [""], text: "treaty" },
    { status: ["denied"] },
    { unsourced: true, text: "arden" },
    { tags: ["none"] },
    {},
  ])("are filtered as objects are: %j", (filter) => {
    const [a, b] = [filterEvents(lazy, filter), filterEvents(plain, filter)];
    expect(byId(a.timeline.events)).toEqual(byId(b.timeline.events));
    expect(a.size).toBe(b.size);
    for (const { id } of rows) expect(a.has(id)).toBe(b.has(id));
    const twin = buildEventIndex(asObjectStore(a.timeline));
    expect(saidOf(buildEventIndex(a.timeline))).toEqual(saidOf(twin));
  });

  test("have of a lane that a filter leaves whole all that was made of it", () => {
    const whole = buildEventIndex(lazy);
    const id = "South";
    const { lanes } = buildEventIndex(filterEvents(lazy, { lanes: [id] }).timeline);
    const at = lazy.lanes.findIndex((lane) => lane.id === id);
    expect(lanes[at]).toBe(whole.lanes[at]);
    expect(lanes.filter(({ size }) => size > 0)).toHaveLength(1);
    // The control: where words leave some of its events, it has numbers of its own.
    const some = buildEventIndex(filterEvents(lazy, { lanes: [id], text: "treaty" }).timeline).lanes[at];
    expect(some?.size).toBeLessThan(lanes[at]?.size ?? 0);
    expect(some?.start).toHaveLength(some?.size ?? 0);
  });

  test("are filtered ahead for whoever then asks with the same filter of the same timeline", () => {
    const filter = { text: "treaty", lanes: ["South"] };
    runAtOnce(prepareFilter(lazy, filter));
    const { timeline, size } = filterEvents(lazy, filter);
    expect(filterEvents(lazy, filter).timeline).toBe(timeline);
    expect(byId(timeline.events)).toEqual(byId(filterEvents(plain, filter).timeline.events));
    expect(size).toBe(timeline.events.length + timeline.unplaced.length);
    expect(filterEvents({ ...lazy }, filter).timeline).not.toBe(timeline);
  });

  test.each([
    ["across", { width: 1000, height: 420 }],
    ["down", { width: 360 }],
    ["in a strip", { width: 800, height: 160 }],
  ])("have the picture of objects %s, whatever a filter leaves of them", (_, shape) => {
    const titles = ["Comet", "Halo", "Aurora"];
    const date = Float64Array.from({ length: SIZE }, (_row, i) => (i * 7919 * HOUR) % (40_000 * DAY));
    const lane = Array.from({ length: SIZE }, (_row, i) => (i % 3 === 0 ? "North" : "South"));
    const importance = Uint8Array.from({ length: SIZE }, (_row, i) => 1 + ((i * 31) % 5));
    const title = Array.from({ length: SIZE }, (_row, i) => `${titles[(i % 7) % 3]} ${i}`);
    const events = title.map((one, i) => ({
      ...{ title: one, date: date[i], lane: lane[i], importance: importance[i], id: `row-${i + 1}` },
    }));
    const filters: readonly EventFilter[] = [
      { lanes: ["South"] },
      { text: "comet 9" },
      { text: "halo", lanes: ["North"] },
    ];
    for (const filter of filters) {
      const [a, b] = [{ columns: { title, date, lane, importance } }, { events }].map((document) =>
        renderToString(document as DocumentInput, { ...shape, filter }),
      );
      expect(a).toContain("data-event");
      expect(a).toBe(b);
    }
  });

  test("are counted with their sources as objects are", () => {
    expect(coverageOf(lazy)).toEqual(coverageOf(plain));
  });

  test("are the same object each time they are read, also in a part", () => {
    expect(lazy.events[7]).toBe(lazy.events[7]);
    const [first] = filterEvents(lazy, { lanes: ["South"] }).timeline.events;
    expect(lazy.events[lazy.store.indexOf(first?.id ?? "")]).toBe(first);
  });

  test("without ids are named by their rows, whatever their order in time", () => {
    const { id: _, ...nameless } = columns;
    const { timeline } = parseDocument({ columns: nameless });
    const first = timeline.events[0];
    const row = Number(first?.id.replace("row-", "")) - 1;
    expect(first?.title).toBe(rows[row]?.title.trim());
    expect(timeline.store.indexOf(`row-${row + 1}`)).toBe(0);
    for (const id of ["row-0", `row-${SIZE + 1}`, "row-", "e1"]) expect(timeline.store.indexOf(id)).toBe(-1);
  });

  test("without ids have the same names when they are read from an island, where they are lists", () => {
    const { id: _, ...nameless } = columns;
    const lists = Object.fromEntries(Object.entries(nameless).map(([name, list]) => [name, Array.from<unknown>(list)]));
    const read = parseDocument({ columns: lists }).timeline;
    expect(read.store.lazy).toBe(false);
    expect(new Set(read.events.map(({ id }) => id))).toEqual(
      new Set([...parseDocument({ columns: nameless }).timeline.events].map(({ id }) => id)),
    );
  });

  test("become objects at once where ids repeat, or sources, zones or few rows ask for it", () => {
    const few = Object.fromEntries(
      Object.entries(columns).map(([name, list]: [string, { slice(from: number, to: number): unknown }]) => [
        name,
        list.slice(0, 50),
      ]),
    );
    const twice = columns.id.with(1, "e0");
    const others: readonly (readonly [object, string?])[] = [
      [{ columns: few }],
      [{ columns: { ...columns, id: twice } }],
      [{ columns: { ...columns, sources: rows.map(() => ["https://a.example/"]) } }],
      [{ columns: { ...columns, date: [...columns.date] } }],
      [{ columns }, "Asia/Pyongyang"],
      [{ events: [{ title: "A", date: "1848" }], columns }],
    ];
    for (const [document, timeZone] of others) {
      expect(parseDocument(document, { timeZone }).timeline.store.lazy).toBe(false);
    }
  });

  test("are drawn while few of them are read", () => {
    const counted = { reads: 0 };
    const many = 50_000;
    const title = new Proxy(
      Array.from({ length: many }, (_, i) => `Event ${i}`),
      {
        get(list, key) {
          if (typeof key === "string" && /^\d/.test(key)) counted.reads++;
          return Reflect.get(list, key);
        },
      },
    );
    const date = Float64Array.from({ length: many }, (_, i) => i * DAY);
    expect(renderToString({ columns: { title, date } }, { width: 1000, height: 500 })).toContain("Event ");
    expect(counted.reads).toBeGreaterThan(0);
    expect(counted.reads).toBeLessThan(many / 20);
    // The control: a list that is written whole reads each.
    expect(figureOf({ columns: { title, date } }, { width: 1000, height: 500 }).node.key).toBe("datelines");
    expect(counted.reads).toBeGreaterThanOrEqual(many);
  });
});

describe("a filter of many events", () => {
  const MANY = 100_000;
  /** Rows that a step goes through at most. */
  const STRETCH = 1 << 15;

  /** A list that counts how often its items are read. */
  function counting<List extends object>(list: List, count: () => void): List {
    return new Proxy(list, {
      get(target, key) {
        if (typeof key === "string" && /^\d/.test(key)) count();
        return Reflect.get(target, key) as unknown;
      },
    });
  }

  /** Reads of one column by each step, at most. */
  function mostAtOnce(column: "title" | "lane" | "start" | "importance", filter: EventFilter, together = 1): number {
    let reads = 0;
    const count = (): void => {
      reads++;
    };
    const title = Array.from({ length: MANY }, (_, i) => (i % 3 === 0 ? `Comet ${i}` : `Halo ${i}`));
    const date = Float64Array.from({ length: MANY }, (_, i) => i * HOUR);
    const lane = Array.from({ length: MANY }, (_, i) => (i % 2 === 0 ? "North" : "South"));
    const { timeline } = parseDocument({
      columns: { title: column === "title" ? counting(title, count) : title, date, lane },
    });
    const table = timeline.store.numbers;
    if (column !== "title") Object.assign(table, { [column]: counting(table[column], count) });
    const steps = prepareFilter(timeline, filter);
    let most = 0;
    for (let done = false; !done; most = Math.max(most, reads)) {
      reads = 0;
      for (let i = 0; i < together; i++) done = steps.next().done === true;
    }
    return most;
  }

  test.each([
    ["title", { text: "comet 9" }],
    ["lane", { text: "comet" }],
    ["lane", { lanes: ["South"] }],
    ["lane", { lanes: ["South"], text: "o" }],
    ["start", { text: "comet" }],
    ["importance", { text: "comet" }],
  ] as const)("is worked out in steps none of which reads %s of more rows than a stretch has: %j", (column, filter) => {
    const most = mostAtOnce(column, filter);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(STRETCH);
    // The control: all steps together read more.
    expect(mostAtOnce(column, filter, MANY)).toBeGreaterThan(STRETCH);
  });
});

describe("reading ahead", () => {
  test("leaves turns to others, and what it read is found by whoever shows the document", async () => {
    const { columns: own } = oddColumns(2);
    const document = { columns: own };
    let turns = 0;
    let running = true;
    const others = (): void => {
      turns++;
      if (running) setImmediate(others);
    };
    setImmediate(others);
    await prepareDocument(document);
    running = false;
    expect(turns).toBeGreaterThan(5);
    // English with all its words, as live timelines have it; that of a picture has fewer.
    const { locale } = resolveOptions({}, en);
    const ahead = parseDocument(document, { locale });
    expect(parseDocument(document, { locale })).toBe(ahead);
    expect(buildEventIndex(ahead.timeline)).toBe(buildEventIndex(ahead.timeline));
    expect(parseDocument(document, { locale, timeZone: "Asia/Pyongyang" })).not.toBe(ahead);
  });

  test("does nothing lasting for events that are objects", async () => {
    const document = { events: [{ title: "A", date: "1848" }] };
    await prepareDocument(document);
    expect(parseDocument(document)).not.toBe(parseDocument(document));
  });
});

test("places in ascending order are those of a stable sort", () => {
  const times = fc.oneof(
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.integer({ min: 0, max: 5 }),
    fc.constantFrom(1e15, -1e15),
  );
  fc.assert(
    fc.property(fc.array(times, { maxLength: 200 }), (list) => {
      const order = runAtOnce(ascendingOrder(Float64Array.from(list)));
      const stable = [...list.keys()].sort((a, b) => (list[a] as number) - (list[b] as number));
      expect([...(order ?? list.keys())]).toEqual(stable);
    }),
    { examples: [[[Number.MIN_VALUE, 0]]] },
  );
});

test("a haystack finds what looking through each text finds", () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `${i} ${i % 3 === 0 ? "Ägypten" : "b\nab"} ${i % 11}`);
  const { find, prepare } = textIndex(texts.length, (row) => texts[row] as string);
  const naive = (words: readonly string[]) =>
    [...texts.keys()].filter((row) => words.every((word) => (texts[row] as string).toLowerCase().includes(word)));
  for (const words of [["b"], ["ab", "7"], ["11", "1"], ["zzz"], ["2999"], []])
    expect([...runAtOnce(find(words))]).toEqual(naive(words));
  expect(runAtOnce(find(["agypten"]))).toHaveLength(1000);
  runAtOnce(prepare());
  expect([...runAtOnce(find(["ab", "7"]))]).toEqual(naive(["ab", "7"]));
});

test("the event nearest in time is that of looking at each", () => {
  const events = lazy.events.slice(0, 300);
  const naive = (time: number) =>
    events.reduce((best, one) => (Math.abs(sortTime(best) - time) <= Math.abs(sortTime(one) - time) ? best : one));
  for (let i = 0; i < 300; i += 7) {
    for (const nudge of [-1e9, -1, 0, 1, 1e7]) {
      const time = sortTime(events[i] as (typeof events)[number]) + nudge;
      expect(nearestInTime(events, time)).toBe(naive(time));
    }
  }
  expect(nearestInTime([], 0)).toBeUndefined();
});

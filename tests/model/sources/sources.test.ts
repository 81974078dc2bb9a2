import { describe, expect, test } from "vitest";
import { identifierKey, pageKey } from "../../../src/base/page-key.js";
import { differingClaims } from "../../../src/model/sources/claims.js";
import { coverageOf } from "../../../src/model/sources/coverage.js";
import type { EventInput, SourceInput } from "../../../src/model/document/document.js";
import { filterEvents } from "../../../src/model/events/filter-events.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { citesPublisher, publisherCount, publishersOf } from "../../../src/model/sources/publishers.js";
import { relatedEvents } from "../../../src/model/relations/relations.js";
import { anniversaryOf, timeBetween } from "../../../src/model/relations/time-between.js";
import type { PlacedEvent } from "../../../src/model/timeline.js";
import { resolveOptions } from "../../../src/resolve-options.js";
import { anniversaryInWords, durationBetween } from "../../../src/scene/labels/duration-words.js";
import { en } from "../../../src/locales/en.js";
import { es } from "../../../src/locales/es.js";
import { fr } from "../../../src/locales/fr.js";
import { it } from "../../../src/locales/it.js";
import { pt } from "../../../src/locales/pt.js";

const event = (sources: EventInput["sources"], more: Partial<EventInput> = {}): EventInput => ({
  title: "Event",
  date: "2020",
  ...(sources ? { sources } : {}),
  ...more,
});
const parse = (events: EventInput[], sources: Record<string, SourceInput> = {}) => parseDocument({ sources, events });

describe("two addresses of one page", () => {
  test.each([
    ["https://example.org", "https://example.org/"],
    ["HTTPS://Example.ORG/a", "https://example.org/a"],
    ["https://example.org:443/a", "https://example.org/a"],
    ["https://example.org/a/../b", "https://example.org/b"],
    ["https://example.org/%7Eme", "https://example.org/~me"],
    ["https://example.org/a%2fb", "https://example.org/a%2Fb"],
    ["https://example.org/a?utm_source=x&id=1&fbclid=2", "https://example.org/a?id=1"],
    ["https://example.org/a#", "https://example.org/a"],
    ["https://doi.org/10.1000/ABC", "doi:10.1000/abc"],
    ["https://dx.doi.org/10.1000/abc", "10.1000/abc"],
    ["urn:isbn:978-3-16-148410-0", "URN:ISBN:9783161484100"],
  ])("%s and %s are one source", (a, b) => {
    const { timeline } = parse([event([a, b])]);
    expect(timeline.sources).toHaveLength(1);
    expect(timeline.events[0]?.sources).toHaveLength(1);
  });

  test.each([
    ["http://example.org/a", "https://example.org/a"],
    ["https://www.example.org/a", "https://example.org/a"],
    ["https://example.org/a", "https://example.org/a/"],
    ["https://example.org/a?b=1&c=2", "https://example.org/a?c=2&b=1"],
    ["https://example.org/a#one", "https://example.org/a#two"],
    ["https://example.org/A", "https://example.org/a"],
    ["https://example.org/a%2Fb", "https://example.org/a/b"],
  ])("%s and %s may be two pages and stay two", (a, b) => {
    expect(parse([event([a, b])]).timeline.sources).toHaveLength(2);
  });

  test("the key of a key is the key", () => {
    for (const href of ["https://example.org/%7e?utm_a=1&b=%2f#x", "https://doi.org/10.1/A#B"])
      expect(pageKey(pageKey(href))).toBe(pageKey(href));
    expect(identifierKey(identifierKey("URN:ISBN:978-3"))).toBe(identifierKey("URN:ISBN:978-3"));
  });

  test("add to what is known of it; what differs is kept once and reported", () => {
    const { timeline, issues } = parse([
      event([
        { url: "https://example.org/a", title: "One" },
        { url: "https://example.org/a", title: "Two", publisher: "Paper" },
      ]),
    ]);
    expect(timeline.sources[0]).toMatchObject({ title: "One", publisher: "Paper" });
    expect(issues.map(({ code, path, value }) => [code, path, value])).toEqual([
      ["source-conflict", "events[0].sources[1].title", "Two"],
    ]);
  });
});

describe("numbers", () => {
  test("follow the first appearance in time, not in the document", () => {
    const { timeline } = parse([event(["late"], { date: "2022" }), event(["early", "late"], { date: "2021" })], {
      late: { title: "Late" },
      early: { title: "Early" },
      never: { title: "Never" },
    });
    expect(timeline.sources.map(({ id, number }) => [number, id])).toEqual([
      [1, "early"],
      [2, "late"],
      [3, "never"],
    ]);
  });

  test("do not depend on the order of the document", () => {
    const events = ["a", "b", "c", "d"].map((id, i) =>
      event([`https://${id}.example/`], { id, date: String(2020 - i) }),
    );
    const one = parse(events).timeline.sources.map(({ href }) => href);
    expect(parse([...events].reverse()).timeline.sources.map(({ href }) => href)).toEqual(one);
  });

  test("of a claim's source are the event's too", () => {
    const { timeline } = parse([event(undefined, { claims: [{ date: "2020-01", source: "https://a.example/" }] })]);
    expect(timeline.events[0]?.sources.map(({ number }) => number)).toEqual([1]);
  });
});

describe("accounts", () => {
  const accounts = (more: Partial<EventInput>) =>
    differingClaims(parse([event(undefined, more)]).timeline.events[0] as PlacedEvent).map(({ date }) => date.written);

  test.each<[string, Partial<EventInput>, string[]]>([
    ["none where nobody claims", {}, []],
    ["none where a claim says the event's own date", { claims: [{ date: "2020" }] }, []],
    ["the event's date first, where no claim says it", { claims: [{ date: "2021" }] }, ["2020", "2021"]],
    ["in their own order", { claims: [{ date: "2021" }, { date: "2020" }] }, ["2021", "2020"]],
    ["of the same day said with another certainty", { claims: [{ date: "2020~" }] }, ["2020", "2020~"]],
  ])("%s", (_, more, expected) => {
    expect(accounts(more)).toEqual(expected);
  });
});

describe("publishers", () => {
  const sources: Record<string, SourceInput> = {
    a: { url: "https://a.example/1", publisher: "The Paper" },
    b: { url: "https://b.example/1", publisher: " the  PAPER" },
    c: { url: "https://www.c.example/1" },
    d: { title: "Letters" },
  };
  const { timeline } = parse([event(["a", "b", "c", "d"]), event(["a", "b"], { title: "Two" })], sources);

  test("are told apart by name, case and blanks aside; a source without one counts as its host", () => {
    expect(publishersOf(timeline).map(({ name, events, sources: own }) => [name, events, own.length])).toEqual([
      ["The Paper", 2, 2],
      ["c.example", 1, 1],
    ]);
    expect(timeline.events.map(publisherCount).sort()).toEqual([1, 2]);
  });

  test.each([
    [["THE PAPER"], 2],
    [["c.example"], 1],
    [["Nobody"], 0],
    [["Nobody", "c.example"], 1],
    [[], 0],
  ])("%j filter events", (publishers, left) => {
    expect(timeline.events.filter(citesPublisher(...publishers))).toHaveLength(left);
    expect(filterEvents(timeline, { publishers }).size).toBe(left);
  });

  test("in a filter hold together with its other fields", () => {
    const filter = { publishers: ["The Paper"], text: "two" };
    expect(filterEvents(timeline, filter).timeline.events.map(({ title }) => title)).toEqual(["Two"]);
    expect(filterEvents(timeline, { publishers: ["c.example"], text: "two" }).size).toBe(0);
  });

  test.each([["The Paper"], [[1]]])("%j are no list of names: a mistake of the program", (publishers) => {
    expect(() => resolveOptions({ filter: { publishers } as never })).toThrow(TypeError);
    expect(resolveOptions({ filter: { publishers: ["The Paper"] } }).filter).toEqual({ publishers: ["The Paper"] });
  });

  test("are counted with what is in doubt", () => {
    const counted = parse([
      event(["https://a.example/"], { date: "2020~", status: "presumed" }),
      event(undefined, { title: "B", date: "2021?", claims: [{ date: "2022" }] }),
      event(undefined, { title: "C", date: "n.d." }),
    ]).timeline;
    expect(coverageOf(counted)).toMatchObject({
      events: 3,
      sources: 1,
      publishers: 1,
      approximate: 1,
      uncertain: 1,
      differing: 1,
      unsourced: 2,
      status: { confirmed: 2, presumed: 1, disputed: 0 },
    });
  });
});

describe("relations", () => {
  test("are known from both sides; what contradicts is the same from either", () => {
    const { timeline } = parse([
      event(undefined, { id: "a", relations: [{ type: "reports", to: "b" }] }),
      event(undefined, { id: "b", relations: [{ type: "contradicts", to: "a" }] }),
    ]);
    const seen = (id: string) =>
      relatedEvents(timeline)
        .get(id)
        ?.map(({ type, direction, id: to }) => [type, direction, to]);
    expect(seen("a")).toEqual([
      ["reports", "to", "b"],
      ["contradicts", "to", "b"],
    ]);
    expect(seen("b")).toEqual([
      ["contradicts", "to", "a"],
      ["reports", "from", "a"],
    ]);
  });
});

describe("the time between two events", () => {
  const pair = (a: string, b: string): [PlacedEvent, PlacedEvent] =>
    [a, b].map((date) => parse([event(undefined, { date })]).timeline.events[0]) as [PlacedEvent, PlacedEvent];

  test.each([
    ["2024-06-19", "2024-06-21", "2 days later"],
    ["2024-06-21", "2024-06-19", "2 days earlier"],
    ["2024-06-19", "2024-06-20", "1 day later"],
    ["2024-06-19", "2024-06-19", "the same day"],
    ["2024-06-19", "2024-12-19", "6 months later"],
    ["2024-06-19", "2024-12-22", "about 6 months later"],
    ["2024-06-19", "2026-06-19", "2 years later"],
    ["2024-10-08/2024-10-13", "2024-10-18", "5 to 10 days later"],
    ["2024-06", "2024-12-04", "about 6 months later"],
    ["1914", "1939", "about 25 years later"],
    ["2024-06-19~", "2024-06-29", "about 10 days later"],
    ["2024-06-19T10:00", "2024-06-19T12:00", "2 hours later"],
    ["2024-06-19T10:00", "2024-06-19T10:20", "20 minutes later"],
    ["66 Ma", "1900", "about 66 million years later"],
    // Nothing certain can be said where it is not certain which came first.
    ["2024", "2024-06-19", ""],
    ["2024-06", "2024-06-19", ""],
    ["before 1600", "1700", ""],
  ])("from %s to %s is %j", (a, b, expected) => {
    const gap = timeBetween(...pair(a, b));
    expect(gap ? durationBetween(gap, en) : "").toBe(expected);
  });

  test.each([
    ["fr", fr, "environ 66 millions d’années plus tard"],
    ["es", es, "alrededor de 66 millones de años después"],
    ["it", it, "circa 66 milioni di anni dopo"],
    ["pt", pt, "aproximadamente 66 milhões de anos depois"],
  ])("in %s a number with its own word takes what the language puts after it", (_, locale, expected) => {
    const gap = timeBetween(...pair("66 Ma", "1900"));
    expect(gap && durationBetween(gap, locale)).toBe(expected);
  });

  test.each([
    ["2024-06-19", "2025-06-19", "first anniversary"],
    ["2024-06-19", "2025-06-29", "first anniversary"],
    ["1848", "1948", "100th anniversary"],
    ["2000-06", "2025-06-01", "25th anniversary"],
    ["2024-06-19", "2025-12-01", ""],
    ["2024", "2025-06-29", ""],
  ])("%s has on %s its %j", (a, b, expected) => {
    const years = anniversaryOf(...pair(a, b));
    expect(years === undefined ? "" : anniversaryInWords(years, en)).toBe(expected);
  });

  // Where each is looked up among all before it, this takes more than 20 s.
  test("of one event that forty thousand are part of are found in one go, in their order", { timeout: 12_000 }, () => {
    const parts = Array.from({ length: 40_000 }, (_, i) =>
      event(undefined, { id: `p${i}`, relations: [{ type: "part-of", to: "hub" }] }),
    );
    const { timeline } = parseDocument([event(undefined, { id: "hub" }), ...parts]);
    const related = relatedEvents(timeline).get("hub");
    expect(related).toHaveLength(40_000);
    expect(related?.slice(0, 2).map(({ id, direction }) => [id, direction])).toEqual([
      ["p0", "from"],
      ["p1", "from"],
    ]);
  });
});

/** Attacks by what a value is, not by what a text says: prototypes, getters, endless values, terminals. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { parseDate, parseDocument, renderToHtml, renderToString } from "../../src/index.js";
import { CORPUS } from "./corpus.js";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const event = { title: "A", date: "1848" };

describe("prototypes (51, 52)", () => {
  const poisoned = JSON.parse(
    `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
      "events":[{"title":"A","date":"1848","__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1}}}],
      "sources":{"__proto__":{"title":"S","url":"https://a.example/"},"constructor":{"title":"T"}},
      "lanes":[{"id":"__proto__","__proto__":{"color":"red"}}],
      "eras":[{"title":"E","date":"1848","__proto__":{"polluted":1}}]}`,
  ) as object;

  test("nothing is written to Object.prototype", () => {
    const before = Reflect.ownKeys(Object.prototype);
    parseDocument(poisoned);
    parseDocument(JSON.stringify(poisoned));
    renderToHtml(poisoned as never);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("an inherited title or date is not read", () => {
    const { timeline } = parseDocument({ events: [Object.create(event)] });
    expect(timeline.events).toEqual([]);
    expect(timeline.unplaced).toHaveLength(1);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "then", "length", "1"])(
    "%s is an id, a lane, a tag and a source like any other",
    (name) => {
      const sources = JSON.parse(`{${JSON.stringify(name)}:{"title":"Found","url":"https://a.example/x"}}`) as object;
      const { timeline, issues } = parseDocument({
        events: [{ ...event, id: name, lane: name, tags: [name], sources: [name] }],
        sources,
      });
      const [first] = timeline.events;
      expect(first?.id).toBe(name);
      expect(timeline.lanes[first?.lane ?? -1]?.id).toBe(name);
      expect(first?.tags).toEqual([name]);
      expect(first?.sources.map((source) => source.title)).toEqual(["Found"]);
      expect(issues).toEqual([]);
      expect(renderToString({ events: [{ ...event, id: name, relations: [{ type: name, to: name }] }] })).toContain(
        "<svg",
      );
    },
  );

  test.each(["__proto__", "constructor", "toString"])("%s is no option", (name) => {
    const options = JSON.parse(`{${JSON.stringify(name)}:"x"}`) as object;
    expect(() => renderToString([], options)).toThrow(TypeError);
  });
});

describe("values of JavaScript that are no data (53)", () => {
  const cycle: Record<string, unknown> = { ...event };
  cycle["data"] = cycle;
  const effects: string[] = [];
  const throwing = {
    ...event,
    get description(): string {
      throw new Error("a getter of the caller");
    },
  };
  const values: readonly (readonly [string, unknown])[] = [
    ["a getter that throws", throwing],
    [
      "a proxy that throws at everything",
      new Proxy({}, { get: () => fail(), has: () => fail(), ownKeys: () => fail() }),
    ],
    ["a revoked proxy", revoked()],
    ["toString with effects", { title: { toString: () => effects.push("toString") }, date: "1848" }],
    ["valueOf with effects", { title: "A", date: { valueOf: () => effects.push("valueOf") } }],
    ["a BigInt", { title: 1n, date: 1n }],
    ["a symbol", { title: Symbol("x"), date: Symbol("y") }],
    ["a cycle", cycle],
    ["a sparse list", { ...event, tags: Array(3), sources: Array(2) }],
    ["a frozen event", Object.freeze({ ...event })],
    ["a Date of another realm", { title: "A", date: runInNewContext("new Date(0)") as unknown }],
    ["an invalid Date", { title: "A", date: new Date(Number.NaN) }],
    ["a function", () => event],
    ["a class", Map],
    ["an infinite number", { title: Number.POSITIVE_INFINITY, date: Number.NEGATIVE_INFINITY }],
    ["a text object", { title: Object("A") as unknown, date: Object("1848") as unknown }],
    ["a map", new Map(Object.entries(event))],
    ["null", null],
  ];
  function fail(): never {
    throw new Error("a trap of the caller");
  }
  function revoked(): unknown {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  }

  test.each(values)("%s as an event is kept, and drawing does not throw", (_, value) => {
    const { timeline } = parseDocument([value, event]);
    expect(timeline.events.length + timeline.unplaced.length).toBe(2);
    expect(renderToString([value as never, event])).toMatch(/^<svg[^]*<\/svg>$/);
    expect(renderToHtml([value as never, event])).toContain("</figure>");
  });

  test.each(values)("%s as a document does not throw", (_, value) => {
    expect(() => parseDocument(value)).not.toThrow();
  });

  test.each(["title", "description", "events", "lanes", "eras", "sources", "timeZone", "lang"])(
    "every value as the document's %s does not throw",
    (field) => {
      for (const [, value] of values) {
        const document = { events: [event], [field]: value };
        expect(() => renderToString(document)).not.toThrow();
        expect(() => renderToHtml({ events: [event], [field]: [value] })).not.toThrow();
      }
    },
  );

  test("no toString or valueOf of the caller was called", () => {
    expect(effects).toEqual([]);
  });
});

describe("a terminal (58)", () => {
  const texts = CORPUS[57]?.texts ?? [];

  test("gets no control character from data", { timeout: 30_000 }, () => {
    expect(texts.length).toBeGreaterThan(5);
    const events = texts.map((text) => ({
      title: text,
      date: text,
      id: text,
      lane: text,
      sources: [text],
      [text]: text,
    }));
    for (const command of [
      ["check", "-"],
      ["check", "-", "--json"],
      ["render", "-"],
    ]) {
      const { stdout, stderr } = spawnSync(process.execPath, [CLI, ...command], {
        input: JSON.stringify({ title: texts.join(" "), events }),
        encoding: "utf8",
      });
      const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
      expect(stderr).not.toMatch(controls);
      // A picture is a file: XML allows DEL and C1 in it. ESC it never holds.
      expect(stdout).not.toMatch(command[0] === "render" ? /\u001b/ : controls);
    }
  });
});

describe("endless texts (59, 60)", () => {
  const parts = ["(", "9", " ", "-", "X", "{", "[", "..", "1,", "\u0301", "/", "<", "&", "?"];

  test.each(parts)("%j 100,000 times in every field is shown, and is no date", { timeout: 20_000 }, (part) => {
    const text = part.repeat(100_000);
    expect(parseDate(text).span).toBeUndefined();
    const { timeline } = parseDocument({
      title: text,
      events: [
        { title: text, date: "1848", end: text, id: text, lane: text, sources: [text, { url: text }], status: text },
      ],
      lanes: [{ id: text, color: text }],
    });
    expect(timeline.events).toHaveLength(1);
  });

  test("JSON 100,000 deep is refused or read, and does not throw", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(() => renderToString(deep as never)).not.toThrow();
    expect(() =>
      renderToString(`{"events":[{"title":"A","date":"1848","data":{"x":${deep}}}]}` as never),
    ).not.toThrow();
  });
});

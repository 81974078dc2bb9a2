import { describe, expect, test } from "vitest";
import { cleanText } from "../../../src/base/clean-text.js";
import { de } from "../../../src/locales/de.js";
import { parseDocument } from "../../../src/model/document/parse-document.js";
import { relatedEvents } from "../../../src/model/relations/relations.js";
import { errors, TEN_FAULTS } from "../../../stories/gallery/errors.js";
import { kurskHorizontal } from "../../../stories/gallery/kursk.js";

const codes = (document: unknown): string[] => parseDocument(document).issues.map((issue) => issue.code);

/** Freezes everything, so that any write on it throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe("a document", () => {
  test("is not changed by being read", () => {
    const document = structuredClone(kurskHorizontal().document);
    const before = JSON.stringify(document);
    parseDocument(frozen(document));
    expect(JSON.stringify(document)).toBe(before);
  });

  test("with ten faults gives ten issues, in the order of the document, and loses no event", () => {
    const { document } = errors();
    const { timeline, issues } = parseDocument(document);
    expect(issues.map((issue) => issue.code)).toEqual(TEN_FAULTS);
    expect(timeline.events).toHaveLength(6);
    expect(timeline.unplaced).toHaveLength(4);
  });

  test("says where a fault is, what was written and how to write it", () => {
    const { issues } = parseDocument({
      events: [
        { title: "A", date: "2020", sources: ["https://a.example"] },
        { title: "B", date: "2021-02-30", sources: ["https://a.example"] },
      ],
    });
    expect(issues).toEqual([
      {
        code: "date-invalid",
        severity: "error",
        path: "events[1].date",
        value: "2021-02-30",
        hint: "Write a day from 01 to 28",
        message: 'events[1].date "2021-02-30": February 2021 has 28 days. Write a day from 01 to 28.',
      },
    ]);
  });

  test("may be a bare list of events, or the JSON text of a document", () => {
    const events = [{ title: "A", date: "2020" }];
    expect(parseDocument(events).timeline.events).toHaveLength(1);
    expect(parseDocument(JSON.stringify({ events })).timeline.events).toHaveLength(1);
  });

  test.each([[undefined], [null], [7], ["not json"], [Symbol("x")], [() => 1]])(
    "that is %s is an issue and no exception",
    (input) => {
      expect(parseDocument(input).issues.some((issue) => issue.severity === "error")).toBe(true);
    },
  );

  test("that is one event is drawn, and told from a list of them", () => {
    const { timeline, issues } = parseDocument({ title: "A", date: "1848" });
    expect(timeline.events.map(({ title }) => title)).toEqual(["A"]);
    expect(issues[0]).toMatchObject({ code: "document-invalid", severity: "error" });
    expect(issues[0]?.message).toBe('"A": this is one event; a document is a list of them. Write [ and ] around it.');
  });

  test("keeps an event that throws when it is read", () => {
    const trap = {
      get title(): string {
        throw new Error("boom");
      },
      date: "2020",
    };
    const { timeline, issues } = parseDocument([trap]);
    expect(timeline.unplaced).toHaveLength(1);
    expect(issues.map((issue) => issue.code)).toContain("event-invalid");
  });

  test("gives the same model whatever the order of its events", () => {
    const { document } = kurskHorizontal();
    const shuffled = { ...(document as object), events: [...(document as { events: unknown[] }).events].reverse() };
    const ids = (input: unknown): string[] => parseDocument(input).timeline.events.map((event) => event.id);
    expect(ids(shuffled)).toEqual(ids(document));
  });

  test("names a field that is nearly right", () => {
    const { issues } = parseDocument([{ titel: "A", title: "A", date: "2020", sources: ["https://a.example"] }]);
    expect(issues[0]).toMatchObject({ code: "field-unknown", hint: "Did you mean title" });
  });
});

describe("events", () => {
  test("with one id are both kept; the second gets a suffix", () => {
    const { timeline, issues } = parseDocument([
      { id: "a", title: "First", date: "2020", sources: ["https://a.example"] },
      { id: "a", title: "Second", date: "2021", sources: ["https://a.example"] },
    ]);
    expect(timeline.events.map((event) => event.id)).toEqual(["a", "a-2"]);
    expect(issues[0]?.message).toContain("events[0] has the same id");
  });

  test("keep an id of their own that a second one would be renamed to, and relations name the event that was meant", () => {
    const sources = ["https://a.example"];
    const { timeline, issues } = parseDocument([
      { id: "a", title: "First", date: "2020", sources },
      { id: "a", title: "Second", date: "2021", sources },
      { id: "a-2", title: "Third", date: "2022", sources },
      { title: "Fourth", date: "2023", sources, relations: [{ type: "follows", to: "a-2" }] },
    ]);
    expect(timeline.events.map(({ id }) => id)).toEqual(["a", "a-3", "a-2", "fourth"]);
    expect(
      relatedEvents(timeline)
        .get("fourth")
        ?.map(({ event }) => event?.title),
    ).toEqual(["Third"]);
    expect(issues.map(({ message }) => message)).toEqual([
      'events[1].id "a": events[0] has the same id; this one becomes "a-3". Give each event an id of its own.',
    ]);
  });

  test("get an id from their title", () => {
    expect(parseDocument([{ title: "Größe & Zahl: 2", date: "2020" }]).timeline.events[0]?.id).toBe("größe-zahl-2");
  });

  test("with date and end last from one to the other, each as precise as it is known", () => {
    const span = parseDocument([{ title: "A", date: "1914-07", end: "1918" }]).timeline.events[0]?.span;
    expect([span?.kind, span?.from?.precision, span?.to?.precision]).toEqual(["interval", "month", "year"]);
  });

  test("with an end before their start are turned round, with a warning", () => {
    expect(codes([{ title: "A", date: "1920", end: "1910", sources: ["https://a.example"] }])).toEqual([
      "interval-reversed",
    ]);
  });

  test("with only an end are drawn as lasting until then", () => {
    const { timeline } = parseDocument([{ title: "A", end: "1910" }]);
    expect(timeline.events[0]?.span.openStart).toBe("unknown");
  });

  test("take a Date at midnight as a day and any other as a time", () => {
    const [day, time] = parseDocument([
      { title: "A", date: new Date("2024-06-19T00:00:00Z") },
      { title: "B", date: new Date("2024-06-19T14:30:00Z") },
    ]).timeline.events;
    expect([day?.span.precision, time?.span.precision]).toEqual(["day", "minute"]);
  });
});

describe("a status", () => {
  test("may be written in the words of the language that the picture is in", () => {
    const events = ["bestätigt", "Geplant", "planned", "vielleicht"].map((status) => ({
      title: "A",
      date: "2020",
      status,
    }));
    const { timeline, issues } = parseDocument({ events }, { locale: de });
    expect(timeline.events.map(({ status }) => status)).toEqual(["confirmed", "planned", "planned", "reported"]);
    expect(issues.filter(({ code }) => code === "status-unknown").map(({ value }) => value)).toEqual(["vielleicht"]);
  });
});

describe("lanes", () => {
  test("keep their declared order; others follow in order of time; events without a lane come last", () => {
    const { timeline } = parseDocument({
      lanes: ["b", "a"],
      events: [
        { title: "1", date: "2001" },
        { title: "2", date: "2003", lane: "z" },
        { title: "3", date: "2002", lane: "y" },
        { title: "4", date: "2004", lane: "a" },
      ],
    });
    expect(timeline.lanes.map((lane) => lane.id)).toEqual(["b", "a", "y", "z", ""]);
  });

  test("refuse colours that could be anything else", () => {
    for (const color of ["url(//evil.example)", "red;background:url(x)", "var(--x)", "#12", "expression(1)"]) {
      const { timeline, issues } = parseDocument({ lanes: [{ id: "a", color }], events: [] });
      expect(timeline.lanes[0]?.color).toBe("blue");
      expect(issues[0]?.code).toBe("color-invalid");
    }
  });
});

describe("sources", () => {
  test("are numbered in the order in which they are first cited in time", () => {
    const { timeline } = parseDocument({
      sources: {
        late: { url: "https://l.example" },
        early: { url: "https://e.example" },
        never: { url: "https://n.example" },
      },
      events: [
        { title: "2", date: "2002", sources: ["late", "early"] },
        { title: "1", date: "2001", sources: ["early"] },
      ],
    });
    expect(timeline.sources.map((source) => source.id)).toEqual(["early", "late", "never"]);
  });

  test("with one address are one source, however they are written", () => {
    const { timeline } = parseDocument([
      { title: "1", date: "2001", sources: ["https://a.example/x"] },
      { title: "2", date: "2002", sources: [{ url: "HTTPS://A.example/x", title: "X" }] },
    ]);
    expect(timeline.sources).toHaveLength(1);
    expect(timeline.sources[0]?.title).toBe("X");
    expect(timeline.sources[0]?.citedBy).toHaveLength(2);
  });

  test.each([
    ["javascript:alert(1)", "url-scheme-blocked"],
    ["\u0001javascript:alert(1)", "url-scheme-blocked"],
    ["java\nscript:alert(1)", "url-scheme-blocked"],
    ["data:text/html,x", "url-scheme-blocked"],
    ["ftp://a.example/x", "url-scheme-blocked"],
    ["https://user:pw@a.example", "url-credentials"],
    ["//a.example/x", "url-invalid"],
    ["https:a.example", "url-invalid"],
  ])("%s is shown as text and reported", (url, code) => {
    const { timeline, issues } = parseDocument([{ title: "A", date: "2020", sources: [{ url, title: "S" }] }]);
    expect(timeline.sources[0]?.href).toBeUndefined();
    expect(timeline.sources[0]?.address).toBe(cleanText(url));
    expect(issues.map((issue) => issue.code).filter((found) => found !== "text-characters")).toEqual([code]);
  });

  test("an address without a scheme gets https; a DOI leads to doi.org; a URN stays text", () => {
    const { timeline } = parseDocument([
      { title: "A", date: "2020", sources: ["example.org/a", "doi:10.1000/xyz", { url: "urn:isbn:0451450523" }] },
    ]);
    expect(timeline.sources.map((source) => source.href)).toEqual([
      "https://example.org/a",
      "https://doi.org/10.1000/xyz",
      undefined,
    ]);
  });
});

describe("the order of day and month", () => {
  const read = (...dates: string[]) =>
    parseDocument(dates.map((date) => ({ title: date, date, sources: [{ title: "A book" }] })));
  const codes = (...dates: string[]) => read(...dates).issues.map((issue) => `${issue.path} ${issue.code}`);

  test("of one date that shows none is refused", () => {
    expect(codes("1/2/2021")).toEqual(["events[0].date date-order-unknown"]);
  });

  test("is that of all other dates, if they show the same", () => {
    const { timeline, issues } = read("1/2/2021", "13/4/2021");
    expect(timeline.events.map((event) => new Date(event.span.start).toISOString().slice(0, 10))).toEqual([
      "2021-02-01",
      "2021-04-13",
    ]);
    expect(issues.map((issue) => `${issue.path} ${issue.code}`)).toEqual(["events[1].date date-order-inferred"]);
  });

  test.each(["31/02/2020", "02/31/2020", "45/3/2020", "31/04/2020"])(
    "is not shown by %s, which no month has",
    (date) => {
      expect(codes("1/2/2021", date)).toContain("events[0].date date-order-unknown");
      expect(codes("1/2/2021", date, "13/4/2021")).toContain("events[2].date date-order-inferred");
    },
  );

  test("is not inferred where dates disagree, and both are named", () => {
    expect(codes("1/2/2021", "13/04/2021", "04/13/2021")).toEqual([
      "events[2].date date-order-mixed",
      "events[0].date date-order-unknown",
    ]);
    expect(read("13/04/2021", "04/13/2021").issues[0]?.message).toBe(
      'events[1].date "04/13/2021": day and month are in a different order than in events[0].date "13/04/2021". Write all dates as 2024-06-19.',
    );
  });

  test("needs no word where every date shows it", () => {
    expect(codes("13/04/2021", "14/04/2021", "5/5/2021")).toEqual([]);
  });

  test("is what the caller says, whatever the dates show", () => {
    const input = [{ title: "A", date: "1/2/2021", sources: [{ title: "A book" }] }];
    const { timeline } = parseDocument(input, { dateOrder: "MDY" });
    expect(timeline.events[0]?.span.start).toBe(Date.UTC(2021, 0, 2));
  });
});

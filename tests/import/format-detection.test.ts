/** Which format a text is, and what the importers keep of sources, series, arrows, lists and labels. */
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { toIcs } from "../../src/export/ics.js";
import { toTimelineJs } from "../../src/export/timelinejs.js";
import { fromCsv } from "../../src/import/csv/from-csv.js";
import { detect, type Format } from "../../src/import/detect.js";
import { fromChrono } from "../../src/import/from-chrono.js";
import { fromVis } from "../../src/import/from-vis.js";
import { textOfHtml } from "../../src/import/html-text.js";
import { importText } from "../../src/import/import-text.js";
import { fromIcs } from "../../src/import/ics/from-ics.js";
import { fromSimile } from "../../src/import/simile/from-simile.js";
import { fromTimelineJs } from "../../src/import/timelinejs/from-timelinejs.js";
import { fromWikidata } from "../../src/import/wikidata/from-wikidata.js";
import { parseDocument } from "../../src/model/document/parse-document.js";

let rows = 0;
afterAll(() => console.info(`rows of tables of formats: ${rows}`));

const json = JSON.stringify;

describe("the format of a text", () => {
  test.each<readonly [text: string, format: Format | undefined]>([
    [json([{ name: "A", start: "1850", end: "1860", sources: [{ url: "https://a.example/" }] }]), "records"],
    [json([{ title: "A", start: "1850" }]), "records"],
    [json([{ id: 1, content: "A", start: "2014-04-20" }]), "vis"],
    [json([{ start: "2014-04-20", group: 1 }]), "vis"],
    [json([{ start: "2014-04-20", end: "2014-04-22", type: "range" }]), "vis"],
    [json({ items: [{ id: 1, content: "A", start: "2014" }], groups: [] }), "vis"],
    [json({ events: [{ year: 1954, text: "A" }] }), "records"],
    [json({ events: [{ date: "1954", name: "A" }] }), "records"],
    [json({ events: [{ title: "A", start: "1954", end: "1955" }] }), "records"],
    [json({ events: [{ what: "A", when: "1954" }] }), "records"],
    [json({ events: [{ title: "A", date: "1954" }] }), "datelines"],
    [json({ events: [{ titel: "A", date: "1954", text: "B" }] }), "datelines"],
    [json({ events: [] }), "datelines"],
    [json([{ startDate: "1996,9,10", headline: "A" }]), "timelinejs"],
    [json([{ start_date: { year: 1996 }, text: { headline: "A" } }]), "timelinejs"],
    ["title: My timeline\nevents:\n  - title: A\n    date: 1850\n", undefined],
    ["---\ntitle: A, B\ndate: 1850\n", undefined],
    ["- title: A\n  date: 1850\n- title: B\n  date: 1851\n", undefined],
    ["0 HEAD\n1 SOUR X\n0 @I1@ INDI\n1 BIRT\n2 DATE ABT 1850\n2 PLAC Leeds, England\n", undefined],
    ["timeline\n    title History\n    2002 : LinkedIn\n    2004 : Facebook\n", undefined],
    ["gantt\n dateFormat YYYY-MM-DD\n Task :a1, 2014-01-01, 30d\n", undefined],
    ["# History\n\n- 1850, a thing\n- 1851, another\n", undefined],
    ["Some prose, with a comma.\nAnother line, with more, commas.\nThird.", undefined],
    ["title,date\nA,1850", "csv"],
    ["date\n1850\n1851", "csv"],
    ["When;What\n1850;A", "csv"],
    ["Collection of the museum\n\nTitle;Date;Place\nA, the first;1850;B\nC;1851;D", "csv"],
    ["A,1850,x\nB,1851,y", "csv"],
    ["title\tdate\nA\t1850", "tsv"],
  ])("%j is %s", (text, format) => {
    rows++;
    expect(detect(text).format).toBe(format);
  });

  test("that is not known says why, and nothing is read", () => {
    const { document, issues } = importText("0 HEAD\n1 SOUR X\n2 PLAC Leeds, England\n", "auto", "family.ged");
    expect(document.events).toEqual([]);
    expect(issues.map(({ message }) => message).join()).toContain("the format is not recognised: it is GEDCOM");
  });

  test("separates cells by what most lines have, whatever the lines above the table", () => {
    const { document } = fromCsv("Collection, of the museum\n\nTitle;Date\nA, the first;1850\nC;1851");
    expect(document).toMatchObject({ events: [{ title: "A, the first", date: "1850" }, { title: "C" }] });
  });
});

describe("the sources of a cell", () => {
  const sources = (cell: string) => fromCsv(`title,date,source\nA,1850,"${cell}"`).document.events[0]?.sources;

  test.each<readonly [cell: string, sources: readonly object[]]>([
    [
      "https://example.org/a --- https://example.org/b",
      [{ url: "https://example.org/a" }, { url: "https://example.org/b" }],
    ],
    ["https://a.example/ and https://b.example/", [{ url: "https://a.example/" }, { url: "https://b.example/" }]],
    ["https://a.example/ und https://b.example/", [{ url: "https://a.example/" }, { url: "https://b.example/" }]],
    ["https://a.example/,https://b.example/", [{ url: "https://a.example/" }, { url: "https://b.example/" }]],
    ["See https://example.org/x", [{ url: "https://example.org/x" }]],
    ["See https://example.org/x.", [{ url: "https://example.org/x" }]],
    ["The Paper: https://example.org/x", [{ url: "https://example.org/x", title: "The Paper" }]],
    ["https://example.org/x (The Paper)", [{ url: "https://example.org/x", title: "The Paper" }]],
    [
      "NYT https://n.example/1; BBC https://b.example/2",
      [
        { url: "https://n.example/1", title: "NYT" },
        { url: "https://b.example/2", title: "BBC" },
      ],
    ],
    ["www.example.org", [{ url: "www.example.org" }]],
    ["https://a.example/x?y=1&amp;z=2", [{ url: "https://a.example/x?y=1&z=2" }]],
    ["https://a.example/wiki/Ada_(1)", [{ url: "https://a.example/wiki/Ada_(1)" }]],
    ["The Times, 4 July 1850", [{ title: "The Times, 4 July 1850" }]],
  ])("%s", (cell, expected) => {
    rows++;
    expect(sources(cell)).toEqual(expected);
  });

  test("are none in a column of marks, which is kept in data", () => {
    const { document } = fromCsv("title,date,references\nA,1850,1\nB,1851,0");
    expect(document.events[0]).toEqual({ title: "A", date: "1850", data: { references: "1" } });
  });

  test("are one source for the same text", () => {
    const { document } = fromCsv("title,date,source\nA,1850,The Times\nB,1851,The Times\nC,1852,The Sun");
    const { timeline } = parseDocument(document);
    expect(timeline.sources.map(({ title, citedBy }) => [title, citedBy.length])).toEqual([
      ["The Times", 2],
      ["The Sun", 1],
    ]);
  });

  test("without a scheme are links in every exporter", () => {
    const document = [{ title: "A", date: "2020-01-01", sources: ["www.example.org"] }];
    expect(toTimelineJs(document).text).toContain('<a href=\\"https://www.example.org/\\">');
    expect(toIcs(document).text).toContain("URL:https://www.example.org/");
    expect(toIcs(document).issues.map(({ code }) => code)).not.toContain("export-loss");
  });
});

describe("texts of other programs", () => {
  test("lose their character references, also without tags", () => {
    const { document } = fromCsv("title,date,place\nWomen&#39;s league &amp; club,1850,A &amp; B\nAT&T,1851,C");
    expect(document.events.map(({ title, place }) => [title, place])).toEqual([
      ["Women's league & club", "A & B"],
      ["AT&T", "C"],
    ]);
  });

  test("keep their paragraphs and lists", () => {
    expect(textOfHtml("<p>One.</p><p>Two<br>lines.</p><ul><li>a</li><li>b</li></ul>").text).toBe(
      "One.\n\nTwo\nlines.\n\n• a\n• b".replace("\n\n•", "\n•"),
    );
  });

  test("keep their paragraphs in lists and details, whose style keeps line ends", () => {
    const style = readFileSync(new URL("../../src/style.css", import.meta.url), "utf8");
    expect(style).toMatch(/\.dl-description \{\s*white-space: pre-line;/);
  });

  test("keep paragraphs on the way to TimelineJS and back", () => {
    const document = { events: [{ title: "A", date: "2020", description: "One.\n\nTwo\nlines." }] };
    expect(fromTimelineJs(toTimelineJs(document).text).document.events[0]?.description).toBe("One.\n\nTwo\nlines.");
  });

  test("have titles that are lists", () => {
    expect(fromVis([{ content: ["A", "B"], start: "2020" }]).document.events[0]?.title).toBe("A, B");
    expect(fromChrono([{ title: "2020", cardTitle: ["A", "B"] }]).document.events[0]?.title).toBe("A\nB");
  });

  test("have media that are lists", () => {
    const media = ["a", "b"].map((name) => ({ type: "IMAGE", source: { url: `https://m.example/${name}.png` } }));
    expect(fromChrono([{ title: "2020", cardTitle: "A", media }]).document.events[0]?.media).toHaveLength(2);
    const asset = [{ media: "https://m.example/a.png" }, { media: "https://video.example/x" }];
    const [event] = fromTimelineJs([{ startDate: "2020", headline: "A", asset }]).document.events;
    expect(event).toMatchObject({
      media: [{ src: "https://m.example/a.png" }],
      sources: [{ url: "https://video.example/x" }],
    });
  });
});

describe("arrows of vis-timeline", () => {
  const items = [
    { id: 1, content: "A", start: "2014" },
    { id: 2, content: "B", start: "2015" },
  ];

  test("are relations: the second item follows the first", () => {
    const { document } = fromVis({ items, arrows: [{ id_item_1: 1, id_item_2: 2, title: "then" }] });
    expect(document.events[1]?.relations).toEqual([{ type: "follows", to: "1", note: "then" }]);
  });

  test("to nothing are reported", () => {
    const { issues } = fromVis({ items, arrows: [{ id_item_1: 1, id_item_2: 9 }] });
    expect(issues).toMatchObject([{ code: "import-loss", path: "arrows[0]" }]);
  });
});

describe("labels of Wikidata", () => {
  test("are those of another language where the first has none", () => {
    const item = "http://www.wikidata.org/entity/Q1";
    const { document } = fromWikidata([
      { item, itemLabel: "", label_de: "Erstes", date: "1850-01-01T00:00:00Z" },
      { item, itemLabel: "Second", label_de: "Zweites", date: "1850-01-01T00:00:00Z" },
    ]);
    expect(document.events.map(({ title }) => title)).toEqual(["Erstes", "Second"]);
  });
});

describe("dates of SIMILE", () => {
  test("of one to three digits are years", () => {
    const { document } = fromSimile('<data><event start="30" title="A"/><event start="476" title="B"/></data>');
    expect(document.events.map(({ date }) => date)).toEqual(["0030", "0476"]);
  });

  test("whose limits contradict them are reported with both values, and read without the limit", () => {
    const { document, issues } = fromSimile(
      '<data><event start="1850" earliestEnd="1870" end="1860" title="A" isDuration="true"/></data>',
    );
    expect(document.events[0]).toMatchObject({ date: "1850", end: "1860" });
    expect(issues).toMatchObject([{ code: "interval-reversed", row: 1, value: "1870" }]);
    expect(issues[0]?.message).toContain('earliestEnd is after end "1860"');
  });
});

describe("times of a calendar", () => {
  test("in UTC alone name UTC as the zone of the document", () => {
    const text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20240101T090000Z\nEND:VEVENT\nEND:VCALENDAR";
    expect(fromIcs(text).document).toMatchObject({ timeZone: "UTC", events: [{ date: "2024-01-01T09:00Z" }] });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import { type CslItem, toCslJson } from "../../src/export/csl-json.js";
import { fromCslJson } from "../../src/import/csl-json.js";
import type { SourceInput } from "../../src/model/document/document.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import type { Source } from "../../src/model/timeline.js";
import { someSource } from "../support/sources.js";

const documentOf = (sources: Record<string, SourceInput>) => ({
  sources,
  events: [{ title: "Event", date: "2020", sources: Object.keys(sources) }],
});

const items = (document: unknown): CslItem[] => JSON.parse(toCslJson(document)) as CslItem[];
const itemOf = (source: SourceInput): CslItem | undefined => items(documentOf({ one: source }))[0];

/** All that the model knows of a source, without who cites it. */
function known({ citedBy: _citedBy, number: _number, published, accessed, ...rest }: Source) {
  const dated = (date: Source["published"]) => date && (date.span ? { ...date.span } : { written: date.written });
  return { ...rest, published: dated(published), accessed: dated(accessed) };
}

describe("a source as CSL-JSON", () => {
  test("with an address is a web page that its publisher contains", () => {
    expect(
      itemOf({ url: "https://example.org/a", title: "A", publisher: "The Paper", author: "Jane Roe", language: "en" }),
    ).toEqual({
      id: "one",
      type: "webpage",
      title: "A",
      author: [{ literal: "Jane Roe" }],
      "container-title": "The Paper",
      URL: "https://example.org/a",
      language: "en",
    });
  });

  test("with an ISBN is a book of its publisher", () => {
    expect(itemOf({ url: "urn:isbn:978-3-16-148410-0", title: "A", publisher: "Press" })).toEqual({
      id: "one",
      type: "book",
      title: "A",
      publisher: "Press",
      ISBN: "978-3-16-148410-0",
    });
  });

  test("with a DOI says it", () => {
    expect(itemOf({ url: "doi:10.1000/a#b", title: "A" })?.DOI).toBe("10.1000/a#b");
  });

  test("with an address that may not be a link has no URL, and keeps the address", () => {
    const item = itemOf({ url: "javascript:alert(1)", title: "A" });
    expect([item?.URL, item?.custom]).toEqual([undefined, { address: "javascript:alert(1)" }]);
  });

  test.each([
    ["2024-06-19", { "date-parts": [[2024, 6, 19]] }],
    ["2024-06", { "date-parts": [[2024, 6]] }],
    ["1848", { "date-parts": [[1848]] }],
    ["c. 1848", { "date-parts": [[1848]], circa: true }],
    ["winter 1834-35", { "date-parts": [[1834]], season: 4 }],
    ["1939-45", { "date-parts": [[1939], [1945]] }],
    ["44 BC", { "date-parts": [[-44]] }],
    ["before 1600", { literal: "before 1600" }],
    ["1850s", { literal: "1850s" }],
    ["n.d.", { literal: "n.d." }],
  ])("published %s has the date %j", (published, issued) => {
    expect(itemOf({ title: "A", published })?.issued).toEqual(issued);
  });

  test("comes back as it was, with any text and any date", () => {
    fc.assert(
      fc.property(fc.array(someSource, { minLength: 1, maxLength: 4 }), (list) => {
        const sources = Object.fromEntries(list.map((source, i) => [`s${i}`, source]));
        const before = parseDocument(documentOf(sources)).timeline.sources;
        const { document, issues } = fromCslJson(toCslJson(documentOf(sources)));
        expect(issues).toEqual([]);
        const after = parseDocument({ ...documentOf(sources), sources: document.sources }).timeline.sources;
        expect(after.map(known)).toEqual(before.map(known));
      }),
      { numRuns: 300 },
    );
  });

  test("the example comes back as it was", () => {
    const { document } = fromCslJson(toCslJson(kursk));
    const before = parseDocument(kursk).timeline.sources;
    const after = parseDocument({ ...kursk, sources: document.sources }).timeline.sources;
    expect(after.map(known)).toEqual(before.map(known));
  });
});

describe("CSL-JSON of other programs", () => {
  const ZOTERO = [
    {
      id: "http://zotero.org/users/1/items/ABCD",
      "citation-key": "roe2024",
      type: "article-newspaper",
      "container-title": "The Paper",
      publisher: "Paper Holding",
      title: "A report",
      page: "3",
      author: [
        { family: "Roe", given: "Jane" },
        { family: "Berg", given: "Jan", "non-dropping-particle": "van den" },
        { literal: "Agency" },
      ],
      issued: { "date-parts": [["2024", 6, 19]] },
      accessed: { "date-parts": [["2025", 1]] },
      URL: "https://example.org/a",
    },
    { id: 2, type: "book", title: "A book", publisher: "Press", ISBN: "9783161484100", issued: { raw: "1848" } },
    { id: "2", type: "book", title: "Another", issued: { literal: "early 1848" } },
  ];

  test("is read as sources by citation key", () => {
    const { document } = fromCslJson(ZOTERO);
    expect(document.sources).toEqual({
      roe2024: {
        url: "https://example.org/a",
        title: "A report",
        publisher: "The Paper",
        author: "Jane Roe; Jan van den Berg; Agency",
        published: "2024-06-19",
        accessed: "2025-01",
      },
      "2": { url: "urn:isbn:9783161484100", title: "A book", publisher: "Press", published: "1848" },
      "2-2": { title: "Another", published: "early 1848" },
    });
  });

  test("reports the fields that a source does not have, one issue per item", () => {
    const { issues } = fromCslJson(ZOTERO);
    expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
      ["import-loss", "[0]", '[0] "A report": a source has no place for page, publisher.'],
      [
        "id-duplicate",
        "[2].id",
        '[2].id "2": another item has this id; this one is renamed to "2-2". Give each item an id of its own.',
      ],
    ]);
  });

  test.each([
    ["{", "json-invalid"],
    ["{}", "document-invalid"],
    ["[1]", "field-type"],
  ])("%s is no list of items: %s", (text, code) => {
    expect(fromCslJson(text).issues.map((issue) => issue.code)).toEqual([code]);
  });

  test("with an id such as __proto__ stays data", () => {
    const { document } = fromCslJson('[{"id":"__proto__","title":"A"}]');
    expect(Object.keys(document.sources ?? {})).toEqual(["__proto__"]);
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

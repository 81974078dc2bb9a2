import { BibLatexParser } from "biblatex-csl-converter";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import { toBibTeX } from "../../src/export/bibtex.js";
import type { SourceInput } from "../../src/model/document/document.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { someSource } from "../support/sources.js";

const documentOf = (...sources: SourceInput[]) => ({ events: [{ title: "Event", date: "2020", sources }] });

/** The entries as an independent parser reads them: their fields as plain text. */
function parse(text: string) {
  const parser = new BibLatexParser(text, { processUnexpected: true, processUnknown: true });
  const { entries, errors } = parser.parse();
  const read = Object.values(entries).map((entry) => ({
    type: entry.bib_type,
    key: entry.entry_key,
    fields: Object.fromEntries(
      Object.entries({ ...entry.fields, ...entry.unexpected_fields, ...entry.unknown_fields }).map(([name, value]) => [
        name,
        plain(value),
      ]),
    ) as Record<string, string>,
  }));
  return { entries: read, errors };
}

/** Rich text of the parser as its characters. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join("");
  if (typeof value !== "object" || value === null) return String(value);
  const { text, literal } = value as { text?: string; literal?: unknown };
  return text ?? plain(literal ?? "");
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("sources as BibTeX", () => {
  test("have the fields of BibTeX and of BibLaTeX", () => {
    const text = toBibTeX({
      sources: {
        "roe-2024": {
          url: "https://example.org/a_b?c=1%20&d",
          title: "Costs & 50% of {it}",
          publisher: "The Paper",
          author: "Jane Roe",
          published: "2024-06-19",
          accessed: "2025-01",
          archived: "https://web.archive.org/web/2024/https://example.org/a",
          language: "en",
        },
      },
      events: [{ title: "Event", date: "2020", sources: ["roe-2024"] }],
    });
    expect(text.split("\n")).toEqual([
      "@misc{roe-2024,",
      "  author = {{Jane Roe}},",
      "  title = {{Costs \\& 50\\% of \\{it\\}}},",
      "  howpublished = {The Paper},",
      "  year = {2024},",
      "  month = jun,",
      "  date = {2024-06-19},",
      "  url = {https://example.org/a_b?c=1%20&d},",
      "  urldate = {2025-01},",
      "  language = {en},",
      "  note = {Archived copy: https://web.archive.org/web/2024/https://example.org/a},",
      "}",
      "",
    ]);
  });

  test("all of the example, with nothing an independent parser complains of", () => {
    const { entries, errors } = parse(toBibTeX(kursk));
    const { sources } = parseDocument(kursk).timeline;
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(sources.map(({ id }) => id));
    expect(entries.map(({ fields }) => [fields["title"], fields["url"]])).toEqual(
      sources.map(({ title, href }) => [title, href]),
    );
  });

  test("keep the precision of a date for BibLaTeX", () => {
    const dates = ["1848", "2024-06~", "winter 1834-35", "1939-45", "before 1600"];
    const text = toBibTeX(documentOf(...dates.map((published) => ({ title: published, published }))));
    expect([...text.matchAll(/ {2}(?:date|note) = \{(.*)\},/g)].map((match) => match[1])).toEqual([
      "1848",
      "2024-06~",
      "1834-24",
      "1939/1945",
      "before 1600",
    ]);
  });

  test.each([
    ["2025-01-01T00:30+01:00", ["year = {2025}", "month = jan", "date = {2025-01-01}"]],
    ["2024-12-31T23:30:00-04:00", ["year = {2024}", "month = dec", "date = {2024-12-31}"]],
    ["2024-06-19T14:30:05.250Z", ["year = {2024}", "month = jun", "date = {2024-06-19}"]],
  ])("have the day that %s was written with, and no time", (published, expected) => {
    const text = toBibTeX(documentOf({ title: "A", published }));
    expect(text.match(/(?:year|month|date) = [^,]*/g)).toEqual(expected);
  });

  test("have keys that differ, whatever their case", () => {
    const text = toBibTeX({
      sources: { a: { title: "1" }, A: { title: "2" }, "with blank": { title: "3" } },
      events: [],
    });
    expect([...text.matchAll(/^@misc\{(.*),$/gm)].map((match) => match[1])).toEqual(["a", "A-2", "source-3"]);
  });

  test("hold any text: an independent parser reads as many entries, and each title as it was", () => {
    fc.assert(
      fc.property(fc.array(someSource, { minLength: 1, maxLength: 2 }), (sources) => {
        const document = { sources: Object.fromEntries(sources.map((source, i) => [`s${i}`, source])), events: [] };
        const model = parseDocument(document).timeline.sources;
        const { entries } = parse(toBibTeX(document));
        expect(entries.map(({ fields }) => squeezed(fields["title"] ?? ""))).toEqual(
          model.map(({ title }) => squeezed(title ?? "")),
        );
      }),
      { numRuns: 80 },
    );
  });

  test("a control: a brace that is not escaped is noticed", () => {
    const text = toBibTeX(documentOf({ title: "open { brace" })).replace("\\{", "{");
    const { entries, errors } = parse(text);
    expect(errors.length > 0 || entries[0]?.fields["title"] !== "open { brace").toBe(true);
  });
});

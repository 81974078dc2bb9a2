/** JSON-LD against the vocabulary of schema.org: its terms, as schema-dts has generated them, check what we write. */
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import { type JsonLdOptions, toJsonLd } from "../../src/export/json-ld.js";
import { renderToHtml } from "../../src/render-to-html.js";

/** What is written, looked into freely: the vocabulary checks it. */
interface Json {
  readonly "@id": string;
  readonly name: string;
  readonly url?: string;
  readonly identifier?: string;
  readonly temporalCoverage?: string;
  readonly about: { readonly startDate?: string; readonly endDate?: string };
  readonly citation: readonly Json[];
  readonly hasPart: readonly Json[];
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** What TypeScript says of each text when it is taken for a `CreativeWork` of schema.org. */
function complaints(texts: readonly string[]): string[][] {
  const name = `${ROOT}tests/export/vocabulary.generated.ts`;
  const lines = texts.map((text, i) => `export const x${i}: WithContext<CreativeWork> = ${text};`);
  const source = ['import type { CreativeWork, WithContext } from "schema-dts";', ...lines].join("\n");
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, target) =>
    file === name ? ts.createSourceFile(file, source, target) : getSourceFile(file, target);
  const program = ts.createProgram([name], OPTIONS, host);
  const file = program.getSourceFile(name);
  const found: string[][] = texts.map(() => []);
  for (const { start = 0, messageText } of [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]) {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    found[line - 1]?.push(ts.flattenDiagnosticMessageText(messageText, "\n").slice(0, 300));
  }
  return found;
}

const EVERYTHING = {
  title: "Everything",
  description: "All fields there are.",
  lang: "en",
  sources: {
    full: {
      url: "https://example.org/a",
      title: "A </script> title",
      publisher: "The Paper",
      author: "Jane Roe",
      published: "2024-06-19",
      accessed: "2025",
      archived: "https://example.com/copy",
      quote: "so they said",
      language: "ko",
    },
    book: { url: "urn:isbn:9783161484100", title: "A book", published: "c. 1848" },
    bad: { url: "javascript:alert(1)", title: "Bad" },
  },
  events: [
    {
      title: "A day",
      date: "2024-06-19",
      place: "Seoul",
      status: "denied",
      description: "D",
      sources: ["full", "bad"],
    },
    { title: "A time", date: "1939/1945", sources: [{ url: "https://example.org/a", quote: "other words" }, "book"] },
    { title: "Vague", date: "2024-24~" },
    { title: "Open", date: "2020-02/.." },
    { title: "Choice", date: "[1667,1668]" },
    { title: "Old", date: "44 BC" },
    { title: "Nowhere", date: "n.d." },
  ],
};

const parsed = (document: unknown, options?: JsonLdOptions): Json => JSON.parse(toJsonLd(document, options)) as Json;

describe("a timeline as JSON-LD", () => {
  // Each of the last two has one fault, so that it is known that faults are found.
  test("uses the terms of schema.org as the vocabulary defines them", () => {
    const text = toJsonLd(EVERYTHING, { url: "https://example.org/page", sourceType: "NewsArticle" });
    const [sound, empty, noTerm, noValue] = complaints([
      text,
      toJsonLd([]),
      text.replace('"datePublished"', '"dateOfPublication"'),
      text.replace('"position":1', '"position":{"@type":"Event"}'),
    ]);
    expect([sound, empty]).toEqual([[], []]);
    expect([noTerm?.length, noValue?.length]).toEqual([1, 1]);
  });

  test("says dates in EDTF for each part, and as ISO 8601 only where they are certain", () => {
    const parts = parsed(EVERYTHING).hasPart;
    expect(parts.map((part) => [part.name, part.temporalCoverage, part.about.startDate, part.about.endDate])).toEqual([
      ["Old", "-0043", undefined, undefined],
      ["Choice", "[1667,1668]", undefined, undefined],
      ["A time", "1939/1945", "1939", "1945"],
      ["Open", "2020-02/..", "2020-02", undefined],
      ["A day", "2024-06-19", "2024-06-19", undefined],
      ["Vague", "2024-24~", undefined, undefined],
      ["Nowhere", undefined, undefined, undefined],
    ]);
    expect(parsed(kursk).temporalCoverage).toBe("2024-06-19/2025-10-23");
  });

  test("cites every source of every event, each described once", () => {
    const { citation, hasPart } = parsed(kursk);
    const described = citation.map((source) => source["@id"]);
    expect(new Set(described).size).toBe(31);
    const cited = hasPart.flatMap((part) => part.citation.map((source) => source["@id"]));
    expect(cited).toHaveLength(kursk.events.reduce((sum, event) => sum + event.sources.length, 0));
    expect(cited.filter((id) => !described.includes(id))).toEqual([]);
  });

  test("has no address that may not be a link", () => {
    const bad = parsed(EVERYTHING).citation.find((source) => source.name === "Bad");
    expect([bad?.url, bad?.identifier]).toEqual([undefined, "javascript:alert(1)"]);
  });

  test("is written beside the figure on request, and no text in it ends the script", () => {
    const jsonLd = toJsonLd(EVERYTHING);
    const html = renderToHtml(EVERYTHING, { jsonLd });
    const script = /<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/.exec(html)?.[1] ?? "";
    expect(JSON.parse(script)).toEqual(JSON.parse(jsonLd));
    expect(renderToHtml(EVERYTHING)).not.toContain("ld+json");
  });
});

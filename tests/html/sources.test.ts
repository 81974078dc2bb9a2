/** Sources in the picture, the list, the details and the bibliography. */
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import { parseDocument } from "../../src/model/document/parse-document.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { renderToString } from "../../src/render-to-string.js";
import * as pictures from "../../stories/gallery/sources.js";
import { linkFaults, linksOf } from "../support/links.js";
import { CASES, picture } from "../support/pictures.js";
import { sharedText } from "../support/shared.js";

const { thousandSources, ...small } = pictures;

/** The part of the page between two texts. */
function part(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  return html.slice(start, html.indexOf(to, start));
}
const bibliographyOf = (html: string): string => part(html, '<ol class="dl-sources">', '<div class="dl-card"');

describe("sources in HTML", () => {
  test.each(Object.entries(small))("%s reads as it did", async (name, make) => {
    const { document, options } = make();
    const html = renderToHtml(document, options);
    const words = part(html, '<section class="dl-details"', '<div class="dl-card"').replace(/></g, ">\n<");
    await expect(words).toMatchFileSnapshot(`../golden/${name}.html`);
  });

  test("a thousand sources are all in the bibliography, each with its number", () => {
    const { document, options } = thousandSources();
    const html = bibliographyOf(renderToHtml(document, options));
    expect([...html.matchAll(/ value="(\d+)"/g)].map((match) => Number(match[1]))).toEqual(
      Array.from({ length: 1000 }, (_, i) => i + 1),
    );
  });

  test("a number is the same in the picture, the list and the bibliography", () => {
    const html = renderToHtml(kursk);
    const picture = part(html, "<svg", "</svg></div>");
    const numbers = (text: string, pattern: RegExp) =>
      new Set([...text.matchAll(pattern)].map((match) => `${match[2]} ${match[1]}`));
    const drawn = numbers(picture, /href="(http[^"]*)"[^>]*data-source="(\d+)"/g);
    expect(drawn.size).toBe(31);
    for (const { number, href } of parseDocument(kursk).timeline.sources) {
      expect(drawn).toContain(`${number} ${href?.replace(/&/g, "&amp;")}`);
      expect(html).toContain(
        `value="${number}" data-source="${number}"><a class="dl-source-title" href="${href?.replace(/&/g, "&amp;")}"`,
      );
    }
  });

  test("differing dates name their sources", () => {
    const html = renderToHtml(kursk);
    expect(html).toContain(
      "9 January 2025 according to Pledge Times (day of the capture, as Ukraine&#39;s security service gives it); 11 January according to UPI (day of the announcement)",
    );
  });

  test("related events give the time between them, from both sides", () => {
    const html = renderToHtml(kursk).replace(/<[^>]*>/g, "");
    expect(html).toContain(
      "Reports Russian navy ships bring about 1,500 North Korean special forces to Vladivostok, 5 to 10 days earlier",
    );
    expect(html).toContain(
      "Reported by South Korea&#39;s intelligence service makes the deployment public, 5 to 10 days later",
    );
    expect(html).toContain(
      "Anniversary of Russia and North Korea sign a Comprehensive Strategic Partnership treaty, first anniversary",
    );
  });

  test("one sentence counts the sources, and can be turned off", () => {
    const sentence =
      "21 events, 31 sources, 27 publishers; 6 reported, 1 presumed, 1 disputed, 1 approximate date, 1 date given differently.";
    expect(renderToHtml(kursk)).toContain(sentence);
    expect(renderToHtml(kursk, { coverage: false })).not.toContain("27 publishers");
    expect(renderToHtml([{ title: "A", date: "2020" }])).not.toContain("dl-coverage");
  });

  test("an event without sources says so", () => {
    expect(renderToHtml([{ title: "A", date: "2020" }])).toContain('<p class="dl-unsourced">No source given</p>');
  });

  test("more than twelve sources of an event are folded after the tenth", () => {
    const sources = Array.from({ length: 13 }, (_, i) => `https://example.org/${i}`);
    const html = renderToHtml([{ title: "A", date: "2020", sources }]);
    expect(html).toContain("3 more sources");
    expect(bibliographyOf(html).match(/<li /g)).toHaveLength(13);
  });
});

describe("links", () => {
  test.each(CASES)("of %s lead to checked addresses or into the page, and send no referrer", (name) => {
    expect(linkFaults(picture(name).html)).toEqual([]);
    expect(linkFaults(picture(name).svg)).toEqual([]);
  });

  const BLOCKED = [
    ...[
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "  javascript:alert(1)",
      "java\tscript:alert(1)",
      "\u0001javascript:x",
    ],
    ...[
      "data:text/html,<script>1</script>",
      "vbscript:x",
      "blob:https://example.org/1",
      "file:///etc/passwd",
      "ftp://a.example/",
    ],
    ...[
      "https://user:word@example.org/",
      "https://trusted@evil.example/",
      "//example.org/a",
      "/\\example.org",
      "https:example.org",
    ],
    ...["http:///example.org", "mailto:a@example.org", "intent:x", "view-source:https://example.org", "about:blank"],
  ];

  test.each(BLOCKED)("to %j do not exist, in any field; the address is shown as text", (address) => {
    const document = {
      sources: { one: { url: address, title: "One", archived: address } },
      events: [{ title: "A", date: "2020", sources: ["one", address], claims: [{ date: "2021", source: address }] }],
    };
    const { issues } = parseDocument(document);
    const html = renderToHtml(document);
    expect(linkFaults(html)).toEqual([]);
    expect(linksOf(html).links.filter(({ href }) => !href.startsWith("#"))).toEqual([]);
    expect(issues.filter(({ severity }) => severity === "error").length).toBeGreaterThan(0);
    expect(linkFaults(renderToString(document))).toEqual([]);
  });

  test("a control: a bad link is found", () => {
    expect(linkFaults('<p><a href="javascript:x" rel="noopener noreferrer">x</a></p>')).toHaveLength(1);
    expect(linkFaults('<p><a href="https://example.org/">x</a></p>')).toHaveLength(1);
    expect(linkFaults('<p><a href="#nowhere">x</a></p>')).toHaveLength(1);
    expect(linkFaults('<p><a href="https://a:b@example.org/" rel="noopener noreferrer">x</a></p>')).toHaveLength(1);
  });
});

describe("3,883 links of news", () => {
  interface Report {
    readonly name: string;
    readonly date: string;
    readonly links: readonly { readonly url: string; readonly text?: string }[];
  }
  const read = () => (JSON.parse(sharedText("news/police-brutality-2020.json")) as { data: Report[] }).data;
  const documentOf = (data: readonly Report[]) => ({
    events: data.map(({ name, date, links }) => ({
      title: name || "(untitled)",
      date,
      sources: links.map(({ url, text }) => ({ url, ...(text ? { title: text } : {}) })),
    })),
  });

  test("are complete: each event has each of its addresses, in order", () => {
    const data = read();
    expect(data.reduce((sum, { links }) => sum + links.length, 0)).toBe(3883);
    const { timeline } = parseDocument(documentOf(data));
    expect(timeline.events.length + timeline.unplaced.length).toBe(data.length);
    const kept = timeline.sources.reduce((sum, { citedBy }) => sum + citedBy.length, 0);
    const distinct = data.reduce((sum, { links }) => sum + new Set(links.map(({ url }) => url)).size, 0);
    // 37 links stand twice in one report; 40 pages are cited by more than one.
    expect([distinct, kept, timeline.sources.length]).toEqual([3846, 3846, 3806]);
  });

  test("form a bibliography with a link to every page", () => {
    const html = renderToHtml(documentOf(read()));
    const { sources } = parseDocument(documentOf(read())).timeline;
    const { links, ids } = linksOf(bibliographyOf(html).replace(/<\/details>$/, ""));
    expect(ids.size).toBe(sources.length);
    expect(links.filter(({ href }) => href.startsWith("http"))).toHaveLength(sources.filter(({ href }) => href).length);
    expect(linkFaults(html)).toEqual([]);
  });
});

import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import rehypeTimeline, { type RehypeTimelineOptions } from "../../src/rehype.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { kurskHorizontal } from "../../stories/gallery/kursk.js";

const EVENTS = [{ title: 'A <b> & "c"', date: "1848", sources: ["https://a.example/?x=1&y=2"] }];
const block = (content: string, info = "timeline"): string => `Before\n\n\`\`\`${info}\n${content}\n\`\`\`\n\nAfter`;

function build(markdown: string, options?: RehypeTimelineOptions): { html: string; messages: string[] } {
  const file = unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeTimeline, options)
    .use(rehypeStringify)
    .processSync(markdown);
  return { html: String(file), messages: file.messages.map((message) => `${message.line}: ${message.ruleId}`) };
}

/** HTML of two writers in one form: each chooses for itself what it escapes and how it closes an empty element. */
function plain(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&")
    .replace(/ (hidden|open)=""/g, " $1")
    .replace(/<(path|rect|circle|line)\b([^>]*[^/])><\/\1>/g, "<$1$2/>");
}

/** The first place where two texts differ. */
function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a === b ? "" : `${a.slice(at - 40, at + 40)} | ${b.slice(at - 40, at + 40)}`;
}

const figureOf = (html: string): string => /<figure[^]*<\/figure>/.exec(html)?.[0] ?? "";
const withoutScript = (html: string): string => html.replace(/<script[^]*<\/script>/, "");

describe("a fenced block", () => {
  test("becomes the same figure that renderToHtml writes, without a script", () => {
    const { html, messages } = build(block(JSON.stringify(EVENTS)));
    const expected = withoutScript(renderToHtml(EVENTS, { toolbar: false }));
    expect(difference(plain(figureOf(html)), plain(expected))).toBe("");
    expect(html.startsWith("<p>Before</p>")).toBe(true);
    expect(html.endsWith("<p>After</p>")).toBe(true);
    expect(messages).toEqual([]);
  });

  test("of the whole example too", () => {
    const { document: kursk } = kurskHorizontal();
    const { html } = build(block(JSON.stringify(kursk)));
    const expected = withoutScript(renderToHtml(kursk, { toolbar: false }));
    expect(difference(plain(figureOf(html)), plain(expected))).toBe("");
  });

  test("has the options that follow its language", () => {
    const { html } = build(block(JSON.stringify(EVENTS), 'timeline theme=dark id-prefix="war" orientation=vertical'));
    expect(html).toContain('<figure class="datelines" id="war"');
    expect(html).toContain('data-theme="dark" data-orientation="vertical"');
  });

  test("of another language stays", () => {
    const markdown = block(JSON.stringify(EVENTS), "json");
    expect(build(markdown).html).toContain("<pre>");
    expect(build(markdown, { languages: ["json"] }).html).toContain("<figure");
  });

  test("holds TimelineJS as well", () => {
    const text = JSON.stringify({ events: [{ start_date: { year: "1900" }, text: { headline: "Slide" } }] });
    expect(build(block(text)).html).toContain("Slide");
  });

  test("that is not a timeline is left unchanged, and a message says why and where", () => {
    const { html, messages } = build(block("{ not json"));
    expect(html).toContain("{ not json");
    expect(messages).toEqual(["3: json-invalid"]);
  });

  test("with faults is drawn, with a message for each", () => {
    const { html, messages } = build(block('[{ "title": "A", "date": "2021-02-30" }]'));
    expect(html).toContain("<figure");
    expect(messages).toEqual(["3: date-invalid"]);
  });

  test("is one of several without an id twice", () => {
    const { html } = build(`${block(JSON.stringify(EVENTS))}\n\n${block(JSON.stringify(EVENTS))}`);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["dl", "dl2"]));
  });

  test("can carry its data inside the element, for hydration", () => {
    const { html } = build(block(JSON.stringify(EVENTS)), { interactive: true });
    expect(html).toContain("<event-timeline><figure");
    const [, island = ""] = /<script type="application\/json" class="dl-data">([^]*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(island)).toMatchObject({ document: EVENTS });
  });

  test("makes titles of the columns of a table", () => {
    const table = "Date,Place,Magnitude\n2020-01-01,Kuril Islands,5.7000000001\n2020-02-02,Peru,8";
    const { html, messages } = build(block(table, 'timeline title-from="{Place}, M {Magnitude}" rank-by=Magnitude'));
    expect(html).toContain("Peru, M 8");
    expect(messages.join()).not.toContain("title-composed");
  });

  test("with a wrong option stops the build, at the place of the block", () => {
    let failed: unknown;
    try {
      build(`Text\n\n${block(JSON.stringify(EVENTS), "timeline theme=pink")}`);
    } catch (error) {
      failed = error;
    }
    expect(failed).toMatchObject({ line: 5 });

    expect(() => build(block(JSON.stringify(EVENTS), "timeline theme=pink"))).toThrow(/option theme must be/);
    expect(() => build(block(JSON.stringify(EVENTS), "timeline scael=equal"))).toThrow(
      'unknown option "scael"; did you mean "scale"?',
    );
    expect(() => build(block(JSON.stringify(EVENTS), "timeline bananas"))).toThrow(
      /unknown option "bananas"; there are/,
    );
    expect(() => build("", { options: { theme: "pink" as "dark" } })).toThrow(TypeError);
  });
});

/** The texts around the picture are not repeated, and name only what is possible. */
import { describe, expect, test } from "vitest";
import { createPipeline } from "../../src/pipeline.js";
import { STATIC_STATE } from "../../src/html/context.js";
import { en } from "../../src/locales/en.js";
import { figureHtml, renderToHtml } from "../../src/render-to-html.js";
import { resolveOptions } from "../../src/resolve-options.js";
import { toText } from "../../src/svg/to-text.js";

const sourced = { title: "A", date: "2020", sources: ["https://example.org/a"] };
const document = { title: "Two", events: [sourced, { title: "B", date: "2021" }] };

/** The figure as a page with a script shows it. */
function live(data: unknown): string {
  const options = resolveOptions(undefined, en);
  const pipeline = createPipeline();
  const { timeline } = pipeline.model(data, options);
  const figure = pipeline.figure(timeline, options, false);
  const picture = pipeline.picture({
    timeline,
    figure,
    view: pipeline.initialView(timeline, figure, options),
    options,
  });
  return toText(
    figureHtml(picture, options, { state: { ...STATIC_STATE, live: true, help: true }, island: undefined }),
  );
}

describe("the texts around the picture", () => {
  test("the event list gives the number of events once", () => {
    expect(renderToHtml(document)).toContain("<summary>All events (2)</summary>");
  });

  test("the list begins with a sentence about the sources", () => {
    expect(renderToHtml(document)).toContain(
      '</summary><p class="dl-coverage">2 events, 1 source, 1 publisher; 1 without a source.</p>',
    );
  });

  test("a list and a bibliography are open up to 30 entries, and closed beyond", () => {
    const many = (count: number) =>
      renderToHtml(
        Array.from({ length: count }, (_, i) => ({
          title: `A${i}`,
          date: "2020",
          sources: [`https://a.example/${i}`],
        })),
      );
    const opened = (html: string) => [...html.matchAll(/<details class="dl-(?:list|sources)-box"[^>]*>/g)].map(String);
    expect(opened(many(30)).filter((tag) => / open/.test(tag))).toHaveLength(2);
    expect(opened(many(31)).filter((tag) => / open/.test(tag))).toHaveLength(0);
    expect(opened(many(31))).toHaveLength(2);
  });

  test("a source names its events only where there are several", () => {
    const once = renderToHtml(document);
    const twice = renderToHtml({ ...document, events: [sourced, { ...sourced, title: "B" }] });
    expect(once).not.toContain("dl-cited");
    expect(twice).toContain("cited by 2 events");
  });

  test("a long description begins on a phone with its first sentence, and the list has the rest", () => {
    const first = "Russia, North Korea and those who watched them, June 2024 to October 2025.";
    const told = { ...document, description: `${first} Every event names who reported it.` };
    expect(renderToHtml(told)).toContain(`<p class="dl-deck">${first} Every event`);
    const html = renderToHtml(told, { width: 360 });
    expect(html).toContain(`<p class="dl-deck">${first}</p>`);
    expect(html).toContain('</summary><p class="dl-deck">Every event names who reported it.</p>');
  });

  test("no two tools have names that readers confuse", () => {
    const { list, showAll, key, help } = en.figure;
    expect([list, showAll, key, help]).toEqual(["All events", "Whole timeline", "Key", "Keyboard"]);
  });

  test("a picture without events has no buttons", () => {
    const toolbar = /<div class="dl-toolbar"[^>]*>/;
    expect(toolbar.exec(live({ events: [] }))?.[0]).toContain("hidden");
    expect(toolbar.exec(live(document))?.[0]).not.toContain("hidden");
  });

  test("the help dialog has an element for each key", () => {
    const keys = [...live(document).matchAll(/<kbd>(.*?)<\/kbd>/g)].map(([, key]) => key);
    expect(keys).toContain("Page Up");
    expect(keys).toHaveLength(13);
  });

  test("a figure too narrow for details in columns is marked as narrow", () => {
    expect(renderToHtml(document, { width: 719 })).toContain("data-narrow");
    expect(renderToHtml(document, { width: 720 })).not.toContain("data-narrow");
  });
});

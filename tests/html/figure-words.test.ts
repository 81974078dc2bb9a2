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

  test("the sentence about sources omits the number of events where the line before has it", () => {
    const bare = renderToHtml(document);
    expect(bare).toContain('<p class="dl-deck">2 events from 2020 to 2021.</p>');
    expect(bare).toContain('<p class="dl-coverage">1 source, 1 publisher; 1 without a source.</p>');
    expect(renderToHtml({ ...document, description: "What happened." })).toContain(
      '<p class="dl-coverage">2 events, 1 source, 1 publisher; 1 without a source.</p>',
    );
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

import type { Issue } from "./base/issue.js";
import { optionIssues, withIssues } from "./check-options.js";
import { type HtmlState, STATIC_STATE } from "./html/context.js";
import { htmlFigure } from "./html/html-figure.js";
import { en } from "./locales/en.js";
import { jsonValue } from "./model/document/number-date.js";
import type { ResolvedOptions, TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { createPipeline, type Picture } from "./pipeline.js";
import type { Node } from "./scene/node.js";
import { toText } from "./svg/to-text.js";

/**
 * Renders a document as an HTML `<figure>`: the picture, the list of events, the sources, and the data that
 * `hydrateTimeline` reads. Works without JavaScript; the page needs `datelines/style.css`.
 *
 * @throws TypeError for invalid options; data never throws
 */
export function renderToHtml(document: unknown, options?: TimelineOptions): string {
  return toText(figureOf(document, options, islandOf(document, options)).node);
}

/**
 * Builds the figure as a node, with the issues of the document and of the options.
 *
 * @param island the data embedded in the figure; without it, `hydrateTimeline` needs the document
 */
export function figureOf(
  document: unknown,
  options?: TimelineOptions,
  island?: string,
): { readonly node: Node; readonly issues: readonly Issue[] } {
  const resolved = resolveOptions(options, en);
  const pipeline = createPipeline();
  const model = pipeline.model(document, resolved);
  const { timeline } = model;
  const figure = pipeline.figure(timeline, resolved, false);
  const view = pipeline.initialView(timeline, figure, resolved);
  const picture = pipeline.picture({ timeline, figure, view, options: resolved });
  return {
    node: figureHtml(picture, resolved, { state: STATIC_STATE, island }),
    // Computed on demand.
    get issues() {
      return withIssues(model.issues, optionIssues(timeline, resolved));
    },
  };
}

export function figureHtml(
  picture: Picture,
  options: ResolvedOptions,
  { state, island }: { state: HtmlState; island: string | undefined },
): Node {
  const { context: scene, layout, shown, view } = picture;
  const context = { ...scene, layout, shown, view, steps: options.steps, ...state };
  return htmlFigure(picture.svg, context, {
    theme: typeof options.theme === "string" ? options.theme : "custom",
    toolbar: options.toolbar,
    downloads: options.downloads,
    coverage: options.coverage,
    jsonLd: options.jsonLd,
    custom: options.details !== undefined,
    island,
  });
}

/** Document and options as JSON. Functions and the locale are left out; `hydrateTimeline` gets them as options. */
export function islandOf(document: unknown, options: TimelineOptions = {}): string | undefined {
  const { locale: _locale, measure: _measure, jsonLd: _jsonLd, ...plain } = options;
  try {
    return JSON.stringify({ document, options: plain }, function (this: unknown, key, value) {
      return jsonValue(this, key, value);
    });
  } catch {
    // JSON cannot express the document (a cycle, a BigInt): `hydrateTimeline` needs it again.
    return undefined;
  }
}

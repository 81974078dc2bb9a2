import type { Issue } from "./base/issue.js";
import { optionIssues, withIssues } from "./check-options.js";
import { type HtmlState, STATIC_STATE } from "./html/context.js";
import { htmlFigure } from "./html/html-figure.js";
import { NARROW_BYTES_MAX, NARROW_WIDTH_PX, narrowFigure } from "./html/narrow-figure.js";
import { stepsOf } from "./html/story/steps.js";
import { en } from "./locales/en.js";
import type { DocumentInput } from "./model/document/document.js";
import { jsonValue } from "./model/document/number-date.js";
import type { Timeline } from "./model/timeline.js";
import type { ResolvedOptions, TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";
import { createPipeline, type Picture, type Pipeline } from "./pipeline.js";
import { timeSinceInLane } from "./scene/labels/duration-words.js";
import type { Node } from "./scene/node.js";
import { toText } from "./svg/to-text.js";

/**
 * Renders a document as an HTML `<figure>`: the picture, the list of events, the sources, and the data that
 * `hydrateTimeline` reads. Works without JavaScript; the page needs `datelines/style.css`.
 *
 * @throws TypeError for invalid options; data never throws
 */
export function renderToHtml<Data extends object = Record<string, unknown>>(
  document: DocumentInput<Data>,
  options?: TimelineOptions<Data>,
): string {
  const own = options as TimelineOptions;
  return toText(figureOf(document, own, islandOf(document, own)).node);
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
  const pipeline = createPipeline(timeSinceInLane);
  const model = pipeline.model(document, resolved);
  const { timeline } = model;
  const figure = pipeline.figure(timeline, resolved, false);
  const view = pipeline.initialView(timeline, figure, resolved);
  const picture = pipeline.picture({ timeline, figure, view, options: resolved });
  const narrow = resolved.narrow ? narrowNode(timeline, resolved, pipeline) : undefined;
  return {
    node: figureHtml(picture, resolved, { state: STATIC_STATE, island, narrow }),
    // Computed on demand.
    get issues() {
      return withIssues(model.issues, optionIssues(timeline, resolved));
    },
  };
}

export function figureHtml(
  picture: Picture,
  options: ResolvedOptions,
  { state, island, narrow }: { state: HtmlState; island: string | undefined; narrow?: Node | undefined },
): Node {
  const { context: scene, layout, shown, view, scale } = picture;
  const steps = stepsOf(scene.timeline, options.steps);
  const context = { ...scene, layout, shown, view, scale, steps, wholeDeck: options.narrow, ...state };
  return htmlFigure(picture.svg, context, {
    theme: typeof options.theme === "string" ? options.theme : "custom",
    toolbar: options.toolbar,
    downloads: options.downloads,
    coverage: options.coverage,
    jsonLd: options.jsonLd,
    custom: options.details !== undefined,
    island,
    narrow,
  });
}

/** The picture for a narrow container; none where the one that was asked for is as narrow, or where it takes too much. */
function narrowNode(timeline: Timeline, options: ResolvedOptions, pipeline: Pipeline): Node | undefined {
  if (options.orientation !== "auto" || options.width <= NARROW_WIDTH_PX) return undefined;
  const narrow = { ...options, width: NARROW_WIDTH_PX };
  const figure = pipeline.figure(timeline, narrow, false);
  const view = pipeline.initialView(timeline, figure, narrow);
  const { svg, context, layout, shown, scale } = pipeline.picture({ timeline, figure, view, options: narrow });
  const made = narrowFigure(svg, {
    ...context,
    layout,
    shown,
    view,
    scale,
    steps: [],
    wholeDeck: true,
    ...STATIC_STATE,
  });
  return utf8Length(toText(made)) < NARROW_BYTES_MAX ? made : undefined;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
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

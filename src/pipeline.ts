/**
 * The table of contents: document → model → scale → layout → scene, each stage pure and remembered per instance, so that
 * what did not change is not computed again.
 */
import type { Issue } from "./base/issue.js";
import { memoLast } from "./base/memo.js";
import { timelineScale } from "./layout/domain.js";
import type { FigureLayout } from "./layout/figure-layout.js";
import { HorizontalFigure, type LayoutOptions } from "./layout/horizontal.js";
import { VerticalFigure } from "./layout/vertical.js";
import { buildEventIndex } from "./model/event-index.js";
import { parseDocument } from "./model/parse-document.js";
import type { Timeline } from "./model/timeline.js";
import type { ResolvedOptions } from "./options.js";
import type { SceneContext } from "./scene/context.js";
import { figureNode, headingOf } from "./scene/figure.js";
import type { Node } from "./scene/node.js";
import { DARK, LIGHT } from "./scene/theme.js";
import { DAY } from "./time/calendar.js";
import { parseDate } from "./time/parse-date.js";
import type { Scale } from "./time/scale.js";
import { View } from "./view.js";

/** Below this width `auto` is vertical. */
const NARROW = 480;
/** The narrowest figure that is laid out; a container may be narrower and scroll. */
const NARROWEST = 240;
/** The shortest window is a thousandth of a day, unless the timeline itself is shorter. */
const SHORTEST_WINDOW = DAY / 1000;
const DEEPEST = 1e9;
/** Length of a fold of the horizontal axis, in px: room for "13 months" over it. */
const FOLD = 60;

export interface Figure {
  readonly scale: Scale;
  /** How many times it can be magnified. */
  readonly deepest: number;
  frame(view: View): FigureLayout;
}

export interface Pipeline {
  /** Document and options to model. */
  model(document: unknown, options: ResolvedOptions): { timeline: Timeline; issues: readonly Issue[] };
  /** Model and options to a figure that can lay out any view. */
  figure(timeline: Timeline, options: ResolvedOptions, standalone: boolean): Figure;
  /** The view to begin with. */
  initialView(timeline: Timeline, figure: Figure, options: ResolvedOptions): View;
  /** A view of a figure as a picture. */
  picture(timeline: Timeline, figure: Figure, view: View, options: ResolvedOptions, standalone: boolean): Picture;
}

export interface Picture {
  readonly layout: FigureLayout;
  readonly context: SceneContext;
  readonly svg: Node;
}

export function createPipeline(): Pipeline {
  const parse = memoLast(
    (
      document: unknown,
      timeZone?: string,
      dateOrder?: ResolvedOptions["dateOrder"],
      locale?: ResolvedOptions["locale"],
    ) => parseDocument(document, { timeZone, dateOrder, locale }),
  );
  const indexOf = memoLast(buildEventIndex);
  const lay = memoLast(layOut);
  const frameOf = memoLast((figure: Figure, view: View) => figure.frame(view));

  const figure: Pipeline["figure"] = (timeline, options, standalone) => {
    const { width, orientation, scale, locale, measure, minimap, now } = options;
    return lay(timeline, indexOf, width, orientation, scale, locale, measure, minimap, now, standalone);
  };
  return {
    model: (document, options) => parse(document, options.timeZone, options.dateOrder, options.locale),
    figure,
    initialView,
    picture: (timeline, laidOut, view, options, standalone) => {
      const layout = frameOf(laidOut, view);
      const context: SceneContext = {
        timeline,
        locale: options.locale,
        theme: options.theme === "dark" ? DARK : LIGHT,
        idPrefix: options.idPrefix,
        standalone,
        selected: view.selected,
      };
      const heading = standalone
        ? headingOf(timeline.title, timeline.description, layout.width, options.measure)
        : undefined;
      const svg = figureNode(layout, context, { measure: options.measure, scale: laidOut.scale }, heading);
      return { layout, context, svg };
    },
  };
}

function layOut(
  timeline: Timeline,
  indexOf: typeof buildEventIndex,
  fullWidth: number,
  orientation: ResolvedOptions["orientation"],
  wanted: ResolvedOptions["scale"],
  locale: ResolvedOptions["locale"],
  measure: ResolvedOptions["measure"],
  minimap: boolean,
  now: string | undefined,
  standalone: boolean,
): Figure {
  const width = Math.max(NARROWEST, fullWidth);
  const index = indexOf(timeline);
  const heading = standalone ? headingOf(timeline.title, timeline.description, width, measure) : undefined;
  const present = now === undefined ? undefined : parseDate(now, { timeZone: timeline.timeZone }).span?.start;
  const options: LayoutOptions = { width, locale, measure, top: heading?.height ?? 12, minimap, now: present };
  const vertical = orientation === "vertical" || (orientation === "auto" && width < NARROW);
  const type = wanted === "auto" ? (vertical ? "compressed" : "time") : wanted;
  if (vertical) {
    const figure = new VerticalFigure(timeline, index, type, options);
    return { scale: figure.scale, deepest: deepestOf(figure.scale), frame: (view) => figure.frame(view) };
  }
  const scale = timelineScale(index, timeline.eras, {
    scale: type,
    foldLength: FOLD / Math.max(FOLD, width - 2 * FOLD),
  });
  const deepest = deepestOf(scale);
  const figure = new HorizontalFigure(timeline, index, scale, options, deepest);
  return { scale, deepest, frame: (view) => figure.frame(view) };
}

function deepestOf(scale: Scale): number {
  const [first, last] = scale.domain;
  return Math.min(DEEPEST, Math.max(1, (last - first) / SHORTEST_WINDOW));
}

function initialView(timeline: Timeline, figure: Figure, options: ResolvedOptions): View {
  const { initialView: wanted, selected } = options;
  const whole = View.whole(figure.scale.domain, figure.deepest);
  const known = selected !== null && timeline.events.some((event) => event.id === selected) ? selected : null;
  return windowOf(whole, wanted, timeline, figure).select(known);
}

function windowOf(whole: View, wanted: ResolvedOptions["initialView"], timeline: Timeline, { scale }: Figure): View {
  if (wanted === "all") return whole;
  if ("event" in wanted) {
    const event = timeline.events.find((candidate) => candidate.id === wanted.event);
    if (!event) return whole;
    const place = scale.position(Number.isFinite(event.span.start) ? event.span.start : event.span.end);
    const length = wanted.span ?? (whole.to - whole.from) / 10;
    return whole.window(place - length / 2, place + length / 2);
  }
  const from = parseDate(wanted.from, { timeZone: timeline.timeZone }).span;
  const to = parseDate(wanted.to, { timeZone: timeline.timeZone }).span;
  return from && to ? whole.window(scale.position(from.start), scale.position(to.end)) : whole;
}

/** Everything that follows from the state: model, figure, picture and HTML. Pure; each stage remembers its last result. */
import type { Issue } from "../../base/issue.js";
import { omitUndefined } from "../../base/omit-undefined.js";
import { memoFields } from "../../base/memo.js";
import { optionIssues } from "../../check-options.js";
import type { HtmlContext, HtmlState } from "../../html/context.js";
import { clampStep } from "../../html/story-panel.js";
import { stepsOf } from "../../html/story/steps.js";
import type { Figure } from "../../layout/index.js";
import type { FigureLayout } from "../../layout/types.js";
import { en } from "../../locales/en.js";
import type { EventFilter } from "../../model/events/event-filter.js";
import { relatedEvents } from "../../model/relations/relations.js";
import type { FilteredEvents } from "../../model/events/filter-events.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import type { ResolvedOptions, StoryStep, TimelineOptions } from "../../options.js";
import { createPipeline, initialSelection, type Picture } from "../../pipeline.js";
import { timeSinceInLane } from "../../scene/labels/duration-words.js";
import { resolveOptions } from "../../resolve-options.js";
import type { View } from "../../view.js";
import { PAPER_OPTIONS, paperHeight } from "./paper.js";
import type { FigureInputs, TimelineState } from "./state.js";
import { transferView } from "./transfer-view.js";

/** What follows from the inputs of a figure, whatever is in view. */
export interface Derived {
  /** Options with every default, the width that the page has, and the filter that holds. */
  readonly options: ResolvedOptions;
  readonly timeline: Timeline;
  /** The events that the filter leaves; `undefined` without a filter. */
  readonly shown: FilteredEvents | undefined;
  /** The timeline laid out for its width: it can show any view. */
  readonly figure: Figure;
  /** The steps of the story. */
  readonly steps: readonly StoryStep[];
  /** The parsed document, which has the issues of the document. */
  readonly parsed: { readonly issues: readonly Issue[] };
  /** Issues of the options that name something of the document. The reader's own filter has none. */
  readonly optionIssues: readonly Issue[];
}

/** How much of a picture a paint lays out. */
export interface PaintScope {
  /** Length that is laid out on either side of the view, as a fraction of its length. */
  readonly overscan: number;
  /** A layout at rest, whose rows stay while the view moves; absent at rest. */
  readonly frozen?: FigureLayout | undefined;
  /** What is drawn, where it is known. */
  readonly layout?: FigureLayout | undefined;
}

export interface Derivation {
  /** Model and figure. */
  derive(inputs: FigureInputs): Derived;
  /** The figure that another filter would leave. */
  filteredFigure(inputs: FigureInputs, filter: EventFilter): Figure;
  /** View and selection to begin with. */
  initialView(inputs: FigureInputs): { readonly view: View; readonly selected: string | null };
  picture(state: TimelineState, scope: PaintScope): Picture;
}

export function createDerivation(): Derivation {
  const pipeline = createPipeline(timeSinceInLane);
  const deriveFrom = memoFields((inputs: FigureInputs): Derived => {
    const { document, given, page, filter, unfolded, namedLanes, isTrueScale, allRelations, isOnPaper } = inputs;
    const paper: TimelineOptions = isOnPaper ? PAPER_OPTIONS : {};
    const resolved = resolveOptions({ ...given, ...paper, measure: given.measure ?? page.measure }, en);
    const scale = isTrueScale ? ("time" as const) : resolved.scale;
    const width = paper.width ?? given.width ?? page.width ?? resolved.width;
    // Paper has no images in labels, but the same model.
    const parsed = pipeline.model(document, { ...resolved, images: given.images ?? true });
    const { timeline } = parsed;
    const height = isOnPaper ? paperHeight(timeline.events.length) : resolved.height;
    const options = { ...resolved, scale, width, filter, ...omitUndefined({ height }) };
    const figure = pipeline.figure(timeline, options, false, {
      gaps: unfolded,
      namedLanes: isOnPaper ? "all" : namedLanes,
      allRelations,
    });
    const issues = optionIssues(timeline, { ...options, filter: given.filter ?? null });
    const steps = stepsOf(timeline, options.steps);
    return { options, timeline, steps, shown: pipeline.shown(timeline, filter), figure, parsed, optionIssues: issues };
  });
  const derive = ({
    document,
    given,
    page,
    filter,
    unfolded,
    namedLanes,
    isTrueScale,
    allRelations,
    isOnPaper,
  }: FigureInputs): Derived =>
    deriveFrom({ document, given, page, filter, unfolded, namedLanes, isTrueScale, allRelations, isOnPaper });
  return {
    derive,
    filteredFigure(inputs, filter) {
      const { options, timeline } = derive(inputs);
      const { unfolded, namedLanes, allRelations } = inputs;
      return pipeline.figure(timeline, { ...options, filter }, false, { gaps: unfolded, namedLanes, allRelations });
    },
    initialView(inputs) {
      const { options, timeline, figure } = derive(inputs);
      return { view: pipeline.initialView(timeline, figure, options), selected: initialSelection(timeline, options) };
    },
    picture(state, scope) {
      const { options, timeline, figure } = derive(state);
      const { view, focused, isOnPaper } = state;
      // On paper a selected event would leave the others grey.
      const selected = isOnPaper ? null : state.selected;
      return pipeline.picture({ timeline, figure, view, selected, focused, options, ...scope });
    },
  };
}

/**
 * Carries view and selection over to the figure that a change has made: the same time stays in view, and an event that is
 * gone or filtered away is deselected. The state stays as it is where the figure does.
 */
export function followFigure(before: TimelineState, changed: TimelineState, derivation: Derivation): TimelineState {
  const { figure, steps } = derivation.derive(before);
  const next = derivation.derive(changed);
  const after = next.steps === steps ? changed : { ...changed, ...clampStep(next.steps, changed) };
  if (next.figure === figure) return after;
  const { view } = derivation.initialView(after);
  const selected = eventById(next.timeline, after.selected)?.id ?? null;
  return {
    ...after,
    view: transferView(after.view, figure, view, next.figure),
    trail:
      after.document === before.document
        ? after.trail.map((step) => ({ ...step, view: transferView(step.view, figure, view, next.figure) }))
        : [],
    selected: selected !== null && next.shown?.has(selected) === false ? null : selected,
    focused: eventById(next.timeline, after.focused)?.id ?? null,
  };
}

/** The event with an id; `undefined` without an id, and where no event has it. */
export function eventById({ events, store }: Timeline, id: string | null | undefined): PlacedEvent | undefined {
  return id === null || id === undefined ? undefined : events[store.indexOf(id)];
}

/** The state of the HTML round a picture. */
export function htmlStateOf(
  state: TimelineState,
  { figure, options, timeline }: Derived,
  { layout }: Picture,
): HtmlState {
  const { finding, filter, help, group, step, narrated, chapters, explained, unfolded, isTrueScale, trail } = state;
  const isFolded = layout.scaleType === "compressed" && figure.scale.folds.length > 0;
  const hasLines = options.relations === "auto" && relatedEvents(timeline).size > 0;
  return {
    live: true,
    finding,
    filter,
    help,
    group,
    step,
    narrated,
    chapters,
    explained,
    folds: isFolded ? "closed" : unfolded ? "open" : undefined,
    isTrueScale,
    canGoBack: trail.length > 0,
    allRelations: hasLines ? state.allRelations : undefined,
  };
}

/** What the HTML parts of a figure are made from. */
export function htmlContextOf(state: TimelineState, derived: Derived, picture: Picture): HtmlContext {
  const { layout, context, shown, view, scale } = picture;
  const { steps, options } = derived;
  const { narrow: wholeDeck } = options;
  return { ...context, layout, shown, view, scale, steps, wholeDeck, ...htmlStateOf(state, derived, picture) };
}

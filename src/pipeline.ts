/**
 * The table of contents: document → model → scale → layout → scene. Each stage is pure, and a pipeline remembers the last
 * result of each, so that only what changed is computed again.
 */
import type { Issue } from "./base/issue.js";
import { memoFields, memoLast } from "./base/memo.js";
import type { FigureLayout } from "./layout/types.js";
import { type Figure, type FigureRequest, layOut, isVertical } from "./layout/index.js";
import type { EventFilter } from "./model/events/event-filter.js";
import { type FilteredEvents, filterEvents } from "./model/events/filter-events.js";
import { buildEventIndex } from "./model/events/event-index.js";
import { parseDocument } from "./model/document/parse-document.js";
import type { PlacedEvent, Timeline } from "./model/timeline.js";
import type { ResolvedOptions } from "./options.js";
import type { SceneContext } from "./scene/context.js";
import { figureNode } from "./scene/figure.js";
import { legendFooter } from "./scene/legend/legend-footer.js";
import { layOutHeading } from "./scene/heading.js";
import type { Node } from "./scene/node.js";
import { fullLegendContents } from "./scene/legend/legend-contents.js";
import { themeOf } from "./scene/theme.js";
import type { Locale } from "./time/locale.js";
import { parseDate } from "./time/parse-date.js";
import type { Scale } from "./time/scale.js";
import type { Instant } from "./time/span.js";
import { View } from "./view.js";

export interface Pipeline {
  /** Reads a document. */
  model(document: unknown, options: ResolvedOptions): { timeline: Timeline; issues: readonly Issue[] };
  /**
   * Makes the figure, which can lay out any view.
   *
   * @param opened what the reader has opened in the picture
   */
  figure(timeline: Timeline, options: ResolvedOptions, standalone: boolean, opened?: Opened): Figure;
  /** The events that a filter leaves; `undefined` without a filter. */
  shown(timeline: Timeline, filter: EventFilter | null): FilteredEvents | undefined;
  /** The first view. */
  initialView(timeline: Timeline, figure: Figure, options: ResolvedOptions): View;
  /** Draws a view of a figure. */
  picture(request: PictureRequest): Picture;
}

/** What the reader has opened in a picture. */
export interface Opened {
  /** Beginnings of the gaps that are unfolded. */
  readonly gaps?: ReadonlySet<Instant> | undefined;
  /** Ids of the lanes that show all their names. */
  readonly namedLanes?: ReadonlySet<string> | "all" | undefined;
  /** Whether the lines of all relations show. */
  readonly allRelations?: boolean | undefined;
}

export interface PictureRequest {
  readonly timeline: Timeline;
  readonly figure: Figure;
  readonly view: View;
  readonly options: ResolvedOptions;
  /** Whether the picture is a file of its own, with heading, legend and note. Default false. */
  readonly standalone?: boolean;
  /** Id of the selected event. Default the event that the options select. */
  readonly selected?: string | null;
  /** Id of the event that has the focus of the keyboard and no label. Default none. */
  readonly focused?: string | null;
  /** Length that is laid out on either side of the view, as a fraction of its length. Default 0. */
  readonly overscan?: number;
  /** A layout at rest, whose rows stay while the view moves; absent at rest. */
  readonly frozen?: FigureLayout | undefined;
  /** What is drawn, where it is known; otherwise the figure lays out the view. */
  readonly layout?: FigureLayout | undefined;
}

export interface Picture {
  readonly view: View;
  readonly layout: FigureLayout;
  readonly context: SceneContext;
  /** The scale of the figure. */
  readonly scale: Scale;
  readonly svg: Node;
  /** The events that the filter leaves; absent without a filter. */
  readonly shown: FilteredEvents | undefined;
}

/** The options that decide how a document is read. */
type ModelOptions = Pick<ResolvedOptions, "timeZone" | "dateOrder" | "locale" | "rankBy" | "images">;

/** @param timeSince words for the time since the event before in its lane, for the names of events on a bent axis */
export function createPipeline(
  timeSince?: (timeline: Timeline, locale: Locale) => (event: PlacedEvent) => string,
): Pipeline {
  const parse = memoFields(({ document, ...options }: { document: unknown } & ModelOptions) =>
    parseDocument(document, options),
  );
  const lay = memoFields((request: FigureRequest) => layOut(request, buildEventIndex(request.timeline)));
  const filtered = memoLast((timeline: Timeline, filter: EventFilter) => filterEvents(timeline, filter));
  const shown = (timeline: Timeline, filter: EventFilter | null): FilteredEvents | undefined =>
    filter ? filtered(timeline, filter) : undefined;
  const only = memoLast((figure: Figure, part: Timeline) => figure.filtered(part, buildEventIndex(part)));
  const frameOf = memoLast((figure: Figure, view: View, overscan: number, selected: string | null) =>
    figure.layout(view, overscan, selected),
  );
  const activeOf = memoLast(
    (
      figure: Figure,
      layout: FigureLayout,
      view: View,
      { events, store }: Timeline,
      selected: string | null,
      focused: string | null,
    ) => {
      const eventOf = (id: string | null) => (id === null ? undefined : events[store.indexOf(id)]);
      const active = { selected: eventOf(selected), focused: eventOf(focused) };
      return figure.withActive?.(layout, view, active) ?? layout;
    },
  );
  const sinceOf = timeSince && memoLast(timeSince);
  const theme = memoLast(themeOf);
  const contextOf = memoFields((context: SceneContext) => context);
  return {
    model: (document, { timeZone, dateOrder, locale, rankBy, images }) =>
      parse({ document, timeZone, dateOrder, locale, rankBy, images }),
    figure: (timeline, options, standalone, opened) => {
      const figure = lay(requestOf(timeline, options, standalone, opened));
      const part = shown(timeline, options.filter)?.timeline ?? timeline;
      return part === timeline ? figure : only(figure, part);
    },
    shown,
    initialView,
    picture({ timeline, figure, view, options, standalone = false, overscan = 0, ...request }) {
      const { selected = initialSelection(timeline, options), focused = null, frozen } = request;
      const layOut = (): FigureLayout =>
        frozen ? figure.layout(view, overscan, selected, frozen) : frameOf(figure, view, overscan, selected);
      const layout = request.layout ?? activeOf(figure, layOut(), view, timeline, selected, focused);
      const { locale, idPrefix, measure } = options;
      const context = contextOf({
        timeline,
        locale,
        theme: theme(options.theme),
        idPrefix,
        standalone,
        selected,
        markSize: options.markSize,
        measure,
        sinceBefore:
          layout.scaleType === "segmented"
            ? sinceOf?.(shown(timeline, options.filter)?.timeline ?? timeline, locale)
            : undefined,
        // In a vertical figure the language decides on which side the axis is.
        mirrored: layout.orientation === "vertical" ? locale.dir === "rtl" : options.axisDirection === "rtl",
      });
      const heading = standalone ? layOutHeading(timeline, layout.width, measure) : undefined;
      return {
        view,
        layout,
        context,
        scale: figure.scale,
        svg: figureNode(layout, context, { measure, scale: figure.scale, height: options.height }, heading),
        shown: shown(timeline, options.filter),
      };
    },
  };
}

function requestOf(
  timeline: Timeline,
  options: ResolvedOptions,
  standalone: boolean,
  { gaps, namedLanes, allRelations }: Opened = {},
): FigureRequest {
  const { width, height, orientation, scale, locale, measure, minimap, relations, now, axisDirection } = options;
  const instant = (text: string | undefined): Instant | undefined => {
    const { start } = (text === undefined ? undefined : parseDate(text, { timeZone: timeline.timeZone }).span) ?? {};
    // A date without a beginning, such as "until 1900", is no point of time.
    return Number.isFinite(start) ? start : undefined;
  };
  const present = instant(now);
  const logFrom = typeof scale === "object" ? instant(scale.log) : undefined;
  return {
    timeline,
    width,
    height,
    orientation,
    scale: typeof scale === "object" ? "log" : scale,
    origin: logFrom ?? present,
    locale,
    measure,
    // The whole needs no overview, and a picture that stands alone stays as it is.
    minimap: minimap && !(standalone && options.initialView === "all"),
    relations: relations === "auto" && (allRelations ? "all" : true),
    // A file of its own requests nothing.
    images: options.images && !standalone,
    markSize: options.markSize,
    form: options.form,
    now: present,
    // Mirroring the whole figure moves its gutter to the right anyway.
    gutterRight: locale.dir === "rtl" && axisDirection === "ltr",
    footerHeight: standalone ? footHeight(timeline, options) : 0,
    headingHeight: standalone ? layOutHeading(timeline, width, measure).height : undefined,
    opened: gaps,
    namedLanes,
  };
}

/** Largest height of legend and note of a standalone picture, in px. */
function footHeight(timeline: Timeline, options: ResolvedOptions): number {
  const { scale, width, locale, measure, theme, markSize } = options;
  // Only a vertical figure folds time by itself.
  const vertical = isVertical(options);
  const automatic = vertical ? "compressed" : "time";
  const type = typeof scale === "object" ? "log" : scale === "auto" ? automatic : scale;
  return legendFooter(timeline, fullLegendContents(type, markSize, timeline.events.length, vertical), {
    width,
    locale,
    measure,
    theme: themeOf(theme),
  }).height;
}

function initialView(timeline: Timeline, figure: Figure, options: ResolvedOptions): View {
  const whole = View.whole(figure.scale.domain, figure.maxZoom);
  return windowOf(whole, options.initialView, timeline, figure, options);
}

/** Id of the event that the options select, or `null` where no event has it. */
export function initialSelection({ store }: Timeline, { selected }: ResolvedOptions): string | null {
  return selected !== null && store.indexOf(selected) >= 0 ? selected : null;
}

/** The view of a window that is given by dates, an event or the present. */
export function windowOf(
  whole: View,
  wanted: ResolvedOptions["initialView"],
  timeline: Timeline,
  { scale }: Figure,
  { now }: ResolvedOptions,
): View {
  if (wanted === "all") return whole;
  const spanOf = (text: string) => parseDate(text, { timeZone: timeline.timeZone }).span;
  const about = (time: Instant | undefined, span: number | undefined): View => {
    if (time === undefined) return whole;
    const place = scale.position(time);
    const length =
      span === undefined
        ? (whole.to - whole.from) / 10
        : scale.position(time + span / 2) - scale.position(time - span / 2);
    return whole.window(place - length / 2, place + length / 2);
  };
  if (wanted === "now") return about(now === undefined ? undefined : spanOf(now)?.start, undefined);
  if ("event" in wanted) {
    const span = timeline.events[timeline.store.indexOf(wanted.event)]?.span;
    return about(span && (Number.isFinite(span.start) ? span.start : span.end), wanted.span);
  }
  const [from, to] = [spanOf(wanted.from), spanOf(wanted.to)];
  return from && to ? whole.window(scale.position(from.start), scale.position(to.end)) : whole;
}

/** A live timeline in a page: keeps document, options and view, and makes the DOM show them. */
import type { Issue } from "../base/issue.js";
import { figureHtml } from "../render-to-html.js";
import { type ResolvedOptions, resolveOptions, type TimelineOptions } from "../options.js";
import type { Figure } from "../layout/figure.js";
import { createPipeline, type Picture } from "../pipeline.js";
import type { Instant } from "../time/span.js";
import type { View } from "../view.js";
import { startActions } from "./actions.js";
import { canvasMeasure } from "./measure.js";
import { adopt, createFor, patch } from "./patch.js";
import { startCopySources } from "./copy-sources.js";
import { createSchedule } from "./schedule.js";
import { startSourceCard } from "./source-card.js";
import { startZoom, type ZoomControl } from "./zoom.js";

/** What is in view, in time: milliseconds since 1970 of the timeline's wall clock. */
export interface TimelineView {
  readonly start: Instant;
  readonly end: Instant;
  /** Id of the selected event. */
  readonly selected: string | null;
}

export interface TimelineEvents {
  select: { id: string | null };
  open: { id: string };
  viewchange: TimelineView;
  filter: { shown: number; total: number };
  issues: { issues: readonly Issue[] };
}

export interface Timeline {
  /** The `<figure>` that shows the timeline. */
  readonly element: HTMLElement;
  readonly view: TimelineView;
  /** What is wrong with the document. */
  readonly issues: readonly Issue[];
  /**
   * Changes document, options or both; what is not given stays. With `reset`, options that are not given have their
   * defaults again.
   */
  update(change: { document?: unknown; options?: TimelineOptions; reset?: boolean }): void;
  setView(view: { start: Instant; end: Instant }): void;
  /** Shows everything. */
  fit(): void;
  /** Selects an event and shows its details; `null` closes them. An unknown id is ignored. */
  select(id: string | null): void;
  /** Calls back when something happens. Returns the way to stop that. */
  on<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void;
  /** Takes the timeline out of the page, with everything it listened to. */
  destroy(): void;
}

/** How a timeline begins: in an empty container, or by taking over a figure a server wrote. */
export interface Start {
  readonly container: Element;
  readonly document: unknown;
  readonly options: TimelineOptions;
  /** The figure to take over. */
  readonly figure?: HTMLElement;
  /** The width that figure was drawn for. It is taken over as it is; only then does it follow its container. */
  readonly drawnFor?: number | undefined;
}

type Listener = (detail: never) => void;

/** Width of a picture whose container has none yet. */
const FALLBACK_WIDTH = 960;

export function startTimeline(start: Start): Timeline {
  const { container } = start;
  const page = container.ownerDocument;
  const window = page.defaultView;
  if (!window) throw new TypeError("the container must belong to a document that is shown in a window");
  const pipeline = createPipeline();
  const listeners = new Map<string, Set<Listener>>();
  let document = start.document;
  let given: TimelineOptions = start.options;
  let options: ResolvedOptions;
  let figure: Figure;
  let view: View | undefined;
  let picture: Picture;
  let element: HTMLElement | undefined = start.figure;
  let zoom: ZoomControl | undefined;
  let model: { readonly issues: readonly Issue[] } = { issues: [] };
  let destroyed = false;
  let adopting = start.figure !== undefined;

  // The picture is set in rem: where the reader's root font is twice as large, half as much fits beside each other.
  const availableWidth = (): number => {
    if (adopting) return start.drawnFor ?? resolveOptions(given).width;
    const rem = Number.parseFloat(window.getComputedStyle(page.documentElement).fontSize) / 16 || 1;
    return given.width ?? Math.floor((container.clientWidth || FALLBACK_WIDTH) / rem);
  };

  /** Works out model and figure; keeps the part of time that is in view. */
  function prepare(): void {
    const before = view && figure ? timesOf() : undefined;
    const wasWhole = view?.isWhole ?? true;
    options = { ...resolveOptions(given), width: availableWidth() };
    const parsed = pipeline.model(document, options);
    const next = pipeline.figure(parsed.timeline, options, false);
    if (!view || next !== figure) {
      figure = next;
      const initial = pipeline.initialView(parsed.timeline, figure, options);
      if (view && before) {
        const known = view.selected !== null && parsed.timeline.events.some((event) => event.id === view?.selected);
        const kept = initial.fit().select(known ? view.selected : null);
        view = wasWhole ? kept : kept.window(figure.scale.position(before.start), figure.scale.position(before.end));
      } else view = initial;
    }
    if (parsed !== model) {
      model = parsed;
      // Worded when somebody reads them.
      emit("issues", {
        get issues() {
          return parsed.issues;
        },
      });
    }
  }

  function timesOf(): TimelineView {
    const current = view as View;
    const { scale } = figure;
    return { start: scale.timeAt(current.from), end: scale.timeAt(current.to), selected: current.selected };
  }

  function paint(): void {
    const { timeline } = pipeline.model(document, options);
    picture = pipeline.picture(timeline, figure, view as View, options, false);
    const node = figureHtml(picture, options, { live: true, island: undefined });
    if (!element) {
      element = createFor(container, node) as HTMLElement;
      patch(element, node);
      container.replaceChildren(element);
    } else patch(element, node);
    const svg = element.querySelector<SVGSVGElement>(".dl-figure");
    if (svg) {
      zoom ??= startZoom(svg, (move) => show(move(view as View), true));
      zoom.sync(view as View, picture.layout);
    }
  }

  const schedule = createSchedule(window, () => {
    if (!destroyed) paint();
  });

  /** Shows another view: at once, or with the next frame while a gesture goes on. */
  function show(next: View, soon = false): void {
    const before = view as View;
    if (next === before || destroyed) return;
    view = next;
    if (soon) schedule.request();
    else paint();
    if (next.selected !== before.selected) {
      emit("select", { id: next.selected });
      if (next.selected !== null) emit("open", { id: next.selected });
    }
    if (next.from !== before.from || next.to !== before.to) emit("viewchange", timesOf());
  }

  function emit<Type extends keyof TimelineEvents>(type: Type, detail: TimelineEvents[Type]): void {
    for (const listener of listeners.get(type) ?? []) (listener as (detail: TimelineEvents[Type]) => void)(detail);
    const Custom = (window as Window & typeof globalThis).CustomEvent;
    container.dispatchEvent(new Custom(`datelines:${type}`, { detail, bubbles: true }));
  }

  function select(id: string | null): void {
    const current = view as View;
    if (id === null) return show(current.select(null));
    const event = pipeline.model(document, options).timeline.events.find((candidate) => candidate.id === id);
    if (!event) return;
    const place = figure.scale.position(Number.isFinite(event.span.start) ? event.span.start : event.span.end);
    show(current.reveal(place).select(id));
  }

  prepare();
  if (element) {
    takeOver(element);
    adopting = false;
  } else paint();

  /** Adopts the server's figure: what it shows must be what we would show, so nothing needs writing. */
  function takeOver(adopted: HTMLElement): void {
    const { timeline } = pipeline.model(document, options);
    picture = pipeline.picture(timeline, figure, view as View, options, false);
    const held = (name: string): string | undefined =>
      adopted.querySelector(`:scope > script.${name}`)?.textContent ?? undefined;
    // What the server wrote for search engines stays.
    const jsonLd = held("dl-json-ld");
    if (jsonLd !== undefined) {
      given = { ...given, jsonLd };
      options = { ...options, jsonLd };
    }
    adopt(adopted, figureHtml(picture, options, { live: false, island: held("dl-data") }));
    const svg = adopted.querySelector<SVGSVGElement>(".dl-figure");
    if (svg) {
      zoom = startZoom(svg, (move) => show(move(view as View), true));
      zoom.sync(view as View, picture.layout);
    }
    for (const hidden of adopted.querySelectorAll(
      ".dl-toolbar[hidden], .dl-details-buttons[hidden], .dl-copy[hidden]",
    )) {
      hidden.removeAttribute("hidden");
    }
  }

  const actions = startActions(element as unknown as HTMLElement, {
    select,
    timeline: () => pipeline.model(document, options).timeline,
    layout: () => picture.layout,
    view: () => view as View,
    scale: () => figure.scale,
    show,
  });

  const context = () => ({ ...picture.context, layout: picture.layout, live: true });
  const parts = [
    startSourceCard(element as unknown as HTMLElement, context),
    startCopySources(element as unknown as HTMLElement, context),
  ];

  const observer = new window.ResizeObserver(() => {
    if (destroyed || given.width !== undefined || container.clientWidth === 0) return;
    if (Math.abs(availableWidth() - options.width) < 1) return;
    prepare();
    schedule.request();
  });
  observer.observe(container);

  // The first picture is made with the table, at once. With the page's fonts it is made again, as an ordinary update.
  page.fonts?.ready.then(() => {
    if (destroyed || start.figure || given.measure || !element) return;
    const measure = canvasMeasure(element);
    if (!measure) return;
    given = { ...given, measure };
    prepare();
    schedule.request();
  });

  return {
    element: element as unknown as HTMLElement,
    get view() {
      return timesOf();
    },
    get issues() {
      return model.issues;
    },
    update(change) {
      if (destroyed) return;
      if (change.document !== undefined) document = change.document;
      if (change.options !== undefined) {
        given = { ...(change.reset ? { measure: given.measure } : given), ...defined(change.options) };
      }
      prepare();
      paint();
    },
    setView({ start: from, end: to }) {
      const { scale } = figure;
      show((view as View).window(scale.position(from), scale.position(to)));
    },
    fit: () => show((view as View).fit()),
    select,
    on(type, callback) {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set);
      set.add(callback as Listener);
      return () => {
        set.delete(callback as Listener);
      };
    },
    destroy() {
      if (destroyed) return;
      destroyed = true;
      schedule.cancel();
      observer.disconnect();
      zoom?.stop();
      actions.stop();
      for (const part of parts) part.stop();
      listeners.clear();
      element?.remove();
    },
  };
}

/** Options that were given; explicit `undefined` changes nothing. */
function defined(options: TimelineOptions): TimelineOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** The state of a live timeline and the one way to the page: document, options, view and what is open become a painting. */
import type { Issue } from "../../base/issue.js";
import { memoLast } from "../../base/memo.js";
import { optionIssues, withIssues } from "../../check-options.js";
import { detailedEvent, type HtmlContext, type HtmlState, STATIC_STATE } from "../../html/context.js";
import { clampStep } from "../../html/story-panel.js";
import type { Figure } from "../../layout/index.js";
import { en } from "../../locales/en.js";
import type { PlacedEvent, Timeline } from "../../model/timeline.js";
import { viewContents } from "../../scene/legend/legend-contents.js";
import type { ResolvedOptions, TimelineOptions } from "../../options.js";
import { resolveOptions } from "../../resolve-options.js";
import { createPipeline, type Picture } from "../../pipeline.js";
import { figureHtml } from "../../render-to-html.js";
import type { Instant } from "../../time/span.js";
import type { View } from "../../view.js";
import { sameTime } from "./transfer-view.js";
import { widthIn } from "../render/container-width.js";
import { heldBy, showButtons } from "../render/hydration.js";
import { Announcer } from "../panels/announcer.js";
import { Drift } from "../render/pan-translate.js";
import { sortTime } from "../keyboard/visible-items.js";
import { type LaneOrder, laneOrder } from "../keyboard/lane-order.js";
import { Listeners } from "./listeners.js";
import { PageFonts } from "../render/measure.js";
import type { Part } from "./behavior.js";
import { adopt, createFor, patch } from "../render/patch.js";
import { createSchedule, type Schedule } from "../render/schedule.js";
import { type Change, optionsAfter, type Start } from "./init.js";
import type { TimelineEvents, TimelineView } from "./timeline-events.js";
import { Timers } from "./timers.js";

export class Stage {
  readonly container: Element;
  readonly window: Window & typeof globalThis;
  readonly parts: Part[] = [];
  readonly timers: Timers;
  readonly announcer: Announcer;
  destroyed = false;
  options!: ResolvedOptions;
  figure!: Figure;
  view!: View;
  picture!: Picture;
  /** How often a view was asked for, be it the one that shows: what moves by itself gives way. */
  asked = 0;
  private model: { readonly issues: readonly Issue[] } = { issues: [] };
  private amiss: readonly Issue[] = [];
  state: HtmlState = { ...STATIC_STATE, live: true };
  opened: ReadonlySet<Instant> | undefined;
  given: TimelineOptions;
  document: unknown;
  element!: HTMLElement;
  readonly pipeline = createPipeline();
  private readonly listeners = new Listeners();
  readonly drift = new Drift(this);
  readonly schedule: Schedule;
  private adopting: boolean;
  private readonly drawnFor: number | undefined;
  /** A figure that a server drew keeps its table of widths, so that it stays as it is. */
  private readonly fonts: PageFonts | undefined;

  constructor(start: Start) {
    const { container } = start;
    const window = container.ownerDocument.defaultView;
    if (!window) throw new TypeError("the container must belong to a document that is shown in a window");
    this.container = container;
    this.window = window as Window & typeof globalThis;
    this.document = start.document;
    this.given = start.options;
    if (start.figure) this.element = start.figure;
    this.adopting = start.figure !== undefined;
    this.drawnFor = start.drawnFor;
    this.timers = new Timers(window);
    this.announcer = new Announcer(() => this.find(":scope > .dl-status"), this.timers);
    this.schedule = createSchedule(window, () => this.frame());
    // A list that a server wrote stays as it is.
    const chapters = start.figure ? STATIC_STATE.chapters : new Set<string>();
    this.state = { ...this.state, chapters, filter: resolveOptions(start.options, en).filter };
    if (!start.figure) this.fonts = new PageFonts(container);
    this.prepare();
    if (start.figure) this.takeOver(start.figure);
    else this.paint();
    this.adopting = false;
  }

  /** What is wrong with the document, and with the options for it; worded when somebody reads it. */
  get issues(): readonly Issue[] {
    return withIssues(this.model.issues, this.amiss);
  }

  get svg(): SVGSVGElement {
    return this.find(".dl-figure") as SVGSVGElement;
  }

  get timeline(): Timeline {
    return this.pipeline.model(this.document, this.options).timeline;
  }

  /** The events of each lane that the filter leaves, in order of time, and the place of each in its lane. */
  get order(): LaneOrder {
    return this.orderOf(this.timeline, this.picture.shown);
  }

  private readonly orderOf = memoLast(laneOrder);

  /** What is in view, in time. */
  get times(): TimelineView {
    const { view, figure } = this;
    return { start: figure.scale.timeAt(view.from), end: figure.scale.timeAt(view.to), selected: view.selected };
  }

  /** What the parts of the page are made from. */
  get context(): HtmlContext {
    const { layout, context, shown, view } = this.picture;
    return { ...context, layout, shown, view, steps: this.options.steps, ...this.state };
  }

  find<Found extends Element = HTMLElement>(selector: string): Found | null {
    return this.element.querySelector<Found>(selector);
  }

  event(id: string | null): PlacedEvent | undefined {
    const { events, store } = this.timeline;
    return id === null ? undefined : events[store.indexOf(id)];
  }

  private availableWidth(): number {
    if (this.adopting) return this.drawnFor ?? resolveOptions(this.given, en).width;
    return this.given.width ?? widthIn(this.container, this.window);
  }

  /** The container has another width, or the page sets it in other faces: one layout with the next frame. */
  refit(): void {
    if (this.destroyed || this.container.clientWidth === 0) return;
    const faces = !this.given.measure && this.fonts?.changed();
    if (!faces && Math.abs(this.availableWidth() - this.options.width) < 1) return;
    this.prepare();
    this.schedule.request();
  }

  /** Works out model and figure; keeps the part of time that is in view. */
  private prepare(): void {
    const { view, figure: last } = this;
    const given = { ...this.given, measure: this.given.measure ?? this.fonts?.measure };
    const options = { ...resolveOptions(given, en), width: this.availableWidth(), filter: this.state.filter };
    this.options = options;
    const parsed = this.pipeline.model(this.document, options);
    const figure = this.pipeline.figure(parsed.timeline, options, false, this.opened);
    if (!view || figure !== last) {
      this.figure = figure;
      const initial = this.pipeline.initialView(parsed.timeline, figure, options);
      this.view = view ? sameTime(view, last, initial, figure).select(this.event(view.selected)?.id ?? null) : initial;
    }
    // The reader's own filter is not amiss.
    const amiss = optionIssues(parsed.timeline, { ...options, filter: this.given.filter ?? null });
    if (parsed !== this.model || JSON.stringify(amiss) !== JSON.stringify(this.amiss)) {
      this.model = parsed;
      this.amiss = amiss;
      this.emit("issues", {
        get issues() {
          return withIssues(parsed.issues, amiss);
        },
      });
    }
  }

  /** A frame of a gesture. */
  private frame(): void {
    if (this.destroyed) return;
    if (this.drift.follow()) for (const part of this.parts) part.moved?.();
    else this.paint(this.drift.beyond(), this.drift.hurries);
  }

  /** Draws as much as `beyond`, a part of the view, on either side; `hurried` without labels that are still to be worked out. */
  paint(beyond = 0, hurried = false): void {
    if (this.destroyed) return;
    this.drift.end();
    for (const part of this.parts) part.before?.();
    const { timeline, figure, view, options, opened } = this;
    const { selected } = view;
    const scope = { overscan: beyond, partial: hurried };
    this.picture = this.pipeline.picture({ timeline, figure, view, selected, options, ...scope });
    this.state = { ...this.state, explained: viewContents(this.picture.layout, this.state.explained) };
    const folded = this.picture.layout.scaleType === "compressed" && figure.scale.folds.length > 0;
    const state = { ...this.state, folds: folded ? "closed" : opened ? "open" : undefined } as const;
    const node = figureHtml(this.picture, options, { state, island: undefined });
    const first = !this.element;
    this.element ??= createFor(this.container, node) as HTMLElement;
    patch(this.element, node);
    if (first) this.container.replaceChildren(this.element);
    this.drift.laid(beyond, hurried);
    for (const part of this.parts) part.painted?.();
  }

  /** Adopts the server's figure: what it shows must be what we would show, so nothing needs writing. */
  private takeOver(adopted: HTMLElement): void {
    const { timeline, figure, view, options } = this;
    this.picture = this.pipeline.picture({ timeline, figure, view, options });
    // What the server wrote for search engines stays.
    const jsonLd = heldBy(adopted, "dl-json-ld");
    if (jsonLd !== undefined) {
      this.given = { ...this.given, jsonLd };
      this.options = { ...options, jsonLd };
    }
    adopt(adopted, figureHtml(this.picture, this.options, { state: STATIC_STATE, island: heldBy(adopted, "dl-data") }));
    showButtons(adopted);
  }

  /** Shows another view: at once, or with the next frame while a gesture goes on. One `asked` for ends a move by itself. */
  show(next: View, soon = false, asked = true): void {
    const before = this.view;
    if (asked) this.asked++;
    // Who listens to one change may make another, by which the figure of the view goes: then there is nothing to show.
    if (next === before || next.domain !== before.domain || this.destroyed) return;
    this.view = next;
    if (next.selected !== null && this.state.group) this.state = { ...this.state, group: undefined };
    if (soon) this.schedule.request();
    else this.paint();
    if (next.selected !== before.selected) {
      this.emit("select", { id: next.selected });
      const id = detailedEvent({ ...this.context, selected: next.selected });
      if (id !== null) this.emit("open", { id });
    }
    if (next.from !== before.from || next.to !== before.to) this.emit("viewchange", this.times);
  }

  select(id: string | null): void {
    if (id === null) return this.show(this.view.select(null), false, false);
    const event = this.event(id);
    if (this.state.narrated !== undefined) this.set({ narrated: undefined });
    if (event) this.show(this.view.reveal(this.figure.scale.position(sortTime(event))).select(id));
  }

  /** Opens or sets something beside the view. */
  set(change: Partial<HtmlState>): void {
    if (!this.destroyed) this.commit(change, false);
  }

  /** @param stale something that model or figure are made from is another one */
  private commit(change: Partial<HtmlState>, stale: boolean): void {
    const { filter } = this.state;
    // The reader's own that is still to come gives way to a later one.
    if ("filter" in change) this.timers.clear("find");
    this.state = { ...this.state, ...change };
    if (stale || this.state.filter !== filter) this.prepare();
    this.paint();
    if (this.state.filter === filter) return;
    const { events, unplaced } = this.timeline;
    const total = events.length + unplaced.length;
    this.emit("filter", { shown: this.picture.shown?.size ?? total, total });
  }

  /** Opens folds, by their beginnings; none folds everything again. */
  unfold(starts: readonly Instant[]): void {
    this.opened = starts.length > 0 ? new Set([...(this.opened ?? []), ...starts]) : undefined;
    this.commit({}, true);
  }

  /** Changes document, options or both. */
  update(change: Change): void {
    if (this.destroyed) return;
    const { given: before } = this;
    const { document, options = {} } = change;
    const given = optionsAfter(before, change);
    // What it cannot take it throws before anything has changed.
    const { steps } = resolveOptions(given, en);
    this.given = given;
    const another = document !== undefined && document !== this.document;
    if (another) this.document = document;
    const { explained } = document === undefined ? this.state : STATIC_STATE;
    // The reader's own filter stays unless this sets one, or takes back the one that was set.
    const { filter = before.filter && !given.filter ? null : undefined } = options;
    const { step } = this.state;
    const story = clampStep(steps, this.state);
    this.commit({ group: undefined, explained, ...story, ...(filter !== undefined && { filter }) }, true);
    for (const part of this.parts) part.updated?.(another);
    if (story.step !== step) this.emit("step", { step: story.step });
  }

  emit<Type extends keyof TimelineEvents>(type: Type, detail: TimelineEvents[Type]): void {
    this.listeners.tell(type, detail);
    this.container.dispatchEvent(new this.window.CustomEvent(`datelines:${type}`, { detail, bubbles: true }));
  }

  on<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void {
    return this.listeners.add(type, callback);
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.schedule.cancel();
    this.timers.stop();
    for (const part of this.parts.splice(0)) part.stop();
    this.listeners.clear();
    this.element.remove();
  }
}

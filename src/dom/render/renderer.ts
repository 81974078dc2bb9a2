/** Makes the DOM show the state: the one place that patches the figure. */
import type { HtmlContext } from "../../html/context.js";
import { STATIC_STATE } from "../../html/context.js";
import type { Picture } from "../../pipeline.js";
import { figureHtml } from "../../render-to-html.js";
import { viewContents } from "../../scene/legend/legend-contents.js";
import type { Behavior } from "../controller/behavior.js";
import type { Timers } from "../controller/timers.js";
import { type Derivation, htmlContextOf, htmlStateOf } from "../store/derive.js";
import type { Store, Transition } from "../store/store.js";
import { showButtons, scriptText } from "./hydration.js";
import { PanTranslate, type Shown } from "./pan-translate.js";
import { adopt, createFor, patch } from "./patch.js";
import { createSchedule, type Schedule } from "./schedule.js";

/** A drag without a move for this long has ended, in ms. */
const DRAG_IDLE_DELAY_MS = 1000;

/** What actions on view and selection change of the page. */
const SHOWN_FIELDS = ["view", "selected", "group", "narrated"] as const;

/** What behaviours may ask of the renderer. */
export interface Painting {
  /** Ends a drag: the next turn lays the picture out for the view that it came to. */
  settle(): void;
  /** Completes a provisional picture at once, for code that reads where things are. */
  complete(): void;
  /** Overscan of the last partial paint; undefined if that paint was complete. */
  readonly partialOverscan: number | undefined;
  /** Lays the picture out again with the next frame, because more labels are computed. */
  renew(): void;
  /** Notes that a partial paint left nothing out after all. */
  markComplete(): void;
}

export interface RendererOptions {
  readonly container: Element;
  /** The figure of a server to hydrate. */
  readonly figure: HTMLElement | undefined;
  readonly store: Store;
  readonly derivation: Derivation;
  readonly timers: Timers;
  /** In no particular order. */
  readonly behaviors: readonly Behavior[];
}

export class Renderer implements Painting {
  readonly element: HTMLElement;
  picture: Picture;
  private readonly panTranslate = new PanTranslate();
  private readonly schedule: Schedule;

  constructor(private readonly parts: RendererOptions) {
    const { container, figure, store, derivation } = parts;
    this.schedule = createSchedule(container.ownerDocument.defaultView as Window, () => this.frame());
    this.picture = derivation.picture(store.state, { overscan: 0, partial: false });
    if (figure) {
      this.element = figure;
      this.hydrate();
    } else {
      this.explain();
      const node = this.node();
      this.element = createFor(container, node) as HTMLElement;
      patch(this.element, node);
      container.replaceChildren(this.element);
      this.panTranslate.afterPaint(this.shown, this.picture, 0, false);
    }
  }

  get svg(): SVGSVGElement {
    return this.element.querySelector(".dl-figure") as SVGSVGElement;
  }

  get htmlContext(): HtmlContext {
    const { store, derivation } = this.parts;
    return htmlContextOf(store.state, derivation.derive(store.state), this.picture);
  }

  get partialOverscan(): number | undefined {
    return this.panTranslate.partialOverscan;
  }

  /** Shows a change: at once, or with the next frame while a gesture goes on. */
  render({ action, before, after }: Transition): void {
    if (action.type === "explain") return;
    const isViewAction = ["show", "select", "deselect", "close-details"].includes(action.type);
    if (isViewAction && SHOWN_FIELDS.every((field) => before[field] === after[field])) return;
    if (action.type === "page" || (action.type === "show" && action.nextFrame)) this.schedule.request();
    else this.paint();
  }

  settle(): void {
    if (this.panTranslate.isPanning) this.settleAfter(0);
  }

  complete(): void {
    if (this.panTranslate.isProvisional) this.paint();
  }

  renew(): void {
    this.panTranslate.invalidate();
    this.schedule.request();
  }

  markComplete(): void {
    this.panTranslate.complete();
  }

  stop(): void {
    this.schedule.cancel();
    this.element.remove();
  }

  private get shown(): Shown {
    const { store, derivation } = this.parts;
    const { figure, options } = derivation.derive(store.state);
    return { figure, options, view: store.state.view, selected: store.state.selected };
  }

  /** A frame of a gesture. */
  private frame(): void {
    const { shown, panTranslate } = this;
    const picture = panTranslate.translate(shown);
    if (!picture) return this.paint(panTranslate.overscanFor(shown), panTranslate.mayBePartial(shown));
    this.picture = picture;
    patch(this.svg, picture.svg);
    this.settleAfter(DRAG_IDLE_DELAY_MS);
    for (const behavior of this.parts.behaviors) behavior.translated?.();
  }

  private paint(overscan = 0, partial = false): void {
    const { behaviors, derivation, store, timers } = this.parts;
    this.panTranslate.reset();
    timers.clear("settle");
    for (const behavior of behaviors) behavior.beforePaint?.();
    this.picture = derivation.picture(store.state, { overscan, partial });
    this.explain();
    patch(this.element, this.node());
    this.panTranslate.afterPaint(this.shown, this.picture, overscan, partial);
    if (overscan > 0) this.settleAfter(DRAG_IDLE_DELAY_MS);
    for (const behavior of behaviors) behavior.painted?.();
  }

  /** @param delay in ms */
  private settleAfter(delay: number): void {
    this.parts.timers.set("settle", delay, () => this.paint(0, this.panTranslate.mayBePartial(this.shown)));
  }

  /** What a picture once made the legend explain stays explained, so that the page does not jump while the reader zooms. */
  private explain(): void {
    const { store } = this.parts;
    const explained = viewContents(this.picture.layout, store.state.explained);
    if (explained !== store.state.explained) store.dispatch({ type: "explain", explained });
  }

  private node() {
    const { store, derivation } = this.parts;
    const derived = derivation.derive(store.state);
    const state = htmlStateOf(store.state, derived, this.picture);
    return figureHtml(this.picture, derived.options, { state, island: undefined });
  }

  /** Adopts the figure of a server. The server drew the same picture, so nothing is written. */
  private hydrate(): void {
    const { store, derivation } = this.parts;
    const { options } = derivation.derive(store.state);
    const island = scriptText(this.element, "dl-data");
    adopt(this.element, figureHtml(this.picture, options, { state: STATIC_STATE, island }));
    showButtons(this.element);
  }
}

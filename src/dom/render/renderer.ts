/** Makes the DOM show the state: the one place that patches the figure. */
import type { HtmlContext } from "../../html/context.js";
import { STATIC_STATE } from "../../html/context.js";
import { layoutBetween } from "../../layout/settle/between.js";
import type { Figure } from "../../layout/index.js";
import type { FigureLayout } from "../../layout/types.js";
import type { Picture } from "../../pipeline.js";
import { stickyAxis } from "../../html/html-figure.js";
import { figureHtml } from "../../render-to-html.js";
import { viewContents } from "../../scene/legend/legend-contents.js";
import type { Behavior } from "../controller/behavior.js";
import type { Timers } from "../controller/timers.js";
import { type Derivation, htmlContextOf, htmlStateOf, type PaintScope } from "../store/derive.js";
import type { Action } from "../store/actions.js";
import type { Store, Transition } from "../store/store.js";
import { fadeIn } from "./fade-in.js";
import { easedBothWays, Glide } from "./glide.js";
import { showButtons, scriptText } from "./hydration.js";
import { PanTranslate, type Shown } from "./pan-translate.js";
import { adopt, createFor, patch } from "./patch.js";
import { FADE_IN_MS, FADE_OUT_MS, fadeLabels, SCALE_MOVE_MS, scaleMove } from "./scale-move.js";
import { createSchedule, type Schedule } from "./schedule.js";
import { viewMove } from "./view-move.js";

/** A view that does not move for so long is at rest, in ms; while the hand holds it, much later. */
const REST_DELAY_MS = 150;
const HELD_REST_DELAY_MS = 1000;
/** How long lanes take to close up, and how long the view takes to another one, in ms. */
const SETTLE_MS = 180;
const MOVE_MS = 240;

const AT_REST: PaintScope = { overscan: 0 };

/** What actions on view and selection change of the page. */
const SHOWN_FIELDS = ["view", "selected", "focused", "group", "narrated"] as const;

/** What behaviours may ask of the renderer. */
export interface Painting {
  /** Notes whether a hand holds the picture, which then rests later. */
  hold(isHeld: boolean): void;
  /** Brings a moving picture to rest at once, for code that reads where things are. */
  complete(): void;
  /** Stops a view on its way where it is, for a hand that takes over. */
  takeOver(): void;
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

/** Whether the view goes to its place in a move that the reader sees. */
function isEased(action: Action): boolean {
  return action.type === "back" || ("eased" in action && action.eased === true);
}

export class Renderer implements Painting {
  readonly element: HTMLElement;
  picture: Picture;
  private readonly panTranslate = new PanTranslate();
  private readonly schedule: Schedule;
  /** The layout at rest whose rows stay while the view moves; absent at rest. */
  private frozen: FigureLayout | undefined;
  private readonly glide: Glide;
  private isHeld = false;
  /** The figure that the picture shows. */
  private figure: Figure;
  /** Draws the present frame of a view on its way again; absent while no view is on its way. */
  private redraw: (() => void) | undefined;

  constructor(private readonly parts: RendererOptions) {
    const { container, figure, store, derivation } = parts;
    const window = container.ownerDocument.defaultView as Window;
    this.schedule = createSchedule(window, () => this.frame());
    this.glide = new Glide(window);
    this.picture = derivation.picture(store.state, AT_REST);
    this.figure = this.shown.figure;
    if (figure) {
      this.element = figure;
      this.hydrate();
    } else {
      this.explain();
      const node = this.node();
      this.element = createFor(container, node) as HTMLElement;
      patch(this.element, node);
      container.replaceChildren(this.element);
      this.panTranslate.afterPaint(this.shown, this.picture, 0);
    }
  }

  get svg(): SVGSVGElement {
    return this.element.querySelector(".dl-figure") as SVGSVGElement;
  }

  get htmlContext(): HtmlContext {
    const { store, derivation } = this.parts;
    return htmlContextOf(store.state, derivation.derive(store.state), this.picture);
  }

  /** Shows a change: at once, eased, or with the next frame while a gesture goes on. */
  render({ action, before, after }: Transition): void {
    if (action.type === "explain") return;
    const isViewAction = ["show", "select", "focus", "deselect", "close-details"].includes(action.type);
    if (isViewAction && SHOWN_FIELDS.every((field) => before[field] === after[field])) return;
    if (isEased(action) && this.startMove()) return;
    const fade = action.type === "filter" && this.glide.isWanted ? fadeIn(() => this.svg, MOVE_MS) : undefined;
    const isGesture = action.type === "show" && action.nextFrame;
    if (isGesture) this.freeze();
    if (this.redraw && before.view === after.view && this.isSameFigure(before, after)) return this.redraw();
    if (action.type === "focus" && before.view === after.view && !this.wouldChange()) return;
    if (action.type === "page" || isGesture) this.schedule.request();
    else if (action.type === "true-scale") this.changeScale();
    else this.paint();
    fade?.();
  }

  private isSameFigure(before: Transition["before"], after: Transition["after"]): boolean {
    const { derivation } = this.parts;
    return derivation.derive(before).figure === derivation.derive(after).figure;
  }

  /** Whether a complete paint would lay the picture out otherwise than it is. */
  private wouldChange(): boolean {
    const { derivation, store } = this.parts;
    return derivation.picture(store.state, AT_REST).layout !== this.picture.layout;
  }

  hold(isHeld: boolean): void {
    if (isHeld === this.isHeld) return;
    this.isHeld = isHeld;
    if (this.frozen && !this.glide.isRunning) this.restAfter();
  }

  complete(): void {
    if (this.frozen || this.glide.isRunning || this.panTranslate.isProvisional) this.paint();
  }

  takeOver(): void {
    if (!this.redraw) return;
    const { view } = this.picture;
    this.freeze();
    this.parts.store.dispatch({ type: "show", view, nextFrame: true });
    this.frame();
  }

  stop(): void {
    this.schedule.cancel();
    this.cancelMove();
    this.element.remove();
  }

  private get shown(): Shown {
    const { store, derivation } = this.parts;
    const { figure, options } = derivation.derive(store.state);
    const { view, selected, focused } = store.state;
    return { figure, options, view, selected, focused };
  }

  /** Rows stay as they are until the view rests. */
  private freeze(): void {
    this.cancelMove();
    this.frozen ??= this.picture.layout;
  }

  private cancelMove(): void {
    this.glide.cancel();
    this.redraw = undefined;
  }

  /** Moves to the view of the state. Returns whether there is a way to move. */
  private startMove(): boolean {
    const { derivation, store, timers } = this.parts;
    const move = this.glide.isWanted ? viewMove(this.picture, store.state, derivation) : undefined;
    if (!move) return false;
    this.panTranslate.reset();
    timers.clear("rest");
    this.frozen = undefined;
    const show = (part: number): void => {
      this.redraw = () => this.draw(move(store.state, part));
      this.redraw();
    };
    this.glide.start(MOVE_MS, (part) => {
      if (part === 1) this.paint();
      else if (part > 0) show(part);
    });
    show(0);
    return true;
  }

  /** A frame of a moving view, or one that something else asked for. */
  private frame(): void {
    const { shown, panTranslate } = this;
    if (!this.frozen || panTranslate.isOther(shown)) return this.paint();
    const picture = panTranslate.translate(shown);
    if (!picture) {
      return this.paint({ overscan: panTranslate.overscanFor(shown), frozen: this.frozen });
    }
    this.picture = picture;
    patch(this.svg, picture.svg);
    const axis = stickyAxis({ ...picture.context, layout: picture.layout, live: true });
    const element = this.element.querySelector(".dl-sticky-axis");
    if (axis && element) patch(element, axis);
    this.restAfter();
    for (const behavior of this.parts.behaviors) behavior.translated?.();
  }

  private paint({ overscan, frozen }: PaintScope = AT_REST): void {
    const { derivation, store, timers } = this.parts;
    this.panTranslate.reset();
    this.cancelMove();
    timers.clear("rest");
    this.frozen = frozen;
    const picture = derivation.picture(store.state, { overscan, frozen });
    this.figure = this.shown.figure;
    this.panTranslate.afterPaint(this.shown, picture, overscan);
    if (frozen) this.restAfter();
    this.draw(picture);
  }

  private draw(picture: Picture): void {
    const { behaviors } = this.parts;
    for (const behavior of behaviors) behavior.beforePaint?.();
    this.picture = picture;
    this.explain();
    patch(this.element, this.node());
    for (const behavior of behaviors) behavior.painted?.();
  }

  /** Events glide along their lanes to the places that another scale gives them; labels go before and come after. */
  private changeScale(): void {
    const { svg, figure, picture, glide } = this;
    const { store, derivation } = this.parts;
    // A reader of the keyboard sees settled pictures only, and a mark keeps the focus.
    const isWanted = glide.isWanted && !svg.contains(svg.ownerDocument.activeElement);
    const move = isWanted ? scaleMove({ figure, picture }, store.state, derivation) : undefined;
    if (!move) return this.paint();
    const draw = (part: number): void => {
      if (part < 1) {
        this.picture = move(part);
        patch(this.element, this.node());
        return;
      }
      this.paint();
      fadeLabels(this.svg, 0, 1, FADE_IN_MS);
    };
    fadeLabels(svg, 1, 0, FADE_OUT_MS);
    glide.start(FADE_OUT_MS, (part) => part === 1 && glide.start(SCALE_MOVE_MS, draw, easedBothWays));
  }

  private restAfter(): void {
    this.parts.timers.set("rest", this.isHeld ? HELD_REST_DELAY_MS : REST_DELAY_MS, () => this.rest());
  }

  /** Lanes close up for what is in view: eased, or at once where the reader wants no motion. */
  private rest(): void {
    const { derivation, store, behaviors } = this.parts;
    const from = this.picture.layout;
    const finish = (): void => this.paint();
    if (from.orientation !== "horizontal" || !this.glide.isWanted) return finish();
    const { layout: to } = derivation.picture(store.state, AT_REST);
    if (to.orientation !== "horizontal") return finish();
    this.glide.start(SETTLE_MS, (part) => {
      if (part === 1) return finish();
      this.picture = derivation.picture(store.state, { ...AT_REST, layout: layoutBetween(from, to, part) });
      patch(this.element, this.node());
      for (const behavior of behaviors) behavior.translated?.();
    });
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
    // Buttons tell of the view that a move leads to.
    const picture = { ...this.picture, view: store.state.view };
    return figureHtml(picture, derived.options, { state, island: undefined });
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

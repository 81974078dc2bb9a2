/**
 * One way through a live timeline: an action changes the state, model and figure follow from it, the renderer patches the
 * DOM, and public events are emitted.
 */
import type { Issue } from "../../base/issue.js";
import { withIssues } from "../../check-options.js";
import { en } from "../../locales/en.js";
import type { TimelineOptions } from "../../options.js";
import { resolveOptions } from "../../resolve-options.js";
import { CONTAINER_WIDTH_MIN, containerWidth } from "../render/container-width.js";
import { scriptText } from "../render/hydration.js";
import { PageFonts } from "../render/measure.js";
import { Renderer } from "../render/renderer.js";
import type { Action, FigureAction } from "../store/actions.js";
import { createDerivation, type Derived } from "../store/derive.js";
import { type FigureInputs, initialPanels, type PageMetrics, type TimelineState } from "../store/state.js";
import { createStore, type Store, type Transition } from "../store/store.js";
import type { Behavior } from "./behavior.js";
import { createContext, type TimelineContext } from "./context.js";
import { type Emit, emitChanges } from "./emit-changes.js";
import { Listeners } from "./listeners.js";
import { Timers } from "./timers.js";
import type { TimelineEvents } from "./timeline-events.js";

/** What a timeline begins with: an empty container, or the figure of a server. */
export interface ControllerOptions {
  readonly container: Element;
  readonly document: unknown;
  readonly options: TimelineOptions;
  /** The figure of a server to hydrate. */
  readonly figure?: HTMLElement;
  /** The width that the server drew the figure for, in px. The figure follows its container only after it was hydrated. */
  readonly servedWidth?: number | undefined;
  /** Which of two pictures of a server stays until its container gets another width; absent: none. */
  readonly keepsServed?: "narrow" | "wide" | undefined;
}

/** A width that differs by less, in px, makes no other layout. */
const WIDTH_TOLERANCE_PX = 1;

/** A figure of a server that the stylesheet makes smaller than this is laid out anew: its text would be too small. */
const SERVED_SCALE_MIN = 0.8;

export class Controller {
  readonly context: TimelineContext;
  private readonly container: Element;
  private readonly window: Window & typeof globalThis;
  private readonly derivation = createDerivation();
  private readonly store: Store;
  private readonly renderer: Renderer | undefined;
  private readonly behaviors: Behavior[] = [];
  private readonly listeners = new Listeners();
  private readonly timers: Timers;
  /** Absent until a hydrated figure is laid out anew: before, it keeps the server's text widths, so that it stays as it is. */
  private fonts: PageFonts | undefined;
  /** Whether the figure stays as the server drew it while its container has the width that it was found with. */
  private keepsServed: ControllerOptions["keepsServed"];
  private foundWidth: number | undefined;
  private reported: Pick<Derived, "parsed" | "optionIssues"> | undefined;
  private isDestroyed = false;

  constructor({ container, document, options, figure, servedWidth, keepsServed }: ControllerOptions) {
    const window = container.ownerDocument.defaultView;
    if (!window) throw new TypeError("the container must belong to a document that is shown in a window");
    this.container = container;
    this.keepsServed = keepsServed;
    this.window = window as Window & typeof globalThis;
    this.timers = new Timers(window);
    const { filter } = resolveOptions(options, en);
    // The server's JSON-LD stays as it is.
    const jsonLd = figure && scriptText(figure, "dl-json-ld");
    const given = jsonLd === undefined ? options : { ...options, jsonLd };
    const page = figure ? { width: servedWidth, measure: undefined } : this.measurePage();
    const inputs: FigureInputs = {
      document,
      given,
      page,
      filter,
      unfolded: undefined,
      namedLanes: undefined,
      isTrueScale: false,
      allRelations: false,
      isOnPaper: false,
    };
    this.store = createStore(this.initialState(inputs, figure !== undefined), this.derivation);
    this.reportIssues();
    const { store, derivation, timers, behaviors } = this;
    this.renderer = new Renderer({ container, figure, store, derivation, timers, behaviors });
    this.context = createContext({
      window: this.window,
      store,
      renderer: this.renderer,
      timers,
      derivation,
      dispatch: this.dispatch,
      on: this.on,
      isDestroyed: () => this.isDestroyed,
    });
    store.subscribe((transition) => this.follow(transition));
  }

  /** Issues of the document, and of the options for it; worded when somebody reads them. */
  get issues(): readonly Issue[] {
    const { parsed, optionIssues } = this.derived;
    return withIssues(parsed.issues, optionIssues);
  }

  /** Starts behaviours, in any order. All of them exist before the first may dispatch an action. */
  start(behaviors: readonly Behavior[]): void {
    this.behaviors.push(...behaviors);
    for (const behavior of behaviors) behavior.painted?.();
    for (const behavior of behaviors) behavior.start?.();
  }

  /** Lays the timeline out again with the next frame, if the container has another width or the page another font. */
  readonly resize = (): void => {
    if (this.isDestroyed || this.container.clientWidth < CONTAINER_WIDTH_MIN) return;
    const { given } = this.store.state;
    const containerSize = this.room();
    if (this.isServedKept(containerSize)) return;
    const isNewFont = !given.measure && this.fonts?.changed();
    const width = given.width ?? containerSize;
    if (!isNewFont && Math.abs(width - this.derived.options.width) < WIDTH_TOLERANCE_PX) return;
    const page = this.measurePage();
    this.dispatch({ type: "page", page });
  };

  readonly on: TimelineContext["on"] = (type, callback) => this.listeners.add(type, callback);

  readonly dispatch = (action: Action): void => {
    if (this.isDestroyed) return;
    this.store.dispatch(changesFigure(action) ? { ...action, page: this.measurePage() } : action);
  };

  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.timers.stop();
    for (const behavior of this.behaviors.splice(0)) behavior.stop?.();
    this.listeners.clear();
    this.renderer?.stop();
  }

  private get derived(): Derived {
    return this.derivation.derive(this.store.state);
  }

  /** Whether a picture of a server stays. The stylesheet makes a wide one smaller, but nothing larger. */
  private isServedKept(width: number): boolean {
    this.foundWidth ??= width;
    const part = width / this.derived.options.width;
    const isFitting = part >= SERVED_SCALE_MIN && (part <= 1 || this.keepsServed === "narrow");
    if (width !== this.foundWidth || !isFitting) this.keepsServed = undefined;
    return this.keepsServed !== undefined;
  }

  private measurePage(): PageMetrics {
    this.fonts ??= new PageFonts(this.container);
    return { width: this.room(), measure: this.fonts.measure };
  }

  /** The width that the page leaves the figure, in units of the layout. */
  private room(): number {
    return containerWidth(this.container, this.window, this.renderer?.element);
  }

  private initialState(inputs: FigureInputs, isHydrated: boolean): TimelineState {
    return {
      ...inputs,
      ...initialPanels(isHydrated),
      ...this.derivation.initialView(inputs),
      focused: null,
      trail: [],
      filterChangeCount: 0,
    };
  }

  /** The order of what follows from an action: issues, the page, events, behaviours. */
  private follow(transition: Transition): void {
    const { action, before, after } = transition;
    if (action.type === "explain") return;
    if (action.type === "page" || changesFigure(action)) this.reportIssues();
    if (this.isDestroyed) return;
    this.renderer?.render(transition);
    emitChanges(transition, this.context, this.emit);
    if (action.type !== "update") return;
    for (const behavior of this.behaviors) behavior.updated?.(after.document !== before.document);
    if (after.step !== before.step) this.emit("step", { step: after.step });
  }

  private reportIssues(): void {
    const { parsed, optionIssues } = this.derived;
    const { reported } = this;
    if (parsed === reported?.parsed && JSON.stringify(optionIssues) === JSON.stringify(reported.optionIssues)) return;
    this.reported = { parsed, optionIssues };
    this.emit("issues", {
      get issues() {
        return withIssues(parsed.issues, optionIssues);
      },
    });
  }

  private readonly emit: Emit = <Type extends keyof TimelineEvents>(type: Type, detail: TimelineEvents[Type]): void => {
    this.listeners.call(type, detail);
    this.container.dispatchEvent(new this.window.CustomEvent(`datelines:${type}`, { detail, bubbles: true }));
  };
}

/** Whether model and figure follow from what an action changes. */
function changesFigure(action: Action): action is FigureAction {
  return ["update", "filter", "unfold", "fold", "true-scale", "relations", "name-lane"].includes(action.type);
}

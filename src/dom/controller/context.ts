/** All that a behaviour may know and do: it reads state and picture, looks up elements, and sends actions. */
import type { HtmlContext } from "../../html/context.js";
import type { PlacedEvent } from "../../model/timeline.js";
import type { Picture } from "../../pipeline.js";
import { Announcer } from "../panels/announcer.js";
import type { Painting, Renderer } from "../render/renderer.js";
import type { Action } from "../store/actions.js";
import { type Derivation, type Derived, eventById } from "../store/derive.js";
import type { TimelineState } from "../store/state.js";
import type { Store } from "../store/store.js";
import type { Timers } from "./timers.js";
import type { TimelineEvents, TimelineView } from "./timeline-events.js";

export interface TimelineContext {
  readonly window: Window & typeof globalThis;
  /** The `<figure>`. */
  readonly element: HTMLElement;
  /** The picture in the figure. */
  readonly svg: SVGSVGElement;
  readonly state: TimelineState;
  /** Options, model and figure of the state. */
  readonly derived: Derived;
  /** The picture that the page shows. During a gesture its view may be a frame behind that of the state. */
  readonly picture: Picture;
  /** What the HTML parts of the page were made from. */
  readonly htmlContext: HtmlContext;
  /** View and selection as the public API tells them. */
  readonly times: TimelineView;
  /** Changes the state. Unless the action waits for the next frame, the page shows the change when this returns. */
  dispatch(action: Action): void;
  /** The first element of the figure that a selector picks. */
  query<Found extends Element = HTMLElement>(selector: string): Found | null;
  /** The event with an id. */
  eventById(id: string | null | undefined): PlacedEvent | undefined;
  /** Says a text in the live region. */
  announce(text: string): void;
  /** Calls back on a public event. Returns the way to stop. */
  on<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void;
  readonly painting: Painting;
  readonly timers: Timers;
  readonly filteredFigure: Derivation["filteredFigure"];
  readonly isDestroyed: boolean;
}

export interface ContextSources extends Pick<TimelineContext, "window" | "timers" | "dispatch" | "on"> {
  readonly store: Store;
  readonly renderer: Renderer;
  readonly derivation: Derivation;
  isDestroyed(): boolean;
}

/** A context reads its sources anew each time, so a behaviour always sees the current state. */
export function createContext(sources: ContextSources): TimelineContext {
  const { window, timers, dispatch, on, store, renderer, derivation } = sources;
  const { element } = renderer;
  const query: TimelineContext["query"] = (selector) => element.querySelector(selector);
  const derived = (): Derived => derivation.derive(store.state);
  const announcer = new Announcer(() => query(":scope > .dl-status"), timers);
  return {
    window,
    element,
    timers,
    dispatch,
    on,
    query,
    painting: renderer,
    filteredFigure: derivation.filteredFigure,
    announce: (text) => announcer.say(text),
    eventById: (id) => eventById(derived().timeline, id),
    get svg() {
      return renderer.svg;
    },
    get state() {
      return store.state;
    },
    get derived() {
      return derived();
    },
    get picture() {
      return renderer.picture;
    },
    get htmlContext() {
      return renderer.htmlContext;
    },
    get times() {
      const { view, selected } = store.state;
      const { scale } = derived().figure;
      return { start: scale.timeAt(view.from), end: scale.timeAt(view.to), selected };
    },
    get isDestroyed() {
      return sources.isDestroyed();
    },
  };
}

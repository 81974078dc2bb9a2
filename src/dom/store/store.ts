/** Holds the state. Every change goes through `dispatch`, which calls the listener with the state before and after. */
import type { Action } from "./actions.js";
import { type Derivation, followFigure } from "./derive.js";
import { reduce } from "./reducer.js";
import type { TimelineState } from "./state.js";

/** One change of the state, as a listener hears of it. */
export interface Transition {
  readonly action: Action;
  readonly before: TimelineState;
  readonly after: TimelineState;
}

export interface Store {
  readonly state: TimelineState;
  /**
   * Changes the state. A listener may dispatch again: that change is complete when its `dispatch` returns.
   *
   * @throws TypeError for options that cannot be; then nothing has changed
   */
  dispatch(action: Action): void;
  /** Calls back after each change. Returns the way to stop. */
  subscribe(listener: (transition: Transition) => void): () => void;
}

export function createStore(initial: TimelineState, derivation: Derivation): Store {
  let state = initial;
  const listeners = new Set<(transition: Transition) => void>();
  return {
    get state() {
      return state;
    },
    dispatch(action) {
      const before = state;
      state = followFigure(before, reduce(before, action), derivation);
      const transition = { action, before, after: state };
      for (const listener of listeners) listener(transition);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The one place where the state of a timeline changes: a pure function of the state and an action. */
import { STATIC_STATE } from "../../html/context.js";
import { en } from "../../locales/en.js";
import { resolveOptions } from "../../resolve-options.js";
import type { Action, ShowAction } from "./actions.js";
import type { View } from "../../view.js";
import type { TimelineState } from "./state.js";
import { type Change, optionsAfter } from "./update-options.js";

/** Views whose lengths differ by less, as a fraction, are equally long. */
const LENGTH_TOLERANCE = 1e-9;

/**
 * The state after an action. `View` keeps the window inside the axis, so any view of the current figure is valid.
 *
 * @throws TypeError for options that cannot be; then the state has not changed
 */
export function reduce(state: TimelineState, action: Action): TimelineState {
  switch (action.type) {
    case "show":
      return show(state, action);
    case "select":
      return { ...show(state, { type: "show", view: action.view, selected: action.id }), narrated: undefined };
    case "focus": {
      const { id, view } = action;
      return { ...(view ? show(state, { type: "show", view }) : state), focused: id };
    }
    case "step": {
      const { step, narrated, view, selected } = action;
      return show({ ...state, step, narrated }, { type: "show", view, selected });
    }
    case "back": {
      const last = state.trail.at(-1);
      return last ? show(state, { type: "show", view: last.view, selected: null }) : state;
    }
    case "deselect":
      return { ...state, selected: null };
    case "close-details":
      return { ...state, selected: null, group: undefined };
    case "list-cluster":
      return { ...state, selected: null, group: action.events };
    case "toggle-find":
      return { ...state, finding: !state.finding };
    case "help":
      return { ...state, help: action.open };
    case "chapters":
      return { ...state, chapters: action.chapters };
    case "explain":
      return { ...state, explained: action.explained };
    case "page":
      return { ...state, page: action.page };
    case "filter":
      return withFilter(withPage(state, action), action.filter);
    case "unfold":
      return { ...withPage(state, action), unfolded: new Set([...(state.unfolded ?? []), ...action.starts]) };
    case "fold":
      return { ...withPage(state, action), unfolded: undefined };
    case "true-scale":
      return { ...withPage(state, action), isTrueScale: action.on };
    case "relations":
      return { ...withPage(state, action), allRelations: action.on };
    case "name-lane":
      return { ...withPage(state, action), namedLanes: namedAfter(state.namedLanes, action.lane, action.on) };
    case "paper":
      return { ...withPage(state, action), isOnPaper: action.on };
    case "update":
      return update(withPage(state, action), action.change);
  }
}

function show(state: TimelineState, { view, selected = state.selected, opens }: ShowAction): TimelineState {
  // A listener may have replaced the figure re-entrantly: a view of the old figure is ignored.
  if (view.domain !== state.view.domain) return state;
  const group = selected === null ? state.group : undefined;
  // A view as long as the one that a cluster was opened from leads out of the cluster.
  const trail = state.trail.filter((step) => length(step.view) > length(view) * (1 + LENGTH_TOLERANCE));
  const opened = opens === undefined ? trail : [...trail, { view: state.view, event: opens }];
  return { ...state, view, selected, group, trail: opened };
}

function length({ from, to }: View): number {
  return to - from;
}

function withPage(state: TimelineState, { page = state.page }: { page?: TimelineState["page"] }): TimelineState {
  return { ...state, page };
}

function namedAfter(named: TimelineState["namedLanes"], lane: string, on: boolean): TimelineState["namedLanes"] {
  const next = new Set(named);
  if (on) next.add(lane);
  else next.delete(lane);
  return next.size > 0 ? next : undefined;
}

function withFilter(state: TimelineState, filter: TimelineState["filter"]): TimelineState {
  return { ...state, filter, group: undefined, filterChangeCount: state.filterChangeCount + 1 };
}

function update(state: TimelineState, change: Change): TimelineState {
  const given = optionsAfter(state.given, change);
  // Options that cannot be throw before anything changes.
  resolveOptions(given, en);
  // The reader's own filter stays, unless the change sets one or takes back the one that options had set.
  const { filter = state.given.filter && !given.filter ? null : undefined } = change.options ?? {};
  const next = {
    ...state,
    given,
    document: change.document === undefined ? state.document : change.document,
    group: undefined,
    explained: change.document === undefined ? state.explained : STATIC_STATE.explained,
  };
  return filter === undefined ? next : withFilter(next, filter);
}

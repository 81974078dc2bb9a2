/** States of a timeline for tests, made without a page. */
import type { TimelineOptions } from "../../../src/options.js";
import { type Derivation, createDerivation } from "../../../src/dom/store/derive.js";
import { type FigureInputs, initialPanels, type TimelineState } from "../../../src/dom/store/state.js";

export const DOCUMENT = {
  lanes: [{ id: "war" }, { id: "peace" }],
  events: [
    { id: "first", title: "First", date: "1900", lane: "war" },
    { id: "second", title: "Second", date: "1910", lane: "war" },
    { id: "third", title: "Third", date: "1950", lane: "peace" },
    { id: "last", title: "Last", date: "2000", lane: "peace" },
  ],
};

export function stateOf(
  given: TimelineOptions = {},
  derivation: Derivation = createDerivation(),
  document: unknown = DOCUMENT,
): TimelineState {
  const page = { width: 800, measure: undefined };
  const inputs: FigureInputs = {
    document,
    given,
    page,
    filter: given.filter ?? null,
    unfolded: undefined,
    namedLanes: undefined,
    isTrueScale: false,
    allRelations: false,
    isOnPaper: false,
  };
  return {
    ...inputs,
    ...initialPanels(false),
    ...derivation.initialView(inputs),
    focused: null,
    trail: [],
    filterChangeCount: 0,
  };
}

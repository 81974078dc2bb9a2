/**
 * View, selection, step and filter in the page's address, and for a page around this one. An address with them is followed
 * when the page opens; the option `hash` also writes them and follows the address from then on.
 */
import { indexOfEntry } from "../../html/event-list.js";
import { type Behavior, listen, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { deselect, selectEvent } from "../controller/select-event.js";
import type { Story } from "../panels/story.js";
import { readFilter } from "./filter-params.js";
import { showFigure } from "./show-figure.js";
import { allKeysOf, keysOf, RANGE_SEPARATOR, stateText } from "./state-text.js";

/** The address is written once nothing has changed for this long, in ms. */
const WRITE_DELAY_MS = 300;

export function createUrlState(context: TimelineContext, story: Story): Behavior {
  const { window, timers, on } = context;
  /** The options that the listeners below follow. */
  let options = context.derived.options;
  /** Whether the filter was set by an address: the next address without one removes it. */
  let hasAddressFilter = false;
  const listeners: (() => void)[] = [];

  /** Shows what an address names. Returns whether it names anything of this timeline. */
  const read = (text: string): boolean => {
    const params = new URLSearchParams(text.replace(/^#/, ""));
    const keys = keysOf(options.idPrefix);
    const id = params.get(keys.event) ?? eventOfEntry(text);
    const isOurs = id !== undefined || allKeysOf(options.idPrefix).some((key) => params.has(key));
    const filter = readFilter(params, options.idPrefix);
    if (filter || (hasAddressFilter && isOurs)) context.dispatch({ type: "filter", filter: filter ?? null });
    if (isOurs) hasAddressFilter = filter !== undefined;
    // The reader sees that events are left out, and why.
    if (filter && !context.state.finding) context.dispatch({ type: "toggle-find" });
    const step = params.get(keys.step);
    const hasTarget = params.has(keys.view) || params.has(keys.event);
    if (step !== null && /^\d+$/.test(step)) story.showStep(Number(step) - 1, hasTarget);
    const [start, end] = (params.get(keys.view) ?? "").split(RANGE_SEPARATOR).map(Number);
    if (start !== undefined && end !== undefined && end > start) {
      const { scale } = context.derived.figure;
      const view = context.state.view.window(scale.position(start), scale.position(end));
      context.dispatch({ type: "show", view });
    }
    // The step has selected its event already, without opening the details.
    if (step !== null && id === context.state.narrated) return isOurs;
    if (id !== undefined && id !== "") selectEvent(context, id);
    // Back to an address without a part for this timeline, the selection of the former address is gone.
    else if (params.has(keys.view) || /^#?$/.test(text)) deselect(context);
    return isOurs;
  };

  /** Id of the event whose entry of the list an address leads to. */
  const eventOfEntry = (text: string): string | undefined => {
    const { timeline } = context.derived;
    return timeline.events[indexOfEntry(text.replace(/^#/, ""), timeline, options)]?.id;
  };

  const write = (formerKeys: readonly string[] = []): void => {
    const { hash, bridge, idPrefix } = options;
    const text = stateText(context, hash ? window.location.hash.slice(1) : "", formerKeys);
    const { pathname, search } = window.location;
    if (hash) window.history.replaceState(window.history.state, "", text === "" ? `${pathname}${search}` : `#${text}`);
    if (bridge !== undefined && window.parent !== window) {
      window.parent.postMessage({ datelines: idPrefix, hash: text }, bridge);
    }
  };

  const writeLater = (): void => {
    if (options.hash || options.bridge !== undefined) timers.set("url", WRITE_DELAY_MS, write);
  };

  const readAddress = (): boolean => window.location.hash.length > 1 && read(window.location.hash);

  const startListening = (): void => {
    const { hash, bridge, idPrefix } = options;
    if (hash) listeners.push(listen(window, { hashchange: () => read(window.location.hash) }));
    if (bridge === undefined || window.parent === window) return;
    const onMessage = ({ source, origin, data }: MessageEvent): void => {
      if (source !== window.parent || (bridge !== "*" && origin !== bridge)) return;
      const { datelines, hash: text } = (data ?? {}) as { datelines?: unknown; hash?: unknown };
      if (datelines === idPrefix && typeof text === "string") read(text);
    };
    listeners.push(listen(window, { message: onMessage }));
  };

  const stopListening = (): void => stopAll(listeners.splice(0));

  const updated = (): void => {
    const before = options;
    options = context.derived.options;
    const { hash, bridge, idPrefix } = options;
    if (hash === before.hash && bridge === before.bridge && idPrefix === before.idPrefix) return;
    stopListening();
    startListening();
    if (hash) readAddress();
    if (hash && before.hash && idPrefix !== before.idPrefix) write(allKeysOf(before.idPrefix));
  };

  const stops = (["viewchange", "select", "step", "filter"] as const).map((type) => on(type, writeLater));
  return {
    start() {
      startListening();
      if (readAddress()) showFigure(context);
    },
    updated,
    stop() {
      stopListening();
      stopAll(stops);
    },
  };
}

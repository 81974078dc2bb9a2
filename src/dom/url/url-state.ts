/**
 * View, selection and step as text: in the page's address, and for a page around this one. Keys begin with `idPrefix`, so that
 * several timelines can share one address; keys of others stay as they are.
 */
import { entryId } from "../../scene/context.js";
import { type Behavior, listen, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { deselect, selectEvent } from "../controller/select-event.js";
import type { Story } from "../panels/story.js";

/** Separates the ends of a view: `1718755200000..1735776000000`, in ms since 1970 of the timeline's wall clock. */
const RANGE_SEPARATOR = "..";
/** The address is written once nothing has changed for this long, in ms. */
const WRITE_DELAY_MS = 300;

const keysOf = (idPrefix: string) => ({ event: idPrefix, view: `${idPrefix}-view`, step: `${idPrefix}-step` });

export function createUrlState(context: TimelineContext, story: Story): Behavior {
  const { window, timers, on } = context;
  /** The options that the listeners below follow. */
  let options = context.derived.options;
  const listeners: (() => void)[] = [];

  const read = (text: string): void => {
    const params = new URLSearchParams(text.replace(/^#/, ""));
    const keys = keysOf(options.idPrefix);
    const step = params.get(keys.step);
    const hasTarget = params.has(keys.view) || params.has(keys.event);
    if (step !== null && /^\d+$/.test(step)) story.showStep(Number(step) - 1, hasTarget);
    const [start, end] = (params.get(keys.view) ?? "").split(RANGE_SEPARATOR).map(Number);
    if (start !== undefined && end !== undefined && end > start) {
      const { scale } = context.derived.figure;
      const view = context.state.view.window(scale.position(start), scale.position(end));
      context.dispatch({ type: "show", view });
    }
    const id = params.get(keys.event) ?? eventOfEntry(text);
    // The step has selected its event already, without opening the details.
    if (step !== null && id === context.state.narrated) return;
    if (id !== undefined && id !== "") selectEvent(context, id);
    else if (params.has(keys.view)) deselect(context);
  };

  /** Id of the event whose entry of the list an address leads to. */
  const eventOfEntry = (text: string): string | undefined =>
    context.derived.timeline.events.find((event) => text === `#${entryId(options, event)}`)?.id;

  /** @param formerKeys keys that this timeline no longer uses */
  const textWithout = (formerKeys: readonly string[]): string => {
    const params = new URLSearchParams(options.hash ? window.location.hash.slice(1) : "");
    const keys = keysOf(options.idPrefix);
    const { state, times } = context;
    const set = (key: string, value: string | undefined): void => {
      if (value === undefined) params.delete(key);
      else params.set(key, value);
    };
    for (const key of formerKeys) params.delete(key);
    const range = `${Math.round(times.start)}${RANGE_SEPARATOR}${Math.round(times.end)}`;
    set(keys.event, state.selected ?? undefined);
    set(keys.view, state.view.isWhole ? undefined : range);
    set(keys.step, state.step > 0 ? String(state.step + 1) : undefined);
    // An anchor of the page reads as a key without a value. It cannot stand beside parameters.
    for (const [key, value] of [...params]) if (value === "" && key !== keys.event) params.delete(key);
    return params.toString();
  };

  const write = (formerKeys: readonly string[] = []): void => {
    const { hash, bridge, idPrefix } = options;
    const text = textWithout(formerKeys);
    const { pathname, search } = window.location;
    if (hash) window.history.replaceState(window.history.state, "", text === "" ? `${pathname}${search}` : `#${text}`);
    if (bridge !== undefined && window.parent !== window) {
      window.parent.postMessage({ datelines: idPrefix, hash: text }, bridge);
    }
  };

  const writeLater = (): void => {
    if (options.hash || options.bridge !== undefined) timers.set("url", WRITE_DELAY_MS, write);
  };

  const startListening = (): void => {
    const { hash, bridge, idPrefix } = options;
    if (hash) {
      listeners.push(listen(window, { hashchange: () => read(window.location.hash) }));
      if (window.location.hash.length > 1) read(window.location.hash);
    }
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
    if (hash && before.hash && idPrefix !== before.idPrefix) write(Object.values(keysOf(before.idPrefix)));
  };

  const stops = [on("viewchange", writeLater), on("select", writeLater), on("step", writeLater)];
  return {
    start: startListening,
    updated,
    stop() {
      stopListening();
      stopAll(stops);
    },
  };
}

/**
 * View, selection and step as text, for the page's address and for a page around this one. Keys begin with `idPrefix`, so that
 * several timelines share one address; what belongs to others stays as it is.
 */
import { entryId } from "../scene/context.js";
import { listen, type Part } from "./part.js";
import type { Stage } from "./stage.js";
import type { StoryControl } from "./story.js";

/** Between the two ends of a view: `1718755200000..1735776000000`, ms since 1970 of the timeline's wall clock. */
const DOTS = "..";
const REST = 300;

export function startAddress(stage: Stage, story: StoryControl): Part {
  const { hash, bridge, idPrefix } = stage.options;
  if (!hash && bridge === undefined) return { stop: () => undefined };
  const { window } = stage;
  const keys = { event: idPrefix, view: `${idPrefix}-view`, step: `${idPrefix}-step` };
  const embedded = bridge !== undefined && window.parent !== window;

  const read = (text: string): void => {
    const params = new URLSearchParams(text.replace(/^#/, ""));
    const step = params.get(keys.step);
    if (step !== null && /^\d+$/.test(step)) story.go(Number(step) - 1);
    const [start, end] = (params.get(keys.view) ?? "").split(DOTS).map(Number);
    if (start !== undefined && end !== undefined && end > start) {
      const { scale } = stage.figure;
      stage.show(stage.view.window(scale.position(start), scale.position(end)));
    }
    const id = params.get(keys.event) ?? entryOf(text);
    if (step !== null && id === stage.state.told) return;
    if (id !== undefined && id !== "") stage.select(id);
    else if (params.has(keys.view)) stage.select(null);
  };

  /** A link to an entry of the list leads to the event. */
  const entryOf = (text: string): string | undefined =>
    stage.timeline.events.find((event) => text === `#${entryId({ idPrefix }, event)}`)?.id;

  const write = (): string => {
    const params = new URLSearchParams(hash ? window.location.hash.slice(1) : "");
    const { view, times, state } = stage;
    const set = (key: string, value: string | undefined): void => {
      if (value === undefined) params.delete(key);
      else params.set(key, value);
    };
    set(keys.event, view.selected ?? undefined);
    set(keys.view, view.isWhole ? undefined : `${Math.round(times.start)}${DOTS}${Math.round(times.end)}`);
    set(keys.step, state.step > 0 ? String(state.step + 1) : undefined);
    // An anchor of the page is no parameter of ours: it gives way only to one.
    for (const [key, value] of [...params]) if (value === "" && key !== keys.event) params.delete(key);
    return params.toString();
  };

  const changed = (): void =>
    stage.timers.set("address", REST, () => {
      const text = write();
      const { pathname, search } = window.location;
      if (hash)
        window.history.replaceState(window.history.state, "", text === "" ? `${pathname}${search}` : `#${text}`);
      if (embedded) window.parent.postMessage({ datelines: idPrefix, hash: text }, bridge);
    });

  const stops = [stage.on("viewchange", changed), stage.on("select", changed), stage.on("step", changed)];
  if (hash) {
    stops.push(listen(window, { hashchange: () => read(window.location.hash) }));
    if (window.location.hash.length > 1) read(window.location.hash);
  }
  if (embedded) {
    const onMessage = ({ source, origin, data }: MessageEvent): void => {
      if (source !== window.parent || (bridge !== "*" && origin !== bridge)) return;
      const { datelines, hash: text } = (data ?? {}) as { datelines?: unknown; hash?: unknown };
      if (datelines === idPrefix && typeof text === "string") read(text);
    };
    stops.push(listen(window, { message: onMessage }));
  }
  return { stop: () => stops.forEach((stop) => stop()) };
}

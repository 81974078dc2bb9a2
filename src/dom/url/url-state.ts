/**
 * View, selection and step as text, for the page's address and for a page around this one. Keys begin with `idPrefix`, so that
 * several timelines share one address; what belongs to others stays as it is.
 */
import { entryId } from "../../scene/context.js";
import { listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";
import type { StoryControl } from "../panels/story.js";

/** Between the two ends of a view: `1718755200000..1735776000000`, ms since 1970 of the timeline's wall clock. */
const DOTS = "..";
const REST = 300;

const keysOf = (idPrefix: string) => ({ event: idPrefix, view: `${idPrefix}-view`, step: `${idPrefix}-step` });

export function startAddress(stage: Stage, story: StoryControl): Part {
  const { window } = stage;
  let asked = stage.options;
  const stops: (() => void)[] = [];

  const read = (text: string): void => {
    const params = new URLSearchParams(text.replace(/^#/, ""));
    const keys = keysOf(asked.idPrefix);
    const step = params.get(keys.step);
    const more = params.has(keys.view) || params.has(keys.event);
    if (step !== null && /^\d+$/.test(step)) story.go(Number(step) - 1, more);
    const [start, end] = (params.get(keys.view) ?? "").split(DOTS).map(Number);
    if (start !== undefined && end !== undefined && end > start) {
      const { scale } = stage.figure;
      stage.show(stage.view.window(scale.position(start), scale.position(end)));
    }
    const id = params.get(keys.event) ?? entryOf(text);
    if (step !== null && id === stage.state.narrated) return;
    if (id !== undefined && id !== "") stage.select(id);
    else if (params.has(keys.view)) stage.select(null);
  };

  /** A link to an entry of the list leads to the event. */
  const entryOf = (text: string): string | undefined =>
    stage.timeline.events.find((event) => text === `#${entryId(asked, event)}`)?.id;

  /** @param former keys that are not ours any more */
  const textWithout = (former: readonly string[]): string => {
    const params = new URLSearchParams(asked.hash ? window.location.hash.slice(1) : "");
    const keys = keysOf(asked.idPrefix);
    const { view, times, state } = stage;
    const set = (key: string, value: string | undefined): void => {
      if (value === undefined) params.delete(key);
      else params.set(key, value);
    };
    for (const key of former) params.delete(key);
    set(keys.event, view.selected ?? undefined);
    set(keys.view, view.isWhole ? undefined : `${Math.round(times.start)}${DOTS}${Math.round(times.end)}`);
    set(keys.step, state.step > 0 ? String(state.step + 1) : undefined);
    // An anchor of the page is no parameter of ours: it gives way only to one.
    for (const [key, value] of [...params]) if (value === "" && key !== keys.event) params.delete(key);
    return params.toString();
  };

  const write = (former: readonly string[] = []): void => {
    const { hash, bridge, idPrefix } = asked;
    const text = textWithout(former);
    const { pathname, search } = window.location;
    if (hash) window.history.replaceState(window.history.state, "", text === "" ? `${pathname}${search}` : `#${text}`);
    if (bridge !== undefined && window.parent !== window) {
      window.parent.postMessage({ datelines: idPrefix, hash: text }, bridge);
    }
  };

  const changed = (): void => {
    if (asked.hash || asked.bridge !== undefined) stage.timers.set("address", REST, write);
  };

  const begin = (): void => {
    const { hash, bridge, idPrefix } = asked;
    if (hash) {
      stops.push(listen(window, { hashchange: () => read(window.location.hash) }));
      if (window.location.hash.length > 1) read(window.location.hash);
    }
    if (bridge === undefined || window.parent === window) return;
    const onMessage = ({ source, origin, data }: MessageEvent): void => {
      if (source !== window.parent || (bridge !== "*" && origin !== bridge)) return;
      const { datelines, hash: text } = (data ?? {}) as { datelines?: unknown; hash?: unknown };
      if (datelines === idPrefix && typeof text === "string") read(text);
    };
    stops.push(listen(window, { message: onMessage }));
  };

  const end = (): void => stops.splice(0).forEach((stop) => stop());

  const updated = (): void => {
    const before = asked;
    asked = stage.options;
    const { hash, bridge, idPrefix } = asked;
    if (hash === before.hash && bridge === before.bridge && idPrefix === before.idPrefix) return;
    end();
    begin();
    if (hash && before.hash && idPrefix !== before.idPrefix) write(Object.values(keysOf(before.idPrefix)));
  };

  const offs = [stage.on("viewchange", changed), stage.on("select", changed), stage.on("step", changed)];
  begin();
  return {
    updated,
    stop() {
      end();
      offs.forEach((off) => off());
    },
  };
}

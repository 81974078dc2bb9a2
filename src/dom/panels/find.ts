/** The fields of finding and filtering make a filter, and show the one that was set from code. */
import type { Steps } from "../../base/cooperative.js";
import type { EventFilter } from "../../model/events/event-filter.js";
import { prepareFilter } from "../../model/events/filter-events.js";
import { publisherKey } from "../../model/sources/publishers.js";
import { listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Typing waits so long for the next letter, in ms. */
const TYPING = 150;
/** Most that is done at once of a search among many events, in ms. */
const SLICE = 8;

/** A choice has the same `value`, and no selected option where the filter has a value that is not offered. */
type Field = HTMLInputElement & { readonly selectedIndex?: number };

export function startFind(stage: Stage): Part {
  const fields = (): Field[] => [...(stage.find(".dl-find")?.querySelectorAll<Field>("input, select") ?? [])];
  const nameOf = (field: Field): string => field.dataset["find"] as string;
  /** What is being worked out, and does not show yet. */
  let next: EventFilter | undefined;
  const current = (): Readonly<Record<string, unknown>> => ({ ...(next ?? stage.state.filter) });

  /** What a field shows of the filter. */
  const textOf = (name: string): string => {
    const value = current()[name];
    const text = String(Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));
    return name === "publishers" ? publisherKey(text) : text;
  };

  /** What a filter leaves of many events, their figure and its labels. */
  function* ahead(filter: EventFilter): Steps<void> {
    const { timeline, options, opened, view } = stage;
    if (!timeline.store.lazy) return;
    yield* prepareFilter(timeline, filter);
    const figure = stage.pipeline.figure(timeline, { ...options, filter }, false, opened);
    yield;
    yield* figure.finishLabels?.(view, 0) ?? [];
  }

  /** Of many events a step at a time, so that the page is never blocked; what is set meanwhile takes its place. */
  const show = (wanted: EventFilter): void => {
    const filter = Object.keys(wanted).length > 0 ? wanted : null;
    let steps = filter && ahead(filter);
    next = wanted;
    const goOn = (): void => {
      const { performance } = stage.window;
      const until = performance.now() + SLICE;
      while (steps) {
        if (steps.next().done) steps = null;
        if (performance.now() > until) return stage.timers.set("find", 0, goOn);
      }
      stage.set({ filter });
    };
    goOn();
  };

  const fromFields = (): EventFilter => {
    const filter: Record<string, unknown> = current();
    for (const field of fields()) {
      const name = nameOf(field);
      const text = field.value.trim();
      // What code has set, such as two tags, stays until its own field is changed.
      const same = field.type === "checkbox" ? field.checked === (filter[name] === true) : text === textOf(name).trim();
      if (same || field.selectedIndex === -1) continue;
      if (field.type === "checkbox" ? !field.checked : text === "") delete filter[name];
      else filter[name] = field.type === "checkbox" ? true : name === "text" ? field.value : [field.value];
    }
    return filter;
  };

  /** Each lane's button shows or hides it; when all show, lanes are no matter of the filter. */
  const toggle = (id: string): void => {
    const { lanes: wanted, ...rest } = fromFields();
    const all = stage.timeline.lanes.map((lane) => lane.id);
    const before = wanted ?? all;
    const lanes = all.filter((lane) => (lane === id ? !before.includes(id) : before.includes(lane)));
    show(lanes.length === all.length ? rest : { ...rest, lanes });
  };

  const painted = (): void => {
    // What is being typed is not to be disturbed.
    if (stage.timers.has("find")) return;
    next = undefined;
    for (const field of fields()) {
      const name = nameOf(field);
      const text = textOf(name);
      if (field.type === "checkbox") field.checked = current()[name] === true;
      // Blanks at the end of what is typed stay.
      else if (field.value.trim() !== text.trim()) field.value = text;
    }
  };

  const stop = listen(stage.element, {
    input: (event: Event) => {
      if (!(event.target as Element).closest(".dl-find")) return;
      stage.timers.set("find", TYPING, () => show(fromFields()));
    },
    click: (event: Event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('[data-find="lane"]');
      if (button) toggle(button.value);
    },
  });
  return { painted, stop };
}

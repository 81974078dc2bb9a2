/**
 * The find panel: its fields make a filter, and show a filter that was set from code. In the field of words, Enter and the
 * arrows walk through the events that are found.
 */
import type { Steps } from "../../base/cooperative.js";
import type { EventFilter } from "../../model/events/event-filter.js";
import { prepareFilter } from "../../model/events/filter-events.js";
import { publisherKey } from "../../model/sources/publishers.js";
import { word } from "../../scene/accessible-names.js";
import { fill } from "../../time/locale.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { selectEvent } from "../controller/select-event.js";
import type { ClickHandler } from "../gestures/click-router.js";

/** Typing waits this long for the next letter, in ms. */
const TYPING_DELAY_MS = 150;
/** Longest slice of a search among many events, in ms: the page stays responsive between slices. */
const SEARCH_SLICE_MS = 8;
/** The timer of a filter that is typed or computed and does not show yet. */
const PENDING = "filter";

/** A select has the same `value`, and no selected option where the filter has a value that it does not offer. */
type Field = HTMLInputElement & { readonly selectedIndex?: number };

export interface Find extends Behavior {
  readonly clicks: ClickHandler;
}

export function createFind(context: TimelineContext): Find {
  const { timers } = context;
  const fields = (): Field[] => [...(context.query(".dl-find")?.querySelectorAll<Field>("input, select") ?? [])];
  const nameOf = (field: Field): string => field.dataset["find"] as string;
  /** The filter that is being computed. */
  let pending: EventFilter | undefined;
  /** The filter whose events the reader walks through; the first step after another one begins anew. */
  let walkedFilter: EventFilter | null = null;
  let filterChangeCount = context.state.filterChangeCount;
  const current = (): Readonly<Record<string, unknown>> => ({ ...(pending ?? context.state.filter) });

  /** What a field shows of the filter. */
  const textOf = (name: string): string => {
    const value = current()[name];
    const text = String(Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));
    return name === "publishers" ? publisherKey(text) : text;
  };

  /** Computes step by step what a filter leaves of a lazy store, and then its figure. */
  function* prepare(filter: EventFilter): Steps<void> {
    const { state, derived } = context;
    if (!derived.timeline.store.lazy) return;
    yield* prepareFilter(derived.timeline, filter);
    context.filteredFigure(state, filter);
  }

  /**
   * Computes a filter in slices and shows it. A filter that is set meanwhile wins.
   *
   * @param whenShown called once the page shows the filter
   */
  const show = (wanted: EventFilter, whenShown?: () => void): void => {
    const filter = Object.keys(wanted).length > 0 ? wanted : null;
    let steps = filter && prepare(filter);
    pending = wanted;
    const runSlice = (): void => {
      const { performance } = context.window;
      const until = performance.now() + SEARCH_SLICE_MS;
      while (steps) {
        if (steps.next().done) steps = null;
        if (performance.now() > until) return timers.set(PENDING, 0, runSlice);
      }
      context.dispatch({ type: "filter", filter });
      whenShown?.();
    };
    runSlice();
  };

  const filterOfFields = (): EventFilter => {
    const filter: Record<string, unknown> = current();
    for (const field of fields()) {
      const name = nameOf(field);
      const text = field.value.trim();
      // A value from code that the field cannot show, such as two tags, stays until the reader changes the field.
      const isSame =
        field.type === "checkbox" ? field.checked === (filter[name] === true) : text === textOf(name).trim();
      if (isSame || field.selectedIndex === -1) continue;
      if (field.type === "checkbox" ? !field.checked : text === "") delete filter[name];
      else filter[name] = field.type === "checkbox" ? true : name === "text" ? field.value : [field.value];
    }
    return filter;
  };

  /** Shows or hides a lane. A filter that shows all lanes does not name them. */
  const toggleLane = (id: string): void => {
    const { lanes: wanted, ...rest } = filterOfFields();
    const all = context.derived.timeline.lanes.map((lane) => lane.id);
    const before = wanted ?? all;
    const lanes = all.filter((lane) => (lane === id ? !before.includes(id) : before.includes(lane)));
    show(lanes.length === all.length ? rest : { ...rest, lanes });
  };

  /** Selects the next of the events that are found, after the last one the first; the focus stays in the field. */
  const walk = (step: 1 | -1): void => {
    const { derived, picture, state } = context;
    const isFirstStep = state.filter !== walkedFilter;
    walkedFilter = state.filter;
    const { events, store } = picture.shown?.timeline ?? derived.timeline;
    const at = isFirstStep || state.selected === null ? -1 : store.indexOf(state.selected);
    const next = at < 0 && step < 0 ? events.length - 1 : (at + step + events.length) % events.length;
    const event = events[next];
    if (!event) return;
    selectEvent(context, event.id);
    const { locale } = derived.options;
    context.announce(`${fill(word(locale, "position"), next + 1, events.length)}: ${event.title}`);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(event.target as Element).matches('.dl-find [data-find="text"]')) return;
    const isBack = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    if (!isBack && event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    const step = isBack ? -1 : 1;
    if (timers.has(PENDING)) show(filterOfFields(), () => walk(step));
    else walk(step);
  };

  /** Closes the box of fields once the reader goes on elsewhere: it covers the picture. */
  const closeFields = (event: Event): void => {
    const fields = context.query<HTMLDetailsElement>(".dl-find-more");
    if (fields?.open && !fields.contains(event.target as Node)) fields.open = false;
  };

  const painted = (): void => {
    if (context.state.filterChangeCount !== filterChangeCount) {
      // Another filter was set: it wins over one that is still typed or computed.
      filterChangeCount = context.state.filterChangeCount;
      timers.clear(PENDING);
    }
    // The fields of a reader who is typing stay as they are.
    if (timers.has(PENDING)) return;
    pending = undefined;
    for (const field of fields()) {
      const name = nameOf(field);
      const text = textOf(name);
      if (field.type === "checkbox") field.checked = current()[name] === true;
      // Spaces at the end of what the reader typed stay.
      else if (field.value.trim() !== text.trim()) field.value = text;
    }
  };

  const onInput = (event: Event): void => {
    if (!(event.target as Element).closest(".dl-find")) return;
    timers.set(PENDING, TYPING_DELAY_MS, () => show(filterOfFields()));
  };
  return {
    clicks: {
      anyClick: true,
      handle({ target }) {
        const button = target.closest<HTMLButtonElement>('[data-find="lane"]');
        if (button) toggleLane(button.value);
        return button !== null;
      },
    },
    painted,
    stop: listen(context.element, {
      input: onInput,
      keydown: onKeyDown,
      pointerdown: closeFields,
      focusin: closeFields,
    }),
  };
}

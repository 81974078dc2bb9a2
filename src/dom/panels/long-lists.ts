/**
 * Long lists are filled as the reader opens them: a chapter when it opens, and emptied when it closes. A link to an entry
 * fills the chapters that lead to it, and printing fills everything.
 */
import { SOURCES_NAME } from "../../html/bibliography.js";
import { indexOfEntry, LIST_NAME } from "../../html/event-list.js";
import { splitByUnit } from "../../html/calendar-chapters.js";
import { chaptersTo, isLong, type OpenedChapters } from "../../html/list-chapters.js";
import { sourceId } from "../../scene/context.js";
import { type Behavior, listen, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { ClickHandler } from "../gestures/click-router.js";

/** Most events that are printed in full; of more, the open chapters are printed, since a page holds about fifty. */
const PRINTED_EVENTS_MAX = 20_000;

export interface LongLists extends Behavior {
  readonly clicks: ClickHandler;
}

export function createLongLists(context: TimelineContext): LongLists {
  const { element, window, dispatch } = context;

  const open = (keys: readonly string[]): void => {
    const { chapters } = context.state;
    if (chapters === "all" || keys.every((key) => chapters.has(key))) return;
    dispatch({ type: "chapters", chapters: new Set([...chapters, ...keys]) });
  };

  const close = (key: string): void => {
    const { chapters } = context.state;
    if (chapters === "all" || !chapters.has(key)) return;
    dispatch({ type: "chapters", chapters: new Set([...chapters].filter((other) => other !== key)) });
  };

  const onToggle = ({ target }: Event): void => {
    const box = target as HTMLDetailsElement;
    if (!box.matches("details")) return;
    const isBibliography = box.matches(".dl-sources-box");
    const name = isBibliography ? SOURCES_NAME : box.matches(".dl-list-box") ? LIST_NAME : undefined;
    const key = box.dataset["chapter"] ?? name;
    if (key === undefined) return;
    if (box.open) open([key]);
    else close(key);
  };

  /** Fills the chapters that lead to the entry of an event or a source. Returns the entry. */
  const fillTo = (address: string): Element | null => {
    const { chapters } = context.state;
    const { options, timeline } = context.derived;
    const id = address.slice(1);
    if (!address.startsWith(`#${options.idPrefix}-`)) return null;
    const page = element.ownerDocument;
    const known = page.getElementById(id);
    if (known || chapters === "all") return known;
    const { events, unplaced } = timeline;
    const listed = context.picture.shown?.timeline ?? timeline;
    const at = isLong(events.length + unplaced.length, chapters) ? indexOfEntry(id, listed, options) : -1;
    const source = timeline.sources.findIndex(({ number }) => sourceId(options, number) === id);
    if (at >= 0)
      open([
        LIST_NAME,
        ...chaptersTo(LIST_NAME, listed.events.length, at, (from, to) => splitByUnit(listed, from, to)),
      ]);
    else if (source >= 0) open([SOURCES_NAME, ...chaptersTo(SOURCES_NAME, timeline.sources.length, source)]);
    return page.getElementById(id);
  };

  /** Opens the lists round the entry that the page's address leads to. Where that brings it to the page, the page scrolls to it. */
  const followAddress = (): void => {
    const isThere = element.ownerDocument.getElementById(window.location.hash.slice(1)) !== null;
    const entry = fillTo(window.location.hash);
    if (!entry || !element.contains(entry)) return;
    const closed = (): HTMLDetailsElement | null => entry.parentElement?.closest("details:not([open])") ?? null;
    if (isThere && !closed()) return;
    for (let box = closed(); box; box = closed()) box.open = true;
    entry.scrollIntoView();
  };

  /** A page that opens with the entry of an event shows the event in the picture. */
  const followFirstAddress = (): void => {
    const { timeline, options } = context.derived;
    if (indexOfEntry(window.location.hash.slice(1), timeline, options) < 0) followAddress();
  };

  let beforePrint: OpenedChapters | undefined;
  const stops = [
    listen(element, { toggle: onToggle }, { capture: true }),
    listen(window, {
      hashchange: followAddress,
      beforeprint: () => {
        const { events, unplaced } = context.derived.timeline;
        if (events.length + unplaced.length > PRINTED_EVENTS_MAX) return;
        beforePrint ??= context.state.chapters;
        dispatch({ type: "chapters", chapters: "all" });
      },
      afterprint: () => {
        if (beforePrint) dispatch({ type: "chapters", chapters: beforePrint });
        beforePrint = undefined;
      },
    }),
  ];
  return {
    clicks: {
      anyClick: true,
      handle({ event, target }) {
        // The browser follows the link after the click, unless the page or another handler has prevented that.
        if (!event.defaultPrevented) fillTo(target.closest("a")?.getAttribute("href") ?? "");
        return false;
      },
    },
    start() {
      if (window.location.hash.length > 1) followFirstAddress();
    },
    stop: () => stopAll(stops),
  };
}

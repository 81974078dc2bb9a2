/**
 * Long lists are made as they are read: a chapter is filled when it opens and emptied when it closes; a link to an entry
 * opens what leads there; on paper everything stands there.
 */
import { chaptersTo, isLong, type OpenedChapters } from "../../html/list-chapters.js";
import { indexOfEntry, LIST_NAME } from "../../html/event-list.js";
import { SOURCES_NAME } from "../../html/bibliography.js";
import { sourceId } from "../../scene/context.js";
import { listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Of more events than these nobody wants a page of paper for each fifty: what is open is printed. */
const MOST_PRINTED = 20_000;

export function startLongLists(stage: Stage): Part {
  const { element, window } = stage;

  const open = (keys: readonly string[]): void => {
    const { chapters } = stage.state;
    if (chapters === "all" || keys.every((key) => chapters.has(key))) return;
    stage.set({ chapters: new Set([...chapters, ...keys]) });
  };

  const onToggle = ({ target }: Event): void => {
    const box = target as HTMLDetailsElement;
    const key = box.dataset?.["chapter"] ?? (box.matches(".dl-list-box") ? LIST_NAME : undefined);
    const { chapters } = stage.state;
    if (key === undefined || chapters === "all") return;
    if (box.open) open([key]);
    else if (chapters.has(key)) stage.set({ chapters: new Set([...chapters].filter((other) => other !== key)) });
  };

  /** Fills what leads to the entry of an event or a source, by its address in the page; none where it is there already. */
  const fill = (address: string): Element | null => {
    const { options, timeline, state, picture } = stage;
    const id = address.slice(1);
    if (!address.startsWith(`#${options.idPrefix}-`)) return null;
    const page = element.ownerDocument;
    if (state.chapters === "all" || page.getElementById(id)) return null;
    const { events, unplaced } = timeline;
    const listed = picture.shown?.timeline ?? timeline;
    const at = isLong(events.length + unplaced.length, state.chapters) ? indexOfEntry(id, listed, options) : -1;
    const source = timeline.sources.findIndex(({ number }) => sourceId(options, number) === id);
    if (at >= 0) open([LIST_NAME, ...chaptersTo(LIST_NAME, listed.events.length, at)]);
    else if (source >= 0) open(chaptersTo(SOURCES_NAME, timeline.sources.length, source));
    return page.getElementById(id);
  };

  /** The same, and shows it. */
  const show = (): void => {
    const entry = fill(window.location.hash);
    if (!entry) return;
    for (let box = entry.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    entry.scrollIntoView();
  };

  let before: OpenedChapters | undefined;
  const stops = [
    listen(element, { toggle: onToggle }, { capture: true }),
    listen(element, {
      click: (event: Event) => {
        // The browser follows the link once this is done, unless it was a mark's or the like.
        if (!event.defaultPrevented) fill((event.target as Element).closest("a")?.getAttribute("href") ?? "");
      },
    }),
    listen(window, {
      hashchange: show,
      beforeprint: () => {
        if (stage.timeline.events.length + stage.timeline.unplaced.length > MOST_PRINTED) return;
        before ??= stage.state.chapters;
        stage.set({ chapters: "all" });
      },
      afterprint: () => {
        if (before) stage.set({ chapters: before });
        before = undefined;
      },
    }),
  ];
  if (window.location.hash.length > 1) show();
  return { stop: () => stops.forEach((stop) => stop()) };
}

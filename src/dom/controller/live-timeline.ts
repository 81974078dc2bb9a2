/** A live timeline in a page: keeps document, options and view, and makes the DOM show them. */
import type { Issue } from "../../base/issue.js";
import type { TimelineOptions } from "../../options.js";
import type { Instant } from "../../time/span.js";
import { startActions } from "../gestures/actions.js";
import { startAddress } from "../url/url-state.js";
import { startCopySources } from "../panels/copy-sources.js";
import { startDownloads } from "../panels/downloads.js";
import { startFind } from "../panels/find.js";
import { Focus } from "../keyboard/focus.js";
import { startKeyboard } from "../keyboard/keyboard.js";
import { Opener } from "../panels/details.js";
import { startLongLists } from "../panels/long-lists.js";
import { startLookAhead } from "../render/idle-labels.js";
import { startOwnDetails } from "../panels/custom-details.js";
import { listen } from "./behavior.js";
import { startPrinting } from "../panels/printing.js";
import { Stage } from "./controller.js";
import type { Start } from "./init.js";
import { startSourceCard } from "../panels/source-card.js";
import { startStatus } from "../panels/status.js";
import { startStory } from "../panels/story.js";
import { startStrip } from "../gestures/minimap.js";
import { startSwipe } from "../gestures/touch-pan.js";
import type { TimelineEvents, TimelineView } from "./timeline-events.js";
import { startTip } from "../panels/tooltip.js";
import { startZoom } from "../gestures/zoom.js";

/** A live timeline in a page. After `destroy` nothing happens any more, whatever is called. */
export interface Timeline {
  /** The `<figure>` that shows the timeline. */
  readonly element: HTMLElement;
  /** What is in view and what is selected, now. */
  readonly view: TimelineView;
  /** The step of the story that shows, from 0. */
  readonly step: number;
  /** What is wrong with the document. */
  readonly issues: readonly Issue[];
  /**
   * Changes document, options or both; what is not given stays. With `reset`, options that are not given have their
   * defaults again.
   *
   * @throws TypeError for options that cannot be; then nothing has changed. Data never throws
   */
  update(change: { document?: unknown; options?: TimelineOptions; reset?: boolean }): void;
  /**
   * Shows a part of time, in ms since 1970 of the timeline's wall clock: as near as it can be had, since no view reaches
   * beyond the timeline or is magnified further than it can be.
   *
   * @throws TypeError when `start` lies after `end`, or one of them is no finite number
   */
  setView(view: { start: Instant; end: Instant }): void;
  /** Shows everything. */
  fit(): void;
  /** Selects an event and shows its details; `null` closes them. An unknown id is ignored. */
  select(id: string | null): void;
  /** Shows a step of the story, from 0. One that is not there is ignored. */
  showStep(step: number): void;
  /** Calls back when something happens. Returns the way to stop that. */
  on<Type extends keyof TimelineEvents>(type: Type, callback: (detail: TimelineEvents[Type]) => void): () => void;
  /** Takes the timeline out of the page, with everything it listened to. */
  destroy(): void;
}

export function startTimeline(start: Start): Timeline {
  const stage = new Stage(start);
  const { window, element, parts } = stage;

  const settle = (): void => stage.drift.settle();
  const zoom = startZoom(stage.svg, (move) => stage.show(move(stage.view), true), settle);
  const sync = (): void => zoom.sync(stage.view, stage.picture.layout, stage.picture.context.mirrored);
  sync();
  const focus = new Focus(stage);
  const opener = new Opener(stage, focus);
  const tip = startTip(stage);
  const story = startStory(stage);
  parts.push(
    focus,
    opener,
    { painted: sync, moved: sync, stop: zoom.stop },
    { stop: listen(element, { pointerup: settle, pointercancel: settle }) },
    tip,
    startActions(stage, opener),
    startKeyboard(stage, focus, opener, tip.hide),
    startSwipe(stage),
    startStrip(stage),
    startFind(stage),
    story,
    startStatus(stage),
    startOwnDetails(stage),
    startSourceCard(element, () => stage.context),
    startDownloads(stage),
    startCopySources(element, () => stage.context),
    startLookAhead(stage),
    startPrinting(stage),
  );
  // Where the address leads is painted at once, and each of the others is to be told of that.
  parts.push(startLongLists(stage));
  parts.push(startAddress(stage, story));

  const observer = new window.ResizeObserver(() => stage.refit());
  observer.observe(start.container);
  parts.push({ stop: () => observer.disconnect() });

  const { fonts } = element.ownerDocument;
  if (fonts) parts.push({ stop: listen(fonts, { loadingdone: () => stage.refit() }) });

  return {
    element,
    get view() {
      return stage.times;
    },
    get step() {
      return stage.state.step;
    },
    get issues() {
      return stage.issues;
    },
    update: (change) => stage.update(change),
    setView({ start: from, end: to }) {
      if (!(from <= to && to - from < Number.POSITIVE_INFINITY)) {
        throw new TypeError(`setView: start and end must be times in ms, start first, not ${from} and ${to}`);
      }
      const { scale } = stage.figure;
      stage.show(stage.view.window(scale.position(from), scale.position(to)));
    },
    fit: () => stage.show(stage.view.fit()),
    select: (id) => stage.select(id),
    showStep: (step) => story.go(step),
    on: (type, callback) => stage.on(type, callback),
    destroy: () => stage.destroy(),
  };
}

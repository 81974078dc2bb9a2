/** What screen readers hear: the time in view once it rests, the count of a filter, and how many events have no place. */
import { word } from "../../scene/accessible-names.js";
import { counted, fill, groupDigits } from "../../time/locale.js";
import { type Behavior, stopAll } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import { rangeText } from "./range-text.js";

/** A view that has not changed for this long is at rest, in ms. */
const VIEW_IDLE_DELAY_MS = 500;
/** A new live region is announced only for changes after it came to the page, so the first message waits, in ms. */
const FIRST_MESSAGE_DELAY_MS = 500;

export function createStatus(context: TimelineContext): Behavior {
  const { announce, timers, on } = context;
  const announceView = (): void => {
    const { locale } = context.derived.options;
    const inView = context.picture.layout.laneLayouts.reduce(
      (sum, { count, earlier, later }) => sum + count - earlier - later,
      0,
    );
    const all = counted(locale, locale.figure.events, context.derived.timeline.events.length);
    announce(fill(word(locale, "showing"), rangeText(context.times, locale), inView, all));
  };
  const announceUnplaced = (): void => {
    const count = context.derived.timeline.unplaced.length;
    const { locale } = context.derived.options;
    if (count === 0) return;
    const text = counted(locale, locale.figure.notPlacedSee, count);
    timers.set("unplaced", FIRST_MESSAGE_DELAY_MS, () => announce(text));
  };
  const stops = [
    on("viewchange", () => timers.set("view-idle", VIEW_IDLE_DELAY_MS, announceView)),
    on("filter", ({ shown, total }) => {
      const { locale } = context.derived.options;
      announce(
        `${fill(word(locale, "windowCount"), groupDigits(shown, locale), counted(locale, locale.figure.events, total))}.`,
      );
    }),
    on("issues", announceUnplaced),
  ];
  return { start: announceUnplaced, stop: () => stopAll(stops) };
}

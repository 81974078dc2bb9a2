/** What is said aloud: the part in view once it rests, how many events a filter leaves, how many could not be placed. */
import { word } from "../../scene/accessible-names.js";
import { counted, fill } from "../../time/locale.js";
import type { Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";
import { windowText } from "./range-text.js";

/** The view rests when it has not changed for so long, in ms. */
const REST = 500;

export function startStatus(stage: Stage): Part {
  const say = (text: string): void => stage.announcer.say(text);
  const inView = (): void => {
    const { locale } = stage.options;
    const shown = stage.picture.layout.laneLayouts.reduce(
      (sum, frame) => sum + frame.count - frame.earlier - frame.later,
      0,
    );
    const all = counted(locale, locale.figure.events, stage.timeline.events.length);
    say(fill(word(locale, "showing"), windowText(stage), shown, all));
  };
  const notPlaced = (): void => {
    const count = stage.timeline.unplaced.length;
    const { locale } = stage.options;
    // A live region speaks only of what changes after it has come to the page.
    if (count > 0) {
      stage.timers.set("placed", REST, () => say(counted(locale, locale.figure.notPlacedSee, count)));
    }
  };
  const stops = [
    stage.on("viewchange", () => stage.timers.set("rest", REST, inView)),
    stage.on("filter", ({ shown, total }) => {
      const { locale } = stage.options;
      say(`${fill(word(locale, "windowCount"), shown, counted(locale, locale.figure.events, total))}.`);
    }),
    stage.on("issues", notPlaced),
  ];
  notPlaced();
  return { stop: () => stops.forEach((stop) => stop()) };
}

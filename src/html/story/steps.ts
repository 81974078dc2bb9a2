/** The steps of a story: those that the page gives, or one for each event. */
import { memoByKey } from "../../base/memo.js";
import type { Timeline } from "../../model/timeline.js";
import type { StoryStep } from "../../options.js";

/** The steps that the option `steps` means for a timeline. */
export const stepsOf = /* @__PURE__ */ memoByKey(
  (timeline: Timeline, steps: readonly StoryStep[] | "all"): readonly StoryStep[] =>
    steps === "all" ? allSteps(timeline) : steps,
);

/** The title over all of the picture, then each event in the order of time. */
function allSteps({ title, description, events }: Timeline): StoryStep[] {
  const first: StoryStep = {
    view: "all",
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { text: description }),
  };
  return [...(title === undefined ? [] : [first]), ...events.map(({ id }) => ({ event: id }))];
}

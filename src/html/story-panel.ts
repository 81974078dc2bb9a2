/** The story panel above the picture: one step at a time, or all steps without a script. */
import { memoByKey } from "../base/memo.js";
import type { Timeline } from "../model/timeline.js";
import type { StoryStep } from "../options.js";
import { dateInWords, word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { fill, type Locale } from "../time/locale.js";
import { buttonNode } from "./button.js";
import type { HtmlContext, HtmlState } from "./context.js";
import { imageNode } from "./media.js";

export function storyNode({ timeline, steps, step, live, locale, idPrefix }: HtmlContext): Node | undefined {
  return steps.length === 0 ? undefined : cachedStory(timeline, steps, step, live, locale, idPrefix);
}

/** The current step after the steps have changed, at most the last one; the narrated event stays if the step still has it. */
export function clampStep(
  steps: readonly StoryStep[],
  { step: before, narrated }: Pick<HtmlState, "step" | "narrated">,
): Pick<HtmlState, "step" | "narrated"> {
  const step = Math.max(0, Math.min(before, steps.length - 1));
  return { step, narrated: narrated === steps[step]?.event ? narrated : undefined };
}

type StoryContext = Pick<HtmlContext, "timeline" | "steps" | "step" | "live" | "locale" | "idPrefix">;

/** The panel, cached: it does not depend on the view. */
const cachedStory = /* @__PURE__ */ memoByKey(
  (
    timeline: Timeline,
    steps: readonly StoryStep[],
    step: number,
    live: boolean,
    locale: Locale,
    idPrefix: string,
  ): Node => storySection({ timeline, steps, step, live, locale, idPrefix }),
);

function storySection(context: StoryContext): Node {
  const { steps, step, live, locale, idPrefix } = context;
  return node("section", "story", { className: "dl-story", ariaLabel: word(locale, "story") }, [
    node(
      "ol",
      "steps",
      { role: "list" },
      steps.map((one, i) => stepNode(one, i, context)),
    ),
    node("div", "buttons", { className: "dl-story-buttons", hidden: !live }, [
      buttonNode("step-back", word(locale, "previous"), { ariaDisabled: step <= 0 }),
      buttonNode("step-on", word(locale, "next"), { ariaDisabled: step >= steps.length - 1 }),
      node(
        "span",
        "position",
        { className: "dl-details-position", id: `${idPrefix}-step` },
        fill(word(locale, "position"), step + 1, steps.length),
      ),
    ]),
  ]);
}

function stepNode(one: StoryStep, i: number, { timeline, locale, live, step }: StoryContext): Node {
  const event = timeline.events.find(({ id }) => id === one.event);
  const title = one.title ?? event?.title;
  const text = one.text ?? event?.description;
  return node("li", String(i), { hidden: live && i !== step }, [
    event && imageNode(event, { locale }),
    event && node("p", "date", { className: "dl-details-dateline" }, dateInWords(event, locale, "long")),
    title !== undefined && node("h3", "title", { tabindex: -1, lang: event?.lang }, title),
    text !== undefined && node("p", "text", { lang: event?.lang }, text),
  ]);
}

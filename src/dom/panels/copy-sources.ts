/**
 * The buttons that copy the bibliography as text, BibTeX, CSL-JSON or RIS, for another program, and the button of each source
 * that copies its citation.
 */
import { word } from "../../scene/accessible-names.js";
import { counted, fill } from "../../time/locale.js";
import { type Behavior, listen } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { ClickHandler } from "../gestures/click-router.js";
import { loadSourceFormats } from "./lazy-modules.js";

const ONE = '[data-action="copy-one"]';
const BUTTON = `.dl-copy [data-action], ${ONE}`;
/** The message at the button of a source is removed after this long, in ms. */
const TOLD_DURATION_MS = 4000;

/** Some browsers allow a write to the clipboard only during a click, so the formats load when the reader comes near. */
export function createCopySources({ element }: TimelineContext): Behavior {
  const loadFormats = (event: Event): void => {
    if ((event.target as Element).closest(BUTTON)) loadSourceFormats().catch(() => undefined);
  };
  return { stop: listen(element, { pointerover: loadFormats, focusin: loadFormats }) };
}

export function copySourcesClicks(context: TimelineContext): ClickHandler {
  const copy = async (button: HTMLElement): Promise<void> => {
    const { timeline, locale } = context.htmlContext;
    const isOne = button.matches(ONE);
    const sources = isOne
      ? timeline.sources.filter(({ number }) => number === Number((button as HTMLButtonElement).value))
      : timeline.sources;
    const format = isOne ? word(locale, "copyText") : (button.textContent ?? "");
    const report = (message: string): void => {
      if (isOne) {
        context.announce(message);
        button.dataset["told"] = message;
        context.timers.set("copied", TOLD_DURATION_MS, () => delete button.dataset["told"]);
        return;
      }
      const status = context.query(".dl-copied");
      if (status) status.textContent = message;
    };
    let text: string | undefined;
    try {
      const formats = await loadSourceFormats();
      const action = isOne ? "copy-text" : button.dataset["action"];
      text = formats[action as keyof typeof formats](sources, locale);
      // The clipboard is absent without HTTPS, and refused where the page's policy forbids it.
      await context.window.navigator.clipboard.writeText(text);
      report(fill(word(locale, "copied"), counted(locale, locale.figure.sources, sources.length), format));
    } catch {
      if (text === undefined) return report(fill(word(locale, "downloadFailed"), format));
      offerText(button, text);
      report(word(locale, "copyByHand"));
    }
  };
  return {
    anyClick: true,
    handle({ target }) {
      const button = target.closest<HTMLElement>(BUTTON);
      if (button) void copy(button);
      return button !== null;
    },
  };
}

/** Shows a text, selected, for the reader to copy. */
function offerText(button: HTMLElement, text: string): void {
  const box = button.parentElement as HTMLElement;
  const area = box.querySelector("textarea") ?? box.appendChild(button.ownerDocument.createElement("textarea"));
  area.className = "dl-copy-text";
  area.readOnly = true;
  area.rows = 8;
  area.value = text;
  area.focus({ preventScroll: true });
  area.select();
}

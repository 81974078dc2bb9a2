/** The button that copies an address of the page which shows view, selection, step and filter as they are now. */
import { word } from "../../scene/accessible-names.js";
import type { TimelineContext } from "../controller/context.js";
import { stateText } from "../url/state-text.js";

/** The message beside the button is removed after this long, in ms. */
const LINK_MESSAGE_DURATION_MS = 4000;

export function createCopyLink(context: TimelineContext): () => void {
  const { window, timers } = context;
  const report = (text: string): void => {
    const status = context.query(".dl-link-told");
    if (status) status.textContent = text;
  };
  const copy = async (): Promise<void> => {
    const { locale, idPrefix } = context.derived.options;
    const { href, hash } = window.location;
    // Without parameters the address leads to the figure.
    const link = `#${stateText(context, hash.slice(1)) || idPrefix}`;
    let message = word(locale, "linkCopied");
    try {
      // The clipboard is absent without HTTPS, and refused where the page's policy forbids it.
      await window.navigator.clipboard.writeText(href.slice(0, href.length - hash.length).replace(/#$/, "") + link);
    } catch {
      if (context.isDestroyed) return;
      window.history.replaceState(window.history.state, "", link);
      message = word(locale, "linkInAddress");
    }
    if (context.isDestroyed) return;
    report(message);
    timers.set("link-told", LINK_MESSAGE_DURATION_MS, () => report(""));
  };
  return () => void copy();
}

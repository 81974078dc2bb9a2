/** The buttons over the bibliography: the sources as text, BibTeX, CSL-JSON or RIS, for another program. */
import type { SceneContext } from "../../scene/context.js";
import { word } from "../../scene/accessible-names.js";
import { counted, fill } from "../../time/locale.js";
import { loadSourceFormats } from "./lazy-modules.js";
import { listen } from "../controller/behavior.js";

export function startCopySources(figure: HTMLElement, context: () => SceneContext): { stop(): void } {
  const buttonOf = (event: Event): HTMLElement | null =>
    (event.target as Element).closest<HTMLElement>(".dl-copy [data-action]");
  // Some browsers give the clipboard only to a click that has not waited for a file: it is fetched on the way there.
  const fetchFormats = (event: Event): void => {
    if (buttonOf(event)) loadSourceFormats().catch(() => undefined);
  };
  const onClick = async (event: MouseEvent): Promise<void> => {
    const button = buttonOf(event);
    if (!button) return;
    const { timeline, locale } = context();
    const name = button.textContent?.replace(fill(word(locale, "copyAs"), ""), "").trim() ?? "";
    const tell = (message: string): void => {
      const told = figure.querySelector(".dl-copied");
      if (told) told.textContent = message;
    };
    let text: string | undefined;
    try {
      const formats = await loadSourceFormats();
      text = formats[button.dataset["action"] as keyof typeof formats](timeline.sources, locale);
      // Absent where the page is not served safely, and refused where its owner forbids it.
      await (figure.ownerDocument.defaultView as Window).navigator.clipboard.writeText(text);
      tell(fill(word(locale, "copied"), counted(locale, locale.figure.sources, timeline.sources.length), name));
    } catch {
      if (text === undefined) return tell(fill(word(locale, "downloadFailed"), name));
      offer(button, text);
      tell(word(locale, "copyByHand"));
    }
  };
  return { stop: listen(figure, { click: onClick, pointerover: fetchFormats, focusin: fetchFormats }) };
}

/** The text where the reader can take it. */
function offer(button: HTMLElement, text: string): void {
  const box = button.parentElement as HTMLElement;
  const area = box.querySelector("textarea") ?? box.appendChild(button.ownerDocument.createElement("textarea"));
  area.className = "dl-copy-text";
  area.readOnly = true;
  area.rows = 8;
  area.value = text;
  area.focus({ preventScroll: true });
  area.select();
}

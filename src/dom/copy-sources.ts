/** The buttons over the bibliography: the sources as text, BibTeX, CSL-JSON or RIS, for another program. */
import { bibTeX } from "../export/bibtex.js";
import { citationText } from "../export/citation-text.js";
import { cslJson } from "../export/csl-json.js";
import { ris } from "../export/ris.js";
import type { Source } from "../model/timeline.js";
import type { SceneContext } from "../scene/context.js";
import { word } from "../scene/names.js";
import { counted, fill, type Locale } from "../time/locale.js";

const FORMATS: Readonly<Record<string, (sources: readonly Source[], locale: Locale) => string>> = {
  "copy-text": citationText,
  "copy-bibtex": bibTeX,
  "copy-csl": cslJson,
  "copy-ris": ris,
};

export function startCopySources(figure: HTMLElement, context: () => SceneContext): { stop(): void } {
  const onClick = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>(".dl-copy [data-action]");
    const format = FORMATS[button?.dataset["action"] ?? ""];
    if (!button || !format) return;
    const { timeline, locale } = context();
    const text = format(timeline.sources, locale);
    const tell = (message: string): void => {
      const told = figure.querySelector(".dl-copied");
      if (told) told.textContent = message;
    };
    const name = button.textContent?.replace(fill(word(locale, "copyAs"), ""), "").trim() ?? "";
    const count = counted(locale, locale.figure.sources, timeline.sources.length);
    // Absent where the page is not served safely, and refused where its owner forbids it.
    const clipboard = figure.ownerDocument.defaultView?.navigator.clipboard;
    (clipboard ? clipboard.writeText(text) : Promise.reject()).then(
      () => tell(fill(word(locale, "copied"), count, name)),
      () => {
        offer(button, text);
        tell(word(locale, "copyByHand"));
      },
    );
  };
  figure.addEventListener("click", onClick);
  return {
    stop() {
      figure.removeEventListener("click", onClick);
    },
  };
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

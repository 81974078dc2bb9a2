/** Writes sources as plain text, with the same numbers as in the figure. */
import type { Source } from "../model/timeline.js";
import { sourceAbout } from "../scene/labels/source-words.js";
import { sourceName, word } from "../scene/accessible-names.js";
import type { Locale } from "../time/locale.js";

/** One line per source: "14. Ukraine captures 2 soldiers. UPI, 11 January 2025. https://…". */
export function citationText(sources: readonly Source[], locale: Locale): string {
  return sources.map((source) => `${source.number}. ${citation(source, locale)}\n`).join("");
}

function citation(source: Source, locale: Locale): string {
  // Leave out the host: the address contains it.
  const { host: _host, ...named } = source;
  const { href, archived, archivedAddress, quote } = source;
  const copy = archived ?? archivedAddress;
  const parts = [
    sourceName(source),
    sourceAbout(href ? named : source, locale, true),
    quote && `“${quote}”`,
    href,
    copy && `${word(locale, "archived")}: ${copy}`,
  ];
  return parts
    .filter((part): part is string => Boolean(part))
    .map((part) => part.replace(/\s+/g, " ").replace(/\.$/, ""))
    .join(". ");
}

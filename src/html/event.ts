/** The facts of one event in words: shared by its entry in the list and by the details panel. */
import type { Claim, TimelineEvent } from "../model/timeline.js";
import { entryId } from "../scene/context.js";
import { certainty, dateInWords, sourceName, word } from "../scene/names.js";
import { type Node, node } from "../scene/node.js";
import { formatDate } from "../time/format.js";
import { counted, fill, type PluralForms } from "../time/locale.js";
import type { WordContext } from "./context.js";
import { sourceNodes } from "./source.js";

/** How well it stands, what is known of it, and who says so; in the order one reads it. */
export function factNodes(event: TimelineEvent, context: WordContext): Node[] {
  const { locale } = context;
  const sure = certainty(event, locale);
  return [
    sure.length > 0 && node("p", "certainty", { className: "dl-certainty" }, sure.join(" ")),
    event.description !== undefined &&
      node("p", "description", { className: "dl-description", lang: event.lang }, event.description),
    claimsNode(event, context),
    relationsNode(event, context),
  ].filter((part): part is Node => Boolean(part));
}

/** "Kursk region, 9 January 2025". */
export function datelineText(event: TimelineEvent, context: WordContext): string {
  const date = dateInWords(event, context.locale, "long");
  return [event.place, date].filter(Boolean).join(", ");
}

/** A plain ISO date or interval says nothing that its words do not. */
const PLAIN = /^\d{4}(-\d\d){0,2}(T[\d:.]+Z?)?(\/(\d{4}(-\d\d){0,2}|\.\.)?)?$/;

/** The date as it was written, where that says it otherwise than the words do. */
export function writtenNode(event: TimelineEvent, context: WordContext): Node | undefined {
  const written = event.written.join(" – ");
  if (!event.span || written === "" || event.written.every((text) => PLAIN.test(text))) return undefined;
  if (written === dateInWords(event, context.locale, "long")) return undefined;
  return node("span", "written", { className: "dl-written" }, fill(word(context.locale, "asWritten"), written));
}

function claimsNode(event: TimelineEvent, context: WordContext): Node | undefined {
  const { claims } = event;
  if (claims.length < 2) return undefined;
  const heading = counted(context.locale, context.locale.figure["accounts"] as PluralForms, claims.length);
  const items = claims.map((claim, i) => node("li", String(i), {}, claimText(claim, context)));
  return node("div", "claims", { className: "dl-claims" }, [
    node("p", "heading", { className: "dl-claims-heading" }, heading),
    node("ul", "list", {}, items),
  ]);
}

/** "9 January 2025 according to Pledge Times: date of the announcement". */
function claimText(claim: Claim, context: WordContext): string {
  const { locale } = context;
  const date = claim.date.span ? formatDate(claim.date.span, locale, "long") : claim.date.written;
  const who = claim.source && (claim.source.publisher ?? sourceName(claim.source));
  const account = who ? fill(word(locale, "account"), date, who) : date;
  return claim.note ? `${account}: ${claim.note}` : account;
}

function relationsNode(event: TimelineEvent, context: WordContext): Node | undefined {
  const { timeline, locale } = context;
  const items = event.relations.map((relation, i) => {
    const other =
      timeline.events.find((candidate) => candidate.id === relation.to) ??
      timeline.unplaced.find((candidate) => candidate.id === relation.to);
    // A kind of relation we do not know is worded as it was written.
    const kind = locale.figure.relations[relation.type] ?? relation.type;
    return node("li", String(i), {}, [
      node("span", "kind", { className: "dl-relation-kind" }, `${kind} `),
      other
        ? node("a", "to", { href: `#${entryId(context, other)}` }, other.title)
        : node("span", "to", {}, relation.to),
      relation.note !== undefined && node("span", "note", { className: "dl-relation-note" }, ` (${relation.note})`),
    ]);
  });
  return items.length > 0 ? node("ul", "relations", { className: "dl-relations" }, items) : undefined;
}

/** The sources of an event, numbered as everywhere; or that there are none. */
export function sourcesNode(event: TimelineEvent, context: WordContext): Node {
  const { locale } = context;
  const missing = event.missingSources.map((id) =>
    node("li", `missing-${id}`, { className: "dl-missing" }, fill(word(locale, "sourceNotFound"), id)),
  );
  if (event.sources.length === 0 && missing.length === 0) {
    return node("p", "sources", { className: "dl-unsourced" }, word(locale, "unsourced"));
  }
  const items = event.sources.map((source) =>
    node("li", String(source.number), { value: source.number }, sourceNodes(source, context)),
  );
  return node("ol", "sources", { className: "dl-event-sources" }, [...items, ...missing]);
}

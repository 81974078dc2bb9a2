/** The claims of an event whose sources give different dates: a ruler with a row for each claim and its source. */
import { differingClaims } from "../model/sources/claims.js";
import type { Claim, PlacedEvent, Source } from "../model/timeline.js";
import { claimsRuler } from "../scene/marks/claims-ruler.js";
import { eventColor, sourceId } from "../scene/context.js";
import { opensNewTab, sourceName, word } from "../scene/accessible-names.js";
import { type Node, node } from "../scene/node.js";
import { datedText } from "../scene/labels/source-words.js";
import { laneClass } from "../scene/theme.js";
import { counted, fill, type Locale } from "../time/locale.js";
import type { PanelContext } from "./context.js";
import { externalLink } from "./bibliography.js";

export function claimsNode(event: PlacedEvent, context: PanelContext): Node | undefined {
  const accounts = differingClaims(event);
  if (accounts.length === 0) return undefined;
  const { locale, theme, timeline } = context;
  const lane = timeline.lanes[event.lane];
  const paint = { color: eventColor(context, event), surface: theme.surface };
  const ruler = claimsRuler(accounts, event.status, paint, locale);
  const heading = counted(locale, locale.figure.accounts, accounts.length);
  const items = accounts.map((account, i) =>
    node("li", String(i), {}, [ruler?.rows[i], node("div", "text", {}, claimParts(account, context))]),
  );
  return node("div", "accounts", { className: `dl-accounts ${lane ? laneClass(lane.color) : ""}`.trim() }, [
    node("p", "heading", { className: "dl-accounts-heading" }, heading),
    node("ul", "list", { role: "list" }, items),
    ruler &&
      node("div", "axis", { className: "dl-accounts-axis", ariaHidden: true }, [
        ruler.axis,
        node(
          "span",
          "units",
          {},
          ruler.units.reduce((text, unit) => fill(locale.dates.rangeShort, text, unit)),
        ),
      ]),
  ]);
}

/**
 * The date of a claim, and below it "Pledge Times: day of the capture" with the source's number. The number repeats a link
 * of the source list beside it, so in a live figure it is not a tab stop.
 */
function claimParts({ date, source, note }: Claim, context: PanelContext): (Node | false)[] {
  const { locale, live } = context;
  const who = source && (source.publisher ?? sourceName(source));
  const about = [who, note].filter(Boolean).join(": ");
  return [
    node("strong", "date", {}, datedText(date, locale)),
    (about !== "" || source !== undefined) &&
      node("span", "about", { className: "dl-account-about" }, [
        node("span", "who", {}, `${about} `),
        source !== undefined &&
          node(
            "a",
            "number",
            {
              className: "dl-account-source",
              dataSource: source.number,
              tabindex: live ? -1 : undefined,
              ...(source.href ? externalLink(source.href) : { href: `#${sourceId(context, source.number)}` }),
              ariaLabel: source.href ? opensNewTab(nameOf(source, locale), locale) : nameOf(source, locale),
            },
            String(source.number),
          ),
      ]),
  ];
}

function nameOf(source: Source, locale: Locale): string {
  return fill(word(locale, "sourceNumber"), source.number, sourceName(source));
}

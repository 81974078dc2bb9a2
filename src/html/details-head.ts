/** The head of the details: the event's mark and lane, its position, and the buttons. */
import type { MarkBox } from "../layout/marks/lane-layout.js";
import type { PlacedEvent } from "../model/timeline.js";
import { word } from "../scene/accessible-names.js";
import { eventColor } from "../scene/context.js";
import { glyphNodes } from "../scene/marks/glyph.js";
import { type Node, node } from "../scene/node.js";
import type { Locale } from "../time/locale.js";
import { certain, momentSpan } from "../time/span.js";
import { iconButton } from "./button.js";
import type { PanelContext } from "./context.js";
import { type EventPosition, positionInWords } from "./event-position.js";

/** Mark and lane. */
export function placeNodes(event: PlacedEvent, context: PanelContext): (Node | false)[] {
  const title = context.timeline.lanes[event.lane]?.title;
  return [
    glyphSvg(event, context),
    title !== undefined && node("span", "lane", { className: "dl-details-lane-name" }, title),
  ];
}

export function positionNode(position: EventPosition, locale: Locale): Node {
  return node("span", "position", { className: "dl-details-position" }, positionInWords(position, locale));
}

/** Previous, Next and Close. At the ends a button stays and does nothing; without a position there is only Close. */
export function buttonsNode(position: EventPosition | undefined, { locale, live }: PanelContext): Node {
  const turns = position && [
    iconButton("previous", "earlier", word(locale, "previous"), { ariaDisabled: !position.before }),
    iconButton("next", "later", word(locale, "next"), { ariaDisabled: !position.after }),
  ];
  return node("div", "buttons", { className: "dl-details-buttons", hidden: !live }, [
    ...(turns ?? []),
    iconButton("close", "close", word(locale, "close")),
  ]);
}

/** The event's mark as a dot in its status, beside the name of its lane. */
export function glyphSvg(event: PlacedEvent, context: PanelContext): Node {
  const mark: Pick<MarkBox, "t0" | "t1" | "height" | "claims" | "members" | "core"> = {
    t0: 3,
    t1: 13,
    height: 10,
    claims: [],
    members: [],
    core: undefined,
  };
  const dot = momentSpan(certain(0, 1, "day"));
  const glyph = { ...mark, base: 8, span: dot, status: event.status, vertical: false };
  const paint = { color: eventColor(context, event), surface: context.theme.surface };
  return node(
    "svg",
    "glyph",
    { className: "dl-glyph", width: 16, height: 16, viewBox: "0 0 16 16", ariaHidden: true },
    glyphNodes(glyph, paint),
  );
}

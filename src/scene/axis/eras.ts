/** Draws eras: a band behind the lanes, a bracket and a name above them. */
import type { HorizontalLayout, VerticalLayout } from "../../layout/types.js";
import { DATE_LINE, ERA_ROW, SOURCE_NUMBER_GAP } from "../../layout/metrics.js";
import { ERA_NAME_GAP, type EraBox } from "../../layout/axis/eras.js";
import { readsAgainstAxis, isRtlLocale, type SceneContext } from "../context.js";
import { eraName } from "../accessible-names.js";
import { type Attributes, type Node, node } from "../node.js";
import { sourceLinks, sourceSpans } from "../labels/source-links.js";
import { isRightToLeft, linesNode, textAttributes, textNode } from "../labels/text.js";
import { INK, laneClass, laneColor } from "../theme.js";

/** Length of the dashed part of a bracket whose end is uncertain, in px. */
const UNCERTAIN_END_LENGTH = 22;

/** Bands of all eras; they have no outline, and overlapping ones add up. */
export function eraBands(layout: HorizontalLayout | VerticalLayout, { theme }: SceneContext): Node {
  const bands = layout.eras.map((box) => {
    const { era } = box;
    const size = bandSize(box, layout);
    if (era.color === undefined) {
      return node("rect", era.id, { className: "dl-band", ...size, fill: "currentColor", fillOpacity: INK.band });
    }
    const fill = laneColor(theme, era.color);
    return node("g", era.id, { className: laneClass(era.color) }, [
      node("rect", "band", { className: "dl-band dl-fill", ...size, fill, fillOpacity: INK.tintedBand }),
    ]);
  });
  return node("g", "bands", { ariaHidden: true }, bands);
}

/** Rectangle of a band: from its bracket to the axis, or over the one lane of the era. */
function bandSize({ era, from, to, row }: EraBox, layout: HorizontalLayout | VerticalLayout): Attributes {
  const length = Math.max(0, to - from);
  if (layout.orientation === "vertical") {
    return { x: layout.axisX, y: from, width: layout.width - layout.axisX, height: length };
  }
  const lane = era.lane === undefined ? undefined : layout.boxes[era.lane];
  const top = lane?.top ?? layout.erasTop + row * ERA_ROW + 15;
  return { x: from, y: top, width: length, height: (lane?.bottom ?? layout.axisY) - top };
}

export function horizontalEras(layout: HorizontalLayout, context: SceneContext): Node {
  return node(
    "g",
    "eras",
    { className: "dl-eras" },
    layout.eras.map((box) => eraHead(box, layout, context)),
  );
}

function eraHead(box: EraBox, layout: HorizontalLayout, context: SceneContext): Node {
  const top = layout.erasTop + box.row * ERA_ROW;
  const baseline = top + 10;
  // In reading direction the name comes first and the numbers last.
  const [edge, out] = readsAgainstAxis(context) ? ([box.text + box.width, -1] as const) : ([box.text, 1] as const);
  const { color } = box.era;
  const own = color !== undefined;
  const className = own ? `dl-era ${laneClass(color)}`.trim() : "dl-era";
  return node("g", box.era.id, { className, ...eraAttributes(box, context) }, [
    node("path", "bracket", {
      d: bracket(box, top + 15),
      fill: "none",
      ...(own
        ? { className: "dl-stroke", stroke: laneColor(context.theme, color), strokeWidth: 1.5 }
        : { stroke: "currentColor", strokeOpacity: INK.axis }),
    }),
    ...(box.width > 0 ? eraTexts(box, edge, out, baseline, context) : []),
  ]);
}

/** Name, date and numbers of an era: one text, in which each follows the other whatever the face. */
function eraTexts(box: EraBox, edge: number, out: 1 | -1, y: number, context: SceneContext): Node[] {
  const { era, date, dateAt, numbers } = box;
  const hidden = !context.standalone;
  const rtl = isRtlLocale(context.locale);
  const anchor = out === 1 ? "left" : "right";
  const ariaHidden = hidden ? true : undefined;
  const dateSpan = (attributes: Attributes): Node =>
    node("tspan", "date", { ...attributes, fillOpacity: INK.muted, ariaHidden }, date);
  // Digits after a name of the other direction would be read as a part of it.
  if (isRightToLeft(era.title) !== rtl) {
    return [
      textNode("name", edge, y, era.title, { weight: 600, anchor, hidden }),
      node("text", "date", { x: edge + out * dateAt, y, ...textAttributes(date, { anchor, rtl }) }, [
        dateSpan({}),
        ...sourceSpans(numbers, context, INK.muted),
      ]),
    ];
  }
  return [
    node("text", "words", { x: edge, y, ...textAttributes(era.title, { anchor, rtl }) }, [
      node("tspan", "name", { fontWeight: 600, ariaHidden }, era.title),
      dateSpan({ dx: rtl ? -ERA_NAME_GAP : ERA_NAME_GAP }),
      ...sourceSpans(numbers, context, INK.muted),
    ]),
  ];
}

/** Accessible name of an era in a page, where its visible text is hidden from screen readers. */
function eraAttributes({ era }: EraBox, { standalone, locale }: SceneContext): Attributes {
  return standalone ? {} : { role: "group", ariaLabel: eraName(era, locale) };
}

/** Path of a bracket: ends turned down, an arrow at an open end, dashes at an uncertain one. */
function bracket({ era, from, to, startsHere, endsHere }: EraBox, y: number): string {
  const { openEnd } = era.span;
  const uncertainEnd = endsHere && !openEnd && Boolean(era.span.to?.uncertain) && to - from > 2 * UNCERTAIN_END_LENGTH;
  const [a, b] = [Math.round(from * 100) / 100, Math.round(to * 100) / 100];
  let d = startsHere ? `M${a} ${y + 6}V${y}` : `M${a} ${y}`;
  if (openEnd) return `${d}H${b}M${b - 6} ${y - 4}L${b} ${y}L${b - 6} ${y + 4}`;
  d += uncertainEnd ? `H${b - UNCERTAIN_END_LENGTH - 4}` : `H${b}`;
  if (uncertainEnd) for (let i = 0; i < 3; i++) d += `M${b - UNCERTAIN_END_LENGTH + i * 8} ${y}h${5 - i}`;
  return endsHere ? `${d}M${b} ${y}V${y + 6}` : d;
}

/** Era names of the vertical figure, in the column of labels. */
export function verticalEras(layout: VerticalLayout, context: SceneContext): Node {
  const names = layout.eras.map((box) => {
    const x = layout.labelX;
    const { nameLines, dateLines, numbers, row } = box;
    const name = box.text + 12;
    const date = name + nameLines.length * DATE_LINE;
    const last = date + (dateLines.length - 1) * DATE_LINE;
    const below = row === 1;
    const end = numbers.at(-1);
    const [dateX, numbersX] =
      below || !end
        ? [x, x]
        : readsAgainstAxis(context)
          ? [x + end.x + end.width + SOURCE_NUMBER_GAP, x]
          : [x, x + box.numbersAt];
    const hidden = !context.standalone;
    const rtl = isRtlLocale(context.locale);
    const isOneLine = dateLines.length === 1 && !below;
    return node("g", box.era.id, { className: "dl-era", ...eraAttributes(box, context) }, [
      linesNode("name", x, name, nameLines, DATE_LINE, { weight: 600, ink: INK.muted, hidden }),
      isOneLine &&
        node("text", "date", { x, y: date, ...textAttributes(dateLines[0] ?? "", { rtl }) }, [
          node("tspan", "date", { fillOpacity: INK.muted, ariaHidden: hidden ? true : undefined }, dateLines[0] ?? ""),
          ...sourceSpans(numbers, context, INK.muted),
        ]),
      ...(isOneLine
        ? []
        : [
            linesNode("date", dateX, date, dateLines, DATE_LINE, { ink: INK.muted, hidden, rtl }),
            ...sourceLinks(numbers, numbersX, below ? last + 18 : last, context),
          ]),
    ]);
  });
  return node("g", "eras", { className: "dl-eras" }, names);
}

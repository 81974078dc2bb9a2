/** The whole picture as one `svg` node. */
import type { MeasureText } from "../base/text-width.js";
import { wrapText } from "../base/wrap.js";
import type { FigureLayout, HorizontalLayout, VerticalLayout } from "../layout/figure-layout.js";
import { DECK_SIZE, FIGURE_INSET, HEADING_SIZE, SMALL_SIZE } from "../layout/metrics.js";
import type { Scale } from "../time/scale.js";
import { horizontalAxis, verticalAxis } from "./axis.js";
import type { SceneContext } from "./context.js";
import { eraBands, horizontalEras, verticalEras } from "./eras.js";
import { type KeyEntry, keyEntries } from "./key.js";
import { laneHead, laneNode } from "./lane.js";
import { summary, word } from "./names.js";
import { type Node, node } from "./node.js";
import { noteText } from "./note.js";
import { stripNode } from "./strip.js";
import { inkLine, linesNode, mutedText, textNode } from "./text.js";
import { INK } from "./theme.js";
import { verticalTracks } from "./tracks.js";

/** Marks at the beginning of the axis reach this far before it. */
const CLIP_MARGIN = 14;

export interface FigureOptions {
  readonly measure: MeasureText;
  readonly scale: Scale;
}

/** Lines of the title and deck over a standalone picture, and the room they take. */
export interface Heading {
  readonly title: readonly string[];
  readonly deck: readonly string[];
  readonly height: number;
  readonly size: number;
}

const TOP = 12;
const DECK_LINE = 20;

export function headingOf(
  title: string | undefined,
  deck: string | undefined,
  width: number,
  measure: MeasureText,
): Heading {
  const room = width - 2 * FIGURE_INSET;
  const size = width < 480 ? 20 : HEADING_SIZE;
  const lines = title ? wrapText(title, room, 3, { size, weight: 600, measure }).lines : [];
  const deckLines = deck ? wrapText(deck, room, 4, { size: DECK_SIZE, weight: 400, measure }).lines : [];
  const height = lines.length * (size + 6) + deckLines.length * DECK_LINE;
  return { title: lines, deck: deckLines, size, height: height > 0 ? height + 28 : TOP };
}

export function figureNode(
  layout: FigureLayout,
  context: SceneContext,
  options: FigureOptions,
  heading?: Heading,
): Node {
  const { timeline, locale, idPrefix, standalone, theme } = context;
  const horizontal = layout.orientation === "horizontal";
  const foot = standalone ? footNode(layout, context, options) : undefined;
  const height = Math.ceil(layout.height + (foot?.height ?? 0));
  const titleId = `${idPrefix}-title`;
  const descId = `${idPrefix}-desc`;
  const name = timeline.title ?? word(locale, "timeline");
  return node(
    "svg",
    "figure",
    {
      ...(standalone
        ? { xmlns: "http://www.w3.org/2000/svg", fontFamily: "system-ui, sans-serif", color: theme.ink }
        : {}),
      className: `dl-figure dl-${layout.orientation}`,
      width: layout.width,
      height,
      viewBox: `0 0 ${layout.width} ${height}`,
      fill: "currentColor",
      direction: "ltr",
      role: "graphics-document document",
      ariaRoledescription: word(locale, "timeline"),
      ariaLabelledby: titleId,
      ariaDescribedby: descId,
      lang: standalone ? (timeline.lang ?? locale.code) : undefined,
    },
    [
      node("title", "title", { id: titleId }, name),
      node("desc", "desc", { id: descId }, summary(timeline, locale)),
      standalone && node("rect", "surface", { width: layout.width, height, fill: theme.surface }),
      heading && headingNode(heading),
      ...(horizontal ? horizontalParts(layout, context, options) : verticalParts(layout, context)),
      foot?.node,
    ],
  );
}

function headingNode(heading: Heading): Node {
  const { title, deck, size } = heading;
  const line = size + 6;
  const titleBaseline = FIGURE_INSET + size - 2;
  const deckBaseline = titleBaseline + (title.length - 1) * line + (title.length > 0 ? 24 : 0);
  return node("g", "heading", { ariaHidden: true }, [
    title.length > 0 && linesNode("title", FIGURE_INSET, titleBaseline, title, line, { size, weight: 600 }),
    deck.length > 0 &&
      linesNode("deck", FIGURE_INSET, deckBaseline, deck, DECK_LINE, { size: DECK_SIZE, ink: INK.muted }),
  ]);
}

function horizontalParts(layout: HorizontalLayout, context: SceneContext, options: FigureOptions): Node[] {
  const left = layout.start - CLIP_MARGIN;
  const width = layout.width - left;
  const bottom = layout.axisY + 40;
  const [first, last] = options.scale.times;
  const parts: (Node | undefined)[] = [
    node(
      "g",
      "heads",
      { ariaHidden: true },
      layout.boxes.map((box) => laneHead(box, layout, context)),
    ),
    // A viewport of its own clips without a reference by id, which would have to be unique in the page.
    node(
      "svg",
      "plot",
      {
        className: "dl-plot",
        x: left,
        y: 0,
        width,
        height: bottom,
        viewBox: `${left} 0 ${width} ${bottom}`,
        overflow: "hidden",
      },
      [
        eraBands(layout),
        nowNode(layout, context),
        horizontalEras(layout, context),
        ...layout.boxes.map((box, i) =>
          laneNode(box, layout.frames[i] as (typeof layout.frames)[number], layout, context),
        ),
        horizontalAxis(layout, context),
      ],
    ),
    stripNode(layout, last - first, context),
  ];
  return parts.filter((part): part is Node => part !== undefined);
}

function verticalParts(layout: VerticalLayout, context: SceneContext): Node[] {
  return [
    eraBands(layout),
    verticalAxis(layout, context),
    verticalEras(layout, context),
    ...verticalTracks(layout, context),
  ];
}

/** A line at the present, with its word above. */
function nowNode(layout: HorizontalLayout, context: SceneContext): Node | undefined {
  if (layout.now === undefined) return undefined;
  return node("g", "now", { className: "dl-now", ariaHidden: true }, [
    inkLine("line", layout.now, layout.lanesFrom, layout.now, layout.axisY, 1, 1.25),
    textNode("label", layout.now, layout.lanesFrom - 3, word(context.locale, "today"), {
      weight: 600,
      anchor: "middle",
    }),
  ]);
}

/** Key and note of a standalone picture, in lines that fit. */
function footNode(layout: FigureLayout, context: SceneContext, options: FigureOptions): { node: Node; height: number } {
  const { timeline, locale, theme } = context;
  const { measure } = options;
  const entries = keyEntries(timeline, layout, locale, theme);
  const placed = flow(entries, layout.width, measure);
  const top = layout.height + 14;
  const keyBottom = top + (placed.at(-1)?.line ?? -1) * 22 + 22;
  const note = noteText(timeline, layout, locale);
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const lines = note ? wrapText(note, layout.width - 2 * FIGURE_INSET, 6, style).lines : [];
  const noteTop = placed.length > 0 ? keyBottom + 8 : top + 4;
  const nodes = placed.map(({ entry, x, line }) => {
    const y = top + line * 22;
    return node("g", entry.id, {}, [
      node("g", "glyph", {}, entry.draw(x, y)),
      mutedText("label", x + entry.width + 7, y + 4.5, entry.label),
    ]);
  });
  const height = noteTop - layout.height + lines.length * 16 + (lines.length > 0 ? 6 : 0);
  return {
    height,
    node: node("g", "foot", { className: "dl-foot", ariaHidden: true }, [
      ...nodes,
      lines.length > 0 && linesNode("note", FIGURE_INSET, noteTop + 4, lines, 16, { ink: INK.muted }),
    ]),
  };
}

interface Flowed {
  readonly entry: KeyEntry;
  readonly x: number;
  readonly line: number;
}

function flow(entries: readonly KeyEntry[], width: number, measure: MeasureText): Flowed[] {
  let x = FIGURE_INSET;
  let line = 0;
  return entries.map((entry) => {
    const needed = entry.width + 7 + measure(entry.label, SMALL_SIZE, 400);
    if (x > FIGURE_INSET && x + needed > width - FIGURE_INSET) {
      x = FIGURE_INSET;
      line++;
    }
    const placed = { entry, x, line };
    x += needed + 18;
    return placed;
  });
}

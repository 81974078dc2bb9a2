/** Entry of the scene: turns a layout into the picture, one `svg` node. */
import type { MeasureText } from "../base/text-width.js";
import type { FigureLayout, HorizontalLayout, VerticalLayout } from "../layout/types.js";
import { FIGURE_INSET, SEGMENT_WORDS_HEIGHT } from "../layout/metrics.js";
import type { Scale } from "../time/scale.js";
import { activeEventsNode, isFocusShown } from "./marks/active-events.js";
import { horizontalAxis, scaleStatement, upperAxis, verticalAxis } from "./axis/axis.js";
import { compactParts } from "./compact.js";
import { columnRuler, countRulers } from "./marks/count-ruler.js";
import { isRtlLocale, type SceneContext } from "./context.js";
import { eraBands, horizontalEras, verticalEras } from "./axis/eras.js";
import { edgeFadeNode, plotSpan } from "./axis/edge-fade.js";
import { legendFooterNode, legendFooter } from "./legend/legend-footer.js";
import { type Heading, headingNode } from "./heading.js";
import { stickyLabelsNode } from "./labels/sticky-labels.js";
import { edgeCountsNode } from "./edge-counts.js";
import { laneNode } from "./horizontal-lane.js";
import { nameAllNode } from "./name-all.js";
import { laneHeads } from "./lane-heads.js";
import { todayLine, verticalTodayLine } from "./axis/today-line.js";
import {
  columnBands,
  columnHeads,
  columnTrueScale,
  segmentBands,
  segmentWords,
  trueScaleBar,
} from "./axis/true-scale.js";
import { mirroredNode } from "./mirror.js";
import { summary, word } from "./accessible-names.js";
import { type Attributes, type Node, node } from "./node.js";
import { CLIP_MARGIN, plotNode, plotSize } from "./plot.js";
import { legendContents } from "./legend/legend-contents.js";
import { nothingPlacedNode } from "./nothing-placed.js";
import { minimapNode } from "./axis/minimap.js";
import { relationLinesNode } from "./marks/relation-lines.js";
import { verticalTracks } from "./vertical-lanes.js";

/** Root font size that sizes are given for, in px; in a page the picture scales with the reader's. */
const ROOT_FONT_SIZE = 16;

export interface FigureOptions {
  readonly measure: MeasureText;
  readonly scale: Scale;
  /** Given height of the picture, in px. */
  readonly height: number | undefined;
}

export function figureNode(
  layout: FigureLayout,
  context: SceneContext,
  options: FigureOptions,
  heading?: Heading,
): Node {
  const { timeline, locale, idPrefix, standalone, theme } = context;
  const hasHeading = standalone && layout.orientation !== "compact";
  const hasFooter = hasHeading && !layout.footless;
  const { measure } = options;
  const timeRunsLeft = context.mirrored && layout.orientation !== "vertical";
  const footer = hasFooter
    ? legendFooter(
        timeline,
        { ...legendContents(layout, context.markSize), timeRunsLeft },
        { width: layout.width, locale, theme, measure },
      )
    : undefined;
  // In a page the space below the legend is not the picture's.
  const spare = standalone && layout.orientation === "horizontal" ? layout.spare : 0;
  const height = Math.max(wholePx(layout.height + (footer?.height ?? 0) + spare), options.height ?? 0);
  const titleId = `${idPrefix}-title`;
  const descId = `${idPrefix}-desc`;
  const picture = pictureNodes(layout, context, options);
  const rtl = isRtlLocale(locale);
  return node(
    "svg",
    "figure",
    {
      ...sizeOf(layout.width, height, context),
      className: `dl-figure dl-${layout.orientation}${isFocusShown(layout, context) ? " dl-focusing" : ""}`,
      viewBox: `0 0 ${layout.width} ${height}`,
      fill: "currentColor",
      direction: "ltr",
      role: "graphics-document document",
      ariaRoledescription: word(locale, "timeline"),
      ariaLabelledby: titleId,
      // In a page the summary is text before the picture.
      ariaDescribedby: standalone ? descId : undefined,
      lang: standalone ? (timeline.lang ?? locale.code) : undefined,
    },
    [
      node("title", "title", { id: titleId }, timeline.title ?? word(locale, "timeline")),
      standalone && node("desc", "desc", { id: descId }, summary(timeline, locale)),
      standalone && node("rect", "surface", { width: layout.width, height, fill: theme.surface }),
      hasHeading && heading && headingNode(heading, rtl ? layout.width - FIGURE_INSET : undefined),
      ...(context.mirrored ? [mirroredNode(picture, layout.width)] : picture),
      footer && legendFooterNode(footer, layout.height, layout.width, rtl),
    ],
  );
}

/** A height rounded up; one that is a rounding error over a whole number stays that. */
export function wholePx(height: number): number {
  return Math.ceil(height - 1e-6);
}

/** Size attributes: a file uses px and its own font; a page uses the reader's font and font size. */
function sizeOf(width: number, height: number, { standalone, theme }: SceneContext): Attributes {
  if (!standalone) return { width: `${width / ROOT_FONT_SIZE}rem`, height: `${height / ROOT_FONT_SIZE}rem` };
  return { xmlns: "http://www.w3.org/2000/svg", fontFamily: "system-ui, sans-serif", color: theme.ink, width, height };
}

function pictureNodes(layout: FigureLayout, context: SceneContext, options: FigureOptions): Node[] {
  switch (layout.orientation) {
    case "horizontal":
      return horizontalParts(layout, context, options);
    case "vertical":
      return verticalParts(layout, context, options);
    case "compact":
      return compactParts(layout, context, options.scale.isEmpty);
  }
}

function horizontalParts(layout: HorizontalLayout, context: SceneContext, options: FigureOptions): Node[] {
  const [left, right] = plotSpan(layout);
  if (options.scale.isEmpty) {
    return [nothingPlacedNode(layout.width / 2, layout.axisY / 2, layout.width, context)];
  }
  const bottom = layout.axisY + (layout.trueScale ? SEGMENT_WORDS_HEIGHT : 40);
  const parts: (Node | undefined)[] = [
    laneHeads(layout, context),
    plotNode(plotSize(left, 0, right - left, bottom), [
      segmentBands(layout),
      eraBands(layout, context),
      todayLine(layout, options.measure),
      horizontalEras(layout, context),
      ...layout.boxes.map((box, i) =>
        laneNode(box, layout.laneLayouts[i] as (typeof layout.laneLayouts)[number], layout, context),
      ),
      stickyLabelsNode(layout, context),
      activeEventsNode(layout, context),
      horizontalAxis(layout, context),
      upperAxis(layout),
      ...segmentWords(layout),
    ]),
    countRulers(layout, context),
    trueScaleBar(layout, context),
    edgeFadeNode(layout, context.theme),
    edgeCountsNode(layout, context),
    nameAllNode(layout, context),
    relationLinesNode(layout.relationLines),
    scaleStatement(layout, context),
    minimapNode(layout, options.scale, context),
  ];
  return parts.filter((part): part is Node => part !== undefined);
}

function verticalParts(layout: VerticalLayout, context: SceneContext, { scale }: FigureOptions): Node[] {
  const { start, end, width, now } = layout;
  if (scale.isEmpty) return [nothingPlacedNode(width / 2, layout.height / 2, width, context)];
  const nowWord = now === undefined ? undefined : verticalTodayLine(layout, now, context);
  return [
    columnTrueScale(layout, context),
    plotNode(plotSize(0, start - CLIP_MARGIN, width, end - start + 2 * CLIP_MARGIN), [
      eraBands(layout, context),
      columnBands(layout),
      relationLinesNode(layout.relationLines),
      nowWord,
      verticalAxis(layout, context),
      verticalEras(layout, context),
      // Below the marks, like all leader lines.
      stickyLabelsNode(layout, context),
      ...verticalTracks(layout, context),
      activeEventsNode(layout, context),
      columnHeads(layout, context),
    ]),
    columnRuler(layout, context),
  ].filter((part) => part !== undefined);
}

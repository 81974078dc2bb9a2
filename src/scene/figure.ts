/** The whole picture as one `svg` node. */
import type { MeasureText } from "../base/text-width.js";
import type { FigureLayout, HorizontalLayout, VerticalLayout } from "../layout/types.js";
import { FIGURE_INSET } from "../layout/metrics.js";
import type { Scale } from "../time/scale.js";
import { horizontalAxis, scaleStatement, verticalAxis } from "./axis/axis.js";
import { compactParts } from "./compact.js";
import { runsLeft, type SceneContext } from "./context.js";
import { eraBands, horizontalEras, verticalEras } from "./axis/eras.js";
import { edgesNode, margins } from "./axis/edge-fade.js";
import { footNode, footOf } from "./legend/legend-footer.js";
import { type Heading, headingNode } from "./heading.js";
import { heldNode } from "./labels/sticky-labels.js";
import { laneHeads, laneNode } from "./lane.js";
import { nowLine, verticalNow } from "./axis/today-line.js";
import { mirrored } from "./mirror.js";
import { summary, word } from "./names.js";
import { type Attributes, type Node, node } from "./node.js";
import { CLIP_MARGIN, plotNode, plotSize } from "./plot.js";
import { shownBy } from "./legend/legend-contents.js";
import { stripNode } from "./axis/minimap.js";
import { threadsNode } from "./marks/relation-lines.js";
import { verticalHeads, verticalTracks } from "./tracks.js";

/** Sizes of the look hold at this root font size; in a page the picture grows with the reader's. */
const ROOT_FONT_SIZE = 16;

export interface FigureOptions {
  readonly measure: MeasureText;
  readonly scale: Scale;
  /** Height of the picture, if it is given. */
  readonly height: number | undefined;
}

export function figureNode(
  layout: FigureLayout,
  context: SceneContext,
  options: FigureOptions,
  heading?: Heading,
): Node {
  const { timeline, locale, idPrefix, standalone, theme } = context;
  const whole = standalone && layout.orientation !== "compact";
  const explained = whole && !layout.footless;
  const { measure } = options;
  const turned = context.mirrored && layout.orientation !== "vertical";
  const foot = explained
    ? footOf(
        timeline,
        { ...shownBy(layout, context.markSize), turned },
        { width: layout.width, locale, theme, measure },
      )
    : undefined;
  const height = Math.max(Math.ceil(layout.height + (foot?.height ?? 0)), options.height ?? 0);
  const titleId = `${idPrefix}-title`;
  const descId = `${idPrefix}-desc`;
  const picture = pictureOf(layout, context, options);
  const back = runsLeft(locale);
  return node(
    "svg",
    "figure",
    {
      ...sizeOf(layout.width, height, context),
      className: `dl-figure dl-${layout.orientation}`,
      viewBox: `0 0 ${layout.width} ${height}`,
      fill: "currentColor",
      direction: "ltr",
      role: "graphics-document document",
      ariaRoledescription: word(locale, "timeline"),
      ariaLabelledby: titleId,
      // In a page the summary is said before the picture.
      ariaDescribedby: standalone ? descId : undefined,
      lang: standalone ? (timeline.lang ?? locale.code) : undefined,
    },
    [
      node("title", "title", { id: titleId }, timeline.title ?? word(locale, "timeline")),
      standalone && node("desc", "desc", { id: descId }, summary(timeline, locale)),
      standalone && node("rect", "surface", { width: layout.width, height, fill: theme.surface }),
      whole && heading && headingNode(heading, back ? layout.width - FIGURE_INSET : undefined),
      ...(context.mirrored ? [mirrored(picture, layout.width)] : picture),
      foot && footNode(foot, layout.height, back ? layout.width : undefined),
    ],
  );
}

/** A file has px and a face of its own; in a page both are the reader's. */
function sizeOf(width: number, height: number, { standalone, theme }: SceneContext): Attributes {
  if (!standalone) return { width: `${width / ROOT_FONT_SIZE}rem`, height: `${height / ROOT_FONT_SIZE}rem` };
  return { xmlns: "http://www.w3.org/2000/svg", fontFamily: "system-ui, sans-serif", color: theme.ink, width, height };
}

function pictureOf(layout: FigureLayout, context: SceneContext, options: FigureOptions): Node[] {
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
  const { gutterRight, gutter } = layout;
  const [before, after] = margins(layout);
  const left = gutterRight && !layout.canPan[0] ? 0 : layout.start - before;
  const right = (gutterRight && gutter > 0) || layout.canPan[1] ? layout.end + after : layout.width;
  const bottom = layout.axisY + 40;
  const parts: (Node | undefined)[] = [
    laneHeads(layout, context),
    plotNode(plotSize(left, 0, right - left, bottom), [
      eraBands(layout, context),
      nowLine(layout, options.measure),
      horizontalEras(layout, context),
      ...layout.boxes.map((box, i) =>
        laneNode(box, layout.laneLayouts[i] as (typeof layout.laneLayouts)[number], layout, context),
      ),
      heldNode(layout, context),
      options.scale.isEmpty ? undefined : horizontalAxis(layout, context),
    ]),
    edgesNode(layout, context.theme),
    threadsNode(layout.relationLines),
    scaleStatement(layout, context),
    options.scale.isEmpty ? undefined : stripNode(layout, options.scale, context),
  ];
  return parts.filter((part): part is Node => part !== undefined);
}

function verticalParts(layout: VerticalLayout, context: SceneContext, { scale }: FigureOptions): Node[] {
  const { start, end, width, now } = layout;
  const nowWord = now === undefined ? undefined : verticalNow(layout, now, context);
  return [
    plotNode(plotSize(0, start - CLIP_MARGIN, width, end - start + 2 * CLIP_MARGIN), [
      eraBands(layout, context),
      threadsNode(layout.relationLines),
      nowWord,
      scale.isEmpty ? undefined : verticalAxis(layout, context),
      verticalEras(layout, context),
      // Under the marks, as all leaders are.
      heldNode(layout, context),
      ...verticalTracks(layout, context),
    ]),
    node("g", "heads", { ariaHidden: true }, verticalHeads(layout, context)),
  ];
}

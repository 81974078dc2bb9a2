/** Many events drawn as one mark: a pile of dots, bars of counts, thin bars, a ribbon. */
import type { BarsShape, CrowdShape, PileShape, RibbonShape, ThinBarsShape } from "../../layout/forms/crowd-shape.js";
import type { ClusterBox } from "../../layout/marks/lane-layout.js";
import type { Lane } from "../../model/timeline.js";
import { entryId, type SceneContext } from "../context.js";
import { inkLine, mutedText, textNode } from "../labels/text.js";
import { SMALL_SIZE } from "../../layout/metrics.js";
import { groupDigits } from "../../time/locale.js";
import { clusterName, countIn, unitInWords } from "../accessible-names.js";
import { sortTime } from "../reading-order.js";
import { type Node, node } from "../node.js";
import { boxPath, translateTo, round } from "../path.js";
import { INK, laneColor } from "../theme.js";
import { fillLane, type Paint, strokeLane } from "./paint.js";

/** Between two dots of a pile, in px. */
const DOT_GAP = 0.7;
/** Dots that the break of a cut pile takes the place of, and how many stand over it. */
const BREAK_DOTS = 2;
const OVER_BREAK = 3;
/** From the top of a crowd to the baseline of its count, in px. */
const COUNT_GAP = 5;
const TARGET_MIN = 24;
const RIBBON_FILL = 0.22;
/** From the upper edge of a ribbon to the baseline of words inside it, in px. */
const RIBBON_WORDS_BASELINE = 14;

export function crowdNode(
  cluster: ClusterBox,
  shape: CrowdShape,
  line: number,
  lane: Lane,
  context: SceneContext,
  vertical = false,
): Node {
  // Drawn from its own beginning on and moved there, as marks are.
  const words = peakWords(cluster, shape, vertical, context);
  const [body, top, height, counts] = drawing(shape, cluster.from, paintOf(lane, context), words);
  const texts = vertical ? counts.map(uprightText) : counts;
  const transform = vertical ? turned(shape, line, cluster.from) : translateTo(cluster.from, line);
  return aggregateNode(cluster, shape.kind, [body, top, height, texts], transform, context);
}

/** The piles of a lane as one mark: an element for each of them would be too many for a page. */
export function pilesNode(piles: readonly ClusterBox[], line: number, lane: Lane, context: SceneContext): Node {
  const [head, tail] = [piles[0] as ClusterBox, piles.at(-1) as ClusterBox];
  const paint = paintOf(lane, context);
  const shapes = piles.map(({ shape, from }) => ({ ...(shape as PileShape), x: from - head.from }));
  const sum = (of: (pile: ClusterBox) => number): number => piles.reduce((total, pile) => total + of(pile), 0);
  const joined = {
    ...head,
    last: tail.last,
    to: tail.to,
    count: sum(({ count }) => count),
    ownMarks: sum(({ ownMarks = 0 }) => ownMarks),
  };
  return aggregateNode(joined, "pile", pileDrawing(shapes, paint), translateTo(head.from, line), context);
}

function paintOf(lane: Lane, { selected, theme }: SceneContext): Paint {
  const { surface } = theme;
  if (selected !== null) return { color: "currentColor", surface, ink: true };
  return { color: laneColor(theme, lane.color), surface };
}

function aggregateNode(
  { first, last, count, ownMarks = 0, from, to }: ClusterBox,
  kind: CrowdShape["kind"],
  [body, top, height, counts]: Drawing,
  transform: string,
  context: SceneContext,
): Node {
  const isDim = context.selected !== null;
  // A low crowd is hit further away from its line, where no marks are.
  const across = Math.max(TARGET_MIN, height);
  const y = top < 0 ? top + height - across : top;
  const mark = node(
    context.standalone ? "g" : "a",
    "mark",
    {
      className: "dl-mark",
      transform,
      href: context.standalone ? undefined : `#${entryId(context, first)}`,
      ariaLabel: clusterName(count, first, last, context.locale),
    },
    [
      ...(isDim ? [node("g", "glyph", { opacity: INK.markDim }, body)] : body),
      node("rect", "target", {
        x: Math.min(0, (to - from - TARGET_MIN) / 2),
        y,
        width: Math.max(TARGET_MIN, to - from),
        height: across,
        fill: "none",
        pointerEvents: "all",
      }),
    ],
  );
  return node(
    "g",
    `cluster-${first.id}`,
    {
      className: `dl-cluster dl-${kind}`,
      dataAggregate: kind,
      dataCluster: first.id,
      dataEvents: count - ownMarks,
      role: "listitem",
    },
    [
      mark,
      // Beside the link, whose name says more than these numbers do.
      counts.length > 0 &&
        node("g", "counts", { transform, opacity: isDim ? INK.markDim : undefined, pointerEvents: "none" }, counts),
    ],
  );
}

/** Turns a drawing down the page: what stands over a line stands to its right, as rows under it do. */
function turned({ kind }: CrowdShape, x: number, y: number): string {
  return kind === "thin-bars" ? `matrix(0 1 1 0 ${round(x)} ${round(y)})` : `${translateTo(x, y)} rotate(90)`;
}

/** Turns a count back, so that it begins where the shape ends. */
function uprightText(part: Node): Node {
  const { x = 0, y = 0, textAnchor: _, ...attributes } = part.attributes;
  const text = { ...part, attributes: { ...attributes, x, y: (y as number) + 4 } };
  return node("g", part.key, { transform: `rotate(-90 ${round(x as number)} ${round(y as number)})` }, [text]);
}

/** "231 in Mar 2011"; beside a column the number alone. */
function peakWords({ places, to }: ClusterBox, shape: CrowdShape, vertical: boolean, context: SceneContext): PeakText {
  const { locale, measure } = context;
  if (shape.kind !== "bars" || !shape.peak) return { text: "", width: 0, to };
  const { peak, unit } = shape;
  const count = groupDigits(peak.count, locale);
  const event = places?.event(peak.first);
  if (vertical || !unit || !event) return { text: count, width: 0, to };
  const text = countIn(count, unitInWords(unit, sortTime(event), locale, "short"), unit, locale);
  return { text, width: measure(text, SMALL_SIZE, 400), to };
}

type Drawing = readonly [body: readonly (Node | false)[], top: number, height: number, counts: readonly Node[]];

function drawing(shape: CrowdShape, from: number, paint: Paint, words: PeakText): Drawing {
  switch (shape.kind) {
    case "pile":
      return pileDrawing([{ ...shape, x: 0 }], paint);
    case "bars":
      return bars(shape, from, paint, words);
    case "thin-bars":
      return thinBars(shape, from, paint);
    case "ribbon":
      return ribbon(shape, from, paint);
  }
}

/** @param piles each with its distance from the first, in px */
function pileDrawing(piles: readonly (PileShape & { readonly x: number })[], paint: Paint): Drawing {
  let [dots, breaks, top] = ["", "", 0];
  const counts: Node[] = [];
  for (const { x, foot, pitch, most, count, said, total = count } of piles) {
    const radius = (pitch - DOT_GAP) / 2;
    const shown = Math.min(count, most);
    const isCut = count > most;
    const gapFrom = shown - OVER_BREAK - BREAK_DOTS;
    for (let i = 0; i < shown; i++) {
      if (isCut && i >= gapFrom && i < gapFrom + BREAK_DOTS) continue;
      const y = -foot - (i + 0.5) * pitch;
      dots += `M${round(x + pitch / 2 - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
    }
    const end = -foot - shown * pitch;
    top = Math.min(top, end);
    const breakAt = -foot - (gapFrom + BREAK_DOTS / 2) * pitch;
    for (const y of isCut ? [breakAt + 1, breakAt + 4] : []) {
      breaks += `M${round(x - 2)} ${round(y)}l${round(pitch + 4)} -4`;
    }
    if (!said) continue;
    const place = { anchor: "middle", hidden: true } as const;
    counts.push(mutedText(`count-${counts.length}`, x + pitch / 2, end - COUNT_GAP, String(total), place));
  }
  const body = [
    node("path", "dots", { d: dots, ...fillLane(paint) }),
    breaks !== "" && node("path", "break", { d: breaks, fill: "none", stroke: "currentColor" }),
  ];
  return [body, top, -top, counts];
}

function bars({ foot, bars: all, peak }: BarsShape, from: number, paint: Paint, words: PeakText): Drawing {
  let [d, onOthers] = ["", ""];
  let end = Number.NEGATIVE_INFINITY;
  let highest = 0;
  for (const bar of all) {
    const [left, right] = [round(bar.from - from), round(bar.to - from)];
    const { base = 0 } = bar;
    highest = Math.max(highest, base + bar.height);
    if (base > 0) {
      onOthers += boxPath(left, -foot - base - bar.height, right - left, bar.height);
      continue;
    }
    const y = round(-foot - bar.height);
    d +=
      Math.abs(left - end) < 0.05 ? `V${y}H${right}` : `${d === "" ? "" : `V${-foot}z`}M${left} ${-foot}V${y}H${right}`;
    end = right;
  }
  return [
    [node("path", "bars", { d: `${d}${d === "" ? "" : `V${-foot}z`}${onOthers}`, ...fillLane(paint) })],
    -foot - highest,
    highest,
    peak ? [peakText(peak, from, -foot - peak.height - COUNT_GAP, words)] : [],
  ];
}

/** What the highest bar says, and how wide that is, in px. */
interface PeakText {
  readonly text: string;
  readonly width: number;
  /** Where the aggregate ends, in px. */
  readonly to: number;
}

function peakText(peak: NonNullable<BarsShape["peak"]>, from: number, y: number, { text, width, to }: PeakText): Node {
  const middle = (peak.from + peak.to) / 2;
  const fitsLeft = Math.max(middle, to) >= width;
  const anchor = middle + width / 2 > to && fitsLeft ? "right" : middle - width / 2 < from ? "left" : "middle";
  const x = anchor === "right" ? Math.max(middle, to) : anchor === "left" ? Math.min(middle, from) : middle;
  return mutedText("count", x - from, y, text, { anchor, hidden: true });
}

function thinBars({ top, pitch, height, bars: all }: ThinBarsShape, from: number, paint: Paint): Drawing {
  const rows = all.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const d = all.map((bar) => boxPath(bar.from - from, top + bar.row * pitch, bar.to - bar.from, height)).join("");
  return [[node("path", "bars", { d, ...fillLane(paint) })], top, rows * pitch, []];
}

function ribbon({ base, height, steps, peak }: RibbonShape, from: number, paint: Paint): Drawing {
  // Where nothing runs before the first and after the last, the base line is enough.
  const first = Math.max(
    0,
    steps.findIndex(([, high]) => high > 0),
  );
  const shown = steps.slice(first, steps.findLastIndex(([, high]) => high > 0) + 2);
  const [begin, end] = [round((shown[0]?.[0] ?? from) - from), round((steps.at(-1)?.[0] ?? from) - from)];
  const line = shown
    .map(([x, high], i) => (i === 0 ? `V${round(base - high)}` : `H${round(x - from)}V${round(base - high)}`))
    .join("");
  // A ribbon that the window cuts has no edge there.
  const edge = first > 0 ? `M${begin} ${round(base)}${line}` : `M${begin} ${line.slice(1)}`;
  return [
    [
      inkLine("base", 0, base, end, base, INK.lane),
      node("path", "area", {
        d: `M${begin} ${round(base)}${line}V${round(base)}z`,
        ...fillLane(paint),
        fillOpacity: RIBBON_FILL,
      }),
      node("path", "line", { d: edge, ...strokeLane(paint, 1.25) }),
      peak !== undefined && peakDot(peak.x - from, base - height, paint),
    ],
    base - height,
    Math.max(1, height),
    peak?.words ? [ribbonWords(peak.words, peak.x - from, base - height)] : [],
  ];
}

function peakDot(cx: number, cy: number, paint: Paint): Node {
  return node("circle", "peak", { cx, cy, r: 2.5, ...fillLane(paint), stroke: paint.surface, strokeWidth: 1.5 });
}

function ribbonWords(
  { top, text }: NonNullable<NonNullable<RibbonShape["peak"]>["words"]>,
  x: number,
  y: number,
): Node {
  return textNode("count", x, y + top + RIBBON_WORDS_BASELINE, text, { anchor: "middle", hidden: true });
}

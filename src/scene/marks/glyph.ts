/**
 * Draws the glyph of a date. Its length shows the precision, its ends the kind of boundary, its fill the status of the
 * event. Fill and ends are independent, so every combination exists.
 */
import { isWide } from "../../layout/marks/mark-size.js";
import { DOT_SIZE } from "../../layout/metrics.js";
import type { Status } from "../../model/document/document.js";
import type { Span } from "../../time/span.js";
import { type Attributes, type Node, node } from "../node.js";
import { fillHaloed, fillLane, halo, outline, type Paint, strokeLane, tinted } from "./paint.js";
import { Pen } from "../path.js";
import { almond, bar, diamond, disc, pill, type Shape, shapeNode, tapered } from "./shape.js";
import { textNode } from "../labels/text.js";
import { INK } from "../theme.js";

export interface Glyph {
  /** Extent along the axis, in px. */
  readonly t0: number;
  readonly t1: number;
  /** Middle of the mark across the axis, in px. */
  readonly base: number;
  readonly height: number;
  readonly span: Span;
  readonly status: Status;
  readonly claims: readonly number[];
  /** The fork of differing dates lies below the line. */
  readonly forkBelow?: boolean;
  readonly members: readonly (readonly [number, number])[];
  readonly core: readonly [number, number] | undefined;
  readonly vertical: boolean;
}

/** Length of the arrow of an open end, and of the dots of an unknown end, in px. */
const OPEN_END_LENGTH = 12;
/** How far the tips of an approximate stretch extend beyond it, in px. */
const APPROXIMATE_TIP_LENGTH = 10;
/** Shortest bar, in px. */
const BAR_LENGTH_MIN = 8;
/** Dates of a choice within this distance are drawn as one dot, in px. */
const CHOICE_DISTANCE_MIN = 3;
/** Drawn length of a date before or after a limit, in px. */
const ONE_SIDED_LENGTH = 20;

/** All nodes of a glyph. */
export function glyphNodes(glyph: Glyph, paint: Paint): Node[] {
  const { span } = glyph;
  if (isChoice(glyph)) return choiceNodes(glyph, paint);
  const body = span.kind === "interval" ? rangeNodes(glyph, paint) : momentNodes(glyph, paint);
  const extras: Node[] = [...body];
  if (span.uncertain) extras.push(questionMark(glyph, paint));
  if (glyph.claims.length > 1) extras.push(fork(glyph, paint));
  return extras;
}

/** Whether the dates of a choice are drawn side by side; in one place they would look like a ring. */
function isChoice({ members }: Glyph): boolean {
  const middles = members.map(([from, to]) => (from + to) / 2);
  const apart = Math.max(...middles) - Math.min(...middles);
  return members.length > 1 && members.length <= 12 && apart >= CHOICE_DISTANCE_MIN;
}

/** Extent of a glyph along the axis in px, for click targets and signs beside it. */
export function glyphExtent({ t0, t1, height, span }: Pick<Glyph, "t0" | "t1" | "height" | "span">): [number, number] {
  if (span.kind === "interval" || isWide(t0, t1, height)) {
    const start = span.openStart ? t1 - ONE_SIDED_LENGTH - OPEN_END_LENGTH : t0;
    return [start, Math.max(t1, start + BAR_LENGTH_MIN)];
  }
  const middle = (t0 + t1) / 2;
  const half = span.approximate ? 1.2 * height : height / 2;
  return [middle - half, middle + half];
}

/** A shape painted according to a status. `soft` shapes are tinted, because a vague date must not outweigh a sharp one. */
function painted(shape: Shape, status: Status, soft: boolean, paint: Paint): Node[] {
  if (status === "confirmed" && !soft) return [shapeNode("body", shape, 0, fillHaloed(paint))];
  const over = (inset: number, attributes: Attributes): Node[] => [
    shapeNode("halo", shape, 0, halo(paint)),
    shapeNode("body", shape, inset, attributes),
  ];
  switch (status) {
    case "confirmed":
      return over(0.875, tinted(paint, INK.tint, 1.75));
    case "presumed":
      return over(0.875, outline(paint, 1.75, "3 2"));
    case "disputed":
      return [...over(1, outline(paint, 2)), node("path", "half", { d: shape.half(), ...fillLane(paint) })];
    default:
      return over(1, outline(paint, 2));
  }
}

function newPen({ vertical, base }: Glyph): () => Pen {
  return () => new Pen(vertical, base);
}

/** Glyph of a moment. */
function momentNodes(glyph: Glyph, paint: Paint): Node[] {
  const { t0, t1, height, span, status } = glyph;
  const pen = newPen(glyph);
  if (span.kind === "before" || span.kind === "after") return oneSidedNodes(glyph, paint);
  const wide = isWide(t0, t1, height);
  const middle = (t0 + t1) / 2;
  let shape: Shape;
  if (status === "planned") {
    const reach = height / 2 + 1;
    shape = wide ? diamond(pen, t0, t1, height) : diamond(pen, middle - reach, middle + reach, 2 * reach);
  } else if (span.approximate) {
    shape = wide
      ? almond(pen, t0, t1, APPROXIMATE_TIP_LENGTH, height)
      : almond(pen, middle, middle, 1.2 * height, height);
  } else shape = wide ? pill(pen, t0, t1, height) : disc(pen, middle, height);
  const nodes = painted(shape, status, wide, paint);
  if (status === "denied") nodes.push(slash(glyph, middle, paint));
  return nodes;
}

/** Glyph of a one-sided date such as "before 1600": a pill at the limit with an arrow away from it. */
function oneSidedNodes(glyph: Glyph, paint: Paint): Node[] {
  const { height, span, status } = glyph;
  const before = span.kind === "before";
  const limit = before ? glyph.t1 : glyph.t0;
  const [from, to] = before ? [limit - ONE_SIDED_LENGTH, limit] : [limit, limit + ONE_SIDED_LENGTH];
  return [
    ...painted(pill(newPen(glyph), from, to, height), status, true, paint),
    arrow(glyph, before ? from : to, before ? -1 : 1, paint),
  ];
}

/** Glyph of an interval. */
function rangeNodes(glyph: Glyph, paint: Paint): Node[] {
  const { span, status } = glyph;
  // Bars of the compact figure are thinner than any dot and keep their height.
  const height = glyph.height < DOT_SIZE ? glyph.height : Math.max(BAR_LENGTH_MIN, glyph.height - 2);
  const from = span.openStart ? Math.max(glyph.t0 + OPEN_END_LENGTH, glyph.t1 - ONE_SIDED_LENGTH) : glyph.t0;
  const to = Math.max(span.openEnd ? glyph.t1 - OPEN_END_LENGTH : glyph.t1, from + BAR_LENGTH_MIN);
  const shape = rangeShape(glyph, from, to, height);
  const nodes = painted(shape, status, false, paint);
  if (status === "denied") nodes.push(slash(glyph, (from + to) / 2, paint));
  if (span.openStart === "open") nodes.push(arrow(glyph, from, -1, paint));
  if (span.openStart === "unknown") nodes.push(dots(glyph, from, -1, paint));
  if (span.openEnd === "open") nodes.push(arrow(glyph, to, 1, paint));
  if (span.openEnd === "unknown") nodes.push(dots(glyph, to, 1, paint));
  return nodes;
}

function rangeShape(glyph: Glyph, from: number, to: number, height: number): Shape {
  const { span, core, status } = glyph;
  const pen = newPen(glyph);
  const softStart = span.from?.soft || span.from?.approximate;
  const softEnd = span.to?.soft || span.to?.approximate;
  if (softStart || softEnd) {
    const body: [number, number] = [
      softStart && core ? Math.max(from, core[0]) : from,
      softEnd && core ? Math.min(to, core[1]) : to,
    ];
    // An approximate end without limits tapers over a fixed length.
    const left = span.from?.soft ? from : from - APPROXIMATE_TIP_LENGTH;
    const right = span.to?.soft ? to : to + APPROXIMATE_TIP_LENGTH;
    const ordered: [number, number] = body[0] <= body[1] ? body : [(from + to) / 2, (from + to) / 2];
    return tapered(pen, ordered, [softStart ? left : undefined, softEnd ? right : undefined], height);
  }
  if (status === "planned") return diamond(pen, from, Math.max(to, from + height), height);
  return bar(pen, from, to, height);
}

/** Glyph of "one of" and "all of": a disc for each date and a line between them. */
function choiceNodes(glyph: Glyph, paint: Paint): Node[] {
  const { members, span, height } = glyph;
  const oneOf = span.kind === "one-of";
  const first = members[0] as readonly [number, number];
  const last = members.at(-1) as readonly [number, number];
  const line = newPen(glyph)()
    .move((first[0] + first[1]) / 2, 0)
    .line((last[0] + last[1]) / 2, 0)
    .toString();
  const status = oneOf && glyph.status === "confirmed" ? "reported" : glyph.status;
  const nodes: Node[] = [
    node("path", "line", { d: line, ...strokeLane(paint, 2), strokeDasharray: oneOf ? "2 3" : undefined }),
  ];
  members.forEach(([t0, t1], i) => {
    const wide = isWide(t0, t1, height);
    const shape = wide ? pill(newPen(glyph), t0, t1, height) : disc(newPen(glyph), (t0 + t1) / 2, height);
    nodes.push(node("g", `member-${i}`, {}, painted(shape, status, wide, paint)));
  });
  return nodes;
}

/** The arrow of an open end. */
function arrow(glyph: Glyph, from: number, direction: 1 | -1, paint: Paint): Node {
  const tip = from + direction * OPEN_END_LENGTH;
  const path = newPen(glyph)()
    .move(from, 0)
    .line(tip, 0)
    .move(tip - direction * 4, -4)
    .line(tip, 0)
    .line(tip - direction * 4, 4)
    .toString();
  return node("path", `arrow${direction}`, { d: path, ...strokeLane(paint, 1.75) });
}

/** The three shrinking dots of an unknown end. */
function dots(glyph: Glyph, from: number, direction: 1 | -1, paint: Paint): Node {
  const circles = [2.2, 1.7, 1.2].map((r, i) => {
    const { x, y } = newPen(glyph)().point(from + direction * (i * 7 + 6), 0);
    return node("circle", String(i), { cx: x, cy: y, r, ...fillLane(paint) });
  });
  return node("g", `dots${direction}`, {}, circles);
}

function slash(glyph: Glyph, middle: number, paint: Paint): Node {
  const reach = glyph.height * 0.31;
  const path = newPen(glyph)()
    .move(middle - reach, reach)
    .line(middle + reach, -reach)
    .toString();
  return node("path", "slash", { d: path, ...strokeLane(paint, 2) });
}

function questionMark(glyph: Glyph, paint: Paint): Node {
  const [, end] = glyphExtent(glyph);
  const { vertical, base, height } = glyph;
  const wideTip = glyph.span.approximate && isWide(glyph.t0, glyph.t1, height) ? APPROXIMATE_TIP_LENGTH : 0;
  const at = vertical
    ? { x: base + height / 2 + 3, y: (glyph.t0 + glyph.t1) / 2 + 4 }
    : { x: end + wideTip + 3, y: base + 4.5 };
  const text = textNode("uncertain", at.x, at.y, "?", { weight: 600, hidden: true });
  // A halo separates the sign from the lane line.
  return {
    ...text,
    attributes: {
      ...text.attributes,
      className: "dl-haloed",
      stroke: paint.surface,
      strokeWidth: 4,
      strokeLinejoin: "round",
      paintOrder: "stroke",
    },
  };
}

/** Sources give different dates: a fork beside the mark with a prong for each of them, away from its label. */
function fork(glyph: Glyph, paint: Paint): Node {
  const side = glyph.forkBelow ? 1 : -1;
  const across = side * (glyph.height / 2 + 8);
  const prongs = [...glyph.claims].sort((a, b) => a - b);
  for (let i = 1; i < prongs.length; i++) prongs[i] = Math.max(prongs[i] as number, (prongs[i - 1] as number) + 5);
  const pen = newPen(glyph)()
    .move(prongs[0] as number, across)
    .line(prongs.at(-1) as number, across);
  for (const t of prongs) pen.move(t, across).line(t, across - side * 5);
  return node("path", "fork", { d: pen.toString(), ...strokeLane(paint, 1.75) });
}

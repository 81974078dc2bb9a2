/** Outlines of marks: the whole shape, and the half that the status "disputed" fills. */
import { type Attributes, type Node, node } from "../node.js";
import type { Pen } from "../path.js";

export interface Shape {
  /** The outline, drawn `inset` px inside its box. */
  whole(inset: number): string;
  /** The half on the labels' side. */
  half(): string;
  /** Middle and radius of a shape that is a circle, drawn as `circle` instead of `path`. */
  readonly circle?: { readonly x: number; readonly y: number; readonly r: number };
}

type NewPen = () => Pen;

/** @param inset distance of the outline from its box in px: half the width of its stroke */
export function shapeNode(key: string, shape: Shape, inset: number, attributes: Attributes): Node {
  const { circle } = shape;
  if (!circle) return node("path", key, { d: shape.whole(inset), ...attributes });
  const at = { ...(circle.x !== 0 && { cx: circle.x }), ...(circle.y !== 0 && { cy: circle.y }) };
  // A different tag needs a different key.
  return node("circle", `round-${key}`, { ...at, r: circle.r - inset, ...attributes });
}

export function disc(pen: NewPen, middle: number, height: number): Shape {
  const r = height / 2;
  return { ...pill(pen, middle - r, middle + r, height), circle: { ...pen().point(middle, 0), r } };
}

/** A pill, with round ends: a moment somewhere inside its extent. */
export function pill(pen: NewPen, from: number, to: number, height: number): Shape {
  return {
    whole(inset) {
      const r = height / 2 - inset;
      const [a, b] = [from + height / 2, to - height / 2];
      return pen().move(a, -r).line(b, -r).arc(r, b, r).line(a, r).arc(r, a, -r).close().toString();
    },
    half() {
      const r = height / 2;
      const [a, b] = [from + r, to - r];
      // From the right end around to the left end: a quarter circle at each.
      return pen().move(to, 0).arc(r, b, r).line(a, r).arc(r, from, 0).close().toString();
    },
  };
}

/** A bar, with square ends: an interval. */
export function bar(pen: NewPen, from: number, to: number, height: number): Shape {
  const half = height / 2;
  return {
    whole: (inset) =>
      pen()
        .move(from + inset, -half + inset)
        .line(to - inset, -half + inset)
        .line(to - inset, half - inset)
        .line(from + inset, half - inset)
        .close()
        .toString(),
    half: () => pen().move(from, 0).line(to, 0).line(to, half).line(from, half).close().toString(),
  };
}

/**
 * A shape whose vague ends taper to a tip. With two tips and no body between them it is a lens.
 *
 * @param tips positions of the tips; `undefined` leaves that end square
 */
export function tapered(
  pen: NewPen,
  body: readonly [number, number],
  tips: readonly [number | undefined, number | undefined],
  height: number,
): Shape {
  const r = height / 2;
  const [a, b] = body;
  const [left, right] = tips;
  return {
    whole(inset) {
      const h = r - inset;
      const p =
        left === undefined
          ? pen()
              .move(a + inset, h)
              .line(a + inset, -h)
          : pen()
              .move(left + inset * 2, 0)
              .line(a, -h);
      if (right === undefined) p.line(b - inset, -h).line(b - inset, h);
      else
        p.line(b, -h)
          .line(right - inset * 2, 0)
          .line(b, h);
      if (left !== undefined) p.line(a, h);
      return p.close().toString();
    },
    half: () =>
      pen()
        .move(left ?? a, 0)
        .line(right ?? b, 0)
        .line(b, r)
        .line(a, r)
        .close()
        .toString(),
  };
}

/** An almond, with curved tips beyond the extent: an approximate date. */
export function almond(pen: NewPen, from: number, to: number, tip: number, height: number): Shape {
  const r = height / 2;
  // The curve leaves the tip flat and meets the body smoothly.
  const lean = tip * 0.4;
  const outline = (h: number, t: number, both: boolean): Pen => {
    const p = pen()
      .move(from - t, 0)
      .curve(from - lean, -h, from + lean, -h);
    p.line(to - lean, -h).curve(to + lean, -h, to + t, 0);
    if (both)
      p.curve(to + lean, h, to - lean, h)
        .line(from + lean, h)
        .curve(from - lean, h, from - t, 0);
    return p;
  };
  return {
    whole: (inset) =>
      outline(r - inset, tip - inset * 1.6, true)
        .close()
        .toString(),
    half: () =>
      pen()
        .move(from - tip, 0)
        .line(to + tip, 0)
        .curve(to + lean, r, to - lean, r)
        .line(from + lean, r)
        .curve(from - lean, r, from - tip, 0)
        .close()
        .toString(),
  };
}

/** A diamond, or a bar with diamond ends: the status "planned". */
export function diamond(pen: NewPen, from: number, to: number, height: number): Shape {
  const r = height / 2;
  const outline = (inset: number): Pen =>
    pen()
      .move(from + inset, 0)
      .line(from + r, -r + inset)
      .line(to - r, -r + inset)
      .line(to - inset, 0)
      .line(to - r, r - inset)
      .line(from + r, r - inset);
  return {
    whole: (inset) => outline(inset).close().toString(),
    half: () =>
      pen()
        .move(from, 0)
        .line(to, 0)
        .line(to - r, r)
        .line(from + r, r)
        .close()
        .toString(),
  };
}

/** Outlines of marks. Each can be drawn whole, with its stroke inside the box, or as the half that "disputed" fills. */
import { type Attributes, type Node, node } from "../node.js";
import type { Pen } from "../path.js";

export interface Shape {
  /** The outline, drawn `inset` px inside its box. */
  whole(inset: number): string;
  /** The half on the labels' side. */
  half(): string;
  /** A circle is one, not a path: where its middle is, and its radius. */
  readonly circle?: { readonly x: number; readonly y: number; readonly r: number };
}

type NewPen = () => Pen;

/** @param inset how far inside of its box it is drawn, in px */
export function shapeNode(key: string, shape: Shape, inset: number, attributes: Attributes): Node {
  const { circle } = shape;
  if (!circle) return node("path", key, { d: shape.whole(inset), ...attributes });
  const at = { ...(circle.x !== 0 && { cx: circle.x }), ...(circle.y !== 0 && { cy: circle.y }) };
  // Another element, hence another key.
  return node("circle", `round-${key}`, { ...at, r: circle.r - inset, ...attributes });
}

export function disc(pen: NewPen, middle: number, height: number): Shape {
  const r = height / 2;
  return { ...pill(pen, middle - r, middle + r, height), circle: { ...pen().point(middle, 0), r } };
}

/** Round ends: a moment somewhere inside. */
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
      // From the right end round to the left one: a quarter circle at each end.
      return pen().move(to, 0).arc(r, b, r).line(a, r).arc(r, from, 0).close().toString();
    },
  };
}

/** Square ends: it lasted from here to there. */
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
 * Ends that are not sharp run out to a tip. Where both tips are at the box's ends and nothing lies between, it is a lens.
 *
 * @param tips where the tips lie; `undefined` leaves that end square
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

/** "About then": curved points that reach beyond the stretch. */
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

/** "Planned": a diamond, or a bar with diamond ends. */
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

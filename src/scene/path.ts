/**
 * Draws paths in the axes of a timeline: `t` along time, `c` across it, positive towards the labels in a horizontal figure.
 * One drawing serves both orientations, because the vertical one only swaps the axes.
 */

/** Rounds to hundredths of a px; more decimals would only differ between machines. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Path data of a rectangle. */
export function boxPath(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

/** A transform that moves a drawing from the origin to x, y. */
export function translateTo(x: number, y: number): string {
  return `translate(${round(x)} ${round(y)})`;
}

/** Builds path data in the axes of a timeline. */
export class Pen {
  private path = "";

  /** @param base position of the lane line across the axis, in px */
  constructor(
    private readonly vertical: boolean,
    private readonly base: number,
  ) {}

  private at(t: number, c: number): string {
    const across = this.base + c;
    return this.vertical ? `${round(across)} ${round(t)}` : `${round(t)} ${round(across)}`;
  }

  move(t: number, c: number): this {
    this.path += `M${this.at(t, c)}`;
    return this;
  }

  line(t: number, c: number): this {
    this.path += `L${this.at(t, c)}`;
    return this;
  }

  /** A quadratic curve with one control point. */
  curve(t1: number, c1: number, t: number, c: number): this {
    this.path += `Q${this.at(t1, c1)} ${this.at(t, c)}`;
    return this;
  }

  /** An arc of up to half a circle, clockwise in a horizontal figure; swapping the axes mirrors it. */
  arc(radius: number, t: number, c: number): this {
    this.path += `A${round(radius)} ${round(radius)} 0 0 ${this.vertical ? 0 : 1} ${this.at(t, c)}`;
    return this;
  }

  close(): this {
    this.path += "Z";
    return this;
  }

  toString(): string {
    return this.path;
  }

  /** A point as attributes of a circle or text. */
  point(t: number, c: number): { x: number; y: number } {
    const across = this.base + c;
    return this.vertical ? { x: across, y: t } : { x: t, y: across };
  }
}

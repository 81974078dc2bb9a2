/**
 * Draws in the axes of a timeline: `t` along time, `c` across it, positive towards the labels' side when horizontal. One
 * drawing serves both orientations, because the vertical one only swaps the axes.
 */

/** Two decimals are a hundredth of a pixel; more would only differ between machines. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A rectangle as a part of a path. */
export function boxPath(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

/** A transform that moves what is drawn about 0, 0, to a place. */
export function translateTo(x: number, y: number): string {
  return `translate(${round(x)} ${round(y)})`;
}

export class Pen {
  private path = "";

  /** @param base where the lane line lies, across the axis */
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

  /** A quadratic curve by way of a control point. */
  curve(t1: number, c1: number, t: number, c: number): this {
    this.path += `Q${this.at(t1, c1)} ${this.at(t, c)}`;
    return this;
  }

  /** A part of a circle, up to its half. Clockwise as seen horizontally; swapping the axes mirrors it. */
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

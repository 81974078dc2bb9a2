/** Differences below this fraction of the window are rounding errors. */
const ROUNDING_TOLERANCE = 1e-9;
/** Distance from the edges within which `reveal` centres, as a fraction of the window. */
const REVEAL_MARGIN = 0.04;

/**
 * The visible window of the axis: an immutable value. Each method returns a view whose window is inside the axis, or the same
 * object when nothing changes.
 */
export class View {
  private constructor(
    /** The whole axis, in units of the axis. */
    readonly domain: readonly [number, number],
    /** The window, in units of the axis. */
    readonly from: number,
    readonly to: number,
    /** Length of the narrowest window, in units of the axis. */
    private readonly minLength: number,
  ) {}

  /** The whole axis. `maxZoom` is the largest magnification. */
  static whole(domain: readonly [number, number], maxZoom: number): View {
    const [from, to] = domain;
    return new View(domain, from, to, (to - from) / maxZoom);
  }

  /** Magnification; 1 shows the whole axis. */
  get zoom(): number {
    return (this.domain[1] - this.domain[0]) / (this.to - this.from);
  }

  /** Largest magnification. */
  get maxZoom(): number {
    return (this.domain[1] - this.domain[0]) / this.minLength;
  }

  get isWhole(): boolean {
    return this.from === this.domain[0] && this.to === this.domain[1];
  }

  /** Whether the view can pan to an earlier or a later time, and zoom in. Rounding errors are ignored. */
  get canMove(): { readonly earlier: boolean; readonly later: boolean; readonly closer: boolean } {
    const { domain, from, to, minLength } = this;
    const tolerance = (to - from) * ROUNDING_TOLERANCE;
    return {
      earlier: from - domain[0] > tolerance,
      later: domain[1] - to > tolerance,
      closer: to - from - minLength > tolerance,
    };
  }

  /** The window `from` to `to`, adjusted to the axis and to the largest magnification. */
  window(from: number, to: number): View {
    const [first, last] = this.domain;
    const length = Math.min(last - first, Math.max(this.minLength, to - from));
    const middle = (from + to) / 2;
    const start = Math.max(first, Math.min(last - length, middle - length / 2));
    // The exact ends, so that a view of everything is recognised as such.
    return length === last - first ? this.with(first, last) : this.with(start, start + length);
  }

  /** Moves by a fraction of the window: 0.5 moves half a window later. */
  pan(fraction: number): View {
    const by = (this.to - this.from) * fraction;
    return this.window(this.from + by, this.to + by);
  }

  /** Magnifies around a position of the axis, which keeps its place on screen. */
  zoomAt(factor: number, place = (this.from + this.to) / 2): View {
    const [first, last] = this.domain;
    const length = Math.min(last - first, Math.max(this.minLength, (this.to - this.from) / factor));
    const ratio = length / (this.to - this.from);
    const from = place - (place - this.from) * ratio;
    return this.window(from, from + length);
  }

  fit(): View {
    return this.with(this.domain[0], this.domain[1]);
  }

  /** Centres a position of the axis unless it is visible. */
  reveal(place: number): View {
    const margin = (this.to - this.from) * REVEAL_MARGIN;
    if (place >= this.from + margin && place <= this.to - margin) return this;
    const half = (this.to - this.from) / 2;
    return this.window(place - half, place + half);
  }

  /** Moves as little as needed to show a range, or part of it, `margin` away from the edges. */
  ensureVisible(start: number, end: number, margin: number): View {
    if (end < this.from + margin) return this.window(end - margin, this.to - this.from + end - margin);
    if (start > this.to - margin) return this.window(start + margin - (this.to - this.from), start + margin);
    return this;
  }

  private with(from: number, to: number): View {
    if (from === this.from && to === this.to) return this;
    return new View(this.domain, from, to, this.minLength);
  }
}

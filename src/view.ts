/**
 * What part of the axis is in view and what is selected: an immutable value with pure moves. Every move keeps the window
 * inside the axis and returns the same object when nothing changes.
 */
export class View {
  private constructor(
    /** The whole axis, in units of the axis. */
    readonly domain: readonly [number, number],
    /** The window, in units of the axis. */
    readonly from: number,
    readonly to: number,
    /** Id of the selected event. */
    readonly selected: string | null,
    /** The narrowest window there is. */
    private readonly minLength: number,
  ) {}

  /** Everything in view. `deepest` is how many times the view can be magnified. */
  static whole(domain: readonly [number, number], maxZoom: number): View {
    const [from, to] = domain;
    return new View(domain, from, to, null, (to - from) / maxZoom);
  }

  /** How many times the view is magnified; 1 is the whole axis. */
  get zoom(): number {
    return (this.domain[1] - this.domain[0]) / (this.to - this.from);
  }

  /** How many times it can be magnified. */
  get deepest(): number {
    return (this.domain[1] - this.domain[0]) / this.minLength;
  }

  get isWhole(): boolean {
    return this.from === this.domain[0] && this.to === this.domain[1];
  }

  /** Whether there is anything earlier, anything later, and anything closer to be had. Roundings are no reason to move. */
  get canMove(): { readonly earlier: boolean; readonly later: boolean; readonly closer: boolean } {
    const { domain, from, to, minLength: narrowest } = this;
    const hair = (to - from) * 1e-9;
    return { earlier: from - domain[0] > hair, later: domain[1] - to > hair, closer: to - from - narrowest > hair };
  }

  /** A window, as near as it can be had. */
  window(from: number, to: number): View {
    const [first, last] = this.domain;
    const length = Math.min(last - first, Math.max(this.minLength, to - from));
    const middle = (from + to) / 2;
    const start = Math.max(first, Math.min(last - length, middle - length / 2));
    // The exact ends, so that a view of everything is recognised as such.
    return length === last - first ? this.with(first, last) : this.with(start, start + length);
  }

  /** Moves by a part of the window: 0.5 shows what is half a window later. */
  pan(part: number): View {
    const by = (this.to - this.from) * part;
    return this.window(this.from + by, this.to + by);
  }

  /** Magnifies about a place of the axis, which stays where it is. */
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

  /** Brings a place into the middle, without magnifying, unless it is in view already. */
  reveal(place: number): View {
    const margin = (this.to - this.from) * 0.04;
    if (place >= this.from + margin && place <= this.to - margin) return this;
    const half = (this.to - this.from) / 2;
    return this.window(place - half, place + half);
  }

  /** Moves by no more than it takes to have a stretch, or a part of it, in view and `margin` away from the edges. */
  ensureVisible(start: number, end: number, margin: number): View {
    if (end < this.from + margin) return this.window(end - margin, this.to - this.from + end - margin);
    if (start > this.to - margin) return this.window(start + margin - (this.to - this.from), start + margin);
    return this;
  }

  select(id: string | null): View {
    return id === this.selected ? this : new View(this.domain, this.from, this.to, id, this.minLength);
  }

  private with(from: number, to: number): View {
    if (from === this.from && to === this.to) return this;
    return new View(this.domain, from, to, this.selected, this.minLength);
  }
}

/**
 * Panning by hand. The first frame lays out more than the window; the next ones only move that, until the window comes to its
 * end; once the hand rests, the picture is laid out anew and is what it would have been without all this.
 */
import type { Figure } from "../layout/figure.js";
import type { ResolvedOptions } from "../options.js";
import type { Picture, Pipeline } from "../pipeline.js";
import type { View } from "../view.js";
import { patch } from "./patch.js";
import type { Timers } from "./timers.js";

/** Laid out on either side, as a part of the window: more is moved for longer, and takes longer to lay out. */
export const BEYOND = 0.25;
/** The hand rests when it lets go, or has not moved for so long, in ms. */
const REST = 1000;
/** The first hundredth of a px beyond what is drawn is a rounding, not a gap. */
const ROUNDING = 0.01;

/** What is needed of the stage, which owns the drift. */
interface Drawn {
  picture: Picture;
  readonly pipeline: Pipeline;
  readonly figure: Figure;
  readonly view: View;
  readonly options: ResolvedOptions;
  readonly svg: SVGElement;
  readonly timers: Timers;
  paint(): void;
}

export class Drift {
  /** What is moved, and what it was laid out for. */
  private base: { readonly picture: Picture; readonly view: View; readonly options: ResolvedOptions } | undefined;
  private painted: View | undefined;

  constructor(private readonly stage: Drawn) {}

  /** Moves the picture to show the view. False where it cannot, and has to be laid out. */
  follow(): boolean {
    const { base, stage } = this;
    const { pipeline, figure, view, options } = stage;
    if (base?.options !== options || !isAsLong(base.view, view)) return false;
    const moved = pipeline.moved(base.picture, figure, base.view, BEYOND, view);
    const { drawn, shift, start, end } = moved.layout;
    if (drawn[0] + shift > start + ROUNDING || drawn[1] + shift < end - ROUNDING) return false;
    stage.picture = moved;
    patch(stage.svg, moved.svg);
    this.rest();
    return true;
  }

  /** How much is to be laid out on either side: none unless the view was moved since it was painted. */
  beyond(): number {
    const { painted, stage } = this;
    return painted && painted.from !== stage.view.from && isAsLong(painted, stage.view) ? BEYOND : 0;
  }

  /** The picture is about to be laid out anew. */
  end(): void {
    this.base = undefined;
    this.stage.timers.clear("drift");
  }

  /** It was. */
  laid(beyond: number): void {
    const { picture, view, options } = this.stage;
    this.painted = view;
    if (beyond === 0) return;
    this.base = { picture, view, options };
    this.rest();
  }

  /** The hand has let go: the picture is laid out with the next frame. */
  settle(): void {
    if (this.base) this.stage.timers.set("drift", 0, () => this.stage.paint());
  }

  /** At once, for whoever asks what is where. */
  rested(): void {
    if (this.base) this.stage.paint();
  }

  private rest(): void {
    this.stage.timers.set("drift", REST, () => this.stage.paint());
  }
}

/** The same window, maybe at another place. */
function isAsLong(a: View, b: View): boolean {
  const [before, after] = [a.to - a.from, b.to - b.from];
  return Math.abs(after - before) <= before * 1e-9 && a.selected === b.selected;
}

/**
 * Panning by hand. The first frame lays out more than the window; the next ones only move that, until the window comes to its
 * end; once the hand rests, the picture is laid out anew and is what it would have been without all this.
 */
import type { Figure } from "../../layout/index.js";
import type { ResolvedOptions } from "../../options.js";
import type { Picture } from "../../pipeline.js";
import { translatedNode } from "../../scene/translate.js";
import type { View } from "../../view.js";
import { patch } from "./patch.js";
import type { Schedule } from "./schedule.js";
import type { Timers } from "../controller/timers.js";

/** Laid out on either side, as a part of the window: more is moved for longer, and takes longer to lay out. */
export const BEYOND = 0.25;
/** The hand rests when it lets go, or has not moved for so long, in ms. */
const REST = 1000;
/** The first hundredth of a px beyond what is drawn is a rounding, not a gap. */
const ROUNDING = 0.01;

/** What is needed of the stage, which owns the drift. */
interface Drawn {
  picture: Picture;
  readonly figure: Figure;
  readonly view: View;
  readonly options: ResolvedOptions;
  readonly svg: SVGElement;
  readonly timers: Timers;
  readonly schedule: Schedule;
  paint(beyond?: number, hurried?: boolean): void;
}

export class Drift {
  /** What is moved, and what it was laid out for. */
  private base: { readonly picture: Picture; readonly view: View; readonly options: ResolvedOptions } | undefined;
  private painted: { readonly view: View; readonly options: ResolvedOptions } | undefined;
  /** What is moved is to be laid out anew. */
  private stale = false;
  /** How much was laid out on either side by a painting that may have left labels out; none that did not. */
  hurried: number | undefined;

  constructor(private readonly stage: Drawn) {}

  /** Moves the picture to show the view. False where it cannot, and has to be laid out. */
  follow(): boolean {
    const { base, stage } = this;
    const { figure, view, options } = stage;
    if (this.stale || base?.options !== options || !isAsLong(base.view, view)) return false;
    const layout = figure.translate(base.picture.layout, base.view, BEYOND, view, view.selected);
    const { drawn, shift, start, end } = layout;
    if (drawn[0] + shift > start + ROUNDING || drawn[1] + shift < end - ROUNDING) return false;
    const svg = translatedNode(base.picture.svg, layout, base.picture.context, figure.scale);
    stage.picture = { ...base.picture, view, layout, svg };
    patch(stage.svg, svg);
    this.rest();
    return true;
  }

  /** How much is to be laid out on either side: none unless the view is moved. */
  beyond(): number {
    const { base, painted, stage } = this;
    const moves = base !== undefined || painted?.view.from !== stage.view.from;
    return painted && moves && isAsLong(painted.view, stage.view) ? BEYOND : 0;
  }

  /**
   * Whether labels may come later: a figure that shows is magnified. What it is moved to was worked out ahead, unless some of
   * what shows is still missing.
   */
  get hurries(): boolean {
    return this.painted?.options === this.stage.options && (this.beyond() === 0 || this.hurried !== undefined);
  }

  /** The picture is about to be laid out anew. */
  end(): void {
    this.base = undefined;
    this.stale = false;
    this.stage.timers.clear("drift");
  }

  /** It was. */
  laid(beyond: number, hurried: boolean): void {
    const { picture, view, options } = this.stage;
    this.painted = { view, options };
    this.hurried = hurried ? beyond : undefined;
    if (beyond === 0) return;
    this.base = { picture, view, options };
    this.rest();
  }

  /** There is more to show than when it was painted: with the next frame. */
  renew(): void {
    this.stale = true;
    this.stage.schedule.request();
  }

  /** The hand has let go: the picture is laid out with the next frame. */
  settle(): void {
    if (this.base) this.stage.timers.set("drift", 0, () => this.stage.paint(0, this.hurries));
  }

  /** At once and whole, for whoever asks what is where. */
  rested(): void {
    if (this.base || this.hurried !== undefined) this.stage.paint();
  }

  private rest(): void {
    this.stage.timers.set("drift", REST, () => this.stage.paint(0, this.hurries));
  }
}

/** The same window, maybe at another place. */
function isAsLong(a: View, b: View): boolean {
  const [before, after] = [a.to - a.from, b.to - b.from];
  return Math.abs(after - before) <= before * 1e-9 && a.selected === b.selected;
}

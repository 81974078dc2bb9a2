/**
 * Panning by hand. The first frame lays out more than the window; the next ones only move that, until the window comes to its
 * end; once the hand rests, the picture is laid out anew and is what it would have been without all this.
 */
import { stripNode } from "../scene/strip.js";
import type { Figure } from "../layout/figure.js";
import type { Picture } from "../pipeline.js";
import type { View } from "../view.js";
import { patch } from "./patch.js";
import type { Timers } from "./timers.js";

/** Laid out on either side, as a part of the window: more is moved for longer, and takes longer to lay out. */
export const BEYOND = 0.25;
/** The hand rests when it lets go, or has not moved for so long, in ms. */
const REST = 1000;
const CLIP = ["x", "width", "viewBox"];

/** What is needed of the stage, which owns the drift. */
interface Drawn {
  readonly picture: Picture;
  readonly view: View;
  readonly figure: Figure;
  readonly svg: SVGElement;
  readonly timers: Timers;
  paint(): void;
}

export class Drift {
  /** What is moved, and the view that it was laid out for. */
  private base: { readonly picture: Picture; readonly view: View } | undefined;
  private painted: View | undefined;
  private moved = false;
  /** What the plot is clipped by at rest. */
  private wide: readonly string[] | undefined;

  constructor(private readonly stage: Drawn) {}

  /** Moves the picture to show the view. False where it cannot, and has to be laid out. */
  follow(): boolean {
    const { base, stage } = this;
    const { view, picture } = stage;
    if (base?.picture !== picture || picture.layout.orientation !== "horizontal") return false;
    if (!isMoved(base.view, view)) return false;
    const { layout, context } = picture;
    const { start, end, density } = layout;
    const by = ((view.from - base.view.from) / (view.to - view.from)) * (end - start);
    // The first hundredth of a px beyond is a rounding, not a gap.
    if (layout.drawn[0] - by > start + 0.01 || layout.drawn[1] - by < end - 0.01) return false;
    this.place(-by);
    const strip = stage.svg.querySelector(".dl-strip");
    if (strip && density) {
      const [first, last] = view.domain;
      const px = (place: number): number => start + ((place - first) / (last - first)) * (end - start);
      const window = { ...density, windowFrom: px(view.from), windowTo: px(view.to) };
      const [from, to] = stage.figure.scale.times;
      const node = stripNode({ ...layout, density: window }, to - from, context);
      if (node) patch(strip, node);
    }
    this.rest();
    return true;
  }

  /** How much is to be laid out on either side: none unless the view was moved since it was painted. */
  beyond(): number {
    const { picture, view } = this.stage;
    const { layout, context } = picture;
    // Threads leave the part that is moved; a mirrored picture is turned round as a whole.
    const can = layout.orientation === "horizontal" && layout.threads.length === 0 && !context.mirrored;
    return can && this.painted && isMoved(this.painted, view) ? BEYOND : 0;
  }

  /** The picture is about to be laid out anew. */
  end(): void {
    if (this.moved) this.place(0);
    this.base = undefined;
    this.stage.timers.clear("drift");
  }

  /** It was. */
  laid(beyond: number): void {
    const { picture, view } = this.stage;
    this.painted = view;
    if (beyond === 0) return;
    this.base = { picture, view };
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

  /** Moves everything in the plot, by so many px. */
  private place(by: number): void {
    this.moved = by !== 0;
    const plot = this.stage.svg.querySelector(":scope > .dl-plot");
    if (!plot) return;
    this.narrow(plot);
    for (const part of plot.children) {
      if (by === 0) part.removeAttribute("transform");
      else part.setAttribute("transform", `translate(${by} 0)`);
    }
  }

  /** What goes on beyond the window must end where it does at rest; then, marks at the ends may stand over them. */
  private narrow(plot: Element): void {
    const { layout } = this.stage.picture;
    if (this.moved && !this.wide) {
      this.wide = CLIP.map((name) => plot.getAttribute(name) ?? "");
      const [, top, , height] = (plot.getAttribute("viewBox") ?? "").split(" ");
      const width = layout.end - layout.start;
      plot.setAttribute("x", String(layout.start));
      plot.setAttribute("width", String(width));
      plot.setAttribute("viewBox", `${layout.start} ${top} ${width} ${height}`);
    } else if (!this.moved && this.wide) {
      for (const [i, name] of CLIP.entries()) plot.setAttribute(name, this.wide[i] as string);
      this.wide = undefined;
    }
  }
}

/** The same window at another place. */
function isMoved(a: View, b: View): boolean {
  const [before, after] = [a.to - a.from, b.to - b.from];
  return Math.abs(after - before) <= before * 1e-9 && a.selected === b.selected;
}

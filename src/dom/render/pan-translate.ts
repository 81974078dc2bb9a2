/**
 * Optimises dragging: lay out the window plus overscan once, then translate the picture per frame. When the drag ends, one
 * full layout makes the picture that the view has without all this.
 */
import type { Figure } from "../../layout/index.js";
import type { ResolvedOptions } from "../../options.js";
import type { Picture } from "../../pipeline.js";
import { translatedNode } from "../../scene/translate.js";
import type { View } from "../../view.js";

/** Overscan on either side, as a fraction of the window: more serves a longer drag, and takes longer to lay out. */
export const OVERSCAN = 0.25;
/** An edge of the picture this near to the edge of the window, in px, is a rounding error and no gap. */
const ROUNDING_PX = 0.01;

/** What a paint shows. */
export interface Shown {
  readonly figure: Figure;
  readonly view: View;
  readonly selected: string | null;
  readonly focused: string | null;
  readonly options: ResolvedOptions;
}

export class PanTranslate {
  /** The picture that is translated, and what it was laid out for. Absent unless the last paint had overscan. */
  private base: { readonly picture: Picture; readonly shown: Shown } | undefined;
  private painted: Shown | undefined;
  private isStale = false;
  /** Overscan of the last partial paint; undefined if that paint was complete. */
  partialOverscan: number | undefined;

  /** The picture translated to a view; undefined where that needs a layout. */
  translate({ figure, view, selected, focused, options }: Shown): Picture | undefined {
    const { base } = this;
    if (!base || this.isStale || base.shown.options !== options) return undefined;
    if (!isSameLength(base.shown.view, view) || base.shown.selected !== selected) return undefined;
    if (base.shown.focused !== focused) return undefined;
    const layout = figure.translate(base.picture.layout, base.shown.view, OVERSCAN, view, selected);
    const { drawn, shift, start, end } = layout;
    if (drawn[0] + shift > start + ROUNDING_PX || drawn[1] + shift < end - ROUNDING_PX) return undefined;
    const svg = translatedNode(base.picture.svg, layout, base.picture.context, figure.scale);
    return { ...base.picture, view, layout, svg };
  }

  /** Overscan of the next paint during a gesture: none unless the gesture pans. */
  overscanFor({ view, selected }: Shown): number {
    const { base, painted } = this;
    if (!painted || (base === undefined && painted.view.from === view.from)) return 0;
    return isSameLength(painted.view, view) && painted.selected === selected ? OVERSCAN : 0;
  }

  /**
   * Whether the next paint may leave out labels: while a gesture zooms, and while labels are missing anyway. Labels that a
   * pan brings in were computed in idle time.
   */
  mayBePartial(shown: Shown): boolean {
    const isZoom = this.overscanFor(shown) === 0;
    return this.painted?.options === shown.options && (isZoom || this.partialOverscan !== undefined);
  }

  /** Whether the page shows a translated picture, or one without all its labels. */
  get isProvisional(): boolean {
    return this.base !== undefined || this.partialOverscan !== undefined;
  }

  /** Whether the page shows another figure or another selection than the last paint. */
  isOther({ figure, options, selected }: Shown): boolean {
    const { painted } = this;
    return painted?.figure !== figure || painted.options !== options || painted.selected !== selected;
  }

  /** Makes the next frame lay the picture out, because more labels are computed. */
  invalidate(): void {
    this.isStale = true;
  }

  /** Called before a layout. */
  reset(): void {
    this.base = undefined;
    this.isStale = false;
  }

  /** Called after a paint. */
  afterPaint(shown: Shown, picture: Picture, overscan: number, partial: boolean): void {
    this.painted = shown;
    this.partialOverscan = partial ? overscan : undefined;
    if (overscan > 0) this.base = { picture, shown };
  }

  /** Called when no label is missing after all. */
  complete(): void {
    this.partialOverscan = undefined;
  }
}

/** Whether two views have the same zoom, maybe at different positions. */
function isSameLength(a: View, b: View): boolean {
  const [before, after] = [a.to - a.from, b.to - b.from];
  return Math.abs(after - before) <= before * 1e-9;
}

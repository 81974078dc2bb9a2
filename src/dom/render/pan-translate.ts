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
const OVERSCAN = 0.25;
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

  /** The picture translated to a view; undefined where that needs a layout. */
  translate({ figure, view, selected, focused, options }: Shown): Picture | undefined {
    const { base } = this;
    if (!base || base.shown.options !== options) return undefined;
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

  /** Whether the page shows a picture with overscan, which may be translated. */
  get isProvisional(): boolean {
    return this.base !== undefined;
  }

  /** Whether the page shows another figure or another selection than the last paint. */
  isOther({ figure, options, selected }: Shown): boolean {
    const { painted } = this;
    return painted?.figure !== figure || painted.options !== options || painted.selected !== selected;
  }

  /** Called before a layout. */
  reset(): void {
    this.base = undefined;
  }

  /** Called after a paint. */
  afterPaint(shown: Shown, picture: Picture, overscan: number): void {
    this.painted = shown;
    if (overscan > 0) this.base = { picture, shown };
  }
}

/** Whether two views have the same zoom, maybe at different positions. */
function isSameLength(a: View, b: View): boolean {
  const [before, after] = [a.to - a.from, b.to - b.from];
  return Math.abs(after - before) <= before * 1e-9;
}

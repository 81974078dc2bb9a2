/** Measures text in the page's own font, with a canvas that is never shown. */
import type { MeasureText } from "../../base/text-width.js";
import { DATE_SIZE } from "../../layout/metrics.js";

/** Texts whose widths are remembered for each font. */
const REMEMBERED_TEXTS_MAX = 20_000;

/** A text that two fonts hardly set equally wide. It is measured in a size that labels have, which the canvas has loaded. */
const SAMPLE = "Hamburgefonstiv 1234567890";

/** The font of the page, which may arrive after the first paint. */
export class PageFonts {
  /** Absent where the browser has no canvas. */
  measure: MeasureText | undefined;
  /** Widths of the sample, which show that the font has changed: the canvas uses a new font as soon as it is loaded. */
  private widths: string | undefined;

  constructor(private readonly container: Element) {
    this.changed();
  }

  /** Measures again after fonts were loaded. Returns whether text has other widths now. */
  changed(): boolean {
    const measure = canvasMeasure(this.container);
    const widths = measure && [measure(SAMPLE, DATE_SIZE, 400), measure(SAMPLE, DATE_SIZE, 600)].join();
    if (widths === this.widths) return false;
    this.measure = measure;
    this.widths = widths;
    return true;
  }
}

/**
 * @param container the container of a figure, or of one to come
 * @returns a measure, or `undefined` where the browser has no canvas
 */
function canvasMeasure(container: Element): MeasureText | undefined {
  const context = container.ownerDocument.createElement("canvas").getContext("2d");
  if (!context) return undefined;
  const family = familyIn(container) || "sans-serif";
  const byFont = new Map<number, Map<string, number>>();
  let set: number | undefined;
  return (text, size, weight) => {
    const font = size + weight / 1e4;
    let remembered = byFont.get(font);
    if (!remembered) {
      remembered = new Map();
      byFont.set(font, remembered);
    }
    let width = remembered.get(text);
    if (width === undefined) {
      // Setting a font costs as much as measuring.
      if (set !== font) context.font = `${weight} ${size}px ${family}`;
      set = font;
      width = context.measureText(text).width;
      if (remembered.size >= REMEMBERED_TEXTS_MAX) remembered.clear();
      remembered.set(text, width);
    }
    return width;
  };
}

/** The font family that the page gives a figure: read from the figure, or before the first paint from a probe. */
function familyIn(container: Element): string {
  const page = container.ownerDocument;
  const shown = container.querySelector(":scope > .datelines");
  const probe = shown ?? page.createElement("figure");
  if (!shown) {
    probe.className = "datelines";
    container.append(probe);
  }
  const family = page.defaultView?.getComputedStyle(probe).fontFamily ?? "";
  if (!shown) probe.remove();
  return family;
}

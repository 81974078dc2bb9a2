/** Measures text with the font that the figure is really set in, by a canvas that is never shown. */
import type { MeasureText } from "../../base/text-width.js";
import { DATE_SIZE } from "../../layout/metrics.js";

const LARGEST_MEMORY = 20_000;

/** What two faces hardly set equally wide, in both weights. In a size that labels have: another would be made for this. */
const SAMPLE = "Hamburgefonstiv 1234567890";

/** The faces that the page sets a figure in. */
export class PageFonts {
  /** Absent where there is no canvas. */
  measure: MeasureText | undefined;
  /** Widths by which faces are told apart: the canvas takes another face by itself as soon as it is there. */
  private widths: string | undefined;

  constructor(private readonly container: Element) {
    this.changed();
  }

  /** Looks again after fonts have come: true when texts are set otherwise now. */
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
 * @param container in which a figure stands or will stand
 * @returns a measure, or `undefined` where there is no canvas
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
      // Assigning the same font again costs as much as measuring.
      if (set !== font) context.font = `${weight} ${size}px ${family}`;
      set = font;
      width = context.measureText(text).width;
      if (remembered.size >= LARGEST_MEMORY) remembered.clear();
      remembered.set(text, width);
    }
    return width;
  };
}

/** The faces that the page gives a figure: asked of the one that is there, or before the first picture of one for that. */
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

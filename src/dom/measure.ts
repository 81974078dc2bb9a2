/** Measures text with the font that the figure is really set in, by a canvas that is never shown. */
import type { MeasureText } from "../base/text-width.js";

const LARGEST_MEMORY = 20_000;

/**
 * @param element whose font family is measured
 * @returns a measure, or `undefined` where there is no canvas
 */
export function canvasMeasure(element: Element): MeasureText | undefined {
  const view = element.ownerDocument.defaultView;
  const context = element.ownerDocument.createElement("canvas").getContext("2d");
  if (!view || !context) return undefined;
  const family = view.getComputedStyle(element).fontFamily || "sans-serif";
  const remembered = new Map<string, number>();
  return (text, size, weight) => {
    const font = `${weight} ${size}px ${family}`;
    const key = `${weight}/${size}/${text}`;
    let width = remembered.get(key);
    if (width === undefined) {
      // Assigning the same font again costs as much as measuring.
      if (context.font !== font) context.font = font;
      width = context.measureText(text).width;
      if (remembered.size >= LARGEST_MEMORY) remembered.clear();
      remembered.set(key, width);
    }
    return width;
  };
}

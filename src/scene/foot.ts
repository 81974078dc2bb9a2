/** Key and note under a standalone picture. In HTML they are text of the page. */
import type { MeasureText } from "../base/text-width.js";
import { wrapText } from "../base/wrap.js";
import type { FigureLayout } from "../layout/figure-layout.js";
import { FIGURE_INSET, SMALL_SIZE } from "../layout/metrics.js";
import type { SceneContext } from "./context.js";
import { type KeyEntry, keyEntries } from "./key.js";
import { type Node, node } from "./node.js";
import { noteText } from "./note.js";
import { linesNode, mutedText } from "./text.js";
import { INK } from "./theme.js";

/** Key and note of a standalone picture, in lines that fit. */
export function footNode(
  layout: FigureLayout,
  context: SceneContext,
  measure: MeasureText,
): { node: Node; height: number } {
  const { timeline, locale, theme } = context;
  const entries = keyEntries(timeline, layout, locale, theme);
  const placed = flow(entries, layout.width, measure);
  const top = layout.height + 14;
  const keyBottom = top + (placed.at(-1)?.line ?? -1) * 22 + 22;
  const note = noteText(timeline, layout, locale);
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const lines = note ? wrapText(note, layout.width - 2 * FIGURE_INSET, 6, style).lines : [];
  const noteTop = placed.length > 0 ? keyBottom + 8 : top + 4;
  const nodes = placed.map(({ entry, x, line }) => {
    const y = top + line * 22;
    return node("g", entry.id, {}, [
      node("g", "glyph", {}, entry.draw(x, y)),
      mutedText("label", x + entry.width + 7, y + 4.5, entry.label),
    ]);
  });
  const height = noteTop - layout.height + lines.length * 16 + (lines.length > 0 ? 6 : 0);
  return {
    height,
    node: node("g", "foot", { className: "dl-foot", ariaHidden: true }, [
      ...nodes,
      lines.length > 0 && linesNode("note", FIGURE_INSET, noteTop + 4, lines, 16, { ink: INK.muted }),
    ]),
  };
}

interface Flowed {
  readonly entry: KeyEntry;
  readonly x: number;
  readonly line: number;
}

function flow(entries: readonly KeyEntry[], width: number, measure: MeasureText): Flowed[] {
  let x = FIGURE_INSET;
  let line = 0;
  return entries.map((entry) => {
    const needed = entry.width + 7 + measure(entry.label, SMALL_SIZE, 400);
    if (x > FIGURE_INSET && x + needed > width - FIGURE_INSET) {
      x = FIGURE_INSET;
      line++;
    }
    const placed = { entry, x, line };
    x += needed + 18;
    return placed;
  });
}

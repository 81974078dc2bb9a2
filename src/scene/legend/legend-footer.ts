/** Key and note under a standalone picture. In HTML they are text of the page. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import { FIGURE_INSET, SMALL_SIZE } from "../../layout/metrics.js";
import type { Timeline } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import { type KeyEntry, keyEntries } from "./legend.js";
import { type Node, node } from "../node.js";
import { noteText } from "./legend-note.js";
import type { Shown } from "./legend-contents.js";
import { linesNode, mutedText } from "../labels/text.js";
import { INK, type Theme } from "../theme.js";

const KEY_TOP = 14;
const KEY_LINE = 22;
const NOTE_LINE = 16;

export interface Foot {
  readonly key: readonly Flowed[];
  readonly note: readonly string[];
  /** From the end of the picture. */
  readonly noteTop: number;
  readonly height: number;
}

/** Key and note of a standalone picture, in lines that fit its width. */
export function footOf(
  timeline: Timeline,
  shown: Shown,
  { width, locale, theme, measure }: { width: number; locale: Locale; theme: Theme; measure: MeasureText },
): Foot {
  const key = flow(keyEntries(timeline, shown, locale, theme), width, measure);
  const text = noteText(timeline, shown, locale);
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const note = text ? wrapText(text, width - 2 * FIGURE_INSET, 6, style).lines : [];
  const noteTop = KEY_TOP + (key.length > 0 ? ((key.at(-1) as Flowed).line + 1) * KEY_LINE + 8 : 4);
  return { key, note, noteTop, height: noteTop + note.length * NOTE_LINE + (note.length > 0 ? 6 : 0) };
}

/** @param width of the picture, in a language that runs to the left: then all of it begins there */
export function footNode({ key, note, noteTop }: Foot, top: number, width?: number): Node {
  const anchor = width === undefined ? ("left" as const) : ("right" as const);
  const nodes = key.map(({ entry, x, line }) => {
    const y = top + KEY_TOP + line * KEY_LINE;
    const labelX = x + entry.width + 7;
    const [glyph, label] = width === undefined ? [x, labelX] : [width - x - entry.width, width - labelX];
    return node("g", entry.id, {}, [
      node("g", "glyph", {}, entry.draw(glyph, y)),
      mutedText("label", label, y + 4.5, entry.label, { anchor }),
    ]);
  });
  const noteX = width === undefined ? FIGURE_INSET : width - FIGURE_INSET;
  return node("g", "foot", { className: "dl-foot", ariaHidden: true }, [
    ...nodes,
    note.length > 0 && linesNode("note", noteX, top + noteTop + 4, note, NOTE_LINE, { ink: INK.muted, anchor }),
  ]);
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
    // In a wide face entries come closer, and still stand apart.
    const needed = entry.width + 7 + expectedWidth(measure(entry.label, SMALL_SIZE, 400), 400, measure);
    if (x > FIGURE_INSET && x + needed > width - FIGURE_INSET) {
      x = FIGURE_INSET;
      line++;
    }
    const placed = { entry, x, line };
    x += needed + 18;
    return placed;
  });
}

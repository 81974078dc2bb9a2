/** Lays out and draws legend and note below a standalone picture. In HTML they are text of the page. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import { FIGURE_INSET, SMALL_SIZE } from "../../layout/metrics.js";
import type { Timeline } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import { type LegendEntry, legendEntries } from "./legend.js";
import { type Node, node } from "../node.js";
import { noteText } from "./legend-note.js";
import type { LegendContents } from "./legend-contents.js";
import { linesNode, mutedText } from "../labels/text.js";
import { INK, type Theme } from "../theme.js";

/** From the picture to the middle of the legend's first line, and line heights, in px. */
const LEGEND_TOP = 14;
const LEGEND_LINE_HEIGHT = 22;
const NOTE_LINE_HEIGHT = 16;

export interface LegendFooter {
  readonly legend: readonly PlacedEntry[];
  readonly note: readonly string[];
  /** Top of the note, in px from the end of the picture. */
  readonly noteTop: number;
  readonly height: number;
}

/** Lays out legend and note in lines that fit the width of the picture. */
export function legendFooter(
  timeline: Timeline,
  contents: LegendContents,
  { width, locale, theme, measure }: { width: number; locale: Locale; theme: Theme; measure: MeasureText },
): LegendFooter {
  const legend = flowEntries(legendEntries(timeline, contents, locale, theme), width, measure);
  const text = noteText(timeline, contents, locale);
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const note = text ? wrapText(text, width - 2 * FIGURE_INSET, 6, style).lines : [];
  const noteTop =
    LEGEND_TOP + (legend.length > 0 ? ((legend.at(-1) as PlacedEntry).line + 1) * LEGEND_LINE_HEIGHT + 8 : 4);
  return { legend, note, noteTop, height: noteTop + note.length * NOTE_LINE_HEIGHT + (note.length > 0 ? 6 : 0) };
}

/** @param width width of the picture in a right-to-left locale, where entries start at the right */
export function legendFooterNode({ legend, note, noteTop }: LegendFooter, top: number, width?: number): Node {
  const anchor = width === undefined ? ("left" as const) : ("right" as const);
  const nodes = legend.map(({ entry, x, line }) => {
    const y = top + LEGEND_TOP + line * LEGEND_LINE_HEIGHT;
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
    note.length > 0 && linesNode("note", noteX, top + noteTop + 4, note, NOTE_LINE_HEIGHT, { ink: INK.muted, anchor }),
  ]);
}

interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly line: number;
}

function flowEntries(entries: readonly LegendEntry[], width: number, measure: MeasureText): PlacedEntry[] {
  let x = FIGURE_INSET;
  let line = 0;
  return entries.map((entry) => {
    // The expected width leaves a gap between entries even in a wide font.
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

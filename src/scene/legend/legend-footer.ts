/** Lays out and draws legend and note below a standalone picture. In HTML they are text of the page. */
import { expectedWidth, type MeasureText } from "../../base/text-width.js";
import { wrapText } from "../../base/wrap.js";
import { FIGURE_INSET, SMALL_SIZE } from "../../layout/metrics.js";
import type { Timeline } from "../../model/timeline.js";
import type { Locale } from "../../time/locale.js";
import { legendEntries } from "./legend.js";
import type { LegendEntry } from "./legend-entry.js";
import { type Node, node } from "../node.js";
import { noteText } from "./legend-note.js";
import type { LegendContents } from "./legend-contents.js";
import { linesNode, mutedText } from "../labels/text.js";
import { INK, type Theme } from "../theme.js";

const LEGEND_TOP = 12;
const LEGEND_LINE_HEIGHT = 22;
const NOTE_LINE_HEIGHT = 16;
/** Least space between the key and a note in its line, in px. */
const NOTE_GAP = 24;

export interface LegendFooter {
  readonly legend: readonly PlacedEntry[];
  readonly note: readonly string[];
  /** Top of the note, in px from the end of the picture. */
  readonly noteTop: number;
  /** The note ends where the picture does, in the line of the legend. */
  readonly noteAtEnd: boolean;
  readonly height: number;
}

/** Lays out legend and note in lines that fit the width of the picture. */
export function legendFooter(
  timeline: Timeline,
  contents: LegendContents,
  { width, locale, theme, measure }: { width: number; locale: Locale; theme: Theme; measure: MeasureText },
): LegendFooter {
  const entries = legendEntries(timeline, contents, locale, theme);
  const full = footFrom(entries, noteText(timeline, contents, locale), width, measure);
  if (full.noteAtEnd) return full;
  // Where one line does not hold all, what speaks for itself is left out, if the rest has room in it.
  const needed = entries.filter(({ id }) => !SELF_EVIDENT.has(id));
  const short = footFrom(needed, noteText(timeline, contents, locale, true), width, measure);
  return short.noteAtEnd ? short : full;
}

const SELF_EVIDENT: ReadonlySet<string> = new Set(["keyLasted", "keyAbout"]);

function footFrom(entries: readonly LegendEntry[], text: string, width: number, measure: MeasureText): LegendFooter {
  const legend = flowEntries(entries, width, measure);
  const style = { size: SMALL_SIZE, weight: 400 as const, measure };
  const note = text ? wrapText(text, width - 2 * FIGURE_INSET, 6, style).lines : [];
  const last = legend.at(-1);
  const beside = note.length === 1 && (last?.line ?? 0) === 0;
  const end = last ? last.x + last.entry.width + 7 + measure(last.entry.label, SMALL_SIZE, 400) : 0;
  // A note that has room stands at the end of the line.
  if (beside && end + NOTE_GAP + measure(text, SMALL_SIZE, 400) <= width - FIGURE_INSET) {
    return {
      legend,
      note,
      noteTop: LEGEND_TOP,
      noteAtEnd: legend.length > 0,
      height: LEGEND_TOP + LEGEND_LINE_HEIGHT / 2,
    };
  }
  const noteTop = LEGEND_TOP + (last ? (last.line + 1) * LEGEND_LINE_HEIGHT : 0);
  return {
    legend,
    note,
    noteTop,
    noteAtEnd: false,
    height: noteTop + note.length * NOTE_LINE_HEIGHT + (note.length > 0 ? 2 : 0),
  };
}

export function legendFooterNode(
  { legend, note, noteTop, noteAtEnd }: LegendFooter,
  top: number,
  width: number,
  back: boolean,
): Node {
  const anchor = !back ? ("left" as const) : ("right" as const);
  const nodes = legend.map(({ entry, x, line }) => {
    const y = top + LEGEND_TOP + line * LEGEND_LINE_HEIGHT;
    const labelX = x + entry.width + 7;
    const [glyph, label] = !back ? [x, labelX] : [width - x - entry.width, width - labelX];
    return node("g", entry.id, {}, [
      node("g", "glyph", {}, entry.draw(glyph, y)),
      mutedText("label", label, y + 4.5, entry.label, { anchor }),
    ]);
  });
  const atRight = noteAtEnd !== back;
  const noteX = atRight ? width - FIGURE_INSET : FIGURE_INSET;
  return node("g", "foot", { className: "dl-foot", ariaHidden: true }, [
    ...nodes,
    note.length > 0 &&
      linesNode("note", noteX, top + noteTop + 4, note, NOTE_LINE_HEIGHT, {
        ink: INK.muted,
        anchor: atRight ? "right" : "left",
      }),
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

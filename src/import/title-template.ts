/** Titles by a template of the caller: "{Place}, M {Magnitude}". */
import { plainNumber } from "./plain-number.js";

/** A text with places for values, in the order of the text. */
export interface TitleTemplate {
  /** Names in braces, each once. */
  readonly names: readonly string[];
  /**
   * The text with its places filled. Words beside a value that is missing are left out, up to the next value or the next
   * comma, colon, semicolon, bar or dash; empty if all are missing.
   */
  fill(valueOf: (name: string) => string | undefined): string;
}

const PLACE = /\{([^{}]+)\}/g;
/** What separates the parts of a title. */
const SEPARATOR = /(\s*[,;:|·]\s+|\s+[–—-]\s+)/;

/** Undefined for a text without a place for a value: all titles would be the same. */
export function titleTemplate(text: string): TitleTemplate | undefined {
  const names = [...new Set(Array.from(text.matchAll(PLACE), ([, name = ""]) => name.trim()))];
  if (names.length === 0) return undefined;
  // Parts at even indexes, separators at odd ones.
  const pieces = text.split(SEPARATOR);
  return {
    names,
    fill(valueOf) {
      const shown = (name: string): string => plainNumber(valueOf(name)?.replace(/\s+/g, " ").trim() ?? "");
      if (names.every((name) => shown(name) === "")) return "";
      let filled = "";
      for (let i = 0; i < pieces.length; i += 2) {
        const part = fillPart(pieces[i] as string, shown);
        if (part !== "") filled += (filled === "" ? "" : (pieces[i - 1] as string)) + part;
      }
      return filled;
    },
  };
}

/** Fills a part; words on either side of a missing value go with it. */
function fillPart(part: string, shown: (name: string) => string): string {
  // Words at even indexes, names at odd ones.
  const pieces = part.split(PLACE);
  const values = pieces.map((piece, i) => (i % 2 === 1 ? shown(piece.trim()) : ""));
  const isMissing = (i: number): boolean => i > 0 && i < pieces.length && values[i] === "";
  const filled = pieces
    .map((piece, i) => (i % 2 === 1 ? (values[i] as string) : isMissing(i - 1) || isMissing(i + 1) ? " " : piece))
    .join("");
  return withoutLoneBrackets(filled).replace(/\s+/g, " ").trim();
}

/** Removes brackets whose other half went with a missing value. */
function withoutLoneBrackets(text: string): string {
  const count = (sign: string): number => text.split(sign).length - 1;
  return count("(") === count(")") ? text : text.replace(/[()]/g, "");
}

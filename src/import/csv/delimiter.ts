/** Which character separates the cells of a text. */

export type Delimiter = "," | ";" | "\t" | "|";

const CANDIDATES: readonly Delimiter[] = [",", "\t", ";", "|"];
const SAMPLE_LINES = 20;
const SAMPLE_LENGTH = 64 * 1024;

/** A first line `sep=;`, as Excel writes it: the separator, and the offset at which the table begins. */
export function separatorLine(text: string): { delimiter: string; start: number } | undefined {
  const match = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(text.slice(0, 16));
  return match ? { delimiter: match[1] as string, start: match[0].length } : undefined;
}

/** The candidate that most lines have as often as the first one does; a comma where none stands out. */
export function detectDelimiter(text: string): Delimiter {
  const lines = linesOutsideQuotes(text.slice(0, SAMPLE_LENGTH));
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = lines.map((line) => line.split(candidate).length - 1);
    const first = counts[0] ?? 0;
    if (first === 0) continue;
    const agreeing = counts.filter((count) => count === first).length / counts.length;
    const score = agreeing * 100 + Math.min(first, 50);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function linesOutsideQuotes(text: string): string[] {
  const plain = text.replace(/"(?:[^"]|"")*"/g, '""');
  // Not split first: of a cell that the sample cuts, tens of thousands of empty lines may be left.
  return (plain.match(/^.*\S.*$/gm) ?? []).slice(0, SAMPLE_LINES);
}

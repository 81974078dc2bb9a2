/** Detects the character that separates cells. */

export type Delimiter = "," | ";" | "\t" | "|";

const CANDIDATES: readonly Delimiter[] = [",", "\t", ";", "|"];
const SAMPLE_LINES = 20;
/** UTF-16 code units examined. */
const SAMPLE_LENGTH = 64 * 1024;

/** Reads a first line `sep=;`, as Excel writes it: the separator, and the offset where the table begins. */
export function separatorLine(text: string): { delimiter: string; start: number } | undefined {
  const match = /^sep=([^\r\n])(?:\r\n|\r|\n)/i.exec(text.slice(0, 16));
  return match ? { delimiter: match[1] as string, start: match[0].length } : undefined;
}

/** The candidate that occurs equally often in most lines; a comma if there is none. Lines above the table may differ. */
export function detectDelimiter(text: string): Delimiter {
  const lines = linesOutsideQuotes(text.slice(0, SAMPLE_LENGTH));
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const counts = lines.map((line) => line.split(candidate).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    if (usual === undefined) continue;
    const agreeing = counts.filter((count) => count === usual).length / counts.length;
    const score = agreeing * 100 + Math.min(usual, 50);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** The most frequent number; of equally frequent ones, the first. */
function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function linesOutsideQuotes(text: string): string[] {
  const plain = text.replace(/"(?:[^"]|"")*"/g, '""');
  // Match instead of split: a cut quoted cell may leave tens of thousands of empty lines.
  return (plain.match(/^.*\S.*$/gm) ?? []).slice(0, SAMPLE_LINES);
}

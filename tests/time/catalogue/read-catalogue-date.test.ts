/** A sheet of an archive in shuffled order: each date is right, or refused with a reason that names its notation. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../../src/parse.js";
import { readCatalogueDate } from "../../../src/time/catalogue/read-catalogue-date.js";
import { isoDay } from "../../support/iso.js";
import { CATALOGUE_ROWS } from "./catalogue-table.js";

const day = (instant: number): string => (Number.isFinite(instant) ? isoDay(instant) : "open");

/** What an importer and then a document make of a cell. */
function read(text: string): readonly [string, string] | string {
  const { span, issues } = parseDate(readCatalogueDate(text)?.date ?? text);
  return span ? [day(span.start), day(span.end - 1)] : (issues[0]?.message ?? "");
}

/** The rows in an order that a generator with a fixed seed gives. */
function shuffled<T>(rows: readonly T[]): readonly T[] {
  let seed = 20;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
  return rows
    .map((row) => [next(), row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

describe("as an archivist would", () => {
  test.each(CATALOGUE_ROWS.map((row) => [row[0], row] as const))("%s", (text, [, expected, last]) => {
    if (expected instanceof RegExp) expect(read(text)).toMatch(expected);
    else expect(read(text)).toEqual([expected, last]);
  });

  test("no row of the shuffled sheet is read wrongly in silence", () => {
    const wrong = shuffled(CATALOGUE_ROWS).filter(([text, expected, last]) => {
      const found = read(text);
      return typeof found !== "string" && (expected instanceof RegExp || found.join() !== [expected, last].join());
    });
    console.info(`archive sheet: ${CATALOGUE_ROWS.length} rows, ${wrong.length} silent wrong readings`);
    expect(wrong).toEqual([]);
    expect(CATALOGUE_ROWS.length).toBeGreaterThanOrEqual(60);
  });

  test("a text that is read as it is comes back as undefined", () => {
    for (const text of ["1848", "c. 1850", "19 June 2024", "1964/2008", "[1667,1668]", "nonsense"]) {
      expect(readCatalogueDate(text)).toBeUndefined();
    }
  });

  test("each rewriting has a note that quotes what is left out", () => {
    expect(readCatalogueDate("1970, printed 2011")).toEqual({
      date: "1970",
      remarks: [{ code: "date-notation", problem: '"printed 2011" is left out; it is read as 1970' }],
    });
  });

  test("rewriting a result changes nothing", () => {
    for (const [text] of CATALOGUE_ROWS) {
      const once = readCatalogueDate(text)?.date;
      if (once !== undefined && !once.endsWith("-?"))
        expect([once, readCatalogueDate(once)]).toEqual([once, undefined]);
    }
  });
});

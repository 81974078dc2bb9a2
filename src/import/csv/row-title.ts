/** The title of a row: by the template of the caller, from its column, or composed of the most telling cells. */
import { COMPOSED_TITLE_LENGTH_MAX } from "../draft-event.js";
import type { ImportReport, Where } from "../import-report.js";
import { plainNumber } from "../plain-number.js";
import { MISSING_COLUMN_PROBLEM, missingColumn, readTemplate } from "../titled.js";
import { type Columns, headerKey } from "./columns.js";
import type { Field } from "./header-phrases.js";

/** Returns the cell of a column by index; `undefined` if it is blank. */
export type Cell = (column: number) => string | undefined;

/** Cells of a composed title at most. */
const PARTS_MAX = 3;
/** Columns together tell rows apart when so many of the sampled rows differ. */
const TELLING_PART = 0.9;
/** A description that repeats in more rows than this says what kind an event is, not which. */
const REPEATED_PART = 0.5;
/** Longest text of a cell that is part of a title, on average. */
const WORDS_LENGTH_MAX = 60;

export class RowTitles {
  private readonly template: ReturnType<typeof readTemplate> | undefined;
  private readonly placeholders = new Map<string, number>();
  private readonly words: readonly number[];
  private readonly numbers: readonly number[];
  private readonly isDescribed: boolean;

  /**
   * @param sample the first rows
   * @throws TypeError for a template that names no column
   */
  constructor(
    private readonly columns: Columns,
    sample: readonly Cell[],
    titleFrom: string | undefined,
    private readonly report: ImportReport,
  ) {
    this.template = titleFrom === undefined ? undefined : readTemplate(titleFrom);
    for (const name of this.template?.names ?? []) this.place(name);
    const { single, rest } = columns;
    const isKind = (column: number, test: (text: string) => boolean): boolean => {
      const cells = sample.flatMap((cell) => cell(column) ?? []);
      return cells.filter(test).length > cells.length / 2;
    };
    const described = single.get("description");
    this.isDescribed =
      described !== undefined && (sample.length < 2 || distinct(sample, [described]) > sample.length * REPEATED_PART);
    const worded = rest.filter(
      (column) => isKind(column, isWords) && distinct(sample, [column]) > Math.min(1, sample.length - 1),
    );
    this.words = telling(sample, worded);
    const counted = rest.filter((column) => isKind(column, isNumber) && !IDENTIFIER.test(this.name(column)));
    const measured = counted.filter((column) => !COORDINATE.test(this.name(column)));
    this.numbers = (measured.length > 0 ? measured : counted).slice(0, 2);
  }

  private name(column: number): string {
    return headerKey(this.columns.headers[column] as string);
  }

  /** Finds the column of a name in the template. */
  private place(name: string): void {
    const { headers, single } = this.columns;
    const exact = headers.indexOf(name);
    const near = exact >= 0 ? exact : headers.findIndex((_, column) => this.name(column) === headerKey(name));
    const column = near >= 0 ? near : single.get(name as Field);
    if (column !== undefined) this.placeholders.set(name, column);
    else this.report.put("column-missing", MISSING_COLUMN_PROBLEM, missingColumn(name, headers));
  }

  of(cell: Cell, where: Where): string | undefined {
    const { single } = this.columns;
    const filled = this.template?.fill((name) => {
      const column = this.placeholders.get(name);
      return column === undefined ? undefined : cell(column);
    });
    if (filled) return filled;
    const titled = single.get("title");
    const own = titled === undefined ? undefined : cell(titled);
    if (own !== undefined) return own;
    const composed = this.composed(cell);
    if (titled !== undefined && composed !== undefined) {
      this.report.tally("title-composed", "the title is blank; the title is made of other columns", where, {
        hint: "Write what happened in a few words",
      });
    }
    return composed;
  }

  /** The description, or the fewest cells that tell rows apart: words, else numbers with the names of their columns. */
  private composed(cell: Cell): string | undefined {
    const { single, rest, headers } = this.columns;
    const cellOf = (field: Field): string | undefined => {
      const column = single.get(field);
      return column === undefined ? undefined : cell(column);
    };
    const description = cellOf("description");
    if (description !== undefined && this.isDescribed) return shortened(description);
    const given = (columns: readonly number[]): number[] => columns.filter((column) => cell(column) !== undefined);
    const words = given(this.words);
    if (words.length > 0) return shortened(words.map((column) => cell(column)).join(", "));
    if (description !== undefined) return shortened(description);
    const other = given(rest).find((column) => isWords(cell(column) as string));
    if (other !== undefined) return shortened(cell(other) as string);
    const named = (columns: readonly number[]): string =>
      columns.map((column) => `${headers[column]} ${plainNumber(cell(column) as string)}`).join(", ");
    const numbers = named(given(this.numbers)) || named(given(rest).slice(0, 2));
    return numbers === "" ? (cellOf("lane") ?? cellOf("place")) : shortened(numbers);
  }
}

const isNumber = (text: string): boolean => /^[-+−]?\d*[.,]?\d+$/.test(text);
/** Words that a reader understands: no codes, addresses or file names. */
const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !/^\S*[/\\@]\S*$|^\p{Lu}{1,3}$/u.test(text);

/** Where something is, which a map says better. Compared with a normalised header. */
const COORDINATE =
  /^(?:.* )?(?:lat|latitude|lon|lng|long|longitude|latitud|longitud|breite|länge|breitengrad|längengrad|x|y|geolocation)$/;
const IDENTIFIER = /^(?:.* )?(?:i d|id|uid|code|number|index|nr|no|key|zip|postcode|plz)$/;

/** How many of the rows differ in these columns. */
function distinct(rows: readonly Cell[], columns: readonly number[]): number {
  return new Set(rows.map((cell) => columns.map((column) => cell(column) ?? "").join("\n"))).size;
}

/** The fewest columns that tell rows apart: each adds the most to those before it. */
function telling(rows: readonly Cell[], columns: readonly number[]): number[] {
  const length = (column: number): number =>
    rows.reduce((sum, cell) => sum + (cell(column)?.length ?? 0), 0) / Math.max(1, rows.length);
  const short = columns.filter((column) => length(column) <= WORDS_LENGTH_MAX);
  const left = short.length > 0 ? short : [...columns];
  const chosen: number[] = [];
  let known = 1;
  while (chosen.length < PARTS_MAX && left.length > 0 && (chosen.length === 0 || known < rows.length * TELLING_PART)) {
    const counts = left.map((column) => distinct(rows, [...chosen, column]));
    const most = Math.max(...counts);
    if (chosen.length > 0 && most <= known) break;
    known = most;
    chosen.push(...left.splice(counts.indexOf(most), 1));
  }
  return chosen.sort((a, b) => a - b);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= COMPOSED_TITLE_LENGTH_MAX) return line;
  const cut = line.slice(0, COMPOSED_TITLE_LENGTH_MAX);
  const blank = cut.lastIndexOf(" ");
  return `${blank > COMPOSED_TITLE_LENGTH_MAX / 2 ? cut.slice(0, blank) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

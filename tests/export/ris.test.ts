import fc from "fast-check";
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import { toRis } from "../../src/export/ris.js";
import type { SourceInput } from "../../src/model/document/document.js";
import { parseDocument } from "../../src/model/document/parse-document.js";
import { someSource } from "../support/sources.js";

/** A strict reader of RIS: each line is a tag, two blanks, a hyphen, a blank and a value; records end with ER. */
function parse(text: string): (readonly [tag: string, value: string])[][] {
  const records: (readonly [string, string])[][] = [];
  let open: (readonly [string, string])[] | undefined;
  for (const line of text.split("\r\n")) {
    if (line === "") continue;
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
    if (!match) throw new Error(`no line of RIS: ${JSON.stringify(line)}`);
    const [, tag = "", value = ""] = match;
    if ((tag === "TY") !== (open === undefined)) throw new Error(`${tag} out of place`);
    open ??= [];
    if (tag === "ER") {
      records.push(open);
      open = undefined;
    } else open.push([tag, value]);
  }
  if (open) throw new Error("the last record does not end");
  return records;
}

const one = (source: SourceInput) =>
  parse(toRis({ sources: { one: source }, events: [] }))[0]?.filter(([tag]) => tag !== "ID");

describe("sources as RIS", () => {
  test("have a tag for each thing that is known", () => {
    expect(
      one({
        url: "https://example.org/a",
        title: "A",
        publisher: "The Paper",
        author: "Jane Roe",
        published: "2024-06-19",
        accessed: "2025-01",
        archived: "https://example.com/copy",
        quote: "so they said",
        language: "en",
      }),
    ).toEqual([
      ["TY", "ELEC"],
      ["AU", "Jane Roe"],
      ["TI", "A"],
      ["T2", "The Paper"],
      ["PY", "2024"],
      ["DA", "2024/06/19/"],
      ["UR", "https://example.org/a"],
      ["Y2", "2025/01//"],
      ["LA", "en"],
      ["N1", "Archived copy: https://example.com/copy"],
      ["N1", "“so they said”"],
    ]);
  });

  test.each([
    ["1848", "1848///"],
    ["winter 1834-35", "1834///winter 1834-35"],
    ["c. 1944", "1944///c. 1944"],
    ["before 1600", "///before 1600"],
    ["44 BC", "///44 BC"],
  ])("published %s has the date %s", (published, date) => {
    expect(one({ title: "A", published })?.find(([tag]) => tag === "DA")?.[1]).toBe(date);
  });

  test("of the example are as many as it has", () => {
    expect(parse(toRis(kursk))).toHaveLength(parseDocument(kursk).timeline.sources.length);
  });

  test("hold any text in one line each", () => {
    fc.assert(
      fc.property(fc.array(someSource, { minLength: 1, maxLength: 4 }), (list) => {
        const document = { sources: Object.fromEntries(list.map((source, i) => [`s${i}`, source])), events: [] };
        const count = parseDocument(document).timeline.sources.length;
        expect(parse(toRis(document))).toHaveLength(count);
      }),
      { numRuns: 200 },
    );
  });
});

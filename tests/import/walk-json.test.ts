/** jsonc-parser, which also reads what is broken, is the oracle. */
import fc from "fast-check";
import { type ParseError, printParseErrorCode, visit } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { type DuplicateKey, walkJson } from "../../src/import/walk-json.js";

function oracle(text: string): { offset: number; what: string } | undefined {
  let first: ParseError | undefined;
  const onError = (error: number, offset: number, length: number): void => {
    if (!first || offset < first.offset) first = { error, offset, length };
  };
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  const found = first as ParseError | undefined;
  return (
    found && {
      offset: found.offset,
      what: printParseErrorCode(found.error)
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .toLowerCase(),
    }
  );
}

const doublesOf = (text: string): DuplicateKey[] => {
  const found: DuplicateKey[] = [];
  walkJson(text, (double) => found.push(double));
  return found;
};

describe("the first mistake of a JSON text", () => {
  test.each([
    "{",
    "[",
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '{"a" 1}',
    '{"a":1 "b":2}',
    '{"a":}',
    "{,}",
    "{1:2}",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1,,2]",
    "[1}",
    '{"a":1]',
    "]",
    "}",
    ",",
    "1 2",
    "[1] x",
    "tru",
    "NaN",
    "-",
    "01",
    "1.",
    "1.e5",
    "1e",
    "1e+",
    "1.5x",
    "[1e5.2]",
    '"abc',
    '"a\nb"',
    '"a\\qb"',
    '"a\\u12x4"',
    '"a\\',
    '"a\tb"',
    "[1 // one\n]",
    "[/* one */1]",
    "[/1]",
    "{'a':1}",
    '{"a":undefined}',
  ])("of %j is where and what jsonc-parser says", (text) => {
    const fault = oracle(text);
    expect(fault, "the oracle finds a fault").not.toBeUndefined();
    expect(walkJson(text)).toEqual(fault);
  });

  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"a"',
    '"b\\n"',
    '"\\u00e9"',
    "1",
    "-2.5e3",
    "true",
    "null",
    " ",
    "\n",
    "x",
  ];

  test("has the place and message of jsonc-parser, for any order of tokens", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        fc.pre(text.trim() !== "");
        expect(walkJson(text)).toEqual(oracle(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("is found exactly in the texts that JSON.parse rejects", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom("", ...pieces), (json, place, piece) => {
        const at = place % (json.length + 1);
        const text = json.slice(0, at) + piece + json.slice(at + 1);
        let fine = true;
        try {
          JSON.parse(text);
        } catch {
          fine = false;
        }
        expect(walkJson(text) === undefined).toBe(fine);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("keys that stand twice", () => {
  test.each([
    ['{"a":1,"a":2}', [{ name: "a", offset: 7, before: "1", written: "2" }]],
    ['{"a":[1],"\\u0061":{"b":1}}', [{ name: "a", offset: 9, before: "[", written: "{" }]],
    ['[{"a":1},{"a":2}]', []],
    ['{"a":{"a":1},"b":["a","a"]}', []],
    ['{"__proto__":1,"__proto__":"x"}', [{ name: "__proto__", offset: 15, before: "1", written: '"x"' }]],
  ])("of %s", (text, doubles) => {
    expect(doublesOf(text)).toEqual(doubles);
  });

  test("a long value is shown by its first 40 characters", () => {
    expect(doublesOf(`{"a":"${"x".repeat(90)}","a":1}`)[0]?.before).toHaveLength(40);
  });
});

test("a text of ten million characters is read", () => {
  expect(walkJson(`["${"\\n".repeat(5_000_000)}"]`)).toBeUndefined();
});

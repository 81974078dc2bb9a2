/** The schema that editors complete documents with, against the documents that the reader accepts. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { makeSchema } from "../scripts/make-schema.mjs";
import { parseDocument } from "../src/model/document/parse-document.js";

const schema = makeSchema();
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const validate = ajv.compile(schema);

describe("the JSON Schema", () => {
  const examples = readdirSync(new URL("../examples/", import.meta.url), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith("kursk.json"),
  );

  test.each(examples)("takes the example %s", (name) => {
    const document: unknown = JSON.parse(readFileSync(new URL(`../examples/${name}`, import.meta.url), "utf8"));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["a bare list", [{ title: "A", date: "2020" }]],
    ["a document that names its schema", { $schema: "https://x.example/schema.json", events: [] }],
    ["milliseconds", [{ title: "A", date: 0 }]],
    ["sources of every kind", [{ title: "A", date: "1", sources: ["id", { url: "https://a.example/" }] }]],
    ["data of any shape", [{ title: "A", date: "1", data: { a: [1, { b: null }] } }]],
    ["lanes by name and as objects", { events: [], lanes: ["a", { id: "b", title: "B" }] }],
  ])("takes %s, as the reader does", (_, document) => {
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(parseDocument(document).issues.filter(({ code }) => code.startsWith("field-"))).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["a number", 7],
    ["events that are no list", { events: {} }],
    ["an event without a title", [{ date: "2020" }]],
    ["a misspelt field", [{ title: "A", date: "2020", tag: ["x"] }]],
    ["importance 6", [{ title: "A", date: "2020", importance: 6 }]],
    ["a status that is not ours", [{ title: "A", date: "2020", status: "maybe" }]],
    ["tags that are numbers", [{ title: "A", date: "2020", tags: [1] }]],
    ["a relation to nothing", [{ title: "A", date: "2020", relations: [{ type: "follows" }] }]],
  ])("refuses %s, and the reader has a word on it", (_, document) => {
    expect(validate(document)).toBe(false);
    expect(parseDocument(document).issues.filter(({ code }) => code !== "unsourced")).not.toEqual([]);
  });

  test("says what each field of an event is for, where its name does not", () => {
    const { $defs } = schema as { $defs: Record<string, { properties: Record<string, { description?: string }> }> };
    expect($defs["EventInput"]?.properties["importance"]?.description).toMatch(/Default 3/);
  });
});

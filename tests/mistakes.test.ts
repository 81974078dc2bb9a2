import { describe, expect, test } from "vitest";
import { formatDate, parseDate, parseDocument, renderToString } from "../src/index.js";

const { span } = parseDate("1848");
/** A call as it comes from JavaScript, whose types nobody checked. */
const untyped = (call: unknown): ((...args: unknown[]) => unknown) => call as (...args: unknown[]) => unknown;

describe("a mistake of the program", () => {
  test.each<[string, () => unknown, RegExp]>([
    ["a date without a locale", () => untyped(formatDate)(span), /the locale is missing; import \{ en \}/],
    ["options that are null", () => untyped(renderToString)([], null), /options must be an object, not null/],
    [
      "a syntax there is not",
      () => untyped(parseDate)("1848", { syntax: "iso" }),
      /the syntax must be any or edtf, not iso/,
    ],
    ["a language by its name", () => untyped(renderToString)([], { locale: "de" }), /import \{ de \} from "datelines/],
  ])("%s is told by a TypeError", (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});

describe("a field that is not known", () => {
  test.each([
    ["titel", "title", "warning"],
    ["importence", "importance", "warning"],
  ])("%s is a slip, and a warning names %s", (name, near, severity) => {
    const { issues } = parseDocument([{ title: "A", date: "1848", [name]: "B" }]);
    expect(issues.find(({ code }) => code === "field-unknown")).toMatchObject({
      severity,
      hint: `Did you mean ${near}`,
    });
  });

  test("is a remark where it is like none", () => {
    const { issues } = parseDocument([{ title: "A", date: "1848", colour: "red" }]);
    expect(issues.find(({ code }) => code === "field-unknown")).toMatchObject({ severity: "info" });
  });
});

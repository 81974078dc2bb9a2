/**
 * The one rule of how attributes are written. The text painter and the DOM painter both read it, so that a server and a
 * browser produce the same.
 */
import type { Attributes, Node } from "../scene/node.js";

/** Written names by property: those that are no words with a hyphen, and all that were asked for. */
const NAMES = /* @__PURE__ */ new Map([
  ["className", "class"],
  ["viewBox", "viewBox"],
]);

/** Attributes whose `true` is written as presence; all others write the word "true". */
const BOOLEAN: ReadonlySet<string> = new Set(["hidden", "open"]);

/** The written name of an attribute: `fill-opacity` for `fillOpacity`. */
export function attributeName(property: string): string {
  let name = NAMES.get(property);
  if (name === undefined) {
    name = property.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
    NAMES.set(property, name);
  }
  return name;
}

/** The written value of an attribute, or `undefined` when it is omitted. */
export function attributeValue(property: string, value: unknown): string | undefined {
  if (value === undefined || value === false) return undefined;
  if (value === true) return BOOLEAN.has(property) ? "" : "true";
  if (typeof value === "number") return numberText(value);
  return String(value);
}

/** A number rounded to hundredths, never -0 and never with an exponent. */
function numberText(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (!Number.isFinite(rounded)) return "0";
  return rounded === 0 ? "0" : String(rounded);
}

/** The written attributes of a node, in the given order. */
export function attributesOf(node: Node): [name: string, value: string][] {
  const written: [string, string][] = [];
  const { attributes } = node;
  for (const property in attributes) {
    const value = attributeValue(property, attributes[property as keyof Attributes]);
    if (value !== undefined) written.push([attributeName(property), value]);
  }
  return written;
}

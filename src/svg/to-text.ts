/** Writes nodes as text that an XML parser and an HTML parser read alike. The only place that escapes. */
import { cleanText } from "../base/clean-text.js";
import type { Attributes, Node } from "../scene/node.js";
import { attributeName, attributeValue } from "./attributes.js";

const SPECIAL = /[&<>"']/;
const SPECIALS = /[&<>"']/g;
// Numeric references mean the same in XML and in HTML; named ones do not all.
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for the content of an element, or for an attribute in quotes; characters that no document may hold are shown. */
export function escapeText(text: string): string {
  const clean = cleanText(text);
  return SPECIAL.test(clean) ? clean.replace(SPECIALS, (char) => REFERENCES[char] as string) : clean;
}

/**
 * The content of a script that holds JSON. Inside it nothing is escaped as text is, so everything that could end it or
 * begin another parser state is written as a JSON escape.
 */
export function escapeScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Elements that have no content and no end tag in HTML would be written like empty SVG elements; there are none here. */
const SELF_CLOSING: ReadonlySet<string> = new Set(["path", "rect", "circle", "line"]);

export function toText(root: Node): string {
  const parts: string[] = [];
  write(root, parts);
  return parts.join("");
}

function write(node: Node, parts: string[]): void {
  const { tag, attributes, children, text } = node;
  let open = `<${tag}`;
  for (const property in attributes) {
    const given = attributes[property as keyof Attributes];
    const value = attributeValue(property, given);
    if (value === undefined) continue;
    // Nothing in a number is special.
    open += ` ${attributeName(property)}="${typeof given === "number" ? value : escapeText(value)}"`;
  }
  if (text === undefined && children.length === 0 && SELF_CLOSING.has(tag)) {
    parts.push(`${open}/>`);
    return;
  }
  parts.push(`${open}>`);
  if (text !== undefined) parts.push(tag === "script" ? escapeScript(text) : escapeText(text));
  for (const child of children) write(child, parts);
  parts.push(`</${tag}>`);
}

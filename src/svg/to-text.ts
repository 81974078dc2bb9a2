/** The text painter: writes nodes as text that XML and HTML parsers read alike. The only file that escapes. */
import { cleanText } from "../base/clean-text.js";
import type { Attributes, Node } from "../scene/node.js";
import { attributeName, attributeValue } from "./attributes.js";

const SPECIAL = /[&<>"']/;
const SPECIALS = /[&<>"']/g;
// Numeric references mean the same in XML and HTML; some named ones do not.
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for an element or a quoted attribute; characters that no document may contain are made visible. */
export function escapeText(text: string): string {
  const clean = cleanText(text);
  return SPECIAL.test(clean) ? clean.replace(SPECIALS, (char) => REFERENCES[char] as string) : clean;
}

/**
 * Escapes JSON for a script element. Parsers do not decode references there, so every character that could end the element
 * or change the parser state becomes a JSON escape.
 */
export function escapeScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Elements that are written self-closing when empty. */
const SELF_CLOSING: ReadonlySet<string> = new Set(["path", "rect", "circle", "line", "img"]);

/** Writes a node and its descendants. */
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
    // Numbers need no escaping.
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

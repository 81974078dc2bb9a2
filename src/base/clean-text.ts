import { isAscii } from "./ascii.js";

/**
 * Code points that XML 1.0 (section 2.2) does not allow, and lone surrogates. One of them makes a standalone SVG invalid,
 * so the model replaces them.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Replaces each forbidden code point by U+FFFD. */
export function cleanText(text: string): string {
  return isAscii(text) ? text : text.replace(FORBIDDEN, "\ufffd");
}

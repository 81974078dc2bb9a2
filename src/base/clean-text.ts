import { isAscii } from "./ascii.js";

/**
 * Code points that XML 1.0 (section 2.2) does not allow in a document. One of them in a standalone SVG turns the whole
 * picture into an error page, so they never pass the model. Lone surrogates are not characters at all.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with each forbidden code point shown as U+FFFD. */
export function cleanText(text: string): string {
  return isAscii(text) ? text : text.replace(FORBIDDEN, "\ufffd");
}

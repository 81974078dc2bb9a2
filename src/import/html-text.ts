/**
 * Extracts the text of a field that holds HTML. Tags are removed and character references decoded by patterns; no HTML
 * parser is used and nothing is executed. The addresses of links are returned separately.
 */

export interface HtmlText {
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly title: string }[];
  /** Whether tags were removed. */
  readonly marked: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  deg: "°",
  middot: "·",
  bull: "•",
  times: "×",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  ocirc: "ô",
  ouml: "ö",
  uuml: "ü",
  auml: "ä",
  szlig: "ß",
  ntilde: "ñ",
};

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

/** Decodes character references, such as &amp; and &#39;. */
export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

// No pattern below matches across a "<", so each character is examined a bounded number of times.

/** A tag or a declaration. */
const TAG = /<\/?[a-z][^<>]*>|<![a-z-][^<>]*>/gi;
/** Starts of elements that are removed with their content, and of comments. */
const BLOCK = /<(script|style)\b[^<>]*>|<!--/gi;
const LINK = /<a\b[^<>]*?\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s<>]+))[^<>]*>/gi;
const BLOCK_END = /<(?:\/(?:div|li|tr|ul|ol)|br ?\/?)>/gi;
/** Ends of blocks that a blank line follows. */
const PARAGRAPH_END = /<\/(?:p|h[1-6]|blockquote|ul|ol)>/gi;
const LIST_ITEM = /<li\b[^<>]*>/gi;

export function textOfHtml(html: string): HtmlText {
  // Most fields hold no markup.
  if (!html.includes("<")) return { text: plain(html), links: [], marked: false };
  const shown = withoutBlocks(html);
  return { text: plain(shown), links: linksOf(shown), marked: shown !== html || shown.search(TAG) >= 0 };
}

const IMAGE = /<img\b[^<>]*>/gi;
const IMAGE_ATTRIBUTE = /\b(src|alt)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s<>"']+))/gi;

/** Addresses and text alternatives of the images in a field that holds HTML. */
export function imagesOfHtml(html: string): { src: string; alt: string }[] {
  return [...withoutBlocks(html).matchAll(IMAGE)].map(([tag]) => {
    const found = { src: "", alt: "" };
    for (const [, name = "", ...values] of tag.matchAll(IMAGE_ATTRIBUTE)) {
      found[name.toLowerCase() as "src" | "alt"] ||= decodeReferences(values.find((value) => value) ?? "").trim();
    }
    return found;
  });
}

function linksOf(html: string): { url: string; title: string }[] {
  const lower = html.toLowerCase();
  return [...html.matchAll(LINK)].flatMap((match, i, all) => {
    const url = decodeReferences(match[1] ?? match[2] ?? match[3] ?? "").trim();
    if (url === "") return [];
    const from = match.index + match[0].length;
    // An unclosed link ends where the next one begins.
    const limit = all[i + 1]?.index ?? html.length;
    const end = lower.slice(from, limit).indexOf("</a");
    return end < 0 ? [] : [{ url, title: plain(html.slice(from, from + end)) }];
  });
}

/** Removes comments, scripts and styles. An unclosed one is treated as a single tag. */
function withoutBlocks(html: string): string {
  const lower = html.toLowerCase();
  const unclosed = new Set<string>();
  const parts: string[] = [];
  let at = 0;
  for (const match of html.matchAll(BLOCK)) {
    if (match.index < at) continue;
    const close = match[1] === undefined ? "-->" : `</${match[1].toLowerCase()}`;
    const from = unclosed.has(close) ? -1 : lower.indexOf(close, match.index + match[0].length);
    if (from < 0) {
      unclosed.add(close);
      continue;
    }
    parts.push(html.slice(at, match.index));
    const end = close === "-->" ? from + 3 : lower.indexOf(">", from) + 1;
    at = end > 0 ? end : html.length;
  }
  parts.push(html.slice(at));
  return parts.join("");
}

function plain(html: string): string {
  const stripped = html.includes("<")
    ? html.replace(PARAGRAPH_END, "\n\n").replace(LIST_ITEM, "\n• ").replace(BLOCK_END, "\n").replace(TAG, "")
    : html;
  return decodeReferences(stripped)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}(?=•)/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

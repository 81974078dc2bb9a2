/**
 * The text of a field that holds HTML in another tool's format. Nothing is parsed as HTML and nothing is run: tags are
 * dropped, character references are decoded, the addresses of links are kept apart.
 */

export interface HtmlText {
  readonly text: string;
  readonly links: readonly { readonly url: string; readonly title: string }[];
  /** True when there was markup to drop. */
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

export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** A tag, a comment or a declaration; the content of script and style goes with them. */
const TAG = /<(script|style)\b[^>]*>[^]*?<\/\1\s*>|<!--[^]*?-->|<\/?[a-z][^>]*>|<![a-z][^>]*>/gi;
const LINK = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([^]*?)<\/a\s*>/gi;
const BLOCK_END = /<(?:\/(?:p|div|li|h[1-6]|blockquote|tr|ul|ol)|br\s*\/?)\s*>/gi;

export function textOfHtml(html: string): HtmlText {
  const links: { url: string; title: string }[] = [];
  for (const match of html.matchAll(LINK)) {
    const url = decodeReferences(match[1] ?? match[2] ?? match[3] ?? "").trim();
    if (url !== "") links.push({ url, title: plain(match[4] ?? "") });
  }
  const marked = html.search(TAG) >= 0;
  return { text: plain(html), links, marked };
}

function plain(html: string): string {
  const stripped = html.replace(BLOCK_END, "\n").replace(TAG, "");
  return decodeReferences(stripped)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** Reads the sources in a cell: "title | url", one or several addresses with words beside them, or a citation. */
import type { SourceInput } from "../../model/document/document.js";

const ADDRESS = /^(?:https?:\/\/|www\.|doi:|10\.\d{4,9}\/)\S+$/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\S+$/i;
/** An address within other text. */
const EMBEDDED = /(?:https?:\/\/|www\.)[^\s<>"|]+/gi;

function isAddress(text: string): boolean {
  return ADDRESS.test(text) || OTHER_SCHEME.test(text) || /^[^\s/]+\.[a-z]{2,}\/\S*$/i.test(text);
}

export function sourcesOfCell(cell: string): SourceInput[] {
  return cell
    .split(/[\r\n]+/)
    .flatMap((line) => sourcesOfLine(line.replace(/\s+/g, " ").trim()))
    .filter((source) => Object.keys(source).length > 0);
}

function sourcesOfLine(line: string): SourceInput[] {
  if (line === "") return [];
  if (isAddress(line) && !/[;,]https?:\/\//i.test(line)) return [{ url: line }];
  const parts = line.split("|").map((part) => part.trim());
  if (parts.length >= 2) {
    const url = parts.find(isAddress);
    const [title, publisher] = parts.filter((part) => part !== url && part !== "");
    if (url !== undefined && parts.filter(isAddress).length === 1 && parts.length <= 3) {
      return [{ url, ...(title ? { title } : {}), ...(publisher ? { publisher } : {}) }];
    }
  }
  const embedded = embeddedAddresses(line);
  return embedded.length === 0 ? [{ title: line }] : embedded;
}

/** The addresses within a text. The words before each, or else those after it, are its title. */
function embeddedAddresses(line: string): SourceInput[] {
  const found: { url: string; before: string; after: string }[] = [];
  // A comma or semicolon may belong to an address; it separates only if another address follows.
  const plain = line.replace(/[;,](?=https?:\/\/)/gi, "$& ");
  let end = 0;
  for (const match of plain.matchAll(EMBEDDED)) {
    const url = withoutPunctuation(match[0]);
    const before = wordsOf(plain.slice(end, match.index));
    end = match.index + url.length;
    found.push({ url, before, after: wordsOf(plain.slice(end).split(EMBEDDED)[0] ?? "") });
  }
  const isBefore = (found[0]?.before ?? "") !== "";
  return found.map(({ url, before, after }, i) => {
    const isLast = i === found.length - 1;
    const title = isBefore ? [before, isLast ? after : ""].filter(Boolean).join(" ") : after;
    return { url, ...(title ? { title } : {}) };
  });
}

/** An address in a sentence without the punctuation after it. A bracket belongs to it if it opens in it. */
function withoutPunctuation(address: string): string {
  const plain = address.replace(/[.,;:!?'"’”]+$/, "");
  return plain.endsWith(")") && !plain.includes("(") ? withoutPunctuation(plain.slice(0, -1)) : plain;
}

/** Words that only connect or introduce addresses. */
const CONNECTING =
  /^(?:and|und|et|y|e|en|i|и|see|see also|siehe|voir|ver|vedi|zie|zob|см|source|sources|quelle|via|from|or|also|link|url|archived|at)$/i;

function wordsOf(text: string): string {
  const plain = text.replace(/^[\s\-–—/|;,.:·•)\]&+]+|[\s\-–—/|;,:·•([&+]+$/g, "");
  // A bracket whose partner encloses the address goes with it.
  const words = plain
    .replace(/^[([](?!.*[)\]])|(?<!\(.*)\)$|(?<!\[.*)\]$/g, "")
    .replace(/^\((.*)\)$/, "$1")
    .trim();
  return CONNECTING.test(words) || !/\p{L}{2}|\d/u.test(words) ? "" : words;
}

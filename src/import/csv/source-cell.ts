/** Reads the sources in a cell: "title | url", one or several addresses, or a citation without an address. */
import type { SourceInput } from "../../model/document/document.js";

const ADDRESS = /^(?:https?:\/\/|www\.|doi:|10\.\d{4,9}\/)\S+$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:\S+$/i;

function isAddress(text: string): boolean {
  return ADDRESS.test(text) || SCHEME.test(text) || /^[^\s/]+\.[a-z]{2,}\/\S*$/i.test(text);
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
  // A comma or semicolon may belong to an address; it separates only if another address follows.
  const several = line.split(/ ?[;,|] ?(?=https?:\/\/)| (?=https?:\/\/)/i);
  if (several.length > 1 && several.every(isAddress)) return several.map((url) => ({ url: url.replace(/[;,]$/, "") }));
  return [{ title: line }];
}

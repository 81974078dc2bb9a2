import { SaxesParser } from "saxes";

/** Elements and attributes of a well-formed XML text; throws where it is not well-formed. */
export function parseXml(text: string): { elements: Map<string, number>; ids: string[] } {
  const elements = new Map<string, number>();
  const ids: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    elements.set(tag.name, (elements.get(tag.name) ?? 0) + 1);
    const id = tag.attributes["id"];
    if (id) ids.push(id.value);
  });
  parser.write(text).close();
  return { elements, ids };
}

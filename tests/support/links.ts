import { SaxesParser } from "saxes";

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly text: string;
}

/** Every link of a well-formed text, and every id and `data-source` in it. */
export function linksOf(text: string): { links: Link[]; ids: Set<string>; fetched: string[] } {
  const links: { href: string; rel: string; text: string }[] = [];
  const ids = new Set<string>();
  const fetched: string[] = [];
  const open: (Link | undefined)[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (attributes["id"]) ids.add(attributes["id"]);
    // Images are asked for by the option `images`, from addresses that the model allows.
    const { src, loading, referrerpolicy } = attributes;
    const isImage = name === "img" && loading === "lazy" && referrerpolicy === "no-referrer";
    const isAllowed = isImage && src?.startsWith("https://") && new URL(src).href === src;
    if (!isAllowed && src !== undefined) fetched.push(src);
    for (const source of ["xlink:href", "action", "data", "poster", "srcset"])
      if (attributes[source] !== undefined) fetched.push(attributes[source]);
    const href = attributes["href"];
    const link = href === undefined ? undefined : { href, rel: attributes["rel"] ?? "", text: "" };
    if (link) links.push(link);
    if (link && name !== "a") fetched.push(link.href);
    open.push(link);
  });
  parser.on("text", (words) => {
    for (const link of links) if (open.includes(link)) link.text += words;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  return { links, ids, fetched };
}

/** What is wrong with the links of an output, by the rules of quality goal G-S4; nothing, if all is well. */
export function linkFaults(text: string): string[] {
  const { links, ids, fetched } = linksOf(text);
  const faults = fetched.map((address) => `fetches ${address}`);
  for (const { href, rel } of links) {
    if (href.startsWith("#")) {
      if (!ids.has(href.slice(1))) faults.push(`leads nowhere: ${href}`);
      continue;
    }
    const url = URL.canParse(href) ? new URL(href) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) faults.push(`is no web address: ${href}`);
    else if (url.username !== "" || url.password !== "") faults.push(`has credentials: ${href}`);
    else if (url.href !== href) faults.push(`is not serialised: ${href}`);
    if (rel !== "noopener noreferrer") faults.push(`has rel "${rel}": ${href}`);
  }
  return faults;
}

/** Pictures of the gallery, each made once in a run of a worker or a page, however many tests look at it. */
import { type ParsedDocument, parseDocument } from "../../src/model/document/parse-document.js";
import { renderToHtml } from "../../src/render-to-html.js";
import { renderToString } from "../../src/render-to-string.js";
import type { GalleryCase } from "../../stories/gallery/case.js";
import { GALLERY, HUGE } from "../../stories/gallery/index.js";

/** A case of the gallery and what is made of it when it is first asked for. Nobody may change any of it. */
export class DrawnPicture {
  readonly case: GalleryCase;
  #parsed: ParsedDocument | undefined;
  #svg: string | undefined;
  #html: string | undefined;

  constructor(make: () => GalleryCase) {
    this.case = make();
  }

  get parsed(): ParsedDocument {
    return (this.#parsed ??= parseDocument(this.case.document));
  }

  /** The standalone picture. */
  get svg(): string {
    return (this.#svg ??= renderToString(this.case.document, this.case.options));
  }

  /** The figure with its list and sources. */
  get html(): string {
    return (this.#html ??= renderToHtml(this.case.document, this.case.options));
  }
}

const drawn = new Map<string, DrawnPicture>();

/** A picture by its name in the gallery, made anew from a document of its own. */
export function redrawn(name: string): DrawnPicture {
  const make = GALLERY[name] ?? HUGE[name];
  if (!make) throw new Error(`the gallery has no picture "${name}"`);
  return new DrawnPicture(make);
}

/** A picture by its name in the gallery. */
export function picture(name: string): DrawnPicture {
  const found = drawn.get(name) ?? redrawn(name);
  drawn.set(name, found);
  return found;
}

/** Names of all pictures that have a list. */
export const CASES: readonly string[] = Object.keys(GALLERY);
/** Names of all pictures, with those of which only the picture is looked at. */
export const PICTURES: readonly string[] = [...CASES, ...Object.keys(HUGE)];

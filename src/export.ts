/** The entry `datelines/export`: documents to other formats. */
export { toBibTeX } from "./export/bibtex.js";
export { type CslDate, type CslItem, toCslJson } from "./export/csl-json.js";
export { type JsonLdOptions, toJsonLd } from "./export/json-ld.js";
export { toRis } from "./export/ris.js";

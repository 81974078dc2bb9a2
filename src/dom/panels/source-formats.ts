/** What the buttons over the bibliography give, by their action. */
import { bibTeX } from "../../export/bibtex.js";
import { citationText } from "../../export/citation-text.js";
import { cslJson } from "../../export/csl-json.js";
import { ris } from "../../export/ris.js";

export const sourceFormats = {
  "copy-text": citationText,
  "copy-bibtex": bibTeX,
  "copy-csl": cslJson,
  "copy-ris": ris,
} as const;

import { bibTeX } from "../../export/bibtex.js";
import { citationText } from "../../export/citation-text.js";
import { cslJson } from "../../export/csl-json.js";
import { ris } from "../../export/ris.js";

/** What each button over the bibliography copies, by its `data-action`. */
export const sourceFormats = {
  "copy-text": citationText,
  "copy-bibtex": bibTeX,
  "copy-csl": cslJson,
  "copy-ris": ris,
} as const;

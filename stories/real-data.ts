/** Documents made from files of other people. `tests/data/README.md` names their sources and licences. */
import motorsportItems from "../tests/data/vis/motorsport-2015.json" with { type: "json" };
import googleRecords from "../tests/data/news/killed-by-google.json" with { type: "json" };
import cosmoSlides from "../tests/data/timelinejs/knightlab-cosmo-mixed.json" with { type: "json" };
import stackExchangeRecords from "../tests/data/news/stack-exchange-history.json" with { type: "json" };
import mexicoRows from "../tests/data/wikidata/mexico-presidents-precision.json" with { type: "json" };
import earthquakeRows from "../tests/data/csv/earthquakes-23k.csv?raw";
import noaaRows from "../tests/data/csv/noaa-significant-earthquakes.tsv?raw";
import jfkXml from "../tests/data/simile/jfk.xml?raw";
import type { TimelineOptions } from "../src/options.js";
import { parseDocument } from "../src/model/document/parse-document.js";
import { importText } from "../src/import/import-text.js";
import type { DocumentInput, TimelineDocument } from "../src/model/document/document.js";

const TEXTS = {
  google: JSON.stringify(googleRecords),
  mexico: JSON.stringify(mexicoRows),
  earthquakes: earthquakeRows,
  noaa: noaaRows,
  stackExchange: JSON.stringify(stackExchangeRecords),
  motorsport: JSON.stringify(motorsportItems),
  jfk: jfkXml,
  cosmo: JSON.stringify(cosmoSlides),
} satisfies Record<string, string>;

export type RealFile = keyof typeof TEXTS;

const TITLES: Readonly<Record<RealFile, string>> = {
  google: "Products that Google has ended",
  mexico: "Presidents of Mexico",
  earthquakes: "Earthquakes of magnitude 5.5 and more, 1965 to 2016",
  noaa: "Significant earthquakes",
  stackExchange: "History of Stack Exchange",
  motorsport: "Motor sport in 2015",
  jfk: "The assassination of John F. Kennedy",
  cosmo: "The universe",
};

export const REAL_FILES = Object.keys(TEXTS) as readonly RealFile[];

/** Mean length of a year in ms, for times beyond those of `Date`. */
const MEAN_YEAR = 365.2425 * 86_400_000;

const documents = new Map<RealFile, TimelineDocument>();

/** The document of a file; each file is read once. */
export function realDocument(file: RealFile): TimelineDocument {
  const known = documents.get(file);
  if (known) return known;
  const { document } = importText(TEXTS[file], "auto", undefined);
  const titled = { ...document, title: TITLES[file] };
  documents.set(file, titled);
  return titled;
}

/** A part of the whole time about the event in the middle, so that some events are in view. */
export function partInView(document: DocumentInput, zoom: number): TimelineOptions {
  const starts = parseDocument(document).timeline.events.map(({ span }) => span.start);
  const known = starts.filter(Number.isFinite);
  const [first, last] = [known[0] as number, known.at(-1) as number];
  const [middle, half] = [known[known.length >> 1] as number, (last - first) / zoom / 2];
  const text = (time: number): string => {
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? `Y${Math.round(1970 + time / MEAN_YEAR)}` : date.toISOString();
  };
  return zoom === 1 ? {} : { initialView: { from: text(middle - half), to: text(middle + half) } };
}

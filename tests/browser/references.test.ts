/** Labels of real files in Chromium, at three sizes and three magnifications: no text overlaps another. */
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import { parseDocument } from "../../src/model/document/parse-document.js";
import type { Timeline } from "../../src/model/timeline.js";
import type { TimelineOptions } from "../../src/options.js";
import { renderToString } from "../../src/render-to-string.js";
import { realDocument, REAL_FILES } from "../../stories/real-data.js";
import { container, frameTexts, labelTexts, overlaps, serve } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const SIZES = [
  { width: 1280 },
  { width: 1000, height: 500 },
  { width: 360 },
] as const satisfies readonly TimelineOptions[];
const ZOOMS = [1, 8, 64] as const;

/** A part of the whole time about the event in the middle, so that some events are in view. */
function part({ events }: Timeline, zoom: number): TimelineOptions {
  if (zoom === 1) return {};
  const starts = events.map(({ span }) => span.start).filter(Number.isFinite);
  const [first, last] = [starts[0] as number, starts.at(-1) as number];
  const middle = starts[starts.length >> 1] as number;
  const half = (last - first) / zoom / 2;
  return { initialView: { from: new Date(middle - half).toISOString(), to: new Date(middle + half).toISOString() } };
}

const documents = [
  ...REAL_FILES.map((name) => ({ name, document: realDocument(name) as DocumentInput })),
  { name: "kursk", document: kursk as DocumentInput },
];

describe.each(documents)("$name", ({ document }) => {
  const { timeline } = parseDocument(document);
  const cases = SIZES.flatMap((size) => ZOOMS.map((zoom) => ({ ...size, zoom })));

  test.each(cases)("has no label text on another at %j", ({ zoom, ...size }) => {
    const host = container(size.width);
    serve(host, renderToString(document, { ...size, ...part(timeline, zoom) }));
    expect(overlaps([...labelTexts(host), ...frameTexts(host)])).toEqual([]);
    host.remove();
  });
});

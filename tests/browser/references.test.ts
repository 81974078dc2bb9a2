/** Labels of real files in Chromium, at three sizes and three magnifications: no text overlaps another. */
import { describe, expect, test } from "vitest";
import kursk from "../../examples/kursk/kursk.json" with { type: "json" };
import type { TimelineOptions } from "../../src/options.js";
import { renderToString } from "../../src/render-to-string.js";
import { partInView, realDocument, REAL_FILES } from "../../stories/real-data.js";
import { container, frameTexts, labelTexts, overlaps, serve } from "./support.js";
import type { DocumentInput } from "../../src/model/document/document.js";

const SIZES = [
  { width: 1280 },
  { width: 1000, height: 500 },
  { width: 360 },
] as const satisfies readonly TimelineOptions[];
const ZOOMS = [1, 8, 64] as const;

const documents = [
  ...REAL_FILES.map((name) => ({ name, document: realDocument(name) as DocumentInput })),
  { name: "kursk", document: kursk as DocumentInput },
];

describe.each(documents)("$name", ({ document }) => {
  const cases = SIZES.flatMap((size) => ZOOMS.map((zoom) => ({ ...size, zoom })));

  test.each(cases)("has no label text on another at %j", ({ zoom, ...size }) => {
    const host = container(size.width);
    serve(host, renderToString(document, { ...size, ...partInView(document, zoom) }));
    expect(overlaps([...labelTexts(host), ...frameTexts(host)])).toEqual([]);
    host.remove();
  });
});

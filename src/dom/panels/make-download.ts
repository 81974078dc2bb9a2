/** The files of the download menu, made in the page. */
import { measureByTable } from "../../base/text-width.js";
import { toCsv } from "../../export/csv.js";
import { toJson } from "../../export/json.js";
import type { DownloadFormat, ResolvedOptions } from "../../options.js";
import { svgOf } from "../../render-to-string.js";
import type { TimelineContext } from "../controller/context.js";

const TYPES: Readonly<Record<DownloadFormat, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
};
/** Pixels of a PNG for each px, as on a screen of high density. */
const PNG_DENSITY = 2;
/** Longest side of a canvas that every browser allows, in pixels. A larger picture has a lower density. */
const CANVAS_SIDE_MAX = 8192;

interface Download {
  readonly content: Blob;
  /** Whether the format holds all of the timeline. */
  readonly isComplete: boolean;
}

export async function makeDownload(context: TimelineContext, format: DownloadFormat): Promise<Download> {
  const { window } = context;
  const { options } = context.derived;
  if (format === "svg") return { content: blob(pictureOf(context, options), format), isComplete: true };
  if (format === "png") {
    // A PNG has one theme: the one that the reader sees.
    const isDark = options.theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches;
    const svg = blob(pictureOf(context, isDark ? { ...options, theme: "dark" } : options), "svg");
    return { content: await rasterise(svg, window), isComplete: true };
  }
  const { document } = context.state;
  const data: unknown = typeof document === "string" ? JSON.parse(document) : document;
  const { text, issues } = format === "csv" ? toCsv(data, options) : toJson(data);
  // Spreadsheets read UTF-8 only with a byte order mark.
  const content = format === "csv" ? `\ufeff${text}` : text;
  return { content: blob(content, format), isComplete: issues.every(({ code }) => code !== "export-loss") };
}

const blob = (text: string, format: DownloadFormat): Blob => new Blob([text], { type: TYPES[format] });

/** The view as an SVG file. It has the built-in text widths, since the page's fonts do not go with the file. */
function pictureOf({ state, times }: TimelineContext, options: ResolvedOptions): string {
  return svgOf(
    state.document,
    { ...options, selected: times.selected, measure: measureByTable },
    {
      opened: { gaps: state.unfolded, namedLanes: state.namedLanes },
      viewOf: (whole, { scale }) => whole.window(scale.position(times.start), scale.position(times.end)),
    },
  );
}

async function rasterise(svg: Blob, window: TimelineContext["window"]): Promise<Blob> {
  const url = window.URL.createObjectURL(svg);
  try {
    const image = new window.Image();
    image.src = url;
    // Fails where the page's policy does not allow `blob:` images.
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const density = Math.min(PNG_DENSITY, CANVAS_SIDE_MAX / Math.max(width, height));
    const canvas = window.document.createElement("canvas");
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), TYPES.png),
    );
  } finally {
    window.URL.revokeObjectURL(url);
  }
}

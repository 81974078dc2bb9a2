/** The files of the download menu, made in the page. */
import { measureByTable } from "../../base/text-width.js";
import { toCsv } from "../../export/csv.js";
import { toJson } from "../../export/json.js";
import type { DownloadFormat, ResolvedOptions } from "../../options.js";
import { svgOf } from "../../render-to-string.js";
import type { Stage } from "../controller/controller.js";

const TYPES: Readonly<Record<DownloadFormat, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
};
/** Pixels of a PNG for each px, as a sharp screen has them; fewer where a canvas would be too large for some browsers. */
const DENSITY = 2;
const LARGEST_SIDE = 8192;

interface Download {
  readonly content: Blob;
  /** Whether the format holds all of the timeline. */
  readonly whole: boolean;
}

export async function makeDownload(stage: Stage, format: DownloadFormat): Promise<Download> {
  const { options, window } = stage;
  if (format === "svg") return { content: blob(pictureOf(stage, options), format), whole: true };
  if (format === "png") {
    // A picture that follows the reader's wish for dark has to settle for one of them.
    const dark = options.theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches;
    const svg = blob(pictureOf(stage, dark ? { ...options, theme: "dark" } : options), "svg");
    return { content: await draw(svg, window), whole: true };
  }
  const data: unknown = typeof stage.document === "string" ? JSON.parse(stage.document) : stage.document;
  const { text, issues } = format === "csv" ? toCsv(data, options) : toJson(data);
  // Without its mark, spreadsheets read UTF-8 as something else.
  const marked = format === "csv" ? `\ufeff${text}` : text;
  return { content: blob(marked, format), whole: issues.every(({ code }) => code !== "export-loss") };
}

const blob = (text: string, format: DownloadFormat): Blob => new Blob([text], { type: TYPES[format] });

/** What is in view, as a picture of its own: with the widths of `renderToString`, since the page's fonts stay in the page. */
function pictureOf({ document, times, opened }: Stage, options: ResolvedOptions): string {
  return svgOf(
    document,
    { ...options, selected: times.selected, measure: measureByTable },
    {
      opened,
      viewOf: (whole, { scale }) => whole.window(scale.position(times.start), scale.position(times.end)),
    },
  );
}

async function draw(svg: Blob, window: Stage["window"]): Promise<Blob> {
  const address = window.URL.createObjectURL(svg);
  try {
    const image = new window.Image();
    image.src = address;
    // Refused where the page's policy has no `blob:` among its images.
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const density = Math.min(DENSITY, LARGEST_SIDE / Math.max(width, height));
    const canvas = window.document.createElement("canvas");
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), TYPES.png),
    );
  } finally {
    window.URL.revokeObjectURL(address);
  }
}

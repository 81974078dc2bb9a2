/** What the download menu does: files are made in the page and handed to the browser; nothing goes over the network. */
import { fileName } from "../base/file-name.js";
import { measureByTable } from "../base/text-width.js";
import type { DownloadFormat, ResolvedOptions } from "../options.js";
import { svgOf } from "../render-to-string.js";
import { word } from "../scene/names.js";
import { fill } from "../time/locale.js";
import { listen, type Part } from "./part.js";
import type { Stage } from "./stage.js";
import { csvExporter, jsonExporter } from "./table-exporters.js";

const TYPES: Readonly<Record<DownloadFormat, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
};
/** Pixels of a PNG for each px, as a sharp screen has them; fewer where a canvas would be too large for some browsers. */
const DENSITY = 2;
const LARGEST_SIDE = 8192;
/** Browsers read a file some time after the click; none takes as long. */
const KEPT = 60_000;

interface Made {
  readonly content: Blob;
  /** Whether the format holds all of the timeline. */
  readonly whole: boolean;
}

export function startDownloads(stage: Stage): Part {
  const { window } = stage;
  const document = stage.element.ownerDocument;
  const addresses = new Set<string>();
  const free = (address: string): void => {
    window.URL.revokeObjectURL(address);
    addresses.delete(address);
  };
  const addressOf = (content: Blob): string => {
    const address = window.URL.createObjectURL(content);
    addresses.add(address);
    return address;
  };
  const blob = (text: string, format: DownloadFormat): Blob => new Blob([text], { type: TYPES[format] });

  const draw = async (svg: string): Promise<Blob> => {
    const address = addressOf(blob(svg, "svg"));
    try {
      const image = new window.Image();
      image.src = address;
      // Refused where the page's policy has no `blob:` among its images.
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const density = Math.min(DENSITY, LARGEST_SIDE / Math.max(width, height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((resolve, reject) =>
        canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("no picture"))), TYPES.png),
      );
    } finally {
      free(address);
    }
  };

  const make = async (format: DownloadFormat): Promise<Made> => {
    const { options } = stage;
    if (format === "svg") return { content: blob(pictureOf(stage, options), format), whole: true };
    if (format === "png") {
      // A picture that follows the reader's wish for dark has to settle for one of them.
      const dark = options.theme === "auto" && window.matchMedia("(prefers-color-scheme: dark)").matches;
      return { content: await draw(pictureOf(stage, dark ? { ...options, theme: "dark" } : options)), whole: true };
    }
    const data: unknown = typeof stage.document === "string" ? JSON.parse(stage.document) : stage.document;
    const { text, issues } = format === "csv" ? (await csvExporter())(data, options) : (await jsonExporter())(data);
    // Without its mark, spreadsheets read UTF-8 as something else.
    const marked = format === "csv" ? `\ufeff${text}` : text;
    return { content: blob(marked, format), whole: issues.every(({ code }) => code !== "export-loss") };
  };

  const give = (content: Blob, name: string): void => {
    const address = addressOf(content);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    stage.timers.set(address, KEPT, () => free(address));
  };

  const onClick = (event: MouseEvent): void => {
    const action = (event.target as Element).closest(".dl-downloads [data-action]")?.getAttribute("data-action");
    const format = action?.replace("download-", "") as DownloadFormat | undefined;
    if (!format) return;
    const { locale } = stage.options;
    const tell = (text: string): void => {
      const told = stage.find(".dl-downloads-told");
      if (told) told.textContent = text;
    };
    const name = format.toUpperCase();
    make(format).then(
      ({ content, whole }) => {
        if (stage.destroyed) return;
        give(content, fileName(stage.timeline.title, format, "timeline"));
        tell(whole ? "" : fill(word(locale, "downloadLoss"), name));
      },
      () => {
        if (!stage.destroyed) tell(fill(word(locale, "downloadFailed"), name));
      },
    );
  };

  const stop = listen(stage.element, { click: onClick });
  return {
    stop() {
      stop();
      for (const address of addresses) free(address);
    },
  };
}

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

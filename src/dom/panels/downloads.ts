/** What the download menu does: files are made in the page and handed to the browser; no data goes over the network. */
import { fileName } from "../../base/file-name.js";
import type { DownloadFormat } from "../../options.js";
import { word } from "../../scene/accessible-names.js";
import { fill } from "../../time/locale.js";
import { loadMakeDownload } from "./lazy-modules.js";
import { actionOf, listen, type Part } from "../controller/behavior.js";
import type { Stage } from "../controller/controller.js";

/** Browsers read a file some time after the click; none takes as long. */
const KEPT = 60_000;

export function startDownloads(stage: Stage): Part {
  const { window } = stage;
  const addresses = new Set<string>();
  const free = (address: string): void => {
    window.URL.revokeObjectURL(address);
    addresses.delete(address);
  };

  const give = (content: Blob, name: string): void => {
    const address = window.URL.createObjectURL(content);
    addresses.add(address);
    const link = stage.element.ownerDocument.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    stage.timers.set(address, KEPT, () => free(address));
  };

  const onClick = async (event: MouseEvent): Promise<void> => {
    const format = actionOf(event, ".dl-downloads")?.replace("download-", "") as DownloadFormat | undefined;
    if (!format) return;
    const { locale } = stage.options;
    let told: string;
    const name = format.toUpperCase();
    try {
      const makeDownload = await loadMakeDownload();
      const { content, whole } = await makeDownload(stage, format);
      if (stage.destroyed) return;
      give(content, fileName(stage.timeline.title, format, "timeline"));
      told = whole ? "" : fill(word(locale, "downloadLoss"), name);
    } catch {
      told = fill(word(locale, "downloadFailed"), name);
    }
    const place = stage.find(".dl-downloads-told");
    if (place && !stage.destroyed) place.textContent = told;
  };

  const stop = listen(stage.element, { click: onClick });
  return {
    stop() {
      stop();
      for (const address of addresses) free(address);
    },
  };
}

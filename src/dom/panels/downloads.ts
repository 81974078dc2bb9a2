/** The menu of downloads: files are made in the page and handed to the browser; no data goes over the network. */
import { fileName } from "../../base/file-name.js";
import type { DownloadFormat } from "../../options.js";
import { word } from "../../scene/accessible-names.js";
import { fill } from "../../time/locale.js";
import type { Behavior } from "../controller/behavior.js";
import type { TimelineContext } from "../controller/context.js";
import type { ClickHandler } from "../gestures/click-router.js";
import { loadMakeDownload } from "./lazy-modules.js";

/** How long a file stays readable, in ms: browsers read it some time after the click, and none takes as long. */
const OBJECT_URL_LIFETIME_MS = 60_000;

export interface Downloads extends Behavior {
  readonly clicks: ClickHandler;
}

export function createDownloads(context: TimelineContext): Downloads {
  const { window, timers } = context;
  const objectUrls = new Set<string>();
  const revoke = (url: string): void => {
    window.URL.revokeObjectURL(url);
    objectUrls.delete(url);
  };

  const save = (content: Blob, name: string): void => {
    const url = window.URL.createObjectURL(content);
    objectUrls.add(url);
    const link = context.element.ownerDocument.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    timers.set(url, OBJECT_URL_LIFETIME_MS, () => revoke(url));
  };

  const download = async (format: DownloadFormat): Promise<void> => {
    const { locale } = context.derived.options;
    const name = format.toUpperCase();
    let message: string;
    try {
      const makeDownload = await loadMakeDownload();
      const { content, isComplete } = await makeDownload(context, format);
      if (context.isDestroyed) return;
      save(content, fileName(context.derived.timeline.title, format, "timeline"));
      message = isComplete ? "" : fill(word(locale, "downloadLoss"), name);
    } catch {
      message = fill(word(locale, "downloadFailed"), name);
    }
    const status = context.query(".dl-downloads-told");
    if (status && !context.isDestroyed) status.textContent = message;
  };

  return {
    clicks: {
      anyClick: true,
      handle({ button, action }) {
        if (!button?.closest(".dl-downloads") || !action) return false;
        void download(action.replace("download-", "") as DownloadFormat);
        return true;
      },
    },
    stop() {
      for (const url of objectUrls) revoke(url);
    },
  };
}

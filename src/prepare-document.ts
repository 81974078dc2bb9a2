import { runWithPauses } from "./base/cooperative.js";
import { en } from "./locales/en.js";
import { prepareSteps } from "./model/document/parse-document.js";
import type { TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";

/** The one global this needs, of pages, workers and Node alike. */
declare class MessageChannel {
  readonly port1: { addEventListener(type: "message", listener: () => void): void; start(): void; close(): void };
  readonly port2: { postMessage(message: unknown): void };
}

/** A turn for everything else. A message comes at once; timers wait longer the more often they are set. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/**
 * Reads a document of many rows of plain columns in short steps, so that the page is never blocked, and makes ready for
 * searching it. Showing that same document object afterwards finds it read. For other documents it does nothing that
 * showing them would not do.
 *
 * @param document a document whose events are columns; it must not be changed afterwards
 * @param options those that it will be shown with; only `timeZone`, `dateOrder` and `locale` matter
 */
export async function prepareDocument(document: unknown, options?: TimelineOptions): Promise<void> {
  const { timeZone, dateOrder, locale } = resolveOptions(options, en);
  await runWithPauses(prepareSteps(document, { timeZone, dateOrder, locale }), turn);
}

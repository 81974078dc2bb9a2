import { runWithPauses } from "./base/cooperative.js";
import { en } from "./locales/en.js";
import type { DocumentInput } from "./model/document/document.js";
import { prepareSteps } from "./model/document/parse-document.js";
import type { TimelineOptions } from "./options.js";
import { resolveOptions } from "./resolve-options.js";

/** A global of pages, workers and Node. */
declare class MessageChannel {
  readonly port1: { addEventListener(type: "message", listener: () => void): void; start(): void; close(): void };
  readonly port2: { postMessage(message: unknown): void };
}

/** Yields to the event loop. A message arrives without delay, while browsers throttle repeated timers. */
function yieldToEventLoop(): Promise<void> {
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
 * Reads a document of many rows of plain columns in short steps, so that the page stays responsive, and prepares searching.
 * Showing the same document object afterwards uses the result. Other documents gain nothing.
 *
 * @param document a document whose events are columns; it must not be changed afterwards
 * @param options the options that the document will be shown with; only `timeZone`, `dateOrder`, `locale` and
 *   `rankBy` matter
 */
export async function prepareDocument(document: DocumentInput, options?: TimelineOptions): Promise<void> {
  const { timeZone, dateOrder, locale, rankBy } = resolveOptions(options, en);
  await runWithPauses(prepareSteps(document, { timeZone, dateOrder, locale, rankBy }), yieldToEventLoop);
}

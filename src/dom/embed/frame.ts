/** The inner half of an embed: runs in the page inside the iframe. */
import { type EmbedMessage, readMessage } from "./message.js";
import type { Timeline } from "../controller/live-timeline.js";

/**
 * Sends the height of the page and the selection to the host page. Selects the event that the host or the address names:
 * `page.html#event=ID`. The messages hold nothing but what the page shows, so they go to any host.
 *
 * @returns the way to stop
 * @throws TypeError when the timeline is in a document that is not shown in a window
 */
export function startEmbed(timeline: Timeline): () => void {
  const page = timeline.element.ownerDocument;
  const view = page.defaultView;
  if (!view) throw new TypeError("startEmbed: the timeline is not in a page");
  const send = (message: EmbedMessage): void => {
    if (view.parent !== view) view.parent.postMessage(message, "*");
  };
  /** The selection that the host knows of. */
  let hostSelection: string | null = null;
  const select = (id: string | null): void => {
    hostSelection = id;
    timeline.select(id);
  };
  const measure = (): void => {
    // The box of the root element includes the margins of its content, and does not stretch to the height of the frame.
    send({ datelines: "height", height: page.documentElement.getBoundingClientRect().height });
  };
  const onMessage = (event: MessageEvent): void => {
    if (event.source !== view.parent) return;
    const message = readMessage(event.data);
    if (message?.datelines === "select") select(message.id);
    else if (message?.datelines === "hello") measure();
  };
  const onHash = (): void => {
    const id = new URLSearchParams(view.location.hash.slice(1)).get("event");
    if (id !== null) select(id);
  };
  const off = timeline.on("select", ({ id }) => {
    if (id !== hostSelection) send({ datelines: "select", id });
    hostSelection = id;
  });
  view.addEventListener("message", onMessage);
  view.addEventListener("hashchange", onHash);
  const observer = new view.ResizeObserver(measure);
  observer.observe(page.documentElement);
  onHash();
  return () => {
    off();
    view.removeEventListener("message", onMessage);
    view.removeEventListener("hashchange", onHash);
    observer.disconnect();
  };
}

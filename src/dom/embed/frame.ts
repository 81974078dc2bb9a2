/** The inner half of an embed: runs in the page inside the iframe. */
import { type EmbedMessage, readMessage } from "./message.js";
import type { Timeline } from "../controller/live-timeline.js";

/**
 * Tells the host page how high the timeline is and what is selected, and selects what the host or the address asks for:
 * `page.html#event=ID`. Nothing it tells is more than what the page shows, so any host may hear it.
 *
 * @returns the way to stop
 * @throws TypeError when the timeline is in a document that is not shown in a window
 */
export function startEmbed(timeline: Timeline): () => void {
  const page = timeline.element.ownerDocument;
  const view = page.defaultView;
  if (!view) throw new TypeError("startEmbed: the timeline is not in a page");
  const tell = (message: EmbedMessage): void => {
    if (view.parent !== view) view.parent.postMessage(message, "*");
  };
  let told: string | null = null;
  const select = (id: string | null): void => {
    told = id;
    timeline.select(id);
  };
  const measure = (): void => {
    // The root's own box: it holds the margins of what is in it, and is not as high as the frame for that reason alone.
    tell({ datelines: "height", height: page.documentElement.getBoundingClientRect().height });
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
    // What the host asked for it need not be told.
    if (id !== told) tell({ datelines: "select", id });
    told = id;
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

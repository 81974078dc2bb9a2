/** The inner half of an embed: runs in the page inside the iframe. */
import { type EmbedMessage, readMessage } from "./message.js";
import type { Timeline } from "../controller/live-timeline.js";
import { type PartInView, REVEAL_EVENT, type RevealDetail, SEEN_EVENT } from "./seen-part.js";

/**
 * Sends the height of the page and the selection to the host page. Selects the event that the host or the address names:
 * `page.html#event=ID`. A host that says which part of the frame is seen gets details at the lower edge of that part, and is
 * asked to show the mark above them. The messages hold nothing but what the page shows, so they go to any host.
 *
 * @returns the way to stop
 * @throws TypeError when the timeline is in a document that is not shown in a window
 */
export function startEmbed(timeline: Timeline): () => void {
  const page = timeline.element.ownerDocument;
  const view = page.defaultView as (Window & typeof globalThis) | null;
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
    else if (message?.datelines === "seen") show({ top: message.top, bottom: message.bottom });
  };
  let hasHost = false;
  const show = (detail: PartInView): void => {
    hasHost = true;
    timeline.element.dispatchEvent(new view.CustomEvent(SEEN_EVENT, { detail }));
  };
  const onReveal = (event: Event): void => {
    if (!hasHost) return;
    // The frame is as high as its content and has nothing to scroll.
    event.preventDefault();
    const { top, bottom } = (event as CustomEvent<RevealDetail>).detail;
    send({ datelines: "reveal", top, bottom });
  };
  const onHash = (): void => {
    const id = new URLSearchParams(view.location.hash.slice(1)).get("event");
    if (id !== null) select(id);
  };
  const off = timeline.on("select", ({ id }) => {
    if (id !== hostSelection) send({ datelines: "select", id });
    hostSelection = id;
  });
  timeline.element.addEventListener(REVEAL_EVENT, onReveal);
  view.addEventListener("message", onMessage);
  view.addEventListener("hashchange", onHash);
  const observer = new view.ResizeObserver(measure);
  observer.observe(page.documentElement);
  onHash();
  return () => {
    off();
    timeline.element.removeEventListener(REVEAL_EVENT, onReveal);
    view.removeEventListener("message", onMessage);
    view.removeEventListener("hashchange", onHash);
    observer.disconnect();
  };
}

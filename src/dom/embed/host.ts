/** The outer half of an embed: runs in the page that holds the iframe. */
import { showPart, watchFrames } from "./frame-in-window.js";
import { type EmbedMessage, readMessage } from "./message.js";

export interface EmbedHost {
  /** Removes all listeners. */
  stop(): void;
}

/** Attribute of a frame that has sent its height, with that height. */
const HEIGHT_ATTRIBUTE = "data-datelines-height";

/**
 * Sizes every `<iframe data-datelines>` of a page to the height of its timeline. With `data-datelines-hash="NAME"` the
 * selected event is in the page's address as `#NAME=ID`, so that it can be linked to; the iframe follows the address. Details
 * open at the lower edge of the part of the iframe that is seen, and the page scrolls by the least distance that shows the
 * selected mark above them. An iframe that is added later is found when it sends its first message.
 *
 * @param root the page, or the part of it that holds the iframes. Default the page
 * @throws TypeError when `root` is in a document that is not shown in a window
 */
export function connectEmbeds(root: Document | Element = document): EmbedHost {
  const page = "defaultView" in root ? root : root.ownerDocument;
  const view = page.defaultView;
  if (!view) throw new TypeError("connectEmbeds: the page is not shown in a window");
  const frames = (): HTMLIFrameElement[] => [...root.querySelectorAll<HTMLIFrameElement>("iframe[data-datelines]")];

  const send = (frame: HTMLIFrameElement, message: EmbedMessage, to: string | undefined): void => {
    if (to) frame.contentWindow?.postMessage(message, to);
  };
  const hashName = (frame: HTMLIFrameElement): string | null => frame.getAttribute("data-datelines-hash") || null;
  const follow = (frame: HTMLIFrameElement): void => {
    const name = hashName(frame);
    const id = name === null ? null : new URLSearchParams(view.location.hash.slice(1)).get(name);
    // A frame that is still loading may have any origin, so it gets no message.
    if (id !== null && frame.hasAttribute(HEIGHT_ATTRIBUTE)) send(frame, { datelines: "select", id }, originOf(frame));
  };

  const onMessage = (event: MessageEvent): void => {
    // The window of the message identifies the frame; the origin shows that the frame has not been navigated elsewhere.
    const frame = frames().find((candidate) => candidate.contentWindow === event.source);
    const message = readMessage(event.data);
    if (!frame || !message || !isOrigin(event.origin, frame)) return;
    if (message.datelines === "height") {
      const isFirst = !frame.hasAttribute(HEIGHT_ATTRIBUTE);
      frame.height = String(message.height);
      frame.setAttribute(HEIGHT_ATTRIBUTE, String(message.height));
      if (isFirst) follow(frame);
      watch.tell();
    } else if (message.datelines === "reveal") {
      showPart(frame, view, message);
    } else if (message.datelines === "select") {
      const name = hashName(frame);
      if (name !== null) write(view, name, message.id);
    }
  };
  const known = (): HTMLIFrameElement[] => frames().filter((frame) => frame.hasAttribute(HEIGHT_ATTRIBUTE));
  const watch = watchFrames(view, known, (frame, message) => send(frame, message, originOf(frame)));
  const onHash = (): void => frames().forEach(follow);
  view.addEventListener("message", onMessage);
  view.addEventListener("hashchange", onHash);
  // Frames that loaded before send their height again.
  for (const frame of frames()) send(frame, { datelines: "hello" }, "*");
  return {
    stop() {
      watch.stop();
      view.removeEventListener("message", onMessage);
      view.removeEventListener("hashchange", onHash);
    },
  };
}

/** The origin of a frame's page; `*` where it has none, as in a file or a sandbox; undefined for an invalid address. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin")) return "*";
  try {
    const { origin, protocol } = new URL(frame.src, frame.ownerDocument.baseURI);
    return protocol === "http:" || protocol === "https:" ? origin : "*";
  } catch {
    return undefined;
  }
}

function isOrigin(origin: string, frame: HTMLIFrameElement): boolean {
  const expected = originOf(frame);
  return expected === "*" || origin === expected;
}

/** Writes a part of the address, without a new entry in the history and without scrolling. */
function write(view: Window, name: string, id: string | null): void {
  const parts = new URLSearchParams(view.location.hash.slice(1));
  if (id === null) parts.delete(name);
  else parts.set(name, id);
  const hash = parts.toString();
  const { pathname, search } = view.location;
  view.history.replaceState(view.history.state, "", `${pathname}${search}${hash ? `#${hash}` : ""}`);
}

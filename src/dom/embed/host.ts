/** The outer half of an embed: runs in the page that holds the iframe. */
import { type EmbedMessage, readMessage } from "./message.js";

export interface EmbedHost {
  /** Takes all listeners away. */
  stop(): void;
}

/** Marks a frame that has told its height, with that height. */
const SPOKEN = "data-datelines-height";

/**
 * Lets every `<iframe data-datelines>` of a page be as high as its timeline. With `data-datelines-hash="NAME"` the
 * selected event stands in the page's address as `#NAME=ID`, so that it can be linked to; the iframe follows the address.
 * Iframes that come later are found when they first speak.
 *
 * @param root the page, or the part of it that holds the iframes. Default the page
 * @throws TypeError when that is in a document that is not shown in a window
 */
export function connectEmbeds(root: Document | Element = document): EmbedHost {
  const page = "defaultView" in root ? root : root.ownerDocument;
  const view = page.defaultView;
  if (!view) throw new TypeError("connectEmbeds: the page is not shown in a window");
  const frames = (): HTMLIFrameElement[] => [...root.querySelectorAll<HTMLIFrameElement>("iframe[data-datelines]")];

  const say = (frame: HTMLIFrameElement, message: EmbedMessage, to: string | undefined): void => {
    if (to) frame.contentWindow?.postMessage(message, to);
  };
  const linked = (frame: HTMLIFrameElement): string | null => frame.getAttribute("data-datelines-hash") || null;
  const follow = (frame: HTMLIFrameElement): void => {
    const name = linked(frame);
    const id = name === null ? null : new URLSearchParams(view.location.hash.slice(1)).get(name);
    // Only to who has spoken: a frame that is still loading belongs to nobody.
    if (id !== null && frame.hasAttribute(SPOKEN)) say(frame, { datelines: "select", id }, originOf(frame));
  };

  const onMessage = (event: MessageEvent): void => {
    // The window that speaks is proof enough of which frame it is; its origin, that the frame still shows what we put there.
    const frame = frames().find((candidate) => candidate.contentWindow === event.source);
    const message = readMessage(event.data);
    if (!frame || !message || !isOrigin(event.origin, frame)) return;
    if (message.datelines === "height") {
      const isFirst = !frame.hasAttribute(SPOKEN);
      frame.height = String(message.height);
      frame.setAttribute(SPOKEN, String(message.height));
      if (isFirst) follow(frame);
    } else if (message.datelines === "select") {
      const name = linked(frame);
      if (name !== null) write(view, name, message.id);
    }
  };
  const onHash = (): void => frames().forEach(follow);
  view.addEventListener("message", onMessage);
  view.addEventListener("hashchange", onHash);
  // Those that spoke before anybody listened.
  for (const frame of frames()) say(frame, { datelines: "hello" }, "*");
  return {
    stop() {
      view.removeEventListener("message", onMessage);
      view.removeEventListener("hashchange", onHash);
    },
  };
}

/** Where a frame's page comes from; `*` where it has no origin, as in a file or a sandbox. */
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

/** Puts a part of the address in, without a new entry in the history and without scrolling. */
function write(view: Window, name: string, id: string | null): void {
  const parts = new URLSearchParams(view.location.hash.slice(1));
  if (id === null) parts.delete(name);
  else parts.set(name, id);
  const hash = parts.toString();
  const { pathname, search } = view.location;
  view.history.replaceState(view.history.state, "", `${pathname}${search}${hash ? `#${hash}` : ""}`);
}

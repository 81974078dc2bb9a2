/** Tells frames which part of them the reader sees, and shows the part that a frame asks for. */
import type { EmbedMessage } from "./message.js";

/** The part of a frame that is in the window, in px from the frame's upper edge; `undefined` where none is. */
function partInWindow(frame: HTMLIFrameElement, view: Window): { top: number; bottom: number } | undefined {
  const box = frame.getBoundingClientRect();
  const [top, bottom] = [Math.max(0, -box.top), Math.min(box.height, view.innerHeight - box.top)];
  return bottom > top ? { top, bottom } : undefined;
}

/** Scrolls the page by the least distance that shows a part of a frame; its upper edge, where the window is too low. */
export function showPart(frame: HTMLIFrameElement, view: Window, part: { top: number; bottom: number }): void {
  const box = frame.getBoundingClientRect();
  const [top, bottom] = [box.top + part.top, box.top + part.bottom];
  const by = top < 0 ? top : bottom > view.innerHeight ? Math.min(bottom - view.innerHeight, top) : 0;
  if (by === 0) return;
  const isInstant = view.matchMedia("(prefers-reduced-motion: reduce)").matches;
  view.scrollBy({ top: by, behavior: isInstant ? "instant" : "smooth" });
}

/**
 * Sends each frame the part of it that is seen, whenever that may have changed.
 *
 * @param frames the frames that have told their height
 * @returns how to send to all at once, and the way to stop
 */
export function watchFrames(
  view: Window,
  frames: () => readonly HTMLIFrameElement[],
  send: (frame: HTMLIFrameElement, message: EmbedMessage) => void,
): { tell(): void; stop(): void } {
  let request: number | undefined;
  const tell = (): void => {
    request = undefined;
    for (const frame of frames()) {
      const part = partInWindow(frame, view);
      if (part) send(frame, { datelines: "seen", ...part });
    }
  };
  const onMove = (): void => {
    request ??= view.requestAnimationFrame(tell);
  };
  // Boxes of the page may scroll, too; their events do not bubble.
  view.addEventListener("scroll", onMove, { capture: true, passive: true });
  view.addEventListener("resize", onMove);
  return {
    tell,
    stop() {
      view.removeEventListener("scroll", onMove, { capture: true });
      view.removeEventListener("resize", onMove);
      if (request !== undefined) view.cancelAnimationFrame(request);
    },
  };
}

/** Width of a picture whose container has no width yet, in px. */
const FALLBACK_WIDTH = 960;
/** A container of less has no room for anything, such as that of a window of 1 px; it counts as one without a width, in px. */
export const CONTAINER_WIDTH_MIN = 40;
/** Root font size that the layout assumes, in px. */
const ROOT_FONT_SIZE = 16;

/**
 * Width of a container in units of the layout. The stylesheet sizes the picture in rem, so a root font of twice the size
 * leaves half the width.
 */
export function containerWidth({ ownerDocument, clientWidth }: Element, window: Window): number {
  const rootFontSize = Number.parseFloat(window.getComputedStyle(ownerDocument.documentElement).fontSize);
  return Math.floor(
    (clientWidth < CONTAINER_WIDTH_MIN ? FALLBACK_WIDTH : clientWidth) / (rootFontSize / ROOT_FONT_SIZE || 1),
  );
}

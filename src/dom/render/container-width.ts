/** Width of a picture whose container has no width yet, in px. */
const FALLBACK_WIDTH = 960;
/** A container of less has no room for anything, such as that of a window of 1 px; it counts as one without a width, in px. */
export const CONTAINER_WIDTH_MIN = 40;
/** Root font size that the layout assumes, in px. */
const ROOT_FONT_SIZE = 16;

/**
 * Width of a container in units of the layout. The stylesheet sizes the picture in rem, so a root font of twice the size
 * leaves half the width.
 *
 * @param figure the figure in the container, which a rule of the page may make narrower
 */
export function containerWidth({ ownerDocument, clientWidth }: Element, window: Window, figure?: Element): number {
  const rootFontSize = Number.parseFloat(window.getComputedStyle(ownerDocument.documentElement).fontSize);
  const room = clientWidth < CONTAINER_WIDTH_MIN ? FALLBACK_WIDTH : clientWidth;
  const maxWidth = figure ? window.getComputedStyle(figure).maxWidth : "";
  // A percentage is no limit of its own.
  const limit = maxWidth.endsWith("px") ? Number.parseFloat(maxWidth) : room;
  return Math.floor(Math.min(room, limit) / (rootFontSize / ROOT_FONT_SIZE || 1));
}

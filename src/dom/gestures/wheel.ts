/** px of a wheel event that counts lines, and of one that counts pages. */
const PX_PER_LINE = 25;
const PX_PER_PAGE = 500;

/** px of one unit in which a wheel event counts. */
export function pxPerUnit({ deltaMode }: WheelEvent): number {
  return deltaMode === 1 ? PX_PER_LINE : deltaMode ? PX_PER_PAGE : 1;
}

/** Whether a wheel event zooms: with Ctrl or ⌘, or as a pinch of a trackpad, which has Ctrl too. */
export function isZoomingWheel({ ctrlKey, metaKey }: WheelEvent): boolean {
  return ctrlKey || metaKey;
}

/** How far a wheel event goes sideways, in px; 0 where it goes more up or down. Shift turns the wheel of a mouse sideways. */
export function sidewaysPx(event: WheelEvent): number {
  const { deltaX, deltaY, shiftKey } = event;
  const isTurned = shiftKey && deltaX === 0;
  const delta = isTurned ? deltaY : Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : 0;
  return delta * pxPerUnit(event);
}

/** Zoom levels of forms that stay the same between two of them. */

/** Two levels are so many times apart. */
export const ZOOM_STEP = Math.SQRT2;

/** The zoom level of a scale: 0 where everything fits. */
export function zoomLevel(scale: number, fit: number): number {
  return Math.max(0, Math.floor(Math.log(scale / fit) / Math.log(ZOOM_STEP) + 1e-6));
}

/** Whether more than `most` of some ascending places are in any stretch of a length. */
export function isDenser(places: Float64Array, length: number, most: number): boolean {
  for (let i = most; i < places.length; i++) {
    if ((places[i] as number) - (places[i - most] as number) <= length) return true;
  }
  return false;
}

/** Zoom levels of forms that stay the same between two of them. */

/** Two levels are so many times apart. */
export const ZOOM_STEP = Math.SQRT2;

/** The zoom level of a scale: 0 where everything fits. */
export function zoomLevel(scale: number, fit: number): number {
  return Math.max(0, Math.floor(Math.log(scale / fit) / Math.log(ZOOM_STEP) + 1e-6));
}

/** Most of some ascending places in any stretch of a length. */
export function densest(places: Float64Array, length: number): number {
  let most = 0;
  for (let i = 0, j = 0; i < places.length; i++) {
    while ((places[i] as number) - (places[j] as number) > length) j++;
    if (i - j + 1 > most) most = i - j + 1;
  }
  return most;
}

/** Width of a picture whose container has none yet. */
const FALLBACK = 960;

/** Room for a picture. It is set in rem: where the reader's root font is twice as large, half as much fits beside each other. */
export function widthIn({ ownerDocument, clientWidth }: Element, window: Window): number {
  const rem = Number.parseFloat(window.getComputedStyle(ownerDocument.documentElement).fontSize) / 16 || 1;
  return Math.floor((clientWidth || FALLBACK) / rem);
}

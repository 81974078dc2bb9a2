import { endsClearFrom, pairScale, type PlacedLabel, type PlaceOptions } from "./placed-label.js";

/**
 * Labels of a lane of which only some events are left. Each keeps its slot and its forms, and shows sooner where fewer are in
 * its way.
 *
 * @param labels those that are left, the most important first
 */
export function keptLabels<Label extends PlacedLabel>(labels: readonly Label[], options: PlaceOptions): Label[] {
  const kept = [...labels].sort((a, b) => a.scale - b.scale);
  kept.forEach((label, i) => {
    if (label.scale <= label.wish) return;
    let scale = Math.max(label.wish, endsClearFrom(label, label.box, options));
    for (const other of kept) {
      if (other !== label && scale < label.scale) scale = Math.max(scale, pairScale(label, label.box, other, options));
    }
    if (scale < label.scale) kept[i] = { ...label, scale };
  });
  return kept;
}

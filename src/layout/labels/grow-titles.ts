/**
 * Titles grow on their own slots as room grows. A fuller form of a label shows from the scale at which it is clear of every
 * label that shows there: of the forms that these are placed with, and of the fuller ones of more important labels.
 */
import {
  endsClearFrom,
  type GrownForm,
  type LabelForm,
  pairScale,
  type PlacedLabel,
  type PlaceOptions,
} from "./placed-label.js";

/** What is further from a text than this never meets it, in px. */
const FAR = 480;
/** A fuller form that would only show at a scale so many times that of its label is not kept. */
const GROWTH_MAX = 64;

/**
 * @param labels in order of importance; forms that they have grown already stay
 * @param fuller forms of a label that fit in its row, the fullest first
 * @param until greatest scale from which a form may show
 * @returns the labels with their fuller forms
 */
export function growTitles<Form extends LabelForm>(
  labels: readonly PlacedLabel<Form>[],
  fuller: (label: PlacedLabel<Form>) => readonly Form[],
  options: PlaceOptions,
  until = Number.POSITIVE_INFINITY,
): PlacedLabel<Form>[] {
  const all = [...labels];
  labels.forEach((label, i) => {
    const known = label.grown ?? [];
    const least = known[0]?.size.cost ?? label.size.cost;
    const grown: GrownForm<Form>[] = [];
    // A form that comes later than a fuller one is never needed.
    let limit = Math.min(until * (1 + 1e-9), label.scale * GROWTH_MAX);
    for (const size of fuller(label)) {
      if (size.cost >= least) continue;
      const scale = growthScale(label, size, all, options, limit);
      if (scale < limit) grown.push({ size, scale });
      limit = Math.min(limit, scale);
    }
    if (grown.length > 0) all[i] = { ...label, grown: [...grown, ...known] };
  });
  return all;
}

function growthScale<Form extends LabelForm>(
  label: PlacedLabel<Form>,
  size: Form,
  labels: readonly PlacedLabel<Form>[],
  options: PlaceOptions,
  limit: number,
): number {
  const box = { ...label.slot, width: size.width, height: size.height };
  let scale = Math.max(label.scale, (size.zoom ?? 0) * label.wish, endsClearFrom(label, box, options));
  for (const other of labels) {
    if (scale >= limit) return scale;
    if (other.at === label.at || Math.abs(other.position - label.position) * scale > size.width + FAR) continue;
    scale = Math.max(scale, pairScale(label, box, other, options));
  }
  return scale;
}

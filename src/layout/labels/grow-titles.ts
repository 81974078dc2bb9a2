/**
 * Titles grow on their own slots as room grows. A fuller form of a label shows from the scale at which it is clear of every
 * label that shows there: of the forms that these are placed with, and of the fuller ones of more important labels.
 */
import { endsClearFrom, type LabelForm, pairScale, type PlacedLabel, type PlaceOptions } from "./place-labels.js";

/** Labels further apart than this never meet, in px. */
const FAR = 1000;
/** A fuller form that would only show at a scale so many times that of its label is not kept. */
const GROWTH_MAX = 64;

/**
 * @param labels in order of importance; those that have grown stay as they are
 * @param fuller forms of a label that fit in its row, the fullest first
 * @returns the labels with their fuller forms
 */
export function growTitles<Form extends LabelForm>(
  labels: readonly PlacedLabel<Form>[],
  fuller: (label: PlacedLabel<Form>) => readonly Form[],
  options: PlaceOptions,
): PlacedLabel<Form>[] {
  const all = [...labels];
  labels.forEach((label, i) => {
    if (label.grown) return;
    const own = fuller(label)
      .filter(({ cost }) => cost < label.size.cost)
      .map((size) => ({ size, scale: growthScale(label, size, all, options) }));
    // A form that comes later than a fuller one is never needed.
    const grown = own.filter(
      ({ scale }, k) => scale < label.scale * GROWTH_MAX && own.slice(0, k).every((one) => one.scale > scale),
    );
    all[i] = { ...label, grown };
  });
  return all;
}

function growthScale<Form extends LabelForm>(
  label: PlacedLabel<Form>,
  size: Form,
  labels: readonly PlacedLabel<Form>[],
  options: PlaceOptions,
): number {
  const box = { ...label.slot, width: size.width, height: size.height };
  let scale = Math.max(label.scale, endsClearFrom(label, box, options));
  for (const other of labels) {
    if (other.at === label.at || Math.abs(other.position - label.position) * scale > FAR) continue;
    scale = Math.max(scale, pairScale(label, box, other, options));
  }
  return scale;
}

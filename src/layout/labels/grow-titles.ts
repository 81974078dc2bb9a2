/**
 * Titles grow on their own slots as room grows. A fuller form of a label shows from the scale at which it is clear of every
 * label that shows there: of the forms that these are placed with, and of the fuller ones of more important labels.
 */
import { endsClearFrom, type LabelForm, type PlacedLabel, type PlaceOptions } from "./place-labels.js";
import { clearFrom } from "./slot.js";

/** A form and the scale from which it shows. */
export interface GrownForm<Form extends LabelForm> {
  readonly size: Form;
  readonly scale: number;
}

/** Labels further apart than this never meet, in px. */
const FAR = 1000;
/** A fuller form that would only show at a scale so many times that of its label is not kept. */
const GROWTH_MAX = 64;

/**
 * @param labels in order of importance
 * @param fuller forms of a label that fit in its row, the fullest first
 * @returns for each label its fuller forms, the fullest first
 */
export function growTitles<Form extends LabelForm>(
  labels: readonly PlacedLabel<Form>[],
  fuller: (label: PlacedLabel<Form>) => readonly Form[],
  options: PlaceOptions,
): Map<PlacedLabel<Form>, readonly GrownForm<Form>[]> {
  const grown = new Map<PlacedLabel<Form>, readonly GrownForm<Form>[]>();
  for (const label of labels) {
    const own = fuller(label)
      .filter(({ cost }) => cost < label.size.cost)
      .map((size) => ({ size, scale: growthScale(label, size, labels, grown, options) }));
    // A form that comes later than a fuller one is never needed.
    const kept = own.filter(
      ({ scale }, i) => scale < label.scale * GROWTH_MAX && own.slice(0, i).every((one) => one.scale > scale),
    );
    if (kept.length > 0) grown.set(label, kept);
  }
  return grown;
}

function growthScale<Form extends LabelForm>(
  label: PlacedLabel<Form>,
  size: Form,
  labels: readonly PlacedLabel<Form>[],
  grown: ReadonlyMap<PlacedLabel<Form>, readonly GrownForm<Form>[]>,
  options: PlaceOptions,
): number {
  const box = { ...label.slot, ...size };
  let scale = Math.max(label.scale, endsClearFrom(label, box, options));
  for (const other of labels) {
    if (other === label) continue;
    if (Math.abs(other.position - label.position) * scale > FAR) continue;
    const forms = [{ size: other.size, scale: other.scale }, ...(grown.get(other) ?? [])];
    for (const form of forms) {
      const clear = clearFrom(
        label,
        box,
        other,
        { ...other.slot, width: form.size.width, height: form.size.height },
        options.astride,
      );
      if (clear > form.scale && clear > scale) scale = clear;
    }
  }
  return scale;
}

/** Labels in their slots, and the scales from which they are clear of each other and of the ends of the axis. */
import { LEADER_GAP } from "../metrics.js";
import { type Anchor, type Box, clearFrom, type LabelSize, scaleForDistance, type Slot } from "./slot.js";

/** A row of slots on one side of a lane line. */
export interface Tier {
  readonly above: boolean;
  /** From the lane line to the near edge of its text, in px. */
  readonly offset: number;
  /** Height of its text at most, in px. */
  readonly height: number;
}

export interface LabelForm extends LabelSize {
  /** How much of what there is to say it leaves out; 0 for all. */
  readonly cost: number;
  /** The scale from which this form shows, as a multiple of the smallest scale. Default 1. */
  readonly zoom?: number;
}

export interface Candidate extends Anchor {
  /** Position among the events of the lane. */
  readonly at: number;
  /** Smallest scale from which it may show, in px per unit. */
  readonly wish: number;
  /** The form to use in a given height; `undefined` where none fits. */
  readonly form: (height: number) => LabelForm | undefined;
}

/** A fuller form of a label and the scale from which it shows. */
export interface GrownForm<Form extends LabelForm> {
  readonly size: Form;
  readonly scale: number;
}

export interface PlacedLabel<Form extends LabelForm = LabelForm> extends Candidate {
  /** The scale from which it shows. */
  scale: number;
  slot: Slot;
  tier: number;
  size: Form;
  /** Slot and size in one. */
  box: Box;
  /** Fuller forms that show from greater scales on, the fullest first. */
  readonly grown?: readonly GrownForm<Form>[];
}

export interface PlaceOptions {
  /** In order of preference on each side. */
  readonly tiers: readonly Tier[];
  /** Stretch of the axis, and how far text may reach beyond it on either side, in px. */
  readonly domain: readonly [number, number];
  readonly overhang: readonly [number, number];
  /** Whether marks that touch may sit on either side of the line. */
  readonly astride: boolean;
  /** Slots that the lane itself forbids: a crowd stands there. */
  readonly blocked?: (candidate: Candidate) => ((slot: Slot, form: LabelForm) => boolean) | undefined;
}

/** A slot with the form of the label in it. */
export interface Choice {
  readonly slot: Slot;
  readonly tier: number;
  readonly size: LabelForm;
  readonly box: Box;
}

/** The scale from which a box is clear of a label in all forms that show there; before those do, they are in no way. */
export function pairScale(
  anchor: Anchor,
  box: Box,
  label: PlacedLabel,
  { astride }: Pick<PlaceOptions, "astride">,
): number {
  const own = clearFrom(anchor, box, label, label.box, astride);
  let scale = own > label.scale ? own : 0;
  for (const form of label.grown ?? []) {
    const { width, height } = form.size;
    const clear = clearFrom(anchor, box, label, { ...label.slot, width, height }, astride);
    if (clear > form.scale && clear > scale) scale = clear;
  }
  return scale;
}

/** The scale from which a label has room before the end of the axis. */
export function endsClearFrom(
  { position, length }: Anchor,
  { left, width }: Box,
  { domain, overhang }: Pick<PlaceOptions, "domain" | "overhang">,
): number {
  const room = LEADER_GAP + width - (left ? overhang[0] : overhang[1]);
  return left
    ? scaleForDistance(position - domain[0], room, 0, length)
    : scaleForDistance(domain[1] - position, room, length, 0);
}

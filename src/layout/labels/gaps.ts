/**
 * What the labels of a fan leave to one more: for each row and side the widest text that clashes with none of them, and
 * with at most a few. Worked out once for a candidate; each of its places is then a comparison. The rules are those of
 * `smallestDistance`, solved for the width of the text.
 */
import { poleSlack } from "./fan.js";
import { type Candidate, clash, type Hung, type Room } from "./hang.js";
import { LABEL_GAP, LEADER_CLEARANCE, LEADER_GAP } from "../metrics.js";

const BLOCKED = Number.NEGATIVE_INFINITY;

export class Gaps {
  private readonly rows: number;
  /** Of each row and side, the smallest widths that some label leaves, ascending, and which labels those are. */
  private readonly widths: Float64Array;
  private readonly by: (Hung | undefined)[] = [];
  /** Labels with the same pole: either of two may count as the first, which no single width says. */
  private readonly together: Hung[] = [];

  /** @param most how many labels may be in the way of a place */
  constructor(
    private readonly candidate: Candidate,
    fan: readonly Hung[],
    { rows, above }: Room,
    private readonly most = 0,
  ) {
    this.rows = rows.length;
    const size = (rows.length + above.length) * 2 * (most + 1);
    this.widths = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < fan.length; i++) {
      const other = fan[i] as Hung;
      const distance = other.candidate.x - candidate.x;
      if (distance === 0) this.together.push(other);
      else if (other.above) this.heed(other, distance, rows.length, rows.length + above.length);
      else this.heed(other, distance, 0, rows.length);
    }
  }

  /** Whether a place of the candidate clashes with no label. */
  fits(place: Hung): boolean {
    const least = this.widths[this.slot(place)] as number;
    return least >= place.width && !this.together.some((other) => clash(place, other));
  }

  /** The labels that a place clashes with, or nothing where they are too many. */
  inTheWay(place: Hung): Hung[] | undefined {
    const first = this.slot(place);
    let end = first;
    while (end <= first + this.most && (this.widths[end] as number) < place.width) end++;
    if (end > first + this.most) return undefined;
    const found = this.together.filter((other) => clash(place, other));
    for (let k = first; k < end; k++) found.push(this.by[k] as Hung);
    return found.length > this.most ? undefined : found;
  }

  private slot({ row, above, side }: Hung): number {
    return ((above ? this.rows + row : row) * 2 + (side === "left" ? 1 : 0)) * (this.most + 1);
  }

  /** Takes a label into account that hangs on the side of the line whose rows are `first` to `end`, exclusive. */
  private heed(other: Hung, distance: number, first: number, end: number): void {
    const isAfter = distance > 0;
    const { length } = this.candidate;
    const slack = isAfter ? poleSlack(length, other.candidate.length) : poleSlack(other.candidate.length, length);
    const apart = Math.abs(distance) - slack;
    const facing = other.side === (isAfter ? "left" : "right");
    const reach = facing ? LEADER_GAP + other.width : -LEADER_GAP;
    const toward = isAfter ? 0 : 1;
    const own = first + other.row;
    const inText = facing && apart < reach + LEADER_CLEARANCE;
    const tooNear = apart < reach - LEADER_GAP + LABEL_GAP;
    for (let row = first; row < end; row++) {
      let left = Number.POSITIVE_INFINITY;
      if (row >= own && inText) left = BLOCKED;
      else if (row === own) left = apart - LEADER_GAP - Math.max(reach + LABEL_GAP, LEADER_CLEARANCE);
      else if (row < own) left = apart - LEADER_GAP - LEADER_CLEARANCE;
      this.note(row * 2 + toward, left, other);
      if ((row === own && tooNear) || (row >= own && inText)) this.note(row * 2 + 1 - toward, BLOCKED, other);
    }
  }

  /** Keeps the smallest widths of a row and side. */
  private note(slot: number, width: number, other: Hung): void {
    let left = width;
    let by: Hung | undefined = other;
    const first = slot * (this.most + 1);
    for (let k = first; k <= first + this.most; k++) {
      const kept = this.widths[k] as number;
      if (left >= kept) continue;
      const keptBy = this.by[k];
      this.widths[k] = left;
      this.by[k] = by;
      left = kept;
      by = keptBy;
    }
  }
}

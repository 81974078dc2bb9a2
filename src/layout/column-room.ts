/**
 * Where in the column there is still room for labels near their marks. Labels that fit into every stretch of the column and a
 * little beyond it can be spread so that none stands far from its mark.
 */

/** Labels are counted in pieces of the column of this height, in px. */
const PIECE = 120;
/** A stretch may hold this much more than its own height, in px: 80 on either side, and the last label hangs out of it. */
const BEYOND = 210;
/** Stretches that are looked at: so many pieces on either side of a label. */
const REACHES = [1, 4, 13, 40] as const;

export class ColumnRoom {
  private readonly taken: Float64Array;

  /** @param length height of the column, in px */
  constructor(length: number) {
    this.taken = new Float64Array(Math.ceil(length / PIECE) + 1);
  }

  /** Whether a label at a place, and whatever stands around it already, finds room near its mark. */
  has(y: number, height: number): boolean {
    const piece = this.pieceAt(y);
    return REACHES.every((reach) => {
      const [from, to] = [Math.max(0, piece - reach), Math.min(this.taken.length, piece + reach + 1)];
      let sum = height;
      for (let i = from; i < to; i++) sum += this.taken[i] as number;
      return sum <= (to - from) * PIECE + BEYOND;
    });
  }

  take(y: number, height: number): void {
    const piece = this.pieceAt(y);
    this.taken[piece] = (this.taken[piece] as number) + height;
  }

  private pieceAt(y: number): number {
    return Math.max(0, Math.min(this.taken.length - 1, Math.floor(y / PIECE)));
  }
}

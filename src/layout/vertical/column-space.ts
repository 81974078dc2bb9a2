/**
 * Tracks where the column still has space for labels close to their marks. Labels can be spread within a distance of their
 * marks if, for every stretch of the column, their total height exceeds the stretch by at most twice that distance.
 */

/** Height of the pieces that the column is divided into, in px. */
const PIECE_HEIGHT = 120;

export class ColumnSpace {
  private readonly taken: Float64Array;
  private total = 0;
  /** Pieces that rejected a label; taken space is never released. */
  private readonly full = new Set<number>();

  /**
   * @param length height of the column, in px
   * @param overflow how much the labels of a stretch may exceed it, in px
   */
  constructor(
    private readonly length: number,
    private readonly overflow: number,
  ) {
    this.taken = new Float64Array(Math.ceil(length / PIECE_HEIGHT) + 1);
  }

  /** Whether even the lowest label has no space at a position. */
  isFull(y: number): boolean {
    return this.full.has(this.pieceAt(y));
  }

  /** Takes space for a label if every stretch around it has some; only the last label may exceed the column. */
  take(y: number, height: number): boolean {
    const piece = this.pieceAt(y);
    const surplus = height + this.most(piece, -1) + this.most(piece, 1) - this.surplusOf(piece);
    if (surplus > this.overflow || this.total > this.length) {
      this.full.add(piece);
      return false;
    }
    this.add(y, height);
    return true;
  }

  /** Takes space for a label unconditionally. */
  add(y: number, height: number): void {
    const piece = this.pieceAt(y);
    this.taken[piece] = (this.taken[piece] as number) + height;
    this.total += height;
  }

  /** How much the labels of a piece exceed it, in px. */
  private surplusOf(piece: number): number {
    return (this.taken[piece] as number) - PIECE_HEIGHT;
  }

  /** Largest excess of the labels over any stretch that starts at a piece and extends in one direction, in px. */
  private most(piece: number, direction: 1 | -1): number {
    let [sum, most] = [0, Number.NEGATIVE_INFINITY];
    for (let i = piece; i >= 0 && i < this.taken.length; i += direction) {
      sum += this.surplusOf(i);
      most = Math.max(most, sum);
    }
    return most;
  }

  private pieceAt(y: number): number {
    return Math.max(0, Math.min(this.taken.length - 1, Math.floor(y / PIECE_HEIGHT)));
  }
}

/**
 * Where in the column there is still room for labels near their marks. Labels can be spread so that none stands further than
 * some px from its mark, if those of every stretch of the column together are no higher than it and that distance twice.
 */

/** Labels are counted in pieces of the column of this height, in px. */
const PIECE_HEIGHT = 120;

export class ColumnSpace {
  private readonly taken: Float64Array;
  private total = 0;
  /** Pieces that turned a label away: what is taken is not given back. */
  private readonly full = new Set<number>();

  /**
   * @param length height of the column, in px
   * @param overflow how much higher than a stretch its labels may be, in px
   */
  constructor(
    private readonly length: number,
    private readonly overflow: number,
  ) {
    this.taken = new Float64Array(Math.ceil(length / PIECE_HEIGHT) + 1);
  }

  /** Whether a label that is as low as labels get has no room at a place. */
  isFull(y: number): boolean {
    return this.full.has(this.pieceAt(y));
  }

  /** Takes room for a label at a place, if there is some in every stretch around it. The last one may hang out below. */
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

  /** Takes it in any case. */
  add(y: number, height: number): void {
    const piece = this.pieceAt(y);
    this.taken[piece] = (this.taken[piece] as number) + height;
    this.total += height;
  }

  /** By how much the labels of a piece are higher than it. */
  private surplusOf(piece: number): number {
    return (this.taken[piece] as number) - PIECE_HEIGHT;
  }

  /** The most by which labels are higher than a stretch that begins with a piece and goes on in a direction. */
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

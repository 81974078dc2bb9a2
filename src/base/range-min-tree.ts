/**
 * Smallest values of any stretch of a list: the k smallest in O(k log n), all below a limit in O(log n) each.
 * A complete binary tree in one flat array, of which node 1 is the root and node i has the children 2i and 2i+1. Its
 * leaves are blocks of values, so that the tree is made by going through the values once and is small beside them.
 */
const BLOCK = 32;

/** A part of the list that was not looked into yet. */
interface Part {
  readonly least: number;
  readonly from: number;
  readonly to: number;
  /** 0 where it is within a block. */
  readonly node: number;
}

export class RangeMinTree {
  private readonly offset: number;
  private readonly nodes: Float64Array;

  /** @param value the value at a place of the list, always the same */
  constructor(
    size: number,
    private readonly value: (at: number) => number,
  ) {
    let width = 1;
    while (width * BLOCK < size) width *= 2;
    this.offset = width;
    this.nodes = new Float64Array(2 * width).fill(Number.POSITIVE_INFINITY);
    for (let block = 0; block * BLOCK < size; block++) {
      this.nodes[width + block] = this.leastOf(block * BLOCK, Math.min(size, (block + 1) * BLOCK));
    }
    for (let i = width - 1; i >= 1; i--) {
      this.nodes[i] = Math.min(this.nodes[2 * i] as number, this.nodes[2 * i + 1] as number);
    }
  }

  /** Indices of the `count` smallest values in `[from, to)`, the smallest first, of equal ones the first. */
  smallest(from: number, to: number, count: number): number[] {
    const found: number[] = [];
    const values: number[] = [];
    const look = (begin: number, end: number): void => {
      for (let at = begin; at < end; at++) {
        const value = this.value(at);
        let place = found.length;
        while (place > 0 && isBefore(value, at, values[place - 1] as number, found[place - 1] as number)) place--;
        if (place >= count) continue;
        found.splice(place, 0, at);
        values.splice(place, 0, value);
        if (found.length > count) {
          found.pop();
          values.pop();
        }
      }
    };
    if (to - from <= BLOCK) {
      look(from, to);
      return found;
    }
    // Few parts are open at once, so a list serves where a heap would do.
    const open = this.parts(from, to);
    while (open.length > 0) {
      let first = 0;
      for (let i = 1; i < open.length; i++) {
        const [a, b] = [open[i] as Part, open[first] as Part];
        if (isBefore(a.least, a.from, b.least, b.from)) first = i;
      }
      const part = open[first] as Part;
      if (found.length === count && !isBefore(part.least, part.from, values.at(-1) as number, found.at(-1) as number))
        break;
      open[first] = open.at(-1) as Part;
      open.pop();
      if (part.node === 0 || part.node >= this.offset) look(part.from, part.to);
      else open.push(...this.halves(part));
    }
    return found;
  }

  /** Calls `visit` for each index in `[from, to)` whose value is below a limit, ascending; stops when it returns false. */
  below(limit: number, from: number, to: number, visit: (index: number) => boolean): void {
    const stack = this.parts(from, to).sort((a, b) => b.from - a.from);
    while (stack.length > 0) {
      const part = stack.pop() as Part;
      if (part.least >= limit) continue;
      if (part.node > 0 && part.node < this.offset) {
        stack.push(...this.halves(part).reverse());
        continue;
      }
      for (let at = part.from; at < part.to; at++) if (this.value(at) < limit && !visit(at)) return;
    }
  }

  private leastOf(from: number, to: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const value = this.value(at);
      if (value < least) least = value;
    }
    return least;
  }

  private halves({ node, from, to }: Part): [Part, Part] {
    const middle = (from + to) / 2;
    const [a, b] = [2 * node, 2 * node + 1];
    return [
      { node: a, from, to: middle, least: this.nodes[a] as number },
      { node: b, from: middle, to, least: this.nodes[b] as number },
    ];
  }

  /** The fewest nodes that together cover the whole blocks of `[from, to)`, and what is left at either end. */
  private parts(from: number, to: number): Part[] {
    const [first, last] = [Math.ceil(from / BLOCK), Math.floor(to / BLOCK)];
    const loose = (begin: number, end: number): Part[] =>
      begin < end ? [{ node: 0, from: begin, to: end, least: this.leastOf(begin, end) }] : [];
    if (first >= last) return loose(from, to);
    const parts = [...loose(from, first * BLOCK), ...loose(last * BLOCK, to)];
    let [a, b, length] = [first + this.offset, last + this.offset, BLOCK];
    const add = (node: number): void => {
      const at = node * length - this.offset * BLOCK;
      parts.push({ node, from: at, to: at + length, least: this.nodes[node] as number });
    };
    for (; a < b; a /= 2, b /= 2, length *= 2) {
      if (a % 2 === 1) add(a++);
      if (b % 2 === 1) add(--b);
    }
    return parts;
  }
}

function isBefore(value: number, at: number, otherValue: number, other: number): boolean {
  return value < otherValue || (value === otherValue && at < other);
}

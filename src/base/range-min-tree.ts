/**
 * Smallest values in any range of a list: the k smallest in O(k log n), all below a limit in O(log n) each.
 * A complete binary tree in one flat array: node 1 is the root, and node i has the children 2i and 2i+1. Its leaves are
 * blocks of values, so that the tree is built in one pass and is much smaller than the list.
 */
/** Values per leaf. */
const BLOCK_SIZE = 32;

/** A range of the list that was not searched yet. */
interface Part {
  readonly minimum: number;
  readonly from: number;
  readonly to: number;
  /** Node that covers the range; 0 for a range within a block. */
  readonly node: number;
}

export class RangeMinTree {
  private readonly offset: number;
  private readonly nodes: Float64Array;

  /** @param value the value at an index of the list; must not change */
  constructor(
    size: number,
    private readonly value: (at: number) => number,
  ) {
    let width = 1;
    while (width * BLOCK_SIZE < size) width *= 2;
    this.offset = width;
    this.nodes = new Float64Array(2 * width).fill(Number.POSITIVE_INFINITY);
    for (let block = 0; block * BLOCK_SIZE < size; block++) {
      this.nodes[width + block] = this.minimumOf(block * BLOCK_SIZE, Math.min(size, (block + 1) * BLOCK_SIZE));
    }
    for (let i = width - 1; i >= 1; i--) {
      this.nodes[i] = Math.min(this.nodes[2 * i] as number, this.nodes[2 * i + 1] as number);
    }
  }

  /** Indexes of the `count` smallest values in `[from, to)`, ascending by value, then by index. */
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
    if (to - from <= BLOCK_SIZE) {
      look(from, to);
      return found;
    }
    // Few parts are open at once, so a linear scan replaces a heap.
    const open = this.parts(from, to);
    while (open.length > 0) {
      let first = 0;
      for (let i = 1; i < open.length; i++) {
        const [a, b] = [open[i] as Part, open[first] as Part];
        if (isBefore(a.minimum, a.from, b.minimum, b.from)) first = i;
      }
      const part = open[first] as Part;
      if (found.length === count && !isBefore(part.minimum, part.from, values.at(-1) as number, found.at(-1) as number))
        break;
      open[first] = open.at(-1) as Part;
      open.pop();
      if (part.node === 0 || part.node >= this.offset) look(part.from, part.to);
      else open.push(...this.halves(part));
    }
    return found;
  }

  /** Calls `visit` for each index in `[from, to)` with a value below `limit`, ascending, until it returns false. */
  below(limit: number, from: number, to: number, visit: (index: number) => boolean): void {
    const stack = this.parts(from, to).sort((a, b) => b.from - a.from);
    while (stack.length > 0) {
      const part = stack.pop() as Part;
      if (part.minimum >= limit) continue;
      if (part.node > 0 && part.node < this.offset) {
        stack.push(...this.halves(part).reverse());
        continue;
      }
      for (let at = part.from; at < part.to; at++) if (this.value(at) < limit && !visit(at)) return;
    }
  }

  private minimumOf(from: number, to: number): number {
    let minimum = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const value = this.value(at);
      if (value < minimum) minimum = value;
    }
    return minimum;
  }

  private halves({ node, from, to }: Part): [Part, Part] {
    const middle = (from + to) / 2;
    const [a, b] = [2 * node, 2 * node + 1];
    return [
      { node: a, from, to: middle, minimum: this.nodes[a] as number },
      { node: b, from: middle, to, minimum: this.nodes[b] as number },
    ];
  }

  /** The smallest set of nodes that covers the full blocks of `[from, to)`, and the partial blocks at both ends. */
  private parts(from: number, to: number): Part[] {
    const [first, last] = [Math.ceil(from / BLOCK_SIZE), Math.floor(to / BLOCK_SIZE)];
    const loose = (begin: number, end: number): Part[] =>
      begin < end ? [{ node: 0, from: begin, to: end, minimum: this.minimumOf(begin, end) }] : [];
    if (first >= last) return loose(from, to);
    const parts = [...loose(from, first * BLOCK_SIZE), ...loose(last * BLOCK_SIZE, to)];
    let [a, b, length] = [first + this.offset, last + this.offset, BLOCK_SIZE];
    const add = (node: number): void => {
      const at = node * length - this.offset * BLOCK_SIZE;
      parts.push({ node, from: at, to: at + length, minimum: this.nodes[node] as number });
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

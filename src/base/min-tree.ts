/**
 * Smallest value of any stretch of an array in O(log n), and the k smallest in O(k log n).
 * A complete binary tree in one flat array: node 1 is the root, node i has the children 2i and 2i+1.
 */
export class MinTree {
  private readonly offset: number;
  private readonly nodes: Float64Array;

  constructor(private readonly values: ArrayLike<number>) {
    let width = 1;
    while (width < values.length) width *= 2;
    this.offset = width;
    this.nodes = new Float64Array(2 * width).fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < values.length; i++) this.nodes[width + i] = values[i] as number;
    for (let i = width - 1; i >= 1; i--) {
      this.nodes[i] = Math.min(this.nodes[2 * i] as number, this.nodes[2 * i + 1] as number);
    }
  }

  /** Indices of the `count` smallest values in `[from, to)`, the smallest first. */
  smallest(from: number, to: number, count: number): number[] {
    const found: number[] = [];
    if (to - from <= 4 * count) {
      for (let i = from; i < to; i++) found.push(i);
      found.sort((a, b) => (this.values[a] as number) - (this.values[b] as number));
      return found.slice(0, count);
    }
    // A heap of subtrees by their smallest value. Few are open at once, so a sorted list serves.
    const open = this.cover(from, to);
    const value = (node: number): number => this.nodes[node] as number;
    while (open.length > 0 && found.length < count) {
      let least = 0;
      for (let i = 1; i < open.length; i++) if (value(open[i] as number) < value(open[least] as number)) least = i;
      const node = open[least] as number;
      open[least] = open.at(-1) as number;
      open.pop();
      if (node >= this.offset) found.push(node - this.offset);
      else open.push(2 * node, 2 * node + 1);
    }
    return found;
  }

  /** Calls `visit` for each index in `[from, to)` whose value is below a limit, ascending; stops when it returns false. */
  below(limit: number, from: number, to: number, visit: (index: number) => boolean): void {
    const stack = this.cover(from, to).sort((a, b) => this.first(b) - this.first(a));
    while (stack.length > 0) {
      const node = stack.pop() as number;
      if ((this.nodes[node] as number) >= limit) continue;
      if (node < this.offset) stack.push(2 * node + 1, 2 * node);
      else if (!visit(node - this.offset)) return;
    }
  }

  /** The leftmost leaf under a node. */
  private first(node: number): number {
    let i = node;
    while (i < this.offset) i *= 2;
    return i;
  }

  /** The fewest nodes that together cover `[from, to)`. */
  private cover(from: number, to: number): number[] {
    const nodes: number[] = [];
    let a = from + this.offset;
    let b = to + this.offset;
    while (a < b) {
      if (a % 2 === 1) nodes.push(a++);
      if (b % 2 === 1) nodes.push(--b);
      a /= 2;
      b /= 2;
    }
    return nodes;
  }
}

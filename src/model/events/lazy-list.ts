/**
 * A list that creates each item when it is first read, and keeps it: `items[7]` creates one item, `items.length` none.
 * Iterating over the list creates all items.
 */
export function lazyList<Item>(length: number, create: (at: number) => Item): readonly Item[] {
  const created = new Map<number, Item>();
  const indexOf = (key: string | symbol): number => {
    const at = typeof key === "string" ? Number(key) : Number.NaN;
    return Number.isInteger(at) && at >= 0 && at < length ? at : -1;
  };
  return new Proxy([] as Item[], {
    get(list, key) {
      // Answered here, because setting the length of the array would allocate memory for all items.
      if (key === "length") return length;
      const at = indexOf(key);
      if (at < 0) return Reflect.get(list, key);
      let item = created.get(at);
      if (item === undefined) created.set(at, (item = create(at)));
      return item;
    },
    has: (list, key) => indexOf(key) >= 0 || Reflect.has(list, key),
  });
}

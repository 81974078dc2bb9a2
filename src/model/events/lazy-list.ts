/**
 * A list whose items are made when they are asked for, and then kept: `items[7]` makes one, `items.length` none. Whatever
 * goes through all of them makes all of them.
 */
export function lazyList<Item>(length: number, make: (at: number) => Item): readonly Item[] {
  const made = new Map<number, Item>();
  const placeOf = (key: string | symbol): number => {
    const at = typeof key === "string" ? Number(key) : Number.NaN;
    return Number.isInteger(at) && at >= 0 && at < length ? at : -1;
  };
  return new Proxy([] as Item[], {
    get(list, key) {
      // Told, not set: an array that is set to a million is given room for so many.
      if (key === "length") return length;
      const at = placeOf(key);
      if (at < 0) return Reflect.get(list, key);
      let item = made.get(at);
      if (item === undefined) made.set(at, (item = make(at)));
      return item;
    },
    has: (list, key) => placeOf(key) >= 0 || Reflect.has(list, key),
  });
}

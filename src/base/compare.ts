/** For sorting: what comes first by `<`, with no regard to any language. */
export function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

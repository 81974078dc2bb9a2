/**
 * Caches the last call: identical arguments return the cached result. One entry is enough, because a pipeline stage is
 * called either with its last arguments or with new ones.
 */
export function memoLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { args: Args; result: Result } | undefined;
  return (...args) => {
    if (!last || args.length !== last.args.length || args.some((arg, i) => !Object.is(arg, last?.args[i]))) {
      last = { args, result: compute(...args) };
    }
    return last.result;
  };
}

/** Caches the last call per key object, in a `WeakMap`, so that several timelines do not evict each other. */
export function memoByKey<Key extends object, Args extends readonly unknown[], Result>(
  compute: (key: Key, ...args: Args) => Result,
): (key: Key, ...args: Args) => Result {
  const memos = new WeakMap<Key, (...args: Args) => Result>();
  return (key, ...args) => {
    let memo = memos.get(key);
    if (!memo) memos.set(key, (memo = memoLast((...rest: Args) => compute(key, ...rest))));
    return memo(...args);
  };
}

/**
 * Caches the last call per scope and key object. The cache of a scope is released with the scope; one table for all keys
 * would keep its largest size.
 */
export function memoByScope<Scope extends object, Key extends object, Args extends readonly unknown[], Result>(
  compute: (scope: Scope, key: Key, ...args: Args) => Result,
): (scope: Scope, key: Key, ...args: Args) => Result {
  const within = memoByKey((scope: Scope) => memoByKey((key: Key, ...args: Args) => compute(scope, key, ...args)));
  return (scope, key, ...args) => within(scope)(key, ...args);
}

/** Caches the last call of a function of one object, and compares the object field by field. */
export function memoFields<Fields extends object, Result>(
  compute: (fields: Fields) => Result,
): (fields: Fields) => Result {
  let last: { fields: Fields; result: Result } | undefined;
  const names = (fields: Fields): (keyof Fields)[] => Object.keys(fields) as (keyof Fields)[];
  return (fields) => {
    const before = last;
    const same =
      before !== undefined &&
      names(fields).length === names(before.fields).length &&
      names(fields).every((name) => Object.is(fields[name], before.fields[name]));
    if (!same) last = { fields, result: compute(fields) };
    return (last as { result: Result }).result;
  };
}

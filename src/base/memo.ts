/**
 * Remembers the last call: the same arguments (by identity) give the same result without computing it again.
 * One entry is enough, because a pipeline stage is asked again with what it was asked last or with something new.
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

/** The same, remembered beside an object for as long as that lives: many timelines do not push each other out. */
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
 * The same for things that are drawn within something that lives longer than they do: all is forgotten with that. One table
 * for everything that was ever drawn would stay as large as it once was.
 */
export function memoByScope<Scope extends object, Key extends object, Args extends readonly unknown[], Result>(
  compute: (scope: Scope, key: Key, ...args: Args) => Result,
): (scope: Scope, key: Key, ...args: Args) => Result {
  const within = memoByKey((scope: Scope) => memoByKey((key: Key, ...args: Args) => compute(scope, key, ...args)));
  return (scope, key, ...args) => within(scope)(key, ...args);
}

/** The same for a function of one object: it counts as the same while each of its fields is. */
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

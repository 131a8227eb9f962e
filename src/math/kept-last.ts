/**
 * Keeps what was made last for each owner, for as long as the owner lives.
 *
 * @returns gives what is kept, or makes it anew if the key is another one than last time
 */
export function keptLast<Owner extends object, Value>(): (owner: Owner, key: string, make: () => Value) => Value {
  const kept = new WeakMap<Owner, { key: string; value: Value }>();
  return (owner, key, make) => {
    let last = kept.get(owner);
    if (last?.key !== key) kept.set(owner, (last = { key, value: make() }));
    return last.value;
  };
}

/** The same for what takes time: kept once it is there, so that what fails or is cancelled is asked for again. */
export function keptResult<Owner extends object, Value>(): (
  owner: Owner,
  key: string,
  compute: () => Promise<Value>,
) => Promise<Value> {
  const kept = new WeakMap<Owner, { key: string; value: Value }>();
  return async (owner, key, compute) => {
    const last = kept.get(owner);
    if (last?.key === key) return last.value;
    const value = await compute();
    kept.set(owner, { key, value });
    return value;
  };
}

/** A cache that keeps the most recently used values, by key. */
export interface Recent<Value> {
  /** The value of a key; `make` makes it where it is not in the cache. */
  readonly get: (key: string, make: () => Value) => Value;
  readonly clear: () => void;
}

/** A cache of at most `limit` values. */
export function keepRecent<Value>(limit: number): Recent<Value> {
  const kept = new Map<string, { readonly value: Value }>();
  return {
    get: (key, make) => {
      const entry = kept.get(key) ?? { value: make() };
      kept.delete(key);
      kept.set(key, entry); // now the most recently used
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return entry.value;
    },
    clear: () => kept.clear(),
  };
}

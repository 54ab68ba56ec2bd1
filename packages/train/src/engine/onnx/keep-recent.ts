/** Values that are costly to make, by key: the ones used last are kept. */
export interface Recent<Value> {
  /** The value of a key; made where it is not kept. */
  readonly get: (key: string, make: () => Value) => Value;
  readonly clear: () => void;
}

/** Keeps at most `limit` values. */
export function keepRecent<Value>(limit: number): Recent<Value> {
  const kept = new Map<string, { readonly value: Value }>();
  return {
    get: (key, make) => {
      const entry = kept.get(key) ?? { value: make() };
      kept.delete(key);
      kept.set(key, entry); // last in the order of insertion
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return entry.value;
    },
    clear: () => kept.clear(),
  };
}

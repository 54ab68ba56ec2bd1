/** Enough for the sizes of the parts that crops of one image have. */
const MOST_KEPT = 64;

/** Sizes are below this. */
const LIMIT = 2 ** 26;

/**
 * A function of two sizes that keeps its last results, as those of images of one size are needed again and again.
 *
 * @param make Its results must not be changed.
 */
export function remembered<T>(
  make: (from: number, to: number) => T,
): (from: number, to: number) => T {
  const kept = new Map<number, T>();
  return (from, to) => {
    const key = from * LIMIT + to;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(from, to);
    if (kept.size === MOST_KEPT) kept.delete(kept.keys().next().value!); // the oldest
    kept.set(key, made);
    return made;
  };
}

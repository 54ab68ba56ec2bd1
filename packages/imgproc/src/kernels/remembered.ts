/** The most results that are kept: random crops of images of one size have about this many sizes. */
const MOST_KEPT = 64;

/** Larger than any size. */
const LIMIT = 2 ** 26;

/**
 * A function of two sizes that keeps its latest results: the images of a data set often have the same size.
 *
 * @param make Makes a result, which must not be changed.
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

/** A union-find structure over the numbers 0 to `count - 1`. */
export interface DisjointSets {
  /** The smallest number in the set that contains the given one. */
  root(number: number): number;
  /** Unites the sets of two numbers. */
  join(a: number, b: number): void;
}

/** `count` sets with one number each. */
export function disjointSets(count: number): DisjointSets {
  const parents = Uint32Array.from({ length: count }, (_, number) => number);
  const root = (number: number): number => {
    let top = number;
    while (parents[top]! !== top) {
      parents[top] = parents[parents[top]!]!;
      top = parents[top]!;
    }
    return top;
  };
  return {
    root,
    join: (a, b) => {
      const rootA = root(a);
      const rootB = root(b);
      parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    },
  };
}

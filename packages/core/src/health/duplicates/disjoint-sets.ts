/** Things that are the same as each other, directly or by way of others. */
export interface DisjointSets {
  /** The number that stands for the set that this one is in: the smallest of the set. */
  root(number: number): number;
  join(a: number, b: number): void;
}

/** `count` sets of one. */
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

import { type Dataset, permutation, rngAt } from '@sprout/core';

/** The ids of `count` samples to show, chosen at random, from each class in turn. Fewer if the classes have fewer samples. */
export function exampleIds(
  { samples, classes }: Dataset,
  { count, seed }: { count: number; seed: number },
): string[] {
  const order = permutation(samples.length, rngAt(seed, ['examples']));
  const byClass = classes.map((): string[] => []);
  for (const position of order) {
    const ids = byClass[samples.labelAt(position)]!;
    if (ids.length < Math.ceil(count / classes.length)) ids.push(samples.idAt(position));
  }
  const rounds = Math.max(...byClass.map((ids) => ids.length));
  const turns = Array.from({ length: rounds }, (_, round) =>
    byClass.flatMap((ids) => ids.slice(round, round + 1)),
  );
  return turns.flat().slice(0, count);
}

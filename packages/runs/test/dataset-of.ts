import { type Dataset, samplesFrom } from '@sprout/core';

/** A data set of files that are never read: so many samples `CLASS/NUMBER.png` of each class. */
export function datasetOf(counts: Readonly<Record<string, number>>): Dataset {
  const classes = Object.keys(counts);
  const samples = classes.flatMap((name, label) =>
    Array.from({ length: counts[name]! }, (_, number) => {
      const id = `${name}/${number}.png`;
      return { id, label, path: id };
    }),
  );
  return { folder: 'photos', classes, samples: samplesFrom(samples) };
}

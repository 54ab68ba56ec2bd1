import { type Dataset, samplesFrom } from '@sprout/core';

/** A data set with a number of samples `CLASS/NUMBER.png` of each class. The files do not exist. */
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

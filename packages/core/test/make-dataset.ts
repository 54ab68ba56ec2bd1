import type { Dataset } from '../src/dataset/dataset.ts';
import { PathIndexBuilder } from '../src/dataset/path-index.ts';
import { allSamples, type Samples } from '../src/dataset/samples.ts';

/** A data set of made-up ids: class name -> file names. */
export function makeDataset(files: Readonly<Record<string, readonly string[]>>): Dataset {
  const classes = Object.keys(files);
  const builder = new PathIndexBuilder();
  classes.forEach((name, label) => {
    for (const file of files[name]!) builder.add(`${name}/${file}`, label);
  });
  return { folder: 'photos', classes, samples: allSamples(builder.build((id) => `photos/${id}`)) };
}

export function idsOf(samples: Samples): string[] {
  return Array.from(samples, ({ id }) => id);
}

/** `count` file names. */
export function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `${number}.png`);
}

/** Class sizes -> a data set with the classes `class 0`, `class 1`, ... */
export function ofSizes(sizes: readonly number[]): Dataset {
  return makeDataset(
    Object.fromEntries(sizes.map((size, label) => [`class ${label}`, numbered(size)])),
  );
}

/** How many of the samples each class has. */
export function countsOf(samples: Samples, classes: number): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const { label } of samples) counts[label]!++;
  return counts;
}

import { join } from 'node:path';
import { sample, type TrainOptions } from '../src/index.ts';

/** Draws a data set into a folder. Returns the options of a training on it that takes less than a second. */
export async function smallTraining(
  folder: string,
): Promise<TrainOptions & { readonly folder: string }> {
  const photos = join(folder, 'photos');
  await sample({ folder: photos, classes: 2, images: 8, size: 32 });
  return {
    folder: photos,
    model: 'logistic',
    size: { height: 16, width: 16 },
    epochs: 2,
    batchSize: 4,
    validation: 2,
    engine: 'cpu',
    workers: 0,
    runs: join(folder, 'runs'),
  };
}

import { join } from 'node:path';
import { sample } from '../src/index.ts';
import { SMALL_BASE, writeSmallWeights } from './small-weights.ts';

/** Draws a data set into a folder, and writes the weights of the smallest base. Returns options for features of these images. */
export async function smallBaseOptions(folder: string) {
  const photos = join(folder, 'photos');
  const weights = join(folder, 'weights.safetensors');
  await sample({ folder: photos, classes: 2, images: 8, size: 32 });
  await writeSmallWeights(weights);
  return {
    folder: photos,
    config: { model: SMALL_BASE },
    weights,
    size: { height: 32, width: 32 },
    batchSize: 4,
    engine: 'onnx',
    workers: 0,
  } as const;
}

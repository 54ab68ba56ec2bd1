import { createBase, encodeSafetensors, type NamedTensor, withWeights } from '@sprout/train';
import { writeFile } from 'node:fs/promises';

/** The section `model` of the smallest base. */
export const SMALL_BASE = { name: 'mobilenet-v1', alpha: 0.25 } as const;

/** Random weights of the smallest base, by the names of Keras. */
export function smallWeights(seed = 0): readonly NamedTensor[] {
  const parameters = { alpha: SMALL_BASE.alpha };
  const outline = createBase(SMALL_BASE.name, { height: 32, width: 32, parameters });
  return withWeights(outline, { seed }).weights;
}

/** Writes them as a file of safetensors. */
export async function writeSmallWeights(file: string, seed = 0): Promise<void> {
  await writeFile(file, encodeSafetensors({ tensors: smallWeights(seed), metadata: {} }));
}

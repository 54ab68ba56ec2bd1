import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type NamedTensor, readWeights } from '@sprout/train';

/** The tensors of a file of weights. */
export async function tensorsOf(file: string): Promise<readonly NamedTensor[]> {
  const readSibling = async (path: string) => readFileSync(join(dirname(file), path));
  return (await readWeights(readFileSync(file), file, { readSibling })).tensors;
}

import { SproutError, systemReason } from '@sprout/core';
import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { fromTeachableMachine, type LoadedModel } from '@sprout/train';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads the TensorFlow.js export of an image model of Teachable Machine: `model.json`, `weights.bin` and `metadata.json`. Its recipe
 * is the centre square of an image, in the size of the model.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`
 */
export async function loadTeachableMachine(folder: string): Promise<LoadedModel> {
  const [modelFile, metadataFile] = [join(folder, 'model.json'), join(folder, 'metadata.json')];
  const { definition, metadata } = await fromTeachableMachine({
    model: await bytesOf(modelFile),
    modelFile,
    metadata: await bytesOf(metadataFile),
    metadataFile,
    readSibling: (path) => bytesOf(join(folder, path)),
  });
  const recipe = parseRecipe([{ op: 'centre-square', size: definition.input.height }]);
  const { labels, tmVersion = 'unknown', tfjsVersion = 'unknown' } = metadata;
  return {
    definition,
    card: {
      classes: labels,
      recipe,
      recipeHash: recipeHash(recipe),
      versions: { 'teachable-machine': tmVersion, tfjs: tfjsVersion },
    },
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') throw new SproutError('file-missing', { file }, { cause });
    throw new SproutError('file-invalid', { file, reason: systemReason(cause) }, { cause });
  });
}

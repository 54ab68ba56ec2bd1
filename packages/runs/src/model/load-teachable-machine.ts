import { parseRecipe, recipeHash } from '@sprout/imgproc';
import { fromTeachableMachine, type LoadedModel } from '@sprout/train';
import { join } from 'node:path';
import { boundedBytes } from '../transfer/bounded-bytes.ts';

/**
 * Reads the TensorFlow.js export of an image model of Teachable Machine: `model.json`, `weights.bin` and `metadata.json`. Its recipe
 * is the centre square of an image, in the size of the model.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`
 */
export async function loadTeachableMachine(folder: string): Promise<LoadedModel> {
  const [modelFile, metadataFile] = [join(folder, 'model.json'), join(folder, 'metadata.json')];
  const { definition, metadata } = await fromTeachableMachine({
    model: await boundedBytes(modelFile),
    modelFile,
    metadata: await boundedBytes(metadataFile),
    metadataFile,
    readSibling: (path) => boundedBytes(join(folder, path)),
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

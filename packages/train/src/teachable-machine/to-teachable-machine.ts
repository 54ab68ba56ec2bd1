import type { Recipe } from '@sprout/core';
import { checkClassifier } from '../model/check-classifier.ts';
import { formatModelFile } from '../model/file/model-file.ts';
import type { ModelCard } from '../model/file/model-card.ts';
import { encodeWeights } from '../model/file/weights-file.ts';
import { unsupportedModel } from '../model/layers/unsupported.ts';
import type { ModelDefinition } from '../model/model-definition.ts';
import { withInputFunction } from '../model/surgery/with-input-function.ts';
import { TEACHABLE_MACHINE } from './normalisation.ts';

/** The versions that newer libraries check; TensorFlow.js 1.3.1 reads the model. */
const VERSIONS = { tfjsVersion: '1.3.1', tmVersion: '2.4.10' };

/** The files of an image model of Teachable Machine, by name. */
export type TeachableMachineFiles = Readonly<
  Record<'model.json' | 'weights.bin' | 'metadata.json', string | Uint8Array>
>;

/**
 * A classifier in the layout of an image model of Teachable Machine, whose library then answers the probabilities of the model.
 * The library crops the centre square of an image, resizes it, and normalises bytes as `x / 127 - 1`; the conversion to the model's
 * own input function becomes a layer of the model.
 *
 * @param name The name of the model in `metadata.json`.
 * @throws {SproutError} `model-unsupported` for a recipe with other ops than `centre-square`, images that are not square or not
 *   RGB, or a model that does not end in a softmax.
 */
export function toTeachableMachine(
  definition: ModelDefinition,
  card: ModelCard,
  name: string,
): TeachableMachineFiles {
  const { height, width, channels } = definition.input;
  checkClassifier(definition);
  const fault = faultOf(card.recipe);
  if (fault !== undefined) throw unsupportedModel(`Teachable Machine ${fault}`);
  if (height !== width || channels !== 3)
    throw unsupportedModel(
      `Teachable Machine has square images of 3 channels; the model has ${height} x ${width} x ${channels}`,
    );
  const { topology, weights } = withInputFunction(definition, TEACHABLE_MACHINE);
  const metadata = {
    ...VERSIONS,
    packageVersion: '0.8.5',
    packageName: '@teachablemachine/image',
    modelName: name,
    labels: card.classes,
    userMetadata: { recipe: card.recipe, versions: card.versions },
    imageSize: height,
  };
  return {
    'model.json': formatModelFile(topology, weights),
    'weights.bin': encodeWeights(weights),
    'metadata.json': `${JSON.stringify(metadata, null, 2)}\n`,
  };
}

/** Why Teachable Machine cannot prepare images by a recipe; `undefined` if it can. */
function faultOf(recipe: Recipe): string | undefined {
  const ops = recipe.map(({ op }) => op).filter((op) => op !== 'reduce'); // decodes faster, to nearly the same pixels
  if (ops.length === 1 && ops[0] === 'centre-square') return undefined;
  const resize = recipe.find(({ op }) => op === 'resize');
  if (resize !== undefined) {
    const other = resize['fit'] === undefined ? 'changes its proportions' : 'computes other pixels';
    return `crops the centre square of an image, but the recipe has resize, which ${other}: train with { op: "centre-square", size: ... }`;
  }
  const other = ops.find((op) => op !== 'centre-square');
  return other === undefined
    ? 'needs a recipe with the op centre-square'
    : `cannot do the op ${other} of the recipe`;
}

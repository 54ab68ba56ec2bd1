import type { ModelCard } from '../src/model/file/model-card.ts';
import type { ModelDefinition } from '../src/model/model-definition.ts';
import { createBase } from '../src/zoo/create-base.ts';
import { createDefinition } from '../src/zoo/create-definition.ts';
import { expectedWeights } from '../src/model/surgery/model-outline.ts';
import type { NamedTensor } from '../src/tensor/named-tensor.ts';
import type { ExpectedTensor } from '../src/weights/check-weights.ts';
import { formulaImages, formulaWeight } from './formula-weights.ts';

/** The card of all models: names that are not ASCII, and a recipe. */
export const CARD: ModelCard = {
  classes: ['Charlock', 'Shepherd’s Purse', 'maïs', 'd', 'e'],
  recipe: [{ op: 'resize', height: 32, width: 32 }],
  recipeHash: 'abc',
  versions: { sprout: '0.1.0' },
};

const SHAPE = { height: 32, width: 32, classes: 5 };
export const COUNT = 2;

/** Two images of 32 x 32 pixels. */
export const IMAGES = formulaImages(COUNT * SHAPE.height * SHAPE.width * 3);

/** Models with formula weights, for images of 32 x 32 pixels and five classes. */
export function exportedModels(): Readonly<Record<string, ModelDefinition>> {
  const mobilenet = createBase('mobilenet-v1', {
    ...SHAPE,
    includeTop: true,
    parameters: { alpha: 0.25 },
  });
  const logistic = withFormula(createDefinition('logistic', { ...SHAPE, seed: 0 }));
  const parameters = { filters: [8, 8, 16] };
  const cnn = withFormula(createDefinition('small-cnn', { ...SHAPE, seed: 0, parameters }));
  const normalisation = { mean: [103, 116, 123], deviation: [55, 60, 65] };
  return {
    logistic: { ...logistic, input: { ...logistic.input, channelOrder: 'bgr', normalisation } },
    'small-cnn': { ...cnn, weights: cnn.weights.map(unsaturated) },
    'mobilenet-v1': withFormula({ ...mobilenet, weights: expectedWeights(mobilenet) }),
  };
}

function withFormula(
  model: Omit<ModelDefinition, 'weights'> & { readonly weights: readonly ExpectedTensor[] },
): ModelDefinition {
  return { ...model, weights: model.weights.map(formulaWeight) };
}

/** Probabilities of 0 and 1 would hide faults. */
function unsaturated(weight: NamedTensor): NamedTensor {
  return weight.name === 'classes/kernel'
    ? { ...weight, data: weight.data.map((value) => value / 10) }
    : weight;
}

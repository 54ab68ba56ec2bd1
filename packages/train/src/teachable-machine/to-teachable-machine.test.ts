import { describe, expect, test } from 'vitest';
import { CARD, COUNT, exportedModels, IMAGES } from '../../test/exported-models.ts';
import { openPredictor } from '../engine/open/open-predictor.ts';
import { fromTeachableMachine } from './from-teachable-machine.ts';
import { TEACHABLE_MACHINE } from './normalisation.ts';
import { toTeachableMachine } from './to-teachable-machine.ts';
import { withInputFunction } from '../model/surgery/with-input-function.ts';

const MODELS = exportedModels();
const card = { ...CARD, recipe: [{ op: 'centre-square', size: 32 }] };
const bytes = (part: string | Uint8Array): Uint8Array =>
  typeof part === 'string' ? new TextEncoder().encode(part) : part;

function written(name: string) {
  return toTeachableMachine(MODELS[name]!, card, 'plants'); // one of its names
}

describe.each(Object.keys(MODELS))('%s for Teachable Machine', (name) => {
  test('answers after x / 127 - 1 the probabilities of the model', async () => {
    const files = written(name);
    const { definition, metadata } = await fromTeachableMachine({
      model: bytes(files['model.json']),
      modelFile: 'model.json',
      metadata: bytes(files['metadata.json']),
      metadataFile: 'metadata.json',
      readSibling: async () => bytes(files['weights.bin']),
    });
    expect(metadata).toMatchObject({ labels: CARD.classes, modelName: 'plants', imageSize: 32 });
    expect(definition.input.normalisation).toEqual(TEACHABLE_MACHINE);
    await using original = await openPredictor(MODELS[name]!, { engine: 'cpu', threads: 1 });
    await using exported = await openPredictor(definition, { engine: 'cpu', threads: 1 });
    const expected = await original.predict(IMAGES, COUNT);
    const received = await exported.predict(IMAGES, COUNT);
    for (const [at, value] of expected.entries()) expect(received[at]).toBeCloseTo(value, 4);
  });
});

test('a model with the same input function gets no layer more', () => {
  const logistic = MODELS['logistic']!;
  const input = {
    ...logistic.input,
    channelOrder: 'rgb',
    normalisation: TEACHABLE_MACHINE,
  } as const;
  const { topology, weights } = withInputFunction({ ...logistic, input }, TEACHABLE_MACHINE);
  expect(topology).toBe(logistic.topology);
  expect(weights).toBe(logistic.weights);
});

test.each([
  [
    [{ op: 'resize', height: 32, width: 32 }],
    'the recipe has resize, which changes its proportions',
  ],
  [
    [{ op: 'resize', height: 32, width: 32, fit: 'crop' }],
    'the recipe has resize, which computes other pixels',
  ],
  [
    [
      { op: 'centre-square', size: 32 },
      { op: 'median', size: 3 },
    ],
    'cannot do the op median',
  ],
  [[], 'needs a recipe with the op centre-square'],
])('the recipe %j is refused', (recipe, reason) => {
  expect(() => toTeachableMachine(MODELS['logistic']!, { ...CARD, recipe }, 'a')).toThrow(reason);
});

test('images that are not square are refused', () => {
  const { input, ...rest } = MODELS['logistic']!;
  const wide = { ...rest, input: { ...input, width: 40 } };
  expect(() => toTeachableMachine(wide, card, 'a')).toThrow('has 32 x 40 x 3');
});

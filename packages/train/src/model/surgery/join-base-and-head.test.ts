import { describe, expect, test } from 'vitest';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import { formulaImages } from '../../../test/formula-weights.ts';
import { openPredictor } from '../../engine/open/open-predictor.ts';
import { createBase, withWeights } from '../../zoo/create-base.ts';
import { addHead } from './add-head.ts';
import { createHead } from './create-head.ts';
import type { HeadOptions } from './head-spec.ts';
import { joinBaseAndHead } from './join-base-and-head.ts';
import { expectedWeights } from './model-outline.ts';
import { outputShape } from './output-shape.ts';
import { truncateAt } from './truncate-at.ts';

const parameters = { alpha: 0.25 };
const outline = truncateAt(
  createBase('mobilenet-v1', { height: 32, width: 32, parameters }),
  'conv_pw_3_relu',
);
const base = withWeights(outline, { seed: 1 });
const layers: HeadOptions = [
  { layer: 'flatten' },
  { layer: 'batch-norm' },
  { layer: 'dense', units: 3, activation: 'softmax' },
];

describe('joinBaseAndHead', () => {
  test.each(ENGINES)(
    'gives on %s what the head gives for the output of the base',
    async (engine) => {
      const head = withWeights(createHead(outputShape(base), layers), { seed: 2 });
      const images = formulaImages(2 * 32 * 32 * 3);
      await using below = await openPredictor(base, { engine, threads: 1 });
      await using above = await openPredictor(head, { engine, threads: 1 });
      await using whole = await openPredictor(joinBaseAndHead(base, head), { engine, threads: 1 });
      const features = await below.predict(images, 2);
      const expected = await above.predict(features, 2);
      expect(Math.max(...expected)).toBeLessThan(0.99); // not saturated
      expect(difference(await whole.predict(images, 2), expected)).toBeLessThan(1e-6);
    },
  );

  test('is the base with that head added, with frozen layers below', () => {
    const head = withWeights(createHead(outputShape(base), layers), { seed: 2 });
    const joined = joinBaseAndHead(base, head);
    const added = addHead(outline, layers);
    expect(joined.weights.map(({ name }) => name)).toEqual(
      expectedWeights(added).map(({ name }) => name),
    );
    const trainable = expectedWeights(joined).filter((weight) => weight.trainable);
    expect(trainable.map(({ name }) => name)).toEqual([
      'batch-norm2/gamma',
      'batch-norm2/beta',
      'dense3/kernel',
      'dense3/bias',
    ]);
    expect(joined.input).toBe(base.input);
    for (const [at, { data }] of [...base.weights, ...head.weights].entries())
      expect(joined.weights[at]!.data).toBe(data);
  });

  test('refuses a head for other features, and a name that both have', () => {
    const other = withWeights(createHead([3, 8, 32], layers), { seed: 2 });
    expect(() => joinBaseAndHead(base, other)).toThrow(
      'The output of the base must have the shape [3, 8, 32]; received [8, 8, 32]',
    );
    const twice: HeadOptions = [{ layer: 'flatten', name: 'conv1' }];
    const head = withWeights(createHead(outputShape(base), twice), { seed: 2 });
    expect(() => joinBaseAndHead(base, head)).toThrow('conv1');
  });
});

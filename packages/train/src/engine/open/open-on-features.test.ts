import { describe, expect, test } from 'vitest';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import { createHead } from '../../model/surgery/create-head.ts';
import type { HeadOptions } from '../../model/surgery/head-spec.ts';
import { withWeights } from '../../zoo/create-base.ts';
import { openPredictor } from './open-predictor.ts';
import { openTrainer } from './open-trainer.ts';

const SHAPE = [2, 3, 4];
const classes = { layer: 'dense', name: 'classes', units: 2, activation: 'softmax' } as const;
const layers: HeadOptions = [{ layer: 'flatten' }, classes];
const head = withWeights(createHead(SHAPE, layers), { seed: 3 });
const features = Float32Array.from({ length: 48 }, (_, at) => Math.sin(at) * 3 - 1);

/** The probabilities of the head by definition. */
function expected(): number[] {
  const [kernel, bias] = head.weights;
  return [0, 1].flatMap((row) => {
    const logits = [0, 1].map((unit) =>
      features
        .subarray(row * 24, row * 24 + 24)
        .reduce((sum, value, at) => sum + value * kernel!.data[at * 2 + unit]!, bias!.data[unit]!),
    );
    const powers = logits.map(Math.exp);
    return powers.map((power) => power / (powers[0]! + powers[1]!));
  });
}

describe.each(ENGINES)('a head on %s', (engine) => {
  test('takes features in the order height, width, channels, without a normalisation', async () => {
    await using predictor = await openPredictor(head, { engine, threads: 1 });
    expect(difference(await predictor.predict(features, 2), expected())).toBeLessThan(1e-6);
    const outputs = await predictor.outputs(features, 2, ['features', 'flatten1']);
    expect(outputs.get('features')).toEqual({ shape: [2, ...SHAPE], data: features });
    expect(outputs.get('flatten1')).toEqual({ shape: [2, 24], data: features });
  });

  test('pools features, and takes vectors', async () => {
    const pooling: HeadOptions = [{ layer: 'average', name: 'pool' }, classes];
    const pooled = withWeights(createHead(SHAPE, pooling), { seed: 3 });
    await using first = await openPredictor(pooled, { engine, threads: 1 });
    const means = (await first.outputs(features, 2, ['pool'])).get('pool')!.data;
    expect(means[1]).toBeCloseTo(
      [1, 5, 9, 13, 17, 21].reduce((sum, at) => sum + features[at]! / 6, 0),
      5,
    );
    const vectors = withWeights(createHead([4], [classes]), { seed: 3 });
    await using second = await openPredictor(vectors, { engine, threads: 1 });
    const answer = await second.predict(means, 2);
    expect(difference(answer, await first.predict(features, 2))).toBeLessThan(1e-6);
  });

  test('learns from features', async () => {
    await using trainer = await openTrainer(head, { engine, threads: 1 });
    const targets = Float32Array.of(1, 0, 0, 1);
    const batch = { images: features, count: 2, targets, weights: Float32Array.of(1, 1) };
    const losses: number[] = [];
    for (let step = 0; step < 5; step++)
      losses.push((await trainer.trainStep({ ...batch, learningRate: 0.01, step })).loss);
    const [first, second] = [expected()[0]!, expected()[3]!];
    expect(losses[0]).toBeCloseTo(-(Math.log(first) + Math.log(second)) / 2, 5);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
  });

  test('refuses bytes, and features of another length', async () => {
    await using predictor = await openPredictor(head, { engine, threads: 1 });
    const bytes = new Uint8Array(48);
    await expect(predictor.predict(bytes, 2)).rejects.toThrow(
      'The features must have the shape [2, 2, 3, 4] in a Float32Array; received 48 in a Uint8Array',
    );
    await expect(predictor.predict(features.subarray(1), 2)).rejects.toMatchObject({
      code: 'shape-mismatch',
    });
  });
});

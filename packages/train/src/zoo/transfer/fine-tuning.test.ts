import { describe, expect, test } from 'vitest';
import { fineTuning } from '../../../fixtures/fine-tuning.ts';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import { formulaImages, formulaWeight } from '../../../test/formula-weights.ts';
import type { EngineName } from '../../engine/contract/engine-name.ts';
import { openTrainer } from '../../engine/open/open-trainer.ts';
import { targetsFor } from '../../loop/targets.ts';
import { expectedWeights } from '../../model/surgery/model-outline.ts';
import { createBase } from '../create-base.ts';
import { outlineWithHead } from './base-with-head.ts';
import { headWithClasses } from './head-with-classes.ts';
import { stageRates } from './stage-rates.ts';

const [SIZE, COUNT, CLASSES] = [64, 4, 5];
/** So large that a weight is lost in its change, and the gradient is their difference divided by the rate. */
const RATE = 1e4;
/**
 * Relative to the largest number of a slice. PyTorch has computed in doubles. Batch statistics of few pixels, and the kinks of
 * `relu6`, make more of rounding from layer to layer: PyTorch in floats differs from PyTorch in doubles by up to 0.003 in the
 * first layers, and by 0.016 at 96 x 96 pixels.
 */
const TOLERANCE = { near: 1e-3, far: 2e-2 };
/** The layers next to the head. */
const NEAR = /^(block7|top|classes)/;

const base = createBase('efficientnet-lite0', { height: SIZE, width: SIZE, pooling: 'avg' });
const outline = outlineWithHead(base, {
  head: headWithClasses(base, { classes: CLASSES }),
  trainable: 'all',
});
const before = new Map(expectedWeights(outline).map((spec) => [spec.name, formulaWeight(spec)]));

/** The loss of a step of the whole network, and its weights after the step. */
async function step(engine: EngineName, batchNorm: 'trained' | 'frozen') {
  const stage = { trainable: 'all', batchNorm };
  const stages = [stageRates(base, { model: outline, stage })];
  const definition = { ...outline, weights: [...before.values()] };
  const optimiser = { name: 'sgd' } as const;
  await using trainer = await openTrainer(definition, { engine, optimiser, stages, threads: 2 });
  const labels = Int32Array.from({ length: COUNT }, (_, at) => at % CLASSES);
  const { loss } = await trainer.trainStep({
    images: formulaImages(COUNT * SIZE * SIZE * 3),
    count: COUNT,
    ...targetsFor(labels, { classes: CLASSES }),
    learningRate: RATE,
    step: 0,
  });
  const { weights } = await trainer.state();
  return { loss, after: new Map(weights.map(({ name, data }) => [name, data])) };
}

const cases = ENGINES.filter((engine) => engine !== 'cpu').flatMap((engine) =>
  (['trained', 'frozen'] as const).map((batchNorm) => [engine, batchNorm] as const),
);

describe.each(cases)('a step of EfficientNet-Lite0 on %s, batch norm %s', (engine, batchNorm) => {
  const expected = fineTuning().lite0[batchNorm];

  test('has the loss, the gradients and the running statistics of PyTorch', async () => {
    const { loss, after } = await step(engine, batchNorm);
    expect(Math.abs(loss - expected.loss)).toBeLessThan(1e-4);
    for (const [name, { every, numbers }] of Object.entries(expected.gradients)) {
      const old = before.get(name)!.data; // a weight of the network
      const gradient = after.get(name)!.map((value, at) => (old[at]! - value) / RATE);
      const received = gradient.filter((_, at) => at % every === 0);
      const isExact = batchNorm === 'frozen' || NEAR.test(name);
      const limit = isExact ? TOLERANCE.near : TOLERANCE.far;
      expect(difference(received, numbers), name).toBeLessThan(limit);
    }
    for (const [name, numbers] of Object.entries(expected.statistics)) {
      const received = after.get(name)!.filter((_, at) => at % 4 === 0);
      expect(difference(received, numbers), name).toBeLessThan(1e-5);
    }
    const names = [...before.keys()].filter((name) => name.includes('_bn/'));
    const changed = names.filter(
      (name) => difference(after.get(name)!, before.get(name)!.data) > 0,
    );
    expect(changed).toHaveLength(batchNorm === 'frozen' ? 0 : names.length);
  }, 120_000);
});

import { expect, test } from 'vitest';
import { fineTuning } from '../../fixtures/fine-tuning.ts';
import { ENGINES } from '../../test/engines.ts';
import { formulaFeatures, formulaWeight } from '../../test/formula-weights.ts';
import type { EngineName } from '../engine/contract/engine-name.ts';
import { openTrainer } from '../engine/open/open-trainer.ts';
import { createHead } from '../model/surgery/create-head.ts';
import type { HeadOptions } from '../model/surgery/head-spec.ts';
import { expectedWeights } from '../model/surgery/model-outline.ts';
import { fit } from './fit.ts';
import type { ModelBatch } from './model-batch.ts';

const SHAPE = [2, 2, 32];
const INPUTS = 128;
const [SAMPLES, BATCH, CLASSES] = [160, 16, 12];
/** Of the loss of each step. */
const TOLERANCE = 1e-4;

const classes = {
  layer: 'dense',
  units: CLASSES,
  activation: 'softmax',
  name: 'classes',
} as const;
const HEADS: Readonly<Record<'linear' | 'hidden', HeadOptions>> = {
  linear: [{ layer: 'flatten' }, classes],
  hidden: [
    { layer: 'flatten' },
    { layer: 'dense', units: 32, activation: 'relu', name: 'hidden0' },
    classes,
  ],
};

/** An epoch in the order of the samples. */
async function* batches(): AsyncGenerator<ModelBatch, void, undefined> {
  const features = formulaFeatures(SAMPLES * INPUTS);
  for (let start = 0; start < SAMPLES; start += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, at) => start + at);
    yield {
      images: features.slice(start * INPUTS, (start + BATCH) * INPUTS),
      count: BATCH,
      labels: Int32Array.from(numbers, (number) => number ** 2 % CLASSES),
      ids: numbers.map(String),
      step: start / BATCH,
    };
  }
}

/** The loss of each step. */
async function lossesOf(head: keyof typeof HEADS, engine: EngineName): Promise<number[]> {
  const outline = createHead(SHAPE, HEADS[head]);
  const weights = expectedWeights(outline)
    .map(formulaWeight)
    .map((own) =>
      own.name.endsWith('/kernel') ? { ...own, data: own.data.map((n) => n / 4) } : own,
    );
  await using trainer = await openTrainer({ ...outline, weights }, { engine, threads: 1 });
  const losses: number[] = [];
  let before = 0;
  for await (const event of fit(trainer, {
    training: batches,
    validation: () => noBatches(),
    classes: CLASSES,
    stepsPerEpoch: SAMPLES / BATCH,
    epochs: 1,
    learningRate: 0.001,
  })) {
    if (event.type !== 'step') continue;
    const { loss } = event.position.sums;
    losses.push((loss - before) / BATCH);
    before = loss;
  }
  return losses;
}

async function* noBatches(): AsyncGenerator<ModelBatch, void, undefined> {}

const cases = ENGINES.flatMap((engine) =>
  (['linear', 'hidden'] as const).map((head) => [head, engine] as const),
);

test.each(cases)(
  'an epoch of the head %s on %s has the losses of Keras',
  async (head, engine) => {
    const expected = fineTuning().heads[head];
    const received = await lossesOf(head, engine);
    expect(received).toHaveLength(expected.length);
    const differences = expected.map((loss, at) => Math.abs(loss - received[at]!));
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE);
  },
  60_000,
);

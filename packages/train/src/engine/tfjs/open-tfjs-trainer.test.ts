import { memory } from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeEach, describe, expect, test } from 'vitest';
import { toDefinition } from '../../model/tfjs/to-definition.ts';
import { createDefinition } from '../../zoo/create-definition.ts';
import { PHOTOGRAPHS } from '../../zoo/normalisation.ts';
import { targetsFor } from '../../loop/targets.ts';
import { enginesHere } from '../open/engines-here.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { openTrainer } from '../open/open-trainer.ts';
import type { StepInput, Trainer } from '../contract/trainer.ts';
import { keepingBackend } from './backend/keeping-backend.ts';
import { startTensorflow } from './node/start-tensorflow.ts';
import { openTfjsTrainer } from './open-tfjs-trainer.ts';
import type { TfjsBackend } from './backend/start-backend.ts';

const SIDE = 12;

/** Two kinds of pictures: brighter above, or brighter below. */
function toyStep(step: number): StepInput {
  const count = 8;
  const labels = Int32Array.from({ length: count }, (_, sample) => sample % 2);
  const images = new Uint8Array(count * SIDE * SIDE * 3).map((_, at) => {
    const sample = Math.floor(at / (SIDE * SIDE * 3));
    const row = Math.floor(at / (SIDE * 3)) % SIDE;
    const bright = row < SIDE / 2 === (sample % 2 === 0);
    return (bright ? 150 : 60) + ((at * 7919 + step * 31) % 50);
  });
  return { images, count, ...targetsFor(labels, { classes: 2 }), learningRate: 0.01, step };
}

const definition = createDefinition('small-cnn', {
  height: SIDE,
  width: SIDE,
  classes: 2,
  seed: 1,
  parameters: { filters: [4, 8], dropout: 0.25 },
});

const options = { optimiser: { name: 'adam' }, seed: 3, threads: 1 } as const;

function open(backend: TfjsBackend): Promise<Trainer> {
  return openTfjsTrainer(definition, options, backend);
}

function namesOf(tensors: readonly NamedTensor[]): string[] {
  return tensors.map(({ name }) => name);
}

async function lossesOf(trainer: Trainer, from: number, to: number): Promise<number[]> {
  const losses: number[] = [];
  for (let step = from; step < to; step++)
    losses.push((await trainer.trainStep(toyStep(step))).loss);
  return losses;
}

const tensorflow = await keepingBackend(startTensorflow).then(
  () => true,
  () => false,
);

describe.each([
  { backend: 'cpu', available: true },
  { backend: 'wasm', available: true },
  { backend: 'tensorflow', available: tensorflow },
] as const)('a trainer on $backend (where it loads)', ({ backend, available }) => {
  beforeEach(({ skip }) => skip(!available, 'tfjs-node is not installed, or does not load'));

  test('learns a toy problem', async () => {
    await using trainer = await open(backend);
    const losses = await lossesOf(trainer, 0, 20);
    expect(losses[0]).toBeGreaterThan(0.4);
    expect(losses.at(-1)).toBeLessThan(0.2);
    const { correct } = await trainer.trainStep(toyStep(20));
    expect(correct).toBe(8);
  }, 60_000);

  test('continues from its state bit for bit, dropout included', async () => {
    await using whole = await open(backend);
    const losses = await lossesOf(whole, 0, 6);
    await using first = await open(backend);
    await lossesOf(first, 0, 3);
    await using second = await open(backend);
    await second.restore(await first.state());
    expect(await lossesOf(second, 3, 6)).toEqual(losses.slice(3));
    expect(await second.state()).toEqual(await whole.state());
  }, 60_000);

  test('does not leak tensors', async () => {
    const before = memory().numTensors;
    {
      await using trainer = await open(backend);
      await trainer.trainStep(toyStep(0));
      const during = memory().numTensors;
      await lossesOf(trainer, 1, 4);
      await trainer.predict(toyStep(0).images, 8);
      await trainer.restore(await trainer.state());
      expect(memory().numTensors).toBe(during);
    }
    expect(memory().numTensors).toBe(before);
  }, 60_000);

  test('predicts probabilities in inference mode and changes nothing by it', async () => {
    await using trainer = await open(backend);
    await lossesOf(trainer, 0, 3);
    const before = await trainer.state();
    const { images } = toyStep(0);
    const probabilities = await trainer.predict(images, 8);
    expect(probabilities).toHaveLength(16);
    expect(probabilities[0]! + probabilities[1]!).toBeCloseTo(1, 6);
    const one = await trainer.predict(images.subarray(0, images.length / 8), 1);
    expect(one[0]).toBeCloseTo(probabilities[0]!, 6);
    expect(await trainer.state()).toEqual(before);
  }, 60_000);
});

test('dropout in a nested model changes from step to step', async () => {
  const inner = sequential({
    layers: [layers.flatten({ inputShape: [SIDE, SIDE, 3] }), layers.dropout({ rate: 0.5 })],
  });
  const outer = sequential({ layers: [inner, layers.dense({ units: 2, activation: 'softmax' })] });
  await using trainer = await openTfjsTrainer(
    toDefinition(outer, { normalisation: PHOTOGRAPHS }),
    options,
    'cpu',
  );
  const still = { ...toyStep(0), learningRate: 1e-12 };
  const losses = [0, 1, 0].map(async (step) => (await trainer.trainStep({ ...still, step })).loss);
  const [first, second, again] = await Promise.all(losses);
  expect(second).not.toBeCloseTo(first!, 3);
  expect(again).toBeCloseTo(first!, 6);
});

test('engines compute the same losses from the same weights and batches', async ({ annotate }) => {
  const reports = await enginesHere();
  const names = reports.filter(({ available }) => available).map(({ name }) => name);
  await annotate(`compared: ${names.join(', ')}`);
  const courses = await Promise.all(
    names.map(async (engine) => {
      await using opened = await openTrainer(definition, { ...options, engine });
      return { losses: await lossesOf(opened, 0, 5), state: await opened.state() };
    }),
  );
  const cpu = courses.at(-1)!;
  for (const { losses, state } of courses) {
    losses.forEach((loss, step) => expect(loss).toBeCloseTo(cpu.losses[step]!, 3));
    expect(namesOf(state.weights)).toEqual(namesOf(cpu.state.weights));
    expect(namesOf(state.optimiser).sort()).toEqual(namesOf(cpu.state.optimiser).sort());
  }
  const first = definition.weights[0]!.name;
  expect(namesOf(cpu.state.optimiser).slice(0, 2)).toEqual([`${first}/m`, `${first}/v`]);
}, 60_000);

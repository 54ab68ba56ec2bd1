import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { difference } from '../../../test/difference.ts';
import { ENGINES } from '../../../test/engines.ts';
import { drawnImages, smallNet } from '../../../test/small-net.ts';
import { targetsFor } from '../../loop/targets.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import type { LayerRates } from '../../optimiser/layer-rates.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { EngineName } from '../contract/engine-name.ts';
import type { StepInput, TrainerState } from '../contract/trainer.ts';
import { openTrainer } from './open-trainer.ts';

const COUNT = 4;
const LABELS = Int32Array.of(0, 1, 2, 1);
const HEAD: LayerRates = new Map([['classes', 1]]);
/** All layers with weights; the batch normalisation is frozen in `BODY`. */
const ALL: LayerRates = new Map(
  ['conv', 'norm', 'depthwise', 'last', 'classes'].map((name) => [name, 1]),
);
const BODY: LayerRates = new Map([...ALL].filter(([name]) => name !== 'norm'));
const definition = smallNet();
/** The engines lay out the mask of an image in other orders. */
const withoutDropout: ModelDefinition = {
  ...definition,
  topology: JSON.parse(
    JSON.stringify(definition.topology).replace('"rate":0.5', '"rate":0'),
  ) as Json,
};

function stepInput(step: number, stage?: StepInput['stage']): StepInput {
  const images = drawnImages(COUNT);
  const targets = targetsFor(LABELS, { classes: 3 });
  return { images, count: COUNT, ...targets, learningRate: 0.01, step, stage };
}

interface OpenOptions {
  readonly name?: 'sgd' | 'adam';
  readonly given?: ModelDefinition;
}

function open(
  engine: EngineName,
  stages: readonly LayerRates[],
  { name = 'sgd', given = definition }: OpenOptions = {},
) {
  return openTrainer(given, { engine, optimiser: { name }, stages, threads: 1 });
}

/** The change of each weight by one step of a stage. */
async function change(engine: EngineName, rates: LayerRates) {
  await using trainer = await open(engine, [rates]);
  await trainer.trainStep(stepInput(0));
  const { weights } = await trainer.state();
  const before = new Map(definition.weights.map((weight) => [weight.name, weight.data]));
  return new Map(
    weights.map(({ name, data }) => [
      name,
      data.map((value, at) => value - before.get(name)![at]!),
    ]),
  );
}

const changed = (moves: ReadonlyMap<string, Float32Array>): string[] =>
  [...moves].filter(([, data]) => data.some((value) => value !== 0)).map(([name]) => name);

const numbers = ({ weights, optimiser }: TrainerState): readonly NamedTensor[] => [
  ...weights,
  ...optimiser.filter(({ data }) => data.some((value) => value !== 0)), // wasm lists the slots of all stages
];

describe.each(ENGINES)('a trainer with stages on %s', (engine) => {
  test('changes the layers of the stage only', async () => {
    expect(changed(await change(engine, HEAD))).toEqual(['classes/kernel', 'classes/bias']);
    expect(changed(await change(engine, BODY)).filter((name) => name.startsWith('norm'))).toEqual(
      [],
    );
    expect(changed(await change(engine, ALL))).toContain('norm/moving_mean');
  });

  test('multiplies the learning rate of a layer by its factor', async () => {
    const whole = await change(engine, ALL);
    const scaled = await change(engine, new Map([...ALL, ['conv', 0.25], ['norm', 0.5]]));
    for (const [name, factor] of [
      ['conv/kernel', 0.25],
      ['norm/gamma', 0.5],
      ['last/kernel', 1],
      ['norm/moving_variance', 1],
    ] as const) {
      const expected = whole.get(name)!.map((value) => value * factor);
      expect(difference(scaled.get(name)!, [...expected]), name).toBeLessThan(1e-3); // a difference of weights has few digits
    }
  });

  test('begins a stage with a new optimiser, and goes on bit for bit from its state', async () => {
    const stages = [HEAD, BODY];
    await using trainer = await open(engine, stages, { name: 'adam' });
    for (const step of [0, 1]) await trainer.trainStep(stepInput(step, { number: 0, step }));
    const between = await trainer.state();
    await trainer.trainStep(stepInput(2, { number: 1, step: 0 }));
    const within = await trainer.state();
    await trainer.trainStep(stepInput(3, { number: 1, step: 1 }));
    const end = numbers(await trainer.state());
    for (const [state, from] of [
      [between, 0],
      [within, 1],
      [{ ...between, optimiser: [] }, 0],
    ] as const) {
      await using second = await open(engine, stages, { name: 'adam' });
      await second.restore(state);
      for (let step = from; step < 2; step++)
        await second.trainStep(stepInput(2 + step, { number: 1, step }));
      expect(numbers(await second.state())).toEqual(end);
    }
  });

  test('moves weights with Adam by the learning rate in the first step of a stage', async () => {
    await using trainer = await open(engine, [HEAD, ALL], { name: 'adam' });
    for (const step of [0, 1, 2]) await trainer.trainStep(stepInput(step, { number: 0, step }));
    const before = (await trainer.state()).weights.find(({ name }) => name === 'last/kernel')!.data;
    await trainer.trainStep(stepInput(3, { number: 1, step: 0 }));
    const after = (await trainer.state()).weights.find(({ name }) => name === 'last/kernel')!.data;
    const largest = Math.max(...after.map((value, at) => Math.abs(value - before[at]!)));
    expect(largest).toBeCloseTo(0.01, 5);
  });

  test('refuses layers that the model does not have, and stages that it was not opened with', async () => {
    await expect(open(engine, [new Map([['class', 1]])])).rejects.toThrow('Unknown layer "class"');
    await expect(open(engine, [new Map([['classes', 0]])])).rejects.toThrow('rate of classes');
    await expect(open(engine, [])).rejects.toThrow('at least one stage');
    await using trainer = await open(engine, [HEAD]);
    const input = stepInput(0, { number: 1, step: 0 });
    await expect(trainer.trainStep(input)).rejects.toThrow('stage.number');
  });
});

test.skipIf(!ENGINES.includes('onnx'))('the engines agree on stages with rates', async () => {
  const rates = new Map([...ALL, ['conv', 0.1], ['last', 0.3]]);
  const states = [];
  for (const engine of ['onnx', 'wasm'] as const) {
    await using trainer = await open(engine, [HEAD, rates], { given: withoutDropout });
    for (const [at, number] of [0, 0, 1, 1].entries())
      await trainer.trainStep(stepInput(at, { number, step: at % 2 }));
    states.push(await trainer.state());
  }
  const [onnx, wasm] = states;
  const theirs = new Map(wasm!.weights.map(({ name, data }) => [name, data]));
  for (const { name, data } of onnx!.weights)
    expect(difference(data, theirs.get(name)!), name).toBeLessThan(1e-5);
});

import { type Json, rngAt } from '@sprout/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ACTIVATIONS } from '../../compile/parts/activations.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { UpdateRuleOptions } from '../../optimiser/optimiser-spec.ts';
import type { TrainerOptions } from '../contract/trainer-options.ts';
import type { StepInput, Trainer } from '../contract/trainer.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { channelBlock } from './runtime/channel-block.ts';
import { openOnnxTrainer } from './open-onnx-trainer.ts';
import { wasm } from './kernels/web-assembly.ts';
import { elementCount } from '../../tensor/element-count.ts';

const [HEIGHT, WIDTH, CLASSES] = [6, 5, 3];
const sgd = { name: 'sgd' } as const;
const flat = { class_name: 'Flatten', config: { name: 'flat' } };
const adam = { name: 'adam' } as const;

afterEach(() => vi.restoreAllMocks());

describe.skipIf(onnxruntime === undefined)('a trainer on onnxruntime', () => {
  it('continues bit for bit from its state, in another trainer', async () => {
    await using whole = await openOnnxTrainer(convolutional(), options(adam));
    await using first = await openOnnxTrainer(convolutional(), options(adam));
    await steps(whole, [0, 1, 2, 3]);
    await steps(first, [0, 1]);
    await using second = await openOnnxTrainer(convolutional(), options(adam));
    await second.restore(await first.state());
    await steps(second, [2, 3]);
    expect(await second.state()).toEqual(await whole.state());
  });

  it('restores an earlier state', async () => {
    await using trainer = await openOnnxTrainer(convolutional(), options(adam));
    const before = await trainer.state();
    await steps(trainer, [0, 1]);
    expect(await trainer.state()).not.toEqual(before);
    await trainer.restore(before);
    expect(await trainer.state()).toEqual(before);
  });

  it('returns copies of its state', async () => {
    await using trainer = await openOnnxTrainer(convolutional(), options(sgd));
    const { weights } = await trainer.state();
    for (const { data } of weights) data.fill(Number.NaN);
    const probabilities = await trainer.predict(batch(2).images, 2);
    expect(probabilities.every(Number.isFinite)).toBe(true);
  });

  it('takes batches of any size, and shared memory', async () => {
    await using trainer = await openOnnxTrainer(convolutional(), options(sgd));
    await using again = await openOnnxTrainer(convolutional(), options(sgd));
    const results = [];
    for (const [step, count] of [4, 1, 4].entries()) {
      const input = { ...batch(count), step };
      const images = new Uint8Array(new SharedArrayBuffer(input.images.length));
      images.set(input.images);
      results.push(await trainer.trainStep({ ...input, images }));
      await again.trainStep(input);
    }
    expect(results.every(({ loss }) => Number.isFinite(loss))).toBe(true);
    expect(await trainer.state()).toEqual(await again.state());
  });

  it('predicts many images as it predicts each', async () => {
    await using trainer = await openOnnxTrainer(convolutional(), options(sgd));
    const { images } = batch(70);
    const together = await trainer.predict(images, 70);
    const size = images.length / 70;
    for (const index of [0, 31, 32, 69]) {
      const alone = await trainer.predict(images.subarray(index * size, (index + 1) * size), 1);
      const row = together.subarray(index * CLASSES, (index + 1) * CLASSES);
      expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6);
      for (const [at, value] of alone.entries()) expect(value).toBeCloseTo(row[at]!, 6);
    }
  });

  it('draws the same dropout for the same seed and step, and another otherwise', async () => {
    const lossOf = async (seed: number, step: number): Promise<number> => {
      await using trainer = await openOnnxTrainer(dropping(), { ...options(sgd), seed });
      return (await trainer.trainStep({ ...batch(4), step })).loss;
    };
    const loss = await lossOf(1, 5);
    expect(await lossOf(1, 5)).toBe(loss);
    expect(await lossOf(2, 5)).not.toBe(loss);
    expect(await lossOf(1, 6)).not.toBe(loss);
  });

  it('weighs samples and divides by their number', async () => {
    await using trainer = await openOnnxTrainer(logistic(), options(sgd));
    const { images, targets } = batch(2);
    const probabilities = await trainer.predict(images, 2);
    const entropies = [0, 1].map((sample) =>
      [0, 1, 2].reduce((sum, at) => {
        const index = sample * CLASSES + at;
        return sum - targets[index]! * Math.log(probabilities[index]!);
      }, 0),
    );
    const { loss } = await trainer.trainStep({ ...batch(2), weights: Float32Array.of(3, 0.5) });
    expect(loss).toBeCloseTo((3 * entropies[0]! + 0.5 * entropies[1]!) / 2, 5);
  });

  it('leaves frozen layers alone, their batch normalisation in inference mode', async () => {
    const frozen = convolutional({ trainable: false });
    await using trainer = await openOnnxTrainer(frozen, options(sgd));
    const { images, targets } = batch(4);
    const probabilities = await trainer.predict(images, 4);
    const expected = targets.reduce(
      (sum, target, at) => sum - target * Math.log(probabilities[at]!),
      0,
    );
    const { loss } = await trainer.trainStep(batch(4));
    expect(loss).toBeCloseTo(expected / 4, 5);
    const changed = (await trainer.state()).weights.filter(({ data }, index) =>
      data.some((value, at) => value !== frozen.weights[index]!.data[at]),
    );
    expect(changed.map(({ name }) => name)).toEqual(['classes/kernel', 'classes/bias']);
  });

  it('reduces the loss as its gradient predicts', async () => {
    const step = 1e-3;
    for (const pooling of ['MaxPooling2D', 'AveragePooling2D']) {
      await using trainer = await openOnnxTrainer(convolutional({ pooling }), options(sgd));
      const before = await trainer.state();
      const { loss } = await trainer.trainStep({ ...batch(4), learningRate: step });
      const after = await trainer.state();
      const steepness = squaredDistance(before.weights, after.weights) / step;
      const { loss: lower } = await trainer.trainStep({ ...batch(4), learningRate: step });
      expect((loss - lower) / steepness).toBeCloseTo(1, 1);
    }
  });

  it.skipIf(onnxruntime === undefined || channelBlock(onnxruntime) === 1)(
    'trains with kernels on one memory, and without kernels where no memory can be allocated',
    async () => {
      const memories = watchMemories();
      await using trainer = await openOnnxTrainer(convolutional({ filters: 16 }), options(sgd));
      const { loss } = await trainer.trainStep(batch(4));
      expect(memories).toHaveBeenCalledOnce();
      memories.mockImplementation(function () {
        throw new RangeError('could not allocate memory');
      });
      await using poor = await openOnnxTrainer(convolutional({ filters: 16 }), options(sgd));
      const result = await poor.trainStep(batch(4));
      expect(memories).toHaveBeenCalledTimes(2);
      expect(result.loss).toBeCloseTo(loss, 5);
      const [theirs, ours] = [await poor.state(), await trainer.state()];
      for (const [index, { data }] of ours.weights.entries())
        for (const [at, number] of data.entries())
          expect(number).toBeCloseTo(theirs.weights[index]!.data[at]!, 4);
    },
  );

  it('makes no memory for a model without convolutions', async () => {
    const memories = watchMemories();
    await using trainer = await openOnnxTrainer(logistic(), options(sgd));
    await trainer.trainStep(batch(2));
    expect(memories).not.toHaveBeenCalled();
  });

  it('names the layer it cannot compile', async () => {
    const permuted = { class_name: 'Permute', config: { name: 'swap', dims: [2, 1, 3] } };
    await expect(openOnnxTrainer(withLayers([permuted]), options(sgd))).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringContaining('swap'),
    });
    const selu = { class_name: 'Activation', config: { name: 'odd', activation: 'selu' } };
    expect(ACTIVATIONS.has('selu')).toBe(false);
    await expect(openOnnxTrainer(withLayers([selu]), options(sgd))).rejects.toThrow(/odd.*selu/);
  });

  it('names the layer whose window is larger than the image', async () => {
    const pooling = { name: 'last', pool_size: 9 };
    const layers = [{ class_name: 'MaxPooling2D', config: pooling }, flat];
    await expect(openOnnxTrainer(withLayers(layers), options(sgd))).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringMatching(/last.*9 x 9.*pixels/),
    });
  });

  it('names a layer that comes without its weights', async () => {
    const dense = { class_name: 'Dense', config: { name: 'lost', units: 4 } };
    await expect(openOnnxTrainer(withLayers([flat, dense]), options(sgd))).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringMatching(/lost.*kernel/),
    });
  });

  it('refuses a batch whose size differs from its count', async () => {
    await using trainer = await openOnnxTrainer(logistic(), options(sgd));
    const short = { ...batch(2), count: 3 };
    await expect(trainer.trainStep(short)).rejects.toMatchObject({ code: 'shape-mismatch' });
  });
});

/** Spies on the constructor of WebAssembly memories. */
function watchMemories() {
  const { Memory } = wasm!; // Node has it
  return vi.spyOn(wasm!, 'Memory').mockImplementation(function (pages) {
    return new Memory(pages);
  });
}

function options(optimiser: UpdateRuleOptions): TrainerOptions {
  return { optimiser, seed: 0, threads: 1 };
}

async function steps(trainer: Trainer, numbers: readonly number[]): Promise<void> {
  for (const step of numbers) await trainer.trainStep({ ...batch(4), step });
}

function batch(count: number): StepInput {
  const rng = rngAt(7, ['batch', count]);
  const images = new Uint8Array(count * HEIGHT * WIDTH * 3).map(() => rng.integer(256));
  const targets = new Float32Array(count * CLASSES);
  for (let sample = 0; sample < count; sample++) targets[sample * CLASSES + (sample % CLASSES)] = 1;
  const weights = new Float32Array(count).fill(1);
  return { images, count, targets, weights, learningRate: 0.01, step: 0 };
}

function convolutional({
  trainable = true,
  pooling = 'MaxPooling2D',
  filters = 4,
} = {}): ModelDefinition {
  const convolution = { name: 'conv', filters, kernel_size: 3, padding: 'same', trainable };
  return withLayers(
    [
      { class_name: 'Conv2D', config: convolution },
      { class_name: 'BatchNormalization', config: { name: 'norm', trainable } },
      { class_name: 'ReLU', config: { name: 'relu' } },
      { class_name: pooling, config: { name: 'pool', pool_size: 2, padding: 'same' } },
    ],
    [
      drawn('conv/kernel', [3, 3, 3, filters]),
      drawn('conv/bias', [filters]),
      drawn('norm/gamma', [filters]),
      drawn('norm/beta', [filters]),
      drawn('classes/kernel', [9 * filters, CLASSES]),
      drawn('classes/bias', [CLASSES]),
      drawn('norm/moving_mean', [filters]),
      {
        name: 'norm/moving_variance',
        shape: [filters],
        data: Float32Array.from({ length: filters }, (_, at) => [1, 2, 0.5, 1][at % 4]!),
      },
    ],
  );
}

function dropping(): ModelDefinition {
  return withLayers([{ class_name: 'Dropout', config: { name: 'drop', rate: 0.5 } }]);
}

function logistic(): ModelDefinition {
  return withLayers([]);
}

/** The layers, then flatten and a dense softmax over the classes. */
function withLayers(
  layers: readonly Json[],
  weights: readonly NamedTensor[] = [
    drawn('classes/kernel', [HEIGHT * WIDTH * 3, CLASSES]),
    drawn('classes/bias', [CLASSES]),
  ],
): ModelDefinition {
  const end = [
    { class_name: 'Flatten', config: { name: 'flatten' } },
    { class_name: 'Dense', config: { name: 'classes', units: CLASSES, activation: 'softmax' } },
  ];
  return {
    topology: { class_name: 'Sequential', config: { name: 'model', layers: [...layers, ...end] } },
    weights,
    input: {
      height: HEIGHT,
      width: WIDTH,
      channels: 3,
      normalisation: { mean: [100, 120, 140], deviation: [60, 70, 80] },
    },
  };
}

function drawn(name: string, shape: readonly number[]): NamedTensor {
  const rng = rngAt(3, [name]);
  const size = elementCount(shape);
  return { name, shape, data: new Float32Array(size).map(() => rng.normal(0, 0.3)) };
}

function squaredDistance(left: readonly NamedTensor[], right: readonly NamedTensor[]): number {
  const learned = left.filter(({ name }) => !name.includes('moving'));
  return learned.reduce((sum, { name, data }) => {
    const other = right.find((tensor) => tensor.name === name)!.data; // both are whole states
    return sum + data.reduce((part, value, at) => part + (value - other[at]!) ** 2, 0);
  }, 0);
}

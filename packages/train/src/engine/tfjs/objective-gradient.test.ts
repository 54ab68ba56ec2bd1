import type { ObjectiveTerm } from '@sprout/core';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { buildModel } from '../../model/tfjs/build-model.ts';
import type { ModelInput } from '../../model/model-definition.ts';
import { onBackend } from './backend/on-backend.ts';
import { startBackend } from './backend/start-backend.ts';
import { objectiveGradient, type ObjectiveGradientOptions } from './objective-gradient.ts';

const INPUT: ModelInput = {
  height: 1,
  width: 2,
  channels: 1,
  normalisation: { mean: [1], deviation: [2] },
};

/** Two images; normalised, they are (1, 2) and (0, 3). */
const IMAGES = Uint8Array.of(3, 5, 1, 7);

let model: LayersModel;
beforeAll(async () => {
  await startBackend('cpu', { threads: 1 });
  const layers = [
    { class_name: 'InputLayer', config: { name: 'images', batch_input_shape: [null, 1, 2, 1] } },
    { class_name: 'Flatten', config: { name: 'flat' } },
    { class_name: 'Dense', config: { name: 'dense', units: 2 } },
    { class_name: 'Activation', config: { name: 'relu', activation: 'relu' } },
  ];
  model = await buildModel({ class_name: 'Sequential', config: { name: 'small', layers } }, [
    { name: 'dense/kernel', shape: [2, 2], data: Float32Array.of(1, -2, 3, 4) },
    { name: 'dense/bias', shape: [2], data: Float32Array.of(0, -10) },
  ]);
});
afterAll(() => model.dispose());

function gradient(
  objective: readonly ObjectiveTerm[],
  {
    wrt,
    images = IMAGES,
    input = INPUT,
  }: Partial<ObjectiveGradientOptions> & { images?: Float32Array | Uint8Array } = {},
) {
  return onBackend('cpu', () =>
    objectiveGradient(model, images, { input, count: images.length / 2, objective, wrt }),
  );
}

/** The outputs of `dense` for the images are (7, -4) and (9, 2). */
const SECOND = { layer: 'dense', measure: 'channel', channel: 1 } as const;

describe('objectiveGradient with respect to the images', () => {
  test('counts the normalisation', () => {
    expect(gradient([SECOND])).toEqual({
      values: Float32Array.of(-4, 2),
      shape: [2, 1, 2, 1],
      gradient: Float32Array.of(-1, 2, -1, 2),
      outputs: [],
    });
  });

  test('is the same for the same images as floats', () => {
    expect(gradient([SECOND], { images: Float32Array.from(IMAGES) })).toEqual(gradient([SECOND]));
  });

  test('multiplies by the factor and adds the terms', () => {
    const first = { layer: 'dense', measure: 'direction', direction: [1, 0.5], factor: 2 } as const;
    const { values, gradient: slope } = gradient([SECOND, first])!;
    expect(values).toEqual(Float32Array.of(-4 + 14 - 4, 2 + 18 + 2));
    expect(slope).toEqual(Float32Array.of(-1, 7, -1, 7));
  });

  test('is zero where a rectifier is closed', () => {
    const { values, gradient: slope } = gradient([{ ...SECOND, layer: 'relu' }])!;
    expect(values).toEqual(Float32Array.of(0, 2));
    expect(slope.map(Math.abs)).toEqual(Float32Array.of(0, 0, 1, 2));
  });

  test('takes the mean of squares over the axes of one image', () => {
    const squares = { layer: 'flat', measure: 'mean-square', factor: 4 } as const;
    const { values, gradient: slope } = gradient([squares])!;
    expect(values).toEqual(Float32Array.of(10, 18));
    expect(slope).toEqual(Float32Array.of(2, 4, 0, 6));
  });

  test('takes a neuron of an image', () => {
    const neuron = {
      layer: 'images',
      measure: 'neuron',
      row: 0,
      column: 1,
      channel: 0,
    } as const;
    const { values, gradient: slope } = gradient([neuron])!;
    expect(values).toEqual(Float32Array.of(2, 3));
    expect(slope).toEqual(Float32Array.of(0, 0.5, 0, 0.5));
  });
});

describe('objectiveGradient with respect to a layer', () => {
  test('is that of the output of the layer', () => {
    expect(gradient([SECOND], { wrt: { layer: 'flat' } })).toEqual({
      values: Float32Array.of(-4, 2),
      shape: [2, 2],
      gradient: Float32Array.of(-2, 4, -2, 4),
      outputs: [],
    });
  });

  test('may be the measured layer', () => {
    const { gradient: slope } = gradient([SECOND], { wrt: { layer: 'dense' } })!;
    expect(slope).toEqual(Float32Array.of(0, 1, 0, 1));
  });

  test('is undefined where no term depends on the layer', () => {
    expect(gradient([SECOND], { wrt: { layer: 'relu' } })).toBeUndefined();
    const terms = [SECOND, { ...SECOND, layer: 'relu' }];
    expect(gradient(terms, { wrt: { layer: 'relu' } })!.gradient).toEqual(
      Float32Array.of(0, 1, 0, 1),
    );
  });

  test('keeps no tensors', () => {
    const before = memory().numTensors;
    gradient([SECOND], { wrt: { layer: 'flat' } });
    expect(memory().numTensors).toBe(before);
  });

  test.each<[string, ObjectiveTerm]>([
    ['a channel', { ...SECOND, channel: 2 }],
    ['a direction', { layer: 'dense', measure: 'direction', direction: [1] }],
    ['a row', { layer: 'images', measure: 'neuron', row: 1, column: 0, channel: 0 }],
    ['a column', { layer: 'images', measure: 'neuron', row: 0, column: 2, channel: 0 }],
  ])('keeps no tensors of an objective that is refused for %s out of range', (_, term) => {
    const before = memory().numTensors;
    for (const wrt of [undefined, { layer: 'images' }])
      expect(() => gradient([SECOND, term], { wrt })).toThrow(/must (be|have)/);
    gradient([SECOND]);
    expect(memory().numTensors).toBe(before);
  });

  test('leaves the layer as it was, also after an error', () => {
    const before = memory().numTensors;
    const wrt = { layer: 'flat' };
    const error = expect.objectContaining({ code: 'option-invalid' }) as Error;
    expect(() => gradient([{ ...SECOND, channel: 2 }], { wrt })).toThrow(error);
    expect(Object.hasOwn(model.getLayer('flat'), 'call')).toBe(false);
    gradient([SECOND], { wrt });
    expect(Object.hasOwn(model.getLayer('flat'), 'call')).toBe(false);
    expect(memory().numTensors).toBe(before);
  });
});

test('measures a layer whose size is not fixed', async () => {
  const layers = [
    {
      class_name: 'InputLayer',
      config: { name: 'images', batch_input_shape: [null, null, null, 1] },
    },
    { class_name: 'ReLU', config: { name: 'relu' } },
  ];
  const open = await buildModel({ class_name: 'Sequential', config: { layers } }, []);
  const neuron = { layer: 'relu', measure: 'neuron', row: 0, column: 1, channel: 0 } as const;
  const of = (column: number) =>
    onBackend('cpu', () =>
      objectiveGradient(open, IMAGES, {
        input: INPUT,
        count: 2,
        objective: [{ ...neuron, column }],
      }),
    );
  expect(of(1)!.values).toEqual(Float32Array.of(2, 3));
  const before = memory().numTensors;
  expect(() => of(2)).toThrow('column');
  expect(memory().numTensors).toBe(before);
  open.dispose();
});

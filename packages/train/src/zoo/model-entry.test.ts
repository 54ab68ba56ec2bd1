import { layers, sequential } from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { someBackend } from '../model/tfjs/some-backend.ts';
import { optimiserSchema } from '../optimiser/optimiser-spec.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { defineModel } from './model-entry.ts';
import { PHOTOGRAPHS } from './normalisation.ts';

someBackend();

const SHAPE = { height: 2, width: 3, channels: 1, classes: 4 };
const fields = {
  name: 'wide',
  summary: 'one hidden layer',
  normalisation: PHOTOGRAPHS,
  recipe: [],
  augmentation: [],
  training: {
    epochs: 1,
    optimiser: optimiserSchema.parse({ name: 'sgd' }),
    schedule: scheduleSchema.parse({ name: 'cosine' }),
    labelSmoothing: 0,
  },
};

/** A model with a hidden layer of `units`, 8 by default. */
const entry = defineModel({
  ...fields,
  parameters: z.strictObject({ units: z.int().positive().default(8) }),
  build: ({ height, width, channels, classes }, { units }) =>
    sequential({
      layers: [
        layers.flatten({ inputShape: [height, width, channels] }),
        layers.dense({ units }),
        layers.dense({ units: classes }),
      ],
    }),
});

/** The sizes of the outputs of its layers. */
function sizes(parameters: Parameters<typeof entry.build>[1]): unknown[] {
  const model = entry.build(SHAPE, parameters);
  const found = model.layers.map(({ outputShape }) => outputShape[1]);
  model.dispose();
  return found;
}

test('has the fields that it is given', () => {
  expect(entry).toMatchObject(fields);
});

test('builds with the given parameters, and with the defaults of others', () => {
  expect(sizes({ units: 5 })).toEqual([6, 5, 4]);
  expect(sizes({})).toEqual([6, 8, 4]);
});

test.each([{ units: 0 }, { units: '5' }, { unit: 5 }])(
  'refuses the parameters %j, naming the model and the parameter',
  (parameters) => {
    const [name] = Object.keys(parameters);
    const error = expect.objectContaining({
      code: 'config-invalid',
      message: expect.stringMatching(new RegExp(`the parameters of wide[^]*${name}`)) as string,
    }) as Error;
    expect(() => entry.build(SHAPE, parameters as never)).toThrow(error);
  },
);

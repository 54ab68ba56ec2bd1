import { expect, test } from 'vitest';
import { SMALL_BASE } from '../../test/small-weights.ts';
import { configSchema } from '../config/config-schema.ts';
import { resolveTraining } from '../config/resolve-training.ts';
import { imageSeconds } from './image-seconds.ts';

const { signal } = new AbortController();
const settings = (model: Readonly<Record<string, unknown>>) => ({
  ...resolveTraining(configSchema.parse({ data: { folder: 'photos' }, model, engine: 'cpu' }), {
    size: { height: 32, width: 32 },
  }),
});

test.each(['head', 'all'])(
  'a base whose layers are trained: %s takes some time',
  async (trainable) => {
    const seconds = await imageSeconds(settings({ ...SMALL_BASE, trainable }), signal);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(10);
  },
);

test('other models are not measured', async () => {
  expect(await imageSeconds(settings({ name: 'small-cnn' }), signal)).toBeUndefined();
});

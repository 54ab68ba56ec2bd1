import { expect, test } from 'vitest';
import { datasetOf } from '../../test/dataset-of.ts';
import { configSchema } from '../config/config-schema.ts';
import { resolveTrain } from '../config/resolve-train.ts';
import { resolveTraining } from '../config/resolve-training.ts';
import { runIdentity } from './run-identity.ts';

const { samples } = datasetOf({ oak: 4, elm: 4 });
const without = (...ids: readonly string[]) => samples.filter(({ id }) => !ids.includes(id));
const images = { training: without('oak/0.png', 'elm/0.png'), validation: without('oak/1.png') };
const identityOf = async (options: Parameters<typeof resolveTrain>[0], engine = 'cpu') =>
  runIdentity(await resolveTrain({ folder: 'photos', ...options }), { images, engine });

test('settings that do not change the results do not change the identity', async () => {
  const identity = await identityOf({});
  expect(identity).toMatch(/^[0-9a-f]{64}$/);
  const set = ['train.checkpointSeconds=1', 'train.keep=last', 'workers=3', 'data.cache=false'];
  expect(await identityOf({ set })).toBe(identity);
});

test.each<Parameters<typeof resolveTrain>[0]>([
  { seed: 1 },
  { epochs: 3 },
  { batchSize: 8 },
  { augment: false },
  { model: 'logistic' },
  { size: { height: 8, width: 8 } },
  { validation: 3 },
  { groupBy: 'x' },
])('%j changes the identity', async (options) => {
  expect(await identityOf(options)).not.toBe(await identityOf({}));
});

test('the weights of a base count by their hash, not by the place of their file', () => {
  const data = { folder: 'photos' };
  const of = (file: string, sha256: string): string => {
    const model = { name: 'vgg16', weights: { file, sha256, format: 'npz', library: 'keras' } };
    const resolved = resolveTraining(configSchema.parse({ data, model }));
    return runIdentity(resolved, { images, engine: 'cpu' });
  };
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)] as const;
  expect(of('/x.npz', a)).toBe(of('/y.npz', a));
  expect(of('/x.npz', a)).not.toBe(of('/x.npz', b));
});

test('a table of groups counts by its place in the data set, or by its own place outside', async () => {
  const inside = await identityOf({ folder: 'photos', groupBy: 'photos/groups.csv' });
  expect(await identityOf({ folder: 'moved', groupBy: 'moved/groups.csv' })).toBe(inside);
  const outside = await identityOf({ folder: 'photos', groupBy: 'groups.csv' });
  expect(await identityOf({ folder: 'moved', groupBy: 'groups.csv' })).toBe(outside);
  expect(outside).not.toBe(inside);
});

test('another engine and other images change the identity', async () => {
  expect(await identityOf({}, 'onnx')).not.toBe(await identityOf({}, 'cpu'));
  const resolved = await resolveTrain({ folder: 'photos' });
  const fewer = { ...images, training: without('oak/0.png', 'elm/0.png', 'elm/1.png') };
  expect(runIdentity(resolved, { images: fewer, engine: 'cpu' })).not.toBe(await identityOf({}));
});

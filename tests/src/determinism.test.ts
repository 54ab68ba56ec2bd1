import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { batches, scanFolder } from '@sprout/core';
import { createImagePool, type ImagePool, parseAugmentation, parseRecipe } from '@sprout/imgproc';
import {
  createDefinition,
  fit,
  openEngineThread,
  scheduleSchema,
  type TrainerState,
} from '@sprout/train';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sproutProcess } from './support/sprout-process.ts';
import { sprout, sproutJson } from './support/sprout.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const path = join(folder.path, 'seedlings');
  await sproutJson(['sample', path, '--classes', '2', '--images', '10', '--size', '40']);
}, 240_000);

afterAll(() => folder[Symbol.asyncDispose]());

/** Losses, accuracies and weights of a short training. */
async function train(name: string, ...options: string[]): Promise<unknown> {
  const run = join(folder.path, 'runs', name);
  const seedlings = join(folder.path, 'seedlings');
  const base = [
    'train',
    seedlings,
    '--size',
    '32x32',
    '--epochs',
    '2',
    '--batch-size',
    '4',
    '--validation',
    '2',
    '--set',
    'train.mix={mixUp: {}, cutMix: {}, probability: 0.8}',
  ];
  const command = [...base, '--runs', join(folder.path, 'runs'), '--name', name, ...options];
  await sproutJson(command, options.includes('--workers') ? sproutProcess : sprout);
  const rows = (await readFile(join(run, 'metrics.csv'), 'utf8')).trim().split(/\r?\n/);
  const weights = createHash('sha256').update(await readFile(join(run, 'model', 'weights.bin')));
  return { metrics: rows.map((row) => row.split(',').slice(0, 7)), weights: weights.digest('hex') };
}

test(
  'metrics and weights are the same with 0, 1, 2 and 4 workers, with and without the cache',
  { timeout: 240_000 },
  async () => {
    const first = await train('workers-2', '--workers', '2');
    expect(await train('workers-0', '--workers', '0')).toEqual(first);
    expect(await train('workers-1-no-cache', '--workers', '1', '--no-cache')).toEqual(first);
    expect(await train('workers-4-no-cache', '--workers', '4', '--no-cache')).toEqual(first);
  },
);

test('another seed gives another training', { timeout: 120_000 }, async () => {
  expect(await train('seed-1', '--seed', '1')).not.toEqual(await train('seed-2', '--seed', '2'));
});

test(
  'weights do not depend on the number of batches that are prepared ahead',
  { timeout: 120_000 },
  async () => {
    await using pool = await createImagePool({ workers: 2 });
    const first = await trainAhead(pool, 0);
    expect(first.weights.length).toBeGreaterThan(0);
    expect(await trainAhead(pool, 1)).toEqual(first);
    expect(await trainAhead(pool, 5)).toEqual(first);
  },
);

/** The state after two epochs of a small net on augmented images. */
async function trainAhead(pool: ImagePool, ahead: number): Promise<TrainerState> {
  const size = { height: 32, width: 32 };
  const { samples, classes } = await scanFolder(join(folder.path, 'seedlings'));
  const recipe = parseRecipe([{ op: 'resize', ...size }]);
  const augment = parseAugmentation([{ op: 'flip-horizontal' }, { op: 'rotate' }]);
  const parameters = { filters: [4, 8] };
  const shape = { ...size, channels: 3, classes: classes.length, seed: 0, parameters };
  const options = { engine: 'auto', optimiser: { name: 'adam' }, seed: 0, threads: 2 } as const;
  await using trainer = await openEngineThread(createDefinition('small-cnn', shape), options);
  const common = { samples, recipe, batchSize: 4, seed: 0, ahead };
  const events = fit(trainer, {
    training: (epoch, firstStep) => batches(pool, { ...common, augment, epoch, firstStep }),
    validation: () => batches(pool, { ...common, epoch: 0, shuffle: false }),
    classes: classes.length,
    stepsPerEpoch: Math.ceil(samples.length / common.batchSize),
    epochs: 2,
    learningRate: 1e-3,
    schedule: scheduleSchema.parse({ name: 'constant' }),
  });
  for await (const event of events) if (event.type === 'stop') break;
  return trainer.state();
}

import { readRunRecord } from '@sprout/core';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  predict,
  resume,
  type RunEvent,
  sample,
  summary,
  train,
  type TrainOptions,
} from '../index.ts';
import { runFolder } from '../run/run-folder.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../train/fixtures/file-base/${name}`, import.meta.url));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: TrainOptions;

beforeAll(async () => {
  folder = await temporaryFolder();
  const photos = join(folder.path, 'photos');
  await sample({ folder: photos, classes: 2, images: 8, size: 32 });
  options = {
    folder: photos,
    runs: join(folder.path, 'runs'),
    model: `${fixture('functional')}.keras`,
    set: ['model.input=tf'],
    epochs: 2,
    batchSize: 4,
    workers: 0,
  };
});

afterAll(() => folder[Symbol.asyncDispose]());

describe('a network in a file is a base', () => {
  test('whose head is trained on features, at the size in the file', async () => {
    const events: RunEvent[] = [];
    const { run } = await train(options, { onEvent: (event) => void events.push(event) });
    expect(events.map(({ type }) => type)).toContain('features-used');
    const { config } = await readRunRecord(runFolder(run).record);
    expect(config).toMatchObject({
      model: { name: 'file', weights: { format: 'keras', library: 'keras' }, input: 'tf' },
      recipe: [{ op: 'resize', height: 20, width: 24 }],
    });
    const predicted = [];
    for await (const file of predict({ run, paths: options.folder! })) predicted.push(file);
    expect(predicted).toHaveLength(16);
    const { summary: layers } = await summary({ model: run });
    expect(layers.layers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['stem', 'depthwise_norm', 'average', 'classes']),
    );
  });

  test('that ends where the configuration says, and is trained in stages and resumed', async () => {
    const own = `${folder.path}/own.h5` as const;
    await copyFile(fixture('functional.h5'), own);
    const set = [
      'model.input=tf',
      'model.truncateAt=stem_relu',
      'train.stages=[{trainable: head, epochs: 1}, {trainable: all}]',
    ];
    const { run } = await train({ ...options, model: own, set });
    const { summary: layers } = await summary({ model: run });
    const names = layers.layers.map(({ name }) => name);
    expect(names.slice(-4)).toEqual(['stem_relu', 'avg_pool', 'dropout1', 'classes']);
    const more = await resume({ run, epochs: 3 });
    expect(more.epochs).toBe(3);
    await rm(own);
    await expect(resume({ run, epochs: 4 })).rejects.toMatchObject({ code: 'file-missing' });
  });

  test.each<[string, Partial<TrainOptions>, string]>([
    ['an input function', { set: [] }, 'as in --set model.input=tf'],
    ['a file', { model: 'file' }, 'the path of a Keras or TensorFlow.js model'],
    [
      'a layer of its model',
      { set: ['model.input=tf', 'model.truncateAt=x'] },
      'it has no layer x',
    ],
    ['a file that is there', { model: 'missing.keras' }, 'missing.keras'],
  ])('needs %s', async (_, changes, message) => {
    await expect(train({ ...options, ...changes })).rejects.toThrow(message);
  });
});

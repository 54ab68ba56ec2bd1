import { parseCsv } from '@sprout/core';
import { loadModel } from '@sprout/train';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { evaluate, predict, readRun, resume, sample, train, type TrainResult } from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let aerial: string;
let tags: string;
let trained: TrainResult;

beforeAll(async () => {
  folder = await temporaryFolder();
  aerial = join(folder.path, 'aerial');
  tags = join(aerial, 'tags.csv');
  await sample({ folder: aerial, kind: 'multi-label', classes: 6, images: 8, size: 16 });
  trained = await train(options());
}, 60_000);
afterAll(() => folder[Symbol.asyncDispose]());

function options() {
  return {
    folder: aerial,
    tags,
    model: 'logistic',
    size: { height: 8, width: 8 },
    epochs: 6,
    batchSize: 8,
    validation: 12,
    engine: 'cpu',
    workers: 0,
    runs: join(folder.path, 'runs'),
    set: ['train.optimiser={ name: adam, learningRate: 0.01 }'],
  } as const;
}

test('a training with a table of tags makes a model of the tags', async () => {
  expect(trained).toMatchObject({ classes: 6, samples: { training: 36, validation: 12, bad: 0 } });
  expect(trained.validationF2).toBeGreaterThan(0.6);
  const { definition, card } = await loadModel(join(trained.run, 'model'));
  expect(card.classes).toEqual([
    'agriculture',
    'clear',
    'cloudy',
    'haze',
    'partly_cloudy',
    'primary',
  ]);
  expect(card.thresholds).toHaveLength(6);
  expect(JSON.stringify(definition.topology)).toContain('sigmoid');
});

test('the run keeps F2, and precision, recall and threshold of each tag', async () => {
  const { evaluation, predictions, split } = await readRun(trained.run);
  const { card } = await loadModel(join(trained.run, 'model'));
  expect(evaluation.f2).toBe(trained.validationF2);
  expect(evaluation.f2).toBeGreaterThanOrEqual(evaluation.f2AtHalf!);
  expect(evaluation.confusion).toEqual([]);
  expect(evaluation.classes.map(({ threshold }) => threshold)).toEqual(card.thresholds);
  expect(predictions).toHaveLength(12);
  expect(split.some(({ className }) => className.split(' ').length >= 2)).toBe(true);
  const report = await readFile(join(trained.run, 'report.html'), 'utf8');
  expect(report).toContain('Validation F2');
  expect(report).not.toContain('Is that any good?');
});

test('evaluate uses the thresholds of the model, and needs the tags of the images', async () => {
  const given = { run: trained.run, folder: aerial, engine: 'cpu', workers: 0 } as const;
  const { evaluation } = await evaluate({ ...given, tags });
  expect(evaluation.samples).toBe(48);
  const { evaluation: kept } = await readRun(trained.run);
  expect(evaluation.classes.map(({ threshold }) => threshold)).toEqual(
    kept.classes.map(({ threshold }) => threshold),
  );
  await expect(evaluate(given)).rejects.toThrow(
    'tags must be a CSV file, because the model predicts tags; received nothing',
  );
});

test('predict answers the tags above their thresholds, as in predictions.csv', async () => {
  const [header = [], row = []] = parseCsv(
    await readFile(join(trained.run, 'predictions.csv'), 'utf8'),
  );
  expect(header.slice(0, 6)).toEqual([
    'path',
    'label',
    'predicted',
    'probability',
    'loss',
    'agriculture',
  ]);
  const paths = join(aerial, row[0]!);
  for await (const outcome of predict({ run: trained.run, paths, engine: 'cpu', workers: 0 })) {
    expect(outcome).toMatchObject({ predicted: row[2] });
    expect((outcome as { probability: number }).probability).toBeCloseTo(Number(row[3]), 5);
  }
});

test('a run of tags goes on to more epochs', async () => {
  const result = await resume({ run: trained.run, epochs: 7, workers: 0 });
  expect(result).toMatchObject({ epochs: 7, classes: 6 });
});

test('a data set that was moved is found with its table of tags', async () => {
  const elsewhere = join(folder.path, 'elsewhere');
  await rename(aerial, elsewhere);
  try {
    const result = await resume({ run: trained.run, data: elsewhere, epochs: 8, workers: 0 });
    expect(result).toMatchObject({ epochs: 8, classes: 6 });
  } finally {
    await rename(elsewhere, aerial);
  }
});

test('a table with other tags is refused by resume', async () => {
  const before = await readFile(tags, 'utf8');
  await writeFile(tags, before.replaceAll('agriculture', 'farm'));
  try {
    await expect(
      resume({ run: trained.run, data: aerial, epochs: 9, workers: 0 }),
    ).rejects.toMatchObject({
      code: 'run-incompatible',
    });
  } finally {
    await writeFile(tags, before);
  }
});

test('class weights are refused', async () => {
  await expect(train({ ...options(), set: ['train.classWeights=balanced'] })).rejects.toThrow(
    'train.classWeights must be none where images have tags',
  );
});

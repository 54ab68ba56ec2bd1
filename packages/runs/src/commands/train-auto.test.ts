import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { writeSmallWeights } from '../../test/small-weights.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { predict, report, sample, train, type TrainOptions } from '../index.ts';
import { readJson } from '../run/read-json.ts';
import { readRun } from '../run/read-run.ts';
import { runFolder } from '../run/run-folder.ts';
import { searchRecordSchema } from '../run/search-record.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: TrainOptions & { readonly folder: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  const photos = join(folder.path, 'photos');
  await sample({ folder: photos, classes: 2, images: 12, size: 32 });
  await writeSmallWeights(join(folder.path, 'small.safetensors'));
  options = {
    folder: photos,
    model: 'auto',
    budget: '20s',
    weights: join(folder.path, 'small.safetensors'),
    size: { height: 32, width: 32 },
    epochs: 2,
    batchSize: 4,
    validation: 2,
    engine: 'onnx',
    workers: 0,
    runs: join(folder.path, 'runs'),
  };
});

afterAll(() => folder[Symbol.asyncDispose]());

test('the best model of a search is trained on all training images', async () => {
  const log = eventLog();
  const result = await train({ ...options, name: 'chosen' }, { onEvent: log.emit });
  const run = runFolder(result.run);
  const record = await readJson(run.search, searchRecordSchema);
  expect(result.samples).toMatchObject({ training: 20, validation: 4 });
  expect(record.images).toEqual({ training: 16, compared: 4 });
  const names = new Set(record.trials.map(({ candidate }) => candidate));
  expect([...names].slice(0, 3)).toEqual(['logistic', 'mobilenet-v1', 'small-cnn']);
  expect(names.has(record.winner)).toBe(true);
  expect(record.leftOut).toEqual([
    {
      candidate: 'mobilenet-v1-fine-tuned',
      reason: 'it needs 5 epochs, and the most are 2',
    },
  ]);
  const best = Math.max(...record.trials.map(({ accuracy }) => accuracy));
  const winner = record.trials.filter(({ candidate }) => candidate === record.winner);
  expect(winner.map(({ accuracy }) => accuracy)).toContain(best);
  const { resolved, changed } = await readRun(run);
  expect(resolved.train.keep).toBe('last');
  expect(resolved.data.innerValidation).toBeUndefined();
  expect(changed).toEqual([]);
  expect(log.events.filter(({ type }) => type === 'search-ended')).toMatchObject([
    { winner: record.winner, accuracy: best },
  ]);
  await report({ run: result.run });
  let answers = 0;
  for await (const _ of predict({ run: result.run, paths: [options.folder] })) answers++;
  expect(answers).toBe(24);
}, 240_000);

test('an invalid budget, weights that fit no base, and results inside of the images are refused before any training', async () => {
  await expect(train({ ...options, budget: '5 minutes' })).rejects.toThrow(
    'must be a duration such as 90s, 15m or 1.5h',
  );
  const png = join(options.folder, 'Black-grass', '0001.png');
  await expect(train({ ...options, weights: png })).rejects.toMatchObject({ code: 'file-missing' });
  await expect(train({ ...options, runs: options.folder })).rejects.toThrow('runs');
});

test('a search that is stopped throws the reason, and can be started again', async () => {
  const abort = new AbortController();
  const reason = new Error('stop');
  const stopped = train(
    { ...options, runs: join(folder.path, 'stopped') },
    {
      signal: abort.signal,
      onEvent: ({ type }) => void (type === 'trial-ended' && abort.abort(reason)),
    },
  );
  await expect(stopped).rejects.toBe(reason);
});

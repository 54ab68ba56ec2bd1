import { isSproutError, readRunRecord } from '@sprout/core';
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metricsOf } from '../../test/metrics-of.ts';
import { smallTraining } from '../../test/small-training.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  evaluate,
  predict,
  type PredictedFile,
  readRun,
  resume,
  type RunEvent,
  split,
  train,
  type TrainOptions,
} from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: TrainOptions & { readonly folder: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  options = { ...(await smallTraining(folder.path)), epochs: 3 };
});

afterAll(() => folder[Symbol.asyncDispose]());

test('one call trains a model, emits events in order and returns the result', async () => {
  const events: RunEvent[] = [];
  const result = await train(
    { ...options, name: 'whole' },
    { onEvent: (event) => void events.push(event) },
  );
  expect(result).toMatchObject({
    run: join(folder.path, 'runs', 'whole'),
    model: 'logistic',
    epochs: 3,
    samples: { training: 12, validation: 4, bad: 0 },
    engine: 'cpu',
  });
  const types = events.map(({ type }) => type).filter((type) => type !== 'finding');
  const distinct = types.filter((type, at) => type !== types[at - 1]);
  const epoch = ['step', 'epoch'];
  const task = ['task-start', 'task-progress', 'task-end'];
  expect(distinct).toEqual([
    ...task,
    ...task,
    'images-divided',
    'training-planned',
    'run-started',
    ...epoch,
    ...epoch,
    ...epoch,
    'stop',
    'run-ended',
  ]);
  expect(events.filter(({ type }) => type === 'step')).toHaveLength(9);
  expect(events.find(({ type }) => type === 'images-divided')).toEqual({
    type: 'images-divided',
    images: 16,
    classes: 2,
    training: 12,
    validation: 4,
  });
  expect(structuredClone(events)).toEqual(events); // plain data
  const read = await readRun(result.run);
  expect(read.evaluation.accuracy).toBe(result.validationAccuracy);
  expect(read.record.command.join(' ')).toContain('--validation 2 --model logistic --epochs 3');
});

test('duplicates are pictures of the report, also where the cache holds prepared images', async () => {
  await using other = await temporaryFolder();
  const training = await smallTraining(other.path);
  const { name } = (await readdir(training.folder, { withFileTypes: true })).find((entry) =>
    entry.isDirectory(),
  )!;
  const [file = ''] = await readdir(join(training.folder, name));
  await copyFile(join(training.folder, name, file), join(training.folder, name, `copy-${file}`));
  const { run } = await train({ ...training, name: 'copies', epochs: 1 });
  const { health } = await readRun(run);
  expect(health?.duplicates).toHaveLength(1);
  expect(await readFile(join(run, 'report.html'), 'utf8')).toContain(`copy-${file}`);
});

test('the manifest of a split divides the images of a training', async () => {
  const { out } = await split({ folder: options.folder, validation: 3, seed: 5 });
  const { run, samples } = await train({
    ...options,
    name: 'divided',
    epochs: 1,
    validation: undefined,
    split: out,
  });
  expect(samples).toMatchObject({ training: 10, validation: 6 });
  const sorted = async (file: string): Promise<string[]> =>
    (await readFile(file, 'utf8')).split('\r\n').toSorted();
  expect(await sorted(join(run, 'split.csv'))).toEqual(await sorted(out));
  expect((await readRunRecord(join(run, 'run.json'))).split?.by).toBe('file');
});

test('a training that is aborted throws the reason and resumes to the same numbers', async () => {
  const whole = await train({ ...options, name: 'left-alone' });
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = ({ type }: RunEvent): void => {
    if (type === 'epoch') abort.abort(reason);
  };
  const stopped = train({ ...options, name: 'stopped' }, { onEvent, signal: abort.signal });
  await expect(stopped).rejects.toBe(reason);
  const run = join(folder.path, 'runs', 'stopped');
  expect((await readRunRecord(join(run, 'run.json'))).state).toBe('interrupted');
  const events: RunEvent[] = [];
  const result = await resume({ run }, { onEvent: (event) => void events.push(event) });
  expect(events.find(({ type }) => type === 'run-started')).toMatchObject({ resumed: true });
  expect((await readRunRecord(join(run, 'run.json'))).state).toBe('completed');
  expect(await metricsOf(run)).toEqual(await metricsOf(whole.run));
  const weights = (of: string): Promise<Buffer> => readFile(join(of, 'model', 'weights.bin'));
  expect(await weights(run)).toEqual(await weights(whole.run));
  expect(result.validationLoss).toBe(whole.validationLoss);
  await expect(resume({ run, folder: folder.path })).rejects.toThrow(/it was trained on/);
});

test('an engine that is not there is named before the images are read; small images are a warning', async () => {
  const events: RunEvent[] = [];
  const own = { ...options, engine: 'tensorflow', size: { height: 4, width: 8 } } as const;
  const onEvent = (event: RunEvent): void => void events.push(event);
  await expect(train(own, { onEvent })).rejects.toThrow('The engine tensorflow is not available');
  expect(events).toEqual([]);
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(train({ ...own, engine: 'cpu' }, { onEvent, signal })).rejects.toThrow('enough');
  expect(events).toContainEqual({ type: 'images-small', height: 4, width: 8 });
});

test('a signal that is aborted beforehand leaves no run', async () => {
  const reason = new Error('never mind');
  const signal = AbortSignal.abort(reason);
  await expect(train({ ...options, name: 'none' }, { signal })).rejects.toBe(reason);
  await expect(readRun(join(folder.path, 'runs', 'none'))).rejects.toThrow(/There is no run/);
});

test('a run evaluates and predicts, with one result for each file', async () => {
  const { run } = await train({ ...options, name: 'used', command: ['mine'] });
  expect((await readRunRecord(join(run, 'run.json'))).command).toEqual(['mine']);
  const own = { run, engine: 'cpu', workers: 0 } as const;
  const { evaluation, bad } = await evaluate({ ...own, folder: options.folder });
  expect(evaluation.samples).toBe(16);
  expect(evaluation.seen).toEqual({ training: 12, validation: 4 });
  expect(bad).toEqual([]);
  const outcomes: PredictedFile[] = [];
  for await (const outcome of predict({ ...own, paths: [options.folder] }))
    if ('predicted' in outcome) outcomes.push(outcome);
  expect(outcomes).toHaveLength(16);
  const [first] = outcomes;
  expect(first!.classes.find(({ name }) => name === first!.predicted)?.probability).toBe(
    first!.probability,
  );
});

test('a file that cannot be used is a result with an error, and an error is thrown after the last result', async () => {
  const run = join(folder.path, 'runs', 'used');
  const page = join(folder.path, 'page.jpg');
  await writeFile(page, '<html>');
  const stream = predict({ run, engine: 'cpu', workers: 0, paths: [page] });
  const { value } = await stream.next();
  expect(value).toMatchObject({ path: page, error: { code: 'image-refused' } });
  const error: unknown = await stream.next().catch((thrown: unknown) => thrown);
  expect(isSproutError(error, 'images-bad')).toBe(true);
});

test('--find-lr measures learning rates first, and the training is the same as without', async () => {
  const plain = await train({ ...options, name: 'plain-rates' });
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  const swept = await train({ ...options, name: 'swept', findLr: true }, { onEvent });
  expect(await metricsOf(swept.run)).toEqual(await metricsOf(plain.run));
  const { rates } = await readRun(swept.run);
  expect(rates!.steps.length).toBeGreaterThan(10);
  expect(events.find(({ type }) => type === 'rate-suggested')).toMatchObject({
    suggestion: rates!.suggestion,
  });
  expect((await readRun(plain.run)).rates).toBeUndefined();
  const report = await readFile(join(swept.run, 'report.html'), 'utf8');
  expect(report).toContain('Which learning rate?');
  expect(await readFile(join(swept.run, 'plots', 'learning-rates.svg'), 'utf8')).toContain('<svg');
});

test('--find-lr is an error for the model auto', async () => {
  const own = { ...options, model: 'auto', name: 'none', findLr: true } as const;
  await expect(train(own)).rejects.toMatchObject({
    code: 'option-invalid',
    context: { option: 'findLr' },
  });
});

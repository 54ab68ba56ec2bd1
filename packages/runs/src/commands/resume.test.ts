import { lock, readRunRecord } from '@sprout/core';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flipDigit } from '../../test/flip-digit.ts';
import { metricsOf } from '../../test/metrics-of.ts';
import { smallTraining } from '../../test/small-training.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import {
  readRun,
  resume,
  type ResumeOptions,
  type RunEvent,
  train,
  type TrainOptions,
} from '../index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let options: TrainOptions & { readonly folder: string };

beforeAll(async () => {
  folder = await temporaryFolder();
  options = {
    ...(await smallTraining(folder.path)),
    set: ['train.schedule={name: cosine}', 'train.checkpointSeconds=0'],
  };
});

afterAll(() => folder[Symbol.asyncDispose]());

const runOf = (name: string): string => join(folder.path, 'runs', name);
const recordOf = (run: string) => readRunRecord(join(run, 'run.json'));
const weightsOf = (run: string): Promise<Buffer> => readFile(join(run, 'model', 'weights.bin'));

/** Aborts a command at the first event for which a condition holds. */
async function abortedAt(
  isEnd: (event: RunEvent) => boolean,
  command: (context: Parameters<typeof resume>[1]) => Promise<unknown>,
): Promise<void> {
  const abort = new AbortController();
  const reason = new Error('enough');
  const onEvent = (event: RunEvent): void => {
    if (isEnd(event)) abort.abort(reason);
  };
  await expect(command({ onEvent, signal: abort.signal })).rejects.toBe(reason);
}

async function resumed(own: ResumeOptions) {
  const events: RunEvent[] = [];
  const result = await resume(own, { onEvent: (event) => void events.push(event) });
  const extensions = events.filter(({ type }) => type === 'run-extended');
  return { result, extensions, events };
}

test('a finished run goes on to more epochs, and keeps the best of all epochs', async () => {
  const { run } = await train({ ...options, name: 'more' });
  const before = await metricsOf(run);
  const { result, extensions, events } = await resumed({ run, epochs: 4 });
  expect(extensions).toEqual([
    {
      type: 'run-extended',
      after: 2,
      from: 2,
      to: 4,
      schedule: 'cosine',
      earlyStopping: false,
    },
  ]);
  expect(events.find(({ type }) => type === 'training-planned')).toMatchObject({ epochs: 4 });
  const metrics = await metricsOf(run);
  expect(metrics.slice(0, 3)).toEqual(before);
  expect(metrics.slice(3).map(([epoch, step]) => [epoch, step])).toEqual([
    ['3', '9'],
    ['4', '12'],
  ]);
  expect(result.epochs).toBe(4);
  const { record, evaluation } = await readRun(run);
  expect(record).toMatchObject({
    config: { train: { epochs: 4 } },
    extended: [{ after: 2, from: 2, to: 4 }],
    state: 'completed',
  });
  const accuracies = metrics.slice(1).map((cells) => Number(cells[5]));
  expect(evaluation.accuracy).toBe(Math.max(...accuracies));
  const report = await readFile(join(run, 'report.html'), 'utf8');
  expect(report).toContain('4, 2 until epoch 2');
  const text = report.replaceAll(/<\/?(wbr|span)[^>]*>/g, '');
  expect(text).toContain(`sprout train --resume ${run} --epochs 4`);
});

test('a finished run that is resumed says so, and keeps its result', async () => {
  const { run, validationLoss } = await train({ ...options, name: 'again' });
  const { timings } = await recordOf(run);
  const { result, events } = await resumed({ run });
  expect((await recordOf(run)).timings).toEqual(timings);
  expect(events[0]).toEqual({ type: 'run-finished-before', run });
  expect(result.validationLoss).toBe(validationLoss);
});

test('the learning rates after the change are those of a run of the new number of epochs', async () => {
  const whole = await train({ ...options, epochs: 4, name: 'whole' });
  const rates = (await metricsOf(whole.run)).map((cells) => cells[6]);
  expect((await metricsOf(runOf('more'))).slice(3).map((cells) => cells[6])).toEqual(
    rates.slice(3),
  );
});

test('a change that is interrupted goes on without being repeated, to the same bits', async () => {
  const { run } = await train({ ...options, name: 'broken' });
  await abortedAt(
    (event) => event.type === 'step' && event.epoch === 4,
    (context) => resume({ run, epochs: 4 }, context),
  );
  expect(await recordOf(run)).toMatchObject({
    state: 'interrupted',
    extended: [{ after: 2, from: 2, to: 4 }],
  });
  await expect(readRun(run)).rejects.toThrow('it went on to more epochs and is not finished');
  expect((await resumed({ run })).extensions).toEqual([]);
  expect(await metricsOf(run)).toEqual(await metricsOf(runOf('more')));
  expect(await weightsOf(run)).toEqual(await weightsOf(runOf('more')));
  expect((await resumed({ run, epochs: 4 })).extensions).toEqual([]);
  expect((await recordOf(run)).extended).toHaveLength(1);
});

test('a run that was interrupted goes on to more epochs, or ends sooner', async () => {
  const stepped = (event: RunEvent): boolean => event.type === 'step' && event.epoch === 2;
  await abortedAt(stepped, (context) => train({ ...options, name: 'early' }, context));
  const run = runOf('early');
  expect((await resumed({ run, epochs: 5 })).result.epochs).toBe(5);
  await abortedAt(
    (event) => event.type === 'epoch' && event.metrics.epoch === 6,
    (context) => resume({ run, epochs: 9 }, context),
  );
  expect((await resumed({ run, epochs: 6 })).result.epochs).toBe(6);
  expect((await recordOf(run)).extended).toEqual([
    { after: 1, from: 2, to: 5 },
    { after: 5, from: 5, to: 9 },
    { after: 6, from: 9, to: 6 },
  ]);
});

/** The events of a command that is refused with a message. */
async function refused(own: ResumeOptions, message: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  const onEvent = (event: RunEvent): void => void events.push(event);
  await expect(resume(own, { onEvent })).rejects.toThrow(message);
  return events;
}

test('a run that another process trains is refused before anything else', async () => {
  const run = runOf('more');
  await using _held = await lock(join(run, 'lock'), run);
  expect(await refused({ run }, 'wait until its training is finished')).toEqual([]);
});

test('fewer epochs than are done are refused at once, and the run stays as it is', async () => {
  const run = runOf('more');
  const before = await readFile(join(run, 'run.json'), 'utf8');
  const message =
    'epochs must be at least 4, the number of epochs that the run has done; received 3';
  expect(await refused({ run, epochs: 3 }, message)).toEqual([]);
  expect(await readFile(join(run, 'run.json'), 'utf8')).toBe(before);
});

test('a run that has stopped early goes on, and its patience counts from there', async () => {
  const set = ['train.earlyStopping={patience: 2, minDelta: 1000}'];
  const { run, epochs } = await train({ ...options, epochs: 9, set, name: 'stopped' });
  expect(epochs).toBe(3);
  expect((await resumed({ run })).result.epochs).toBe(3);
  const { result, extensions } = await resumed({ run, epochs: 9 });
  expect(result.epochs).toBe(5);
  expect(extensions).toMatchObject([{ after: 3, from: 9, to: 9, earlyStopping: true }]);
  expect((await resumed({ run })).result.epochs).toBe(5);
});

const RESULTS = [
  'run.json',
  'split.csv',
  'images.csv',
  'health.json',
  'metrics.csv',
  'evaluation.json',
  'predictions.csv',
] as const;

test('each result of a run has one seal when the run has ended', async () => {
  const run = runOf('whole');
  const text = await readFile(join(run, 'seals.json'), 'utf8');
  const { files } = JSON.parse(text) as { readonly files: Readonly<Record<string, string[]>> };
  expect(Object.keys(files).toSorted()).toEqual([...RESULTS].toSorted());
  for (const seals of Object.values(files)) expect(seals).toHaveLength(1);
  expect((await readRun(run)).changed).toEqual([]);
});

test.each(['run.json', 'split.csv', 'images.csv'] as const)(
  'a run with a changed %s is not resumed, and stays as it is',
  async (name) => {
    const run = runOf(`edited-${name}`);
    await cp(runOf('whole'), run, { recursive: true });
    await flipDigit(join(run, name));
    const before = await readFile(join(run, name), 'utf8');
    await expect(resume({ run })).rejects.toThrow(`${name} was changed since it was written`);
    expect(await readFile(join(run, name), 'utf8')).toBe(before);
  },
);

test('a changed run is resumed once its seals are removed', async () => {
  const run = runOf('edited-split.csv');
  await rm(join(run, 'seals.json'));
  expect((await resumed({ run })).result.epochs).toBe(4);
  expect((await readRun(run)).changed).toEqual([]);
});

test('changed results are a warning, and are written again', async () => {
  const run = runOf('edited');
  await cp(runOf('whole'), run, { recursive: true });
  for (const name of ['metrics.csv', 'evaluation.json']) await flipDigit(join(run, name));
  const { events } = await resumed({ run });
  expect(events.filter(({ type }) => type === 'file-changed')).toEqual([
    { type: 'file-changed', file: join(run, 'metrics.csv'), rewritten: true },
    { type: 'file-changed', file: join(run, 'evaluation.json'), rewritten: true },
  ]);
  expect(await metricsOf(run)).toEqual(await metricsOf(runOf('whole')));
  expect((await readRun(run)).changed).toEqual([]);
});

test('a run of an older version, without seals, is resumed without a word and sealed', async () => {
  const run = runOf('older');
  await cp(runOf('whole'), run, { recursive: true });
  await rm(join(run, 'seals.json'));
  await flipDigit(join(run, 'evaluation.json'));
  const { events } = await resumed({ run });
  expect(events.filter(({ type }) => type === 'file-changed')).toEqual([]);
  await flipDigit(join(run, 'evaluation.json'));
  expect((await readRun(run)).changed).toEqual(['evaluation.json']);
});

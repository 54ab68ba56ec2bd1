import { readMetrics, type TrainingPosition } from '@sprout/core';
import { openTrainer } from '@sprout/train';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colourModel } from '../../test/colour-model.ts';
import { eventLog } from '../../test/event-log.ts';
import { type OpenedPhotos, openPhotos } from '../../test/open-photos.ts';
import type { RunEvent } from '../event/run-event.ts';
import { readCheckpoint } from './checkpoint-files.ts';
import { fitRun, type FitRunOptions } from './fit-run.ts';
import { runFolder } from './run-folder.ts';

let photos: OpenedPhotos;

beforeAll(async () => {
  photos = await openPhotos();
});

afterAll(() => photos[Symbol.asyncDispose]());

/** Trains in a run folder of this name, with some settings of the training. */
async function trained(
  name: string,
  { train = {}, ...options }: Partial<FitRunOptions> & { readonly train?: object } = {},
) {
  const { path, resolved, images } = photos;
  const log = eventLog();
  const run = runFolder(join(path, name));
  await mkdir(run.folder, { recursive: true });
  await using trainer = await openTrainer(colourModel(), { engine: 'cpu' });
  const last = await readCheckpoint(run.checkpoints.last);
  if (last !== undefined) await trainer.restore(last.state);
  const own = { ...resolved, train: { ...resolved.train, ...train } };
  const all = { resolved: own, images, run, identity: 'a', ...log, ...options };
  const outcome = await fitRun(trainer, all).then(
    (history) => ({ history, error: undefined }),
    (error: unknown) => ({ history: [], error }),
  );
  return { ...outcome, run, events: log.events, state: await trainer.state() };
}

/** Aborts at the first event for which a condition holds. */
function abortAt(isEnd: (event: RunEvent) => boolean) {
  const abort = new AbortController();
  const reason = new Error('enough');
  const emit = (event: RunEvent): void => {
    if (isEnd(event)) abort.abort(reason);
  };
  return { options: { emit, signal: abort.signal }, reason };
}

const positionOf = async (file: string): Promise<TrainingPosition | undefined> =>
  (await readCheckpoint(file))?.position;

test('all epochs are trained, with an event for each step and each epoch', async () => {
  const { history, events } = await trained('whole');
  expect(history.map(({ epoch, step }) => [epoch, step])).toEqual([
    [1, 2],
    [2, 4],
  ]);
  expect(events.map(({ type }) => type)).toEqual([
    'step',
    'step',
    'epoch',
    'step',
    'step',
    'epoch',
    'stop',
  ]);
  expect(events[1]).toMatchObject({ type: 'step', epoch: 1, epochs: 2, done: 4, images: 4 });
  expect(events[3]).toMatchObject({
    type: 'step',
    epoch: 2,
    done: 2,
    secondsLeft: expect.any(Number) as number,
  });
  expect(events[2]).toEqual({
    type: 'epoch',
    metrics: history[0],
    epochs: 2,
    best: true,
    secondsLeft: expect.closeTo(history[0]!.seconds, 1) as number,
  });
  expect(events[6]).toEqual({ type: 'stop', reason: 'completed' });
});

test('metrics and checkpoints are those of the last epoch', async () => {
  const { history, run, state } = await trained('files');
  expect(await readMetrics(run.metrics)).toEqual(history);
  const last = await readCheckpoint(run.checkpoints.last);
  expect(last).toMatchObject({ identity: 'a', position: { epoch: 2, done: 0, history } });
  expect(last!.state).toEqual(state);
});

test('the best checkpoint is that of the best epoch', async () => {
  const { history, run, events } = await trained('best');
  const best = events.flatMap((event) =>
    event.type === 'epoch' && event.best ? [event.metrics.epoch] : [],
  );
  const position = await positionOf(run.checkpoints.best);
  expect(position?.epoch).toBe(best.at(-1));
  expect(position?.history).toEqual(history.slice(0, best.at(-1)));
});

test('a training that is aborted at a step writes a checkpoint and throws the reason', async () => {
  const { options, reason } = abortAt(({ type }) => type === 'step');
  const { error, run } = await trained('aborted', options);
  expect(error).toBe(reason);
  expect(await positionOf(run.checkpoints.last)).toMatchObject({
    epoch: 0,
    done: 1,
    sums: { count: 2 },
    history: [],
  });
  expect(await readCheckpoint(run.checkpoints.best)).toBeUndefined();
});

test('a training that is aborted and continued ends with the same numbers', async () => {
  const whole = await trained('left-alone');
  const { options } = abortAt((event) => event.type === 'step' && event.epoch === 2);
  const { run } = await trained('continued', options);
  const from = await positionOf(run.checkpoints.last);
  expect(from).toMatchObject({ epoch: 1, done: 1 });
  const { history, state, events } = await trained('continued', { from });
  expect(state.weights).toEqual(whole.state.weights);
  expect(history.map(({ loss, validationLoss }) => [loss, validationLoss])).toEqual(
    whole.history.map(({ loss, validationLoss }) => [loss, validationLoss]),
  );
  expect(events.map(({ type }) => type)).toEqual(['step', 'epoch', 'stop']);
});

test('a continued training first writes the metrics of its position', async () => {
  const { history } = await trained('source');
  const from = {
    epoch: 1,
    done: 0,
    sums: { loss: 0, correct: 0, count: 0 },
    history: history.slice(0, 1),
  };
  const failure = new Error('no terminal');
  const emit = (): void => {
    throw failure;
  };
  const { error, run } = await trained('target', { from, emit });
  expect(error).toBe(failure);
  expect(await readMetrics(run.metrics)).toEqual(history.slice(0, 1));
});

test.each([
  [0, { epoch: 0, done: 1 }],
  [1000, undefined],
])(
  'with checkpointSeconds %d, the checkpoint after the first step is %j',
  async (seconds, position) => {
    let steps = 0;
    const emit = (): void => {
      if (++steps === 2) throw new Error('no terminal');
    };
    const train = { checkpointSeconds: seconds };
    const { run } = await trained(`every-${seconds}`, { train, emit });
    const found = await positionOf(run.checkpoints.last);
    expect(found && { epoch: found.epoch, done: found.done }).toEqual(position);
  },
);

test('early stopping ends a training before its last epoch', async () => {
  const earlyStopping = { patience: 1, minDelta: 1000, monitor: 'validationLoss' };
  const { history, events } = await trained('early', { train: { epochs: 9, earlyStopping } });
  expect(history).toHaveLength(2);
  expect(events.at(-1)).toEqual({ type: 'stop', reason: 'early-stopping' });
});

test('the patience of early stopping counts from the epoch that is given', async () => {
  const earlyStopping = { patience: 1, minDelta: 1000, monitor: 'validationLoss' };
  const train = { epochs: 9, earlyStopping };
  const { run } = await trained('extended', { train });
  const from = await positionOf(run.checkpoints.last);
  const { history } = await trained('extended', { train, from, patienceFrom: from!.epoch });
  expect(history.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
});

test('the evaluation of fewer epochs is removed before an epoch is kept', async () => {
  const run = runFolder(join(photos.path, 'evaluated'));
  await mkdir(run.folder, { recursive: true });
  await writeFile(run.evaluation, '{}');
  const there: boolean[] = [];
  const emit = ({ type }: RunEvent): void => {
    if (type === 'step' || type === 'epoch') there.push(existsSync(run.evaluation));
  };
  await trained('evaluated', { emit });
  expect(there).toEqual([true, true, false, false, false, false]);
});

test('a loss that is not finite is an error, and no epoch is kept', async () => {
  const optimiser = { name: 'sgd', learningRate: 1e38, momentum: 0, nesterov: false };
  const { error, run } = await trained('diverged', { train: { optimiser } });
  expect(error).toMatchObject({ code: 'training-diverged', context: { epoch: 1 } });
  expect(await readCheckpoint(run.checkpoints.best)).toBeUndefined();
});

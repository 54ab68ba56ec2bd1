import { writeMetrics } from '@sprout/core';
import { openTrainer } from '@sprout/train';
import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { colourModel } from '../../test/colour-model.ts';
import { METRICS } from '../../test/finished-run.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { writeCheckpoint } from './checkpoint-files.ts';
import { restoreRun } from './restore-run.ts';
import { runFolder } from './run-folder.ts';

const openColourTrainer = () => openTrainer(colourModel(), { engine: 'cpu' });
const position = {
  epoch: 1,
  done: 1,
  sums: { loss: 0.5, correct: 2, count: 4 },
  history: METRICS.slice(0, 1),
};

test('a run without a checkpoint and without metrics starts from the beginning', async () => {
  await using folder = await temporaryFolder();
  await using trainer = await openColourTrainer();
  const before = await trainer.state();
  const run = runFolder(folder.path);
  expect(await restoreRun(trainer, { run, identity: 'a' })).toBeUndefined();
  expect(await trainer.state()).toEqual(before);
});

test('the trainer gets the state of the last checkpoint, and the position is returned', async () => {
  await using folder = await temporaryFolder();
  await using trainer = await openColourTrainer();
  const run = runFolder(folder.path);
  const { weights, optimiser } = await trainer.state();
  const state = {
    weights: weights.map((weight) => ({ ...weight, data: weight.data.fill(3) })),
    optimiser,
  };
  await writeCheckpoint(run.checkpoints.last, { state, position, identity: 'a' });
  expect(await restoreRun(trainer, { run, identity: 'a' })).toEqual(position);
  expect((await trainer.state()).weights).toEqual(state.weights);
});

test('a checkpoint of another identity is refused, and the trainer keeps its state', async () => {
  await using folder = await temporaryFolder();
  await using trainer = await openColourTrainer();
  const run = runFolder(folder.path);
  const before = await trainer.state();
  await writeCheckpoint(run.checkpoints.last, { state: before, position, identity: 'a' });
  await expect(restoreRun(trainer, { run, identity: 'b' })).rejects.toMatchObject({
    code: 'run-incompatible',
    context: { run: folder.path, reason: expect.stringContaining('other settings') as string },
  });
  expect(await trainer.state()).toEqual(before);
});

test('a checkpoint with a former number of epochs is accepted', async () => {
  await using folder = await temporaryFolder();
  await using trainer = await openColourTrainer();
  const run = runFolder(folder.path);
  const state = await trainer.state();
  await writeCheckpoint(run.checkpoints.last, { state, position, identity: 'a' });
  const identities = { identity: 'c', formerIdentities: ['a', 'b'] };
  expect(await restoreRun(trainer, { run, ...identities })).toEqual(position);
});

test('a run that has metrics but no checkpoint any more is refused', async () => {
  await using folder = await temporaryFolder();
  await using trainer = await openColourTrainer();
  const run = runFolder(folder.path);
  await writeMetrics(run.metrics, METRICS);
  await expect(restoreRun(trainer, { run, identity: 'a' })).rejects.toMatchObject({
    code: 'run-incompatible',
    context: { run: folder.path, reason: `${run.checkpoints.last} is gone` },
  });
  await rm(run.metrics);
  expect(await restoreRun(trainer, { run, identity: 'a' })).toBeUndefined();
});

test('a damaged checkpoint is an error with its file', async () => {
  await using folder = await temporaryFolder();
  await using trainer = await openColourTrainer();
  const run = runFolder(folder.path);
  const state = await trainer.state();
  await writeCheckpoint(run.checkpoints.last, { state, position, identity: 'a' });
  await writeFile(run.checkpoints.last, 'no checkpoint');
  await expect(restoreRun(trainer, { run, identity: 'a' })).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file: run.checkpoints.last },
  });
});

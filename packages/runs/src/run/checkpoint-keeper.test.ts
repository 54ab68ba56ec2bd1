import type { Trainer } from '@sprout/train';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkIdentity, readCheckpoint } from './checkpoint-files.ts';
import { checkpointKeeper } from './checkpoint-keeper.ts';
import { runFolder } from './run-folder.ts';

const weights = [{ name: 'w', shape: [2], data: Float32Array.of(1, 2) }];
const trainer = {
  state: async () => ({ weights, optimiser: [], steps: 4 }),
} as unknown as Trainer; // of which only the state is read
const position = { epoch: 1, done: 2, sums: { loss: 3, correct: 1, count: 4 }, history: [] };

test('a checkpoint is read as it was written; the best one only where it was the best', async () => {
  await using folder = await temporaryFolder();
  const run = runFolder(folder.path);
  const keeper = checkpointKeeper(trainer, { run, identity: 'a', everySeconds: 15 });
  expect(await readCheckpoint(run.checkpoints.last)).toBeUndefined();
  await keeper.keep(position);
  const last = await readCheckpoint(run.checkpoints.last);
  expect(last).toMatchObject({ position, identity: 'a' });
  expect(last!.state.weights[0]!.data).toEqual(weights[0]!.data);
  expect(await readCheckpoint(run.checkpoints.best)).toBeUndefined();
  await keeper.keep(position, { best: true });
  expect(await readCheckpoint(run.checkpoints.best)).toEqual(last);
});

test('the next checkpoint is due after the time, which starts again with each', async () => {
  await using folder = await temporaryFolder();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  try {
    const run = runFolder(folder.path);
    const keeper = checkpointKeeper(trainer, { run, identity: 'a', everySeconds: 15 });
    clock.mockReturnValue(14_999);
    expect(keeper.due()).toBe(false);
    clock.mockReturnValue(15_000);
    expect(keeper.due()).toBe(true);
    await keeper.keep(position);
    expect(keeper.due()).toBe(false);
  } finally {
    clock.mockRestore();
  }
});

test('a checkpoint of another identity is refused', () => {
  const checkpoint = { identity: 'a' } as Parameters<typeof checkIdentity>[0]; // of which only the identity is read
  expect(() => checkIdentity(checkpoint, 'a', 'run')).not.toThrow();
  expect(() => checkIdentity(checkpoint, 'b', 'run')).toThrow(/made with other settings/);
});

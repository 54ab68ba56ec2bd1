import type { Trainer } from '@sprout/train';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { readCheckpoint } from './checkpoint-files.ts';
import { checkIdentity } from './run-identity.ts';
import { checkpointWriter } from './checkpoint-writer.ts';
import { runFolder } from './run-folder.ts';

const weights = [{ name: 'w', shape: [2], data: Float32Array.of(1, 2) }];
const trainer = {
  state: async () => ({ weights, optimiser: [], steps: 4 }),
} as unknown as Trainer; // only its state is read
const position = { epoch: 1, done: 2, sums: { loss: 3, correct: 1, count: 4 }, history: [] };

test('a checkpoint is read as it was written; a best one exists only after one was written as best', async () => {
  await using folder = await temporaryFolder();
  const run = runFolder(folder.path);
  const writer = checkpointWriter(trainer, { run, identity: 'a', everySeconds: 15 });
  expect(await readCheckpoint(run.checkpoints.last)).toBeUndefined();
  await writer.write(position);
  const last = await readCheckpoint(run.checkpoints.last);
  expect(last).toMatchObject({ position, identity: 'a' });
  expect(last!.state.weights[0]!.data).toEqual(weights[0]!.data);
  expect(await readCheckpoint(run.checkpoints.best)).toBeUndefined();
  await writer.write(position, { best: true });
  expect(await readCheckpoint(run.checkpoints.best)).toEqual(last);
});

test('the next checkpoint is due everySeconds after the last one', async () => {
  await using folder = await temporaryFolder();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  try {
    const run = runFolder(folder.path);
    const writer = checkpointWriter(trainer, { run, identity: 'a', everySeconds: 15 });
    clock.mockReturnValue(14_999);
    expect(writer.due()).toBe(false);
    clock.mockReturnValue(15_000);
    expect(writer.due()).toBe(true);
    await writer.write(position);
    expect(writer.due()).toBe(false);
  } finally {
    clock.mockRestore();
  }
});

test('a checkpoint of another identity is refused', () => {
  const checkpoint = { identity: 'a' } as Parameters<typeof checkIdentity>[0]; // only its identity is read
  expect(() => checkIdentity(checkpoint, { identity: 'a' }, 'run')).not.toThrow();
  expect(() => checkIdentity(checkpoint, { identity: 'b' }, 'run')).toThrow(
    /made with other settings/,
  );
  const former = { identity: 'c', formerIdentities: ['b', 'a'] };
  expect(() => checkIdentity(checkpoint, former, 'run')).not.toThrow();
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkpointGone, readCheckpoint, writeCheckpoint } from './checkpoint-files.ts';
import { runFolder } from './run-folder.ts';

const checkpoint = {
  state: { weights: [{ name: 'w', shape: [2], data: Float32Array.of(1, -2) }], optimiser: [] },
  position: { epoch: 1, done: 2, sums: { loss: 3, correct: 1, count: 4 }, history: [] },
  identity: 'a',
};

test('a checkpoint is read as it was written, in a folder that did not exist', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'deep', 'last', 'checkpoint.safetensors');
  await writeCheckpoint(file, checkpoint);
  expect(await readCheckpoint(file)).toEqual(checkpoint);
  await writeCheckpoint(file, { ...checkpoint, identity: 'b' });
  expect(await readCheckpoint(file)).toMatchObject({ identity: 'b' });
});

test('a file that does not exist is no checkpoint', async () => {
  await using folder = await temporaryFolder();
  expect(await readCheckpoint(join(folder.path, 'none'))).toBeUndefined();
});

test('a file that was cut off or changed is an error with its name', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'checkpoint.safetensors');
  await writeCheckpoint(file, checkpoint);
  const bytes = await readFile(file);
  const changed = Buffer.from(bytes);
  changed[changed.length - 1]! ^= 1;
  for (const content of [bytes.subarray(0, -1), changed, Buffer.alloc(0)]) {
    await writeFile(file, content);
    await expect(readCheckpoint(file)).rejects.toMatchObject({
      code: 'file-invalid',
      context: { file },
    });
  }
});

test('the error for a checkpoint that is gone names run and file', () => {
  expect(checkpointGone(runFolder('runs/a'), 'runs/a/best')).toMatchObject({
    code: 'run-incompatible',
    message: 'runs/a cannot be used for this: runs/a/best is gone',
  });
});

import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { samplesFrom } from '../../dataset/samples-from.ts';
import type { Split } from '../../split/split.ts';
import { planSplitFiles } from './split-plan.ts';

/** A split of `a/1.png` for training and `a/2.png` for validation. */
function splitIn(photos: string): Split {
  const sample = (id: string) => ({ id, path: join(photos, id), label: 0 });
  return {
    training: samplesFrom([sample('a/1.png')]),
    validation: samplesFrom([sample('a/2.png')]),
  };
}

test('each file goes into the folder of its subset and class', async () => {
  const photos = await temporaryFolder();
  await writeFiles(photos, ['a/1.png', 'a/2.png']);
  const out = join(photos, 'out');
  expect(await planSplitFiles(splitIn(photos), { out, mode: 'copy' })).toEqual({
    mode: 'copy',
    out,
    transfers: [
      { from: join(photos, 'a/1.png'), to: join(out, 'training/a/1.png') },
      { from: join(photos, 'a/2.png'), to: join(out, 'validation/a/2.png') },
    ],
  });
});

test('a missing file and one that would be overwritten are reported', async () => {
  const photos = await temporaryFolder();
  const out = join(photos, 'out');
  await writeFiles(photos, ['a/1.png']);
  await expect(planSplitFiles(splitIn(photos), { out, mode: 'copy' })).rejects.toMatchObject({
    code: 'file-missing',
    context: { file: join(photos, 'a/2.png') },
  });
  await writeFiles(out, ['training/a/1.png']);
  await expect(planSplitFiles(splitIn(photos), { out, mode: 'copy' })).rejects.toMatchObject({
    code: 'file-exists',
    context: { file: join(out, 'training/a/1.png') },
  });
});

test.skipIf(platform === 'win32')('a link can be copied but not moved', async () => {
  const photos = await temporaryFolder();
  const out = join(photos, 'out');
  await writeFiles(photos, ['a/1.png']);
  await symlink('1.png', join(photos, 'a/2.png'));
  const copied = await planSplitFiles(splitIn(photos), { out, mode: 'copy' });
  expect(copied.transfers.length).toBe(2);
  await expect(planSplitFiles(splitIn(photos), { out, mode: 'move' })).rejects.toMatchObject({
    code: 'file-invalid',
  });
});

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';

import { removeLeftovers } from './remove-leftovers.ts';
import { temporaryPath } from './temporary-path.ts';

test('removes temporary files of ended processes at any depth, and nothing else', async () => {
  const folder = await temporaryFolder();
  const dead = deadTemporary();
  await mkdir(join(folder, 'checkpoints', dead), { recursive: true });
  await writeFile(join(folder, 'checkpoints', dead, 'weights.bin'), 'x');
  await writeFile(join(folder, dead), 'x');
  await writeFile(temporaryPath(folder), 'x');
  const others = ['run.json', '.sprout-zz.tmp', `.sprout-ffffffff-1-0000000a-3.tmp`];
  for (const name of others) await writeFile(join(folder, name), 'x');
  const removed = await removeLeftovers(folder);
  expect(removed.toSorted()).toEqual(
    [join(folder, dead), join(folder, 'checkpoints', dead)].toSorted(),
  );
  expect((await readdir(folder)).length).toBe(others.length + 2);
});

test('removes nothing if the folder does not exist', async () => {
  expect(await removeLeftovers(join(await temporaryFolder(), 'nowhere'))).toEqual([]);
});

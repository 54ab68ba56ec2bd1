import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { deadTemporary } from '../../../test/dead-temporary.ts';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { removeLeftoversIn } from './remove-leftovers-in.ts';
import { temporaryPath } from './temporary-path.ts';

test('removes what ended processes left directly in the folder, and opens no sub-folder', async () => {
  const folder = await temporaryFolder();
  const dead = deadTemporary();
  await mkdir(join(folder, 'deep', dead), { recursive: true });
  await mkdir(join(folder, dead));
  await writeFile(join(folder, dead, 'weights.bin'), 'x');
  const running = temporaryPath(folder);
  await writeFile(running, 'x');
  const { removed, left } = await removeLeftoversIn(folder);
  expect(removed).toEqual([join(folder, dead)]);
  expect(left.map(({ name }) => join(folder, name)).toSorted()).toEqual(
    [running, join(folder, 'deep')].toSorted(),
  );
  expect(await readdir(join(folder, 'deep'))).toEqual([dead]);
});

test('finds nothing if there is no such folder', async () => {
  const nowhere = join(await temporaryFolder(), 'nowhere');
  expect(await removeLeftoversIn(nowhere)).toEqual({ removed: [], left: [] });
});

test('what another machine left is removed when it was not written for a day', async () => {
  const folder = await temporaryFolder();
  const foreign = ['0123abcd-1-0123abcd-0', '0123abcd-2-0123abcd-0'];
  const [old = '', recent = ''] = foreign.map((tag) => join(folder, `.sprout-${tag}.tmp`));
  await mkdir(old);
  await writeFile(join(old, 'weights.bin'), 'x');
  await writeFile(recent, 'x');
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
  await utimes(old, days(0), days(1.1));
  await utimes(recent, days(0), days(0.9));
  const { removed, left } = await removeLeftoversIn(folder);
  expect(removed).toEqual([old]);
  expect(left.map(({ name }) => join(folder, name))).toEqual([recent]);
  expect(await readdir(folder)).toEqual([basename(recent)]);
});

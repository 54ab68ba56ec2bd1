import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { fileVersion } from './file-version.ts';

test('is the size and the modification time', async () => {
  const file = join(await temporaryFolder(), 'a');
  await writeFile(file, 'four');
  await utimes(file, 1, 2);
  expect(await fileVersion(file)).toEqual({ bytes: 4n, modified: 2_000_000_000n });
});

test('is undefined for a file that was deleted', async () => {
  const file = join(await temporaryFolder(), 'a');
  await writeFile(file, 'four');
  await rm(file);
  expect(await fileVersion(file)).toBeUndefined();
});

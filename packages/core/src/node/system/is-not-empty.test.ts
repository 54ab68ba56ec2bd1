import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { isNotEmpty } from './is-not-empty.ts';

test('recognises the error for a folder with files', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a'));
  await mkdir(join(folder, 'b', 'c'), { recursive: true });
  const renamed = (from: string) =>
    rename(join(folder, from), join(folder, 'b')).catch((error: unknown) => error);
  expect(isNotEmpty(await renamed('a'))).toBe(true);
  expect(isNotEmpty(await renamed('missing'))).toBe(false);
  expect(isNotEmpty(new Error('another'))).toBe(false);
});

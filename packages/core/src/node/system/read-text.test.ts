import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { readText } from './read-text.ts';

test('reads UTF-8', async () => {
  const file = join(await temporaryFolder(), 'a');
  await writeFile(file, 'Löwenzahn\n');
  expect(await readText(file)).toBe('Löwenzahn\n');
});

test('distinguishes a missing file from one that cannot be read', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a');
  await expect(readText(file)).rejects.toMatchObject({ code: 'file-missing', context: { file } });
  await expect(readText(folder)).rejects.toMatchObject({
    code: 'file-invalid',
    context: { file: folder, reason: 'it is a folder' },
  });
});

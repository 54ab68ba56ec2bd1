import { predictionsPage } from '@sprout/viz';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { checkPage } from './check-page.ts';

const PREDICTIONS = { content: 'predictions', kind: 'a page of predictions', option: 'html' };

test('a page about the same may be replaced, and any other file may not', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'page.html');
  await checkPage(file, PREDICTIONS);
  await writeFile(file, predictionsPage({ model: 'small', classes: [], failed: [] }));
  await checkPage(file, PREDICTIONS);
  await expect(checkPage(folder.path, PREDICTIONS)).rejects.toMatchObject({ code: 'file-exists' });
  for (const text of ['', 'predictions']) {
    await writeFile(file, text);
    await expect(checkPage(file, PREDICTIONS)).rejects.toMatchObject({
      code: 'file-exists',
      context: { file, reason: 'it is not a page of predictions', option: 'html' },
    });
  }
});

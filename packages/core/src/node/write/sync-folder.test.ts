import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { syncFolder } from './sync-folder.ts';

test('a folder is flushed, and a missing folder is an error of the system', async () => {
  const folder = await temporaryFolder();
  expect(await syncFolder(folder)).toBeUndefined();
  await expect(syncFolder(join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
});

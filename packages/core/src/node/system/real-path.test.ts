import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { realPath } from './real-path.ts';

test('parts that do not exist are left as they are', async () => {
  const folder = await realpath(await temporaryFolder());
  await writeFile(join(folder, 'file'), '');
  expect(await realPath(join(folder, 'a', '..', 'b', 'c.png'))).toBe(join(folder, 'b', 'c.png'));
  expect(await realPath(join(folder, 'file', 'c.png'))).toBe(join(folder, 'file', 'c.png'));
});

test.skipIf(platform === 'win32')(
  'links are followed, also in front of parts that do not exist',
  async () => {
    const folder = await realpath(await temporaryFolder());
    await mkdir(join(folder, 'photos'));
    await symlink(join(folder, 'photos'), join(folder, 'album'));
    expect(await realPath(join(folder, 'album', 'oak', '1.png'))).toBe(
      join(folder, 'photos', 'oak', '1.png'),
    );
  },
);

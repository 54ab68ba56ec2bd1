import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { writeFiles } from '../../../test/write-files.ts';
import { listImages } from './list-images.ts';

test('lists given files as they are and the images below given folders, in the given order', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['z.heic', 'x/2.png', 'x/deep/1.jpg', 'x/notes.txt', 'x/.hidden.png']);
  await writeFiles(folder, ['readme.txt']);
  const { images, skipped } = await listImages([
    join(folder, 'z.heic'),
    join(folder, 'readme.txt'),
    join(folder, 'x'),
    join(folder, 'gone.png'),
  ]);
  const paths = ['z.heic', 'x/2.png', 'x/deep/1.jpg'].map((path) => join(folder, path));
  expect(Array.from(images, ({ path }) => path)).toEqual(paths);
  expect(Array.from(images, ({ id }) => id)).toEqual(paths);
  expect(skipped).toEqual([
    { path: join(folder, 'readme.txt'), reason: 'not an image' },
    { path: join(folder, 'x/notes.txt'), reason: 'not an image extension' },
    { path: join(folder, 'gone.png'), reason: 'it does not exist', unreachable: true },
  ]);
});

test('accepts a stream of paths', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, ['1.png']);
  const paths = async function* (): AsyncGenerator<string> {
    yield join(folder, '1.png');
  };
  expect((await listImages(paths())).images.length).toBe(1);
});

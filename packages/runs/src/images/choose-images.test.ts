import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventLog } from '../../test/event-log.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { resolveImages } from '../config/resolve-images.ts';
import { chooseImages } from './choose-images.ts';

/** Empty files at these paths. No file is opened. */
async function write(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), '');
  }
}

test('the images of a folder come with the parts of the configuration that prepare them', async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, ['blue/0.png', 'red/0.png', 'red/deep/1.png']);
  const resolved = await resolveImages({
    folder: folder.path,
    model: 'logistic',
    seed: 4,
    workers: 2,
    onBad: 'skip',
    recipe: [{ op: 'resize', height: 5, width: 6 }],
    augment: [{ op: 'flip-horizontal' }],
  } as Parameters<typeof resolveImages>[0]);
  const { samples, ...chosen } = await chooseImages(resolved, eventLog());
  expect(Array.from(samples, ({ id, label }) => [id, label])).toEqual([
    ['blue/0.png', 0],
    ['red/0.png', 1],
    ['red/deep/1.png', 1],
  ]);
  expect(chosen).toEqual({
    classes: ['blue', 'red'],
    recipe: resolved.recipe,
    augment: resolved.augment,
    onBad: 'skip',
    seed: 4,
    workers: 2,
  });
});

test('one class is enough', async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, ['blue/0.png']);
  const resolved = await resolveImages({ folder: folder.path });
  expect((await chooseImages(resolved, eventLog())).classes).toEqual(['blue']);
});

test('files that are passed over and classes without images are events', async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, ['blue/0.png', 'blue/notes.txt', 'readme.md', 'green/notes.txt']);
  const log = eventLog();
  await chooseImages(await resolveImages({ folder: folder.path }), log);
  expect(log.events).toEqual([
    { type: 'class-without-images', className: 'green' },
    { type: 'files-passed-over', count: 3 },
  ]);
});

test('a folder without images, or that does not exist, is an error', async () => {
  await using folder = await temporaryFolder();
  await write(folder.path, ['blue/notes.txt']);
  const empty = chooseImages(await resolveImages({ folder: folder.path }), eventLog());
  await expect(empty).rejects.toMatchObject({
    code: 'folder-empty',
    context: { folder: folder.path },
  });
  const path = join(folder.path, 'other');
  const missing = chooseImages(await resolveImages({ folder: path }), eventLog());
  await expect(missing).rejects.toMatchObject({
    code: 'folder-missing',
    context: { folder: path },
  });
});
